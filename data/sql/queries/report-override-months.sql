-- SPDX-License-Identifier: GPL-3.0-or-later
-- How often a rule was overridden in each month: from $1 until $2, as in report-override-rules.
SELECT SUBSTR (day, 1, 7) AS month, COUNT (*) AS overrides,
       SUM (CASE WHEN severity = 'stop' THEN 1 ELSE 0 END) AS stops,
       SUM (CASE WHEN severity = 'stop' THEN 0 ELSE 1 END) AS warnings,
       COUNT (DISTINCT rule) AS rules, COUNT (DISTINCT staff_id) AS people,
       COUNT (DISTINCT session_id) AS sessions
  FROM (SELECT f.rule, f.severity, f.session_id, f.staff_id,
               COALESCE (SUBSTR (s.starts, 1, 10), SUBSTR (f.written_at, 1, 10)) AS day
          FROM finding f
          LEFT JOIN session s ON s.id = f.session_id
         WHERE f.reason IS NOT NULL) AS told
 WHERE (CAST ($1 AS TEXT) IS NULL OR day >= $1)
   AND (CAST ($2 AS TEXT) IS NULL OR day <= $2)
 GROUP BY SUBSTR (day, 1, 7)
 ORDER BY month
