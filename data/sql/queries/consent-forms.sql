-- SPDX-License-Identifier: GPL-3.0-or-later
-- The forms in force on a day, the highest number of each: $1 date, $2 purpose ('': all).
SELECT t.*
  FROM consent_template t
 WHERE t.valid_from <= $1
   AND ($2 = '' OR t.purpose = $2)
   AND t.number = (SELECT MAX (n.number)
                     FROM consent_template n
                    WHERE n.code = t.code
                      AND n.language = t.language
                      AND n.valid_from <= $1)
 ORDER BY CASE t.purpose WHEN 'treatment' THEN 0 WHEN 'photo' THEN 1 ELSE 2 END, t.code, t.language
