-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT seq, at, actor, operation, command, action, entity, entity_id, patient_id, reason, before, after, mac
  FROM audit
 ORDER BY seq
