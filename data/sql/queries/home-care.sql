-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a patient does at home on a day: $1 patient, $2 date ('': on any day, also what has ended).
SELECT *
  FROM home_care
 WHERE patient_id = $1
   AND ($2 = '' OR ((since IS NULL OR since <= $2) AND (until IS NULL OR until >= $2)))
 ORDER BY CASE WHEN until IS NULL THEN 0 ELSE 1 END, since, id
