-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many patients signed a form: $1.
SELECT COUNT (*)
  FROM consent
 WHERE consent_template_id = $1
