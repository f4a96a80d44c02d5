-- SPDX-License-Identifier: GPL-3.0-or-later
-- The latest reading of each metric, the latest of all first: $1 patient.
SELECT id, version, patient_id, course_id, session_id, metric_id, zone, method, value, area, taken_on, visit, visit_name, note,
       counted, cutoff, grasped, wash_hours, rule, rule_version, pull_version_id, result, items
  FROM (SELECT m.*, ROW_NUMBER () OVER (PARTITION BY m.metric_id
                                            ORDER BY COALESCE (m.taken_on, '') DESC, COALESCE (m.visit, -1) DESC, m.id DESC) AS place
          FROM measurement m
         WHERE m.patient_id = $1) AS latest
 WHERE place = 1
 ORDER BY COALESCE (taken_on, '') DESC, id DESC
