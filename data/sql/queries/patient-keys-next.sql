-- SPDX-License-Identifier: GPL-3.0-or-later
-- Patients with visits to come, the soonest first, each as often as there are visits: $1 today.
SELECT s.patient_id
  FROM session s
 WHERE s.status IN ('booked', 'confirmed', 'arrived', 'in_treatment')
   AND s.starts >= $1
 ORDER BY s.starts, s.patient_id
