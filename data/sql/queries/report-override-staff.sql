-- SPDX-License-Identifier: GPL-3.0-or-later
-- How often each person went on against a rule: from $1 until $2, as in report-override-rules.
SELECT name AS staff, COUNT (*) AS overrides,
       SUM (CASE WHEN severity = 'stop' THEN 1 ELSE 0 END) AS stops,
       SUM (CASE WHEN severity = 'stop' THEN 0 ELSE 1 END) AS warnings,
       COUNT (DISTINCT rule) AS rules, COUNT (DISTINCT session_id) AS sessions
  FROM (SELECT f.rule, f.severity, f.session_id, f.staff_id, p.name,
               COALESCE (SUBSTR (s.starts, 1, 10), SUBSTR (f.written_at, 1, 10)) AS day
          FROM finding f
          JOIN staff p ON p.id = f.staff_id
          LEFT JOIN session s ON s.id = f.session_id
         WHERE f.reason IS NOT NULL) AS told
 WHERE (CAST ($1 AS TEXT) IS NULL OR day >= $1)
   AND (CAST ($2 AS TEXT) IS NULL OR day <= $2)
 GROUP BY staff_id, name
 ORDER BY overrides DESC, name, staff_id
