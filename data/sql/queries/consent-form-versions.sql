-- SPDX-License-Identifier: GPL-3.0-or-later
-- All versions of all forms, each form's latest first.
SELECT *
  FROM consent_template
 ORDER BY CASE purpose WHEN 'treatment' THEN 0 WHEN 'photo' THEN 1 ELSE 2 END, code,
          CASE language WHEN 'en' THEN 0 ELSE 1 END, language, number DESC
