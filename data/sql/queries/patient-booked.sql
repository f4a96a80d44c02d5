-- SPDX-License-Identifier: GPL-3.0-or-later
-- Visits of a patient still to come or going on: $1 patient.
SELECT starts
  FROM session
 WHERE patient_id = $1
   AND status IN ('booked', 'confirmed', 'arrived', 'in_treatment')
 ORDER BY starts
