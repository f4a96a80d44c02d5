-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sessions after which something is to be decided about a course: those that the clinic says ("decision.sessions", the third
-- and the fifth unless it says others) and where a phase ends, as long as no later one was treated and nothing was decided.

CREATE VIEW decision_due AS
SELECT s.id, s.version, s.course_id, s.patient_id, s.practitioner_id, s.starts, c.protocol_id
  FROM course c
  JOIN session s ON s.course_id = c.id
 WHERE c.status = 'active'
   AND s.status = 'done'
   AND (' ' || COALESCE ((SELECT g.value FROM setting g WHERE g.key = 'decision.sessions'), '3 5') || ' '
          LIKE '% ' || CAST(s.number AS TEXT) || ' %'
        OR (s.phase_id IS NOT NULL
            AND NOT EXISTS (SELECT 1
                              FROM session n
                             WHERE n.course_id = c.id
                               AND n.phase_id = s.phase_id
                               AND n.number > s.number
                               AND n.status NOT IN ('cancelled', 'no_show'))))
   AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.course_id = c.id AND d.number >= s.number)
   AND NOT EXISTS (SELECT 1
                     FROM session n
                    WHERE n.course_id = c.id
                      AND n.status = 'done'
                      AND n.number > s.number);
