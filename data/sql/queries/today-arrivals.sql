-- SPDX-License-Identifier: GPL-3.0-or-later
-- Since when those who are here are here: visits from $1 up to but not including $2 and the instant of their last step.
SELECT s.id, (SELECT max (a.at) FROM audit a WHERE a.entity = 'session' AND a.entity_id = s.id AND a.command = 'session.state') AS at
  FROM session s
 WHERE s.starts >= $1
   AND s.starts < $2
   AND s.status IN ('arrived', 'in_treatment')
