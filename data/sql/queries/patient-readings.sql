-- SPDX-License-Identifier: GPL-3.0-or-later
-- The latest reading of each metric in each zone: $1 patient.
SELECT id, version, metric, unit, decimals, zone, value, taken_on, visit_name
  FROM (SELECT m.id, m.version, t.name AS metric, t.unit, t.decimals, m.zone, m.value, m.taken_on, m.visit_name,
               ROW_NUMBER () OVER (PARTITION BY m.metric_id, m.zone
                                       ORDER BY COALESCE (m.taken_on, '') DESC, COALESCE (m.visit, -1) DESC, m.id DESC) AS place
          FROM measurement m
          JOIN metric t ON t.id = m.metric_id
         WHERE m.patient_id = $1) AS latest
 WHERE place = 1
 ORDER BY metric, COALESCE (zone, ''), id
