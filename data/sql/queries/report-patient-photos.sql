-- SPDX-License-Identifier: GPL-3.0-or-later
-- A patient's photographs that are not archived, the oldest first: $1 patient.
SELECT f.id, f.taken_on, f.view, f.content, f.width, f.height, f.note, f.course_id, s.number
  FROM photo f
  LEFT JOIN session s ON s.id = f.session_id
 WHERE f.patient_id = $1
   AND f.archived_on IS NULL
 ORDER BY f.taken_on, f.id
