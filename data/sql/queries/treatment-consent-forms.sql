-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many forms for treatment the clinic has in force on a day, and whether anybody ever signed one: $1 date.
SELECT COUNT (*),
       (SELECT MAX (consent_template_id)
          FROM (SELECT c.consent_template_id
                  FROM consent c
                  JOIN consent_template u ON u.id = c.consent_template_id
                 WHERE u.purpose = 'treatment'
                 LIMIT 1) AS one) AS used
  FROM consent_template
 WHERE purpose = 'treatment'
   AND valid_from <= $1
