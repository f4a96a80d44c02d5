-- SPDX-License-Identifier: GPL-3.0-or-later
-- The finished sessions before day $1 of two patients: of those who come on that day the two with most sessions behind
-- them.
SELECT session.patient_id, session.id, session.course_id, session.starts
  FROM session
  JOIN (SELECT patient_id, count (*) AS n FROM session
         WHERE status = 'done' AND starts < $1
           AND patient_id IN (SELECT patient_id FROM session WHERE starts >= $1 AND starts <= $1 || 'T23:59')
         GROUP BY patient_id ORDER BY 2 DESC, 1 LIMIT 2) AS chosen
    ON chosen.patient_id = session.patient_id
 WHERE session.status = 'done' AND session.starts < $1
 ORDER BY chosen.n DESC, session.patient_id, session.starts
