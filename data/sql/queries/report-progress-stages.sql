-- SPDX-License-Identifier: GPL-3.0-or-later
-- Stages seen at sessions of courses, and those of the diagnoses that courses were begun for, course by course in their order.
SELECT s.course_id, g.scale, g.stage, g.graded_on AS seen, g.id AS place
  FROM grade g
  JOIN session s ON s.id = g.session_id
 WHERE s.course_id IS NOT NULL
UNION ALL
SELECT c.id AS course_id, d.scale, d.grade AS stage, d.made_on AS seen, d.id AS place
  FROM course c
  JOIN diagnosis d ON d.id = c.diagnosis_id
 WHERE d.scale IS NOT NULL
   AND d.grade IS NOT NULL
   AND d.made_on IS NOT NULL
 ORDER BY course_id, seen, place
