-- SPDX-License-Identifier: GPL-3.0-or-later
-- Patients who were treated, the latest first, each as often as that was.
SELECT s.patient_id
  FROM session s
 WHERE s.status = 'done'
 ORDER BY s.starts DESC, s.patient_id DESC
