-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every row as it was chained, from $1 on.
SELECT seq, at, actor, operation, command, action, entity, entity_id, patient_id, reason, before, after, mac
  FROM audit
 WHERE seq >= $1
 ORDER BY seq
