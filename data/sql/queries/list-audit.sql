-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was changed, newest first. $1 patient, $2 table, $3 row, $4 from this instant on: each may be NULL; $5 at most so many.
SELECT a.seq, a.at, s.name AS actor, a.command, a.action, a.entity, a.entity_id, a.reason, a.before, a.after
  FROM audit a
  LEFT JOIN staff s ON s.id = a.actor
 WHERE (CAST($1 AS BIGINT) IS NULL OR a.patient_id = CAST($1 AS BIGINT))
   AND (CAST($2 AS TEXT) IS NULL OR a.entity = CAST($2 AS TEXT))
   AND (CAST($3 AS BIGINT) IS NULL OR a.entity_id = CAST($3 AS BIGINT))
   AND (CAST($4 AS TEXT) IS NULL OR a.at >= CAST($4 AS TEXT))
 ORDER BY a.seq DESC
 LIMIT CAST($5 AS BIGINT)
