-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who charted last, and when. $1 session, $2 its patient
SELECT a.at, a.actor
  FROM audit a
 WHERE a.patient_id = $2
   AND a.command = 'session.chart'
   AND ((a.entity = 'session' AND a.entity_id = $1)
        OR (a.entity = 'injection' AND a.entity_id IN (SELECT i.id FROM injection i WHERE i.session_id = $1))
        OR (a.entity = 'draw' AND a.entity_id IN (SELECT d.id FROM draw d WHERE d.session_id = $1)))
 ORDER BY a.seq DESC
 LIMIT 1
