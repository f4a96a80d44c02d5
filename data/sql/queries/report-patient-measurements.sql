-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT m.id, m.course_id, m.metric_id, m.zone, m.visit, m.visit_name, m.taken_on, m.value, m.method, m.note,
       m.counted, m.area, m.cutoff, m.grasped, m.wash_hours, m.rule, m.rule_version, m.result, m.items, t.code,
       t.name, t.unit, t.direction, t.error_percent, t.error_absolute, t.decimals, o.source AS own_source, o.places AS own_places,
       o.total_above AS own_total, o.each_from AS own_each, o.percent_above AS own_percent
  FROM measurement m
  JOIN metric t ON t.id = m.metric_id
  LEFT JOIN pull_version o ON o.id = m.pull_version_id
 WHERE m.patient_id = $1
 ORDER BY t.name, m.metric_id, COALESCE(m.zone, ''), COALESCE(m.course_id, 0), m.id
