-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a patient weighs, in thousandths of kg: $1 patient, $2 date.
SELECT measurement.value
  FROM measurement
  JOIN metric ON metric.id = measurement.metric_id
 WHERE measurement.patient_id = $1
   AND measurement.taken_on <= $2
   AND metric.code = 'weight'
 ORDER BY measurement.taken_on DESC, measurement.id DESC
 LIMIT 1
