-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT s.id, s.course_id, s.number, s.starts, s.status, s.technique, s.pain, s.signed_at, s.notes, f.name AS practitioner
  FROM session s
  JOIN staff f ON f.id = s.practitioner_id
 WHERE s.patient_id = $1
 ORDER BY s.starts, s.id
