-- SPDX-License-Identifier: GPL-3.0-or-later
-- Each time a rule was overridden, with its reason; nobody treated is named: from $1 until $2, as in report-override-rules.
SELECT day, rule, severity, name AS staff, reason, rule_version AS version
  FROM (SELECT f.id, f.rule, f.severity, f.reason, f.rule_version, p.name,
               COALESCE (SUBSTR (s.starts, 1, 10), SUBSTR (f.written_at, 1, 10)) AS day
          FROM finding f
          JOIN staff p ON p.id = f.staff_id
          LEFT JOIN session s ON s.id = f.session_id
         WHERE f.reason IS NOT NULL) AS told
 WHERE (CAST ($1 AS TEXT) IS NULL OR day >= $1)
   AND (CAST ($2 AS TEXT) IS NULL OR day <= $2)
 ORDER BY day DESC, id DESC
