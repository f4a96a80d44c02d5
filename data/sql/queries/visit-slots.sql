-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many visits take the same time, in time order, without those that do not take place: $1 from, $2 before (of their starts).
SELECT starts, ends, count (*) AS visits
  FROM session
 WHERE starts >= $1
   AND starts < $2
   AND status NOT IN ('cancelled', 'no_show')
 GROUP BY starts, ends
 ORDER BY starts, ends
