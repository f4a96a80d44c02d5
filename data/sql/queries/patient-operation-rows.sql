-- SPDX-License-Identifier: GPL-3.0-or-later
-- What an operation changed about a patient, in order: $1 operation, $2 patient.
SELECT action, entity, entity_id, before, after
  FROM audit
 WHERE operation = $1
   AND patient_id = $2
 ORDER BY seq
