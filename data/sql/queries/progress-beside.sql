-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sessions of a patient at which plasma or light was given as well: $1 patient.
SELECT s.starts AS since, COALESCE(s.prp, 0) AS prp, COALESCE(s.lllt, 0) AS lllt
  FROM session s
 WHERE s.patient_id = $1
   AND s.status = 'done'
   AND (s.prp = 1 OR s.lllt = 1)
 ORDER BY s.starts, s.id
