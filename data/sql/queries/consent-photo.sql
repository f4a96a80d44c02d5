-- SPDX-License-Identifier: GPL-3.0-or-later
-- The latest consent to photographs of a patient, and when it was withdrawn: $1 patient.
SELECT c.scope, w.withdrawn_at
  FROM consent c
  JOIN consent_template t ON t.id = c.consent_template_id
  LEFT JOIN consent_withdrawal w ON w.consent_id = c.id
 WHERE c.patient_id = $1
   AND t.purpose = 'photo'
 ORDER BY c.signed_at DESC, c.id DESC
 LIMIT 1
