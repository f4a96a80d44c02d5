-- SPDX-License-Identifier: GPL-3.0-or-later
-- The highest number of a form: $1 code, $2 language.
SELECT COALESCE (MAX (number), 0)
  FROM consent_template
 WHERE code = $1
   AND language = $2
