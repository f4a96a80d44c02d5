-- SPDX-License-Identifier: GPL-3.0-or-later
-- How often each rule was overridden: from $1 until $2, days, either may be nothing. The day is the session's; of what belongs
-- to none, the day it was written.
SELECT rule, severity, COUNT (*) AS overrides, COUNT (DISTINCT session_id) AS sessions,
       COUNT (DISTINCT staff_id) AS people, MIN (day) AS first, MAX (day) AS last
  FROM (SELECT f.rule, f.severity, f.session_id, f.staff_id,
               COALESCE (SUBSTR (s.starts, 1, 10), SUBSTR (f.written_at, 1, 10)) AS day
          FROM finding f
          LEFT JOIN session s ON s.id = f.session_id
         WHERE f.reason IS NOT NULL) AS told
 WHERE (CAST ($1 AS TEXT) IS NULL OR day >= $1)
   AND (CAST ($2 AS TEXT) IS NULL OR day <= $2)
 GROUP BY rule, severity
 ORDER BY overrides DESC, rule, severity
