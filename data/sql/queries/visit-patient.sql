-- SPDX-License-Identifier: GPL-3.0-or-later
-- Visits of a patient, the latest first: $1 patient.
SELECT s.id, s.version, s.patient_id, s.course_id, s.practitioner_id, s.room_id, s.starts, s.ends, s.status, s.status_reason,
       s.overbooked, s.number, s.signed_at, p.file_number, p.family_name, p.given_name, p.birth_date, p.sex,
       COALESCE (p.mobile, p.phone) AS phone, f.name AS practitioner, f.colour, r.name AS room, pr.name AS protocol,
       (SELECT CAST(sum (ph.sessions) AS BIGINT) FROM phase ph WHERE ph.protocol_id = c.protocol_id) AS planned,
       k.name AS cocktail,
       (SELECT count (*) FROM allergy a WHERE a.patient_id = s.patient_id AND a.ended_on IS NULL) AS allergies,
       (SELECT count (*) FROM condition o WHERE o.patient_id = s.patient_id AND o.until IS NULL)
       + (SELECT count (*) FROM medicine m JOIN medicine_kind mk ON mk.id = m.medicine_kind_id
           WHERE m.patient_id = s.patient_id AND m.stopped IS NULL AND mk.condition_kind_id IS NOT NULL) AS conditions,
       (SELECT count (*) FROM reaction x WHERE x.patient_id = s.patient_id AND x.cleared IS NULL) AS open_reactions
  FROM session s
  JOIN patient p ON p.id = s.patient_id
  JOIN staff f ON f.id = s.practitioner_id
  LEFT JOIN room r ON r.id = s.room_id
  LEFT JOIN course c ON c.id = s.course_id
  LEFT JOIN protocol pr ON pr.id = c.protocol_id
  LEFT JOIN cocktail k ON k.id = c.cocktail_id
 WHERE s.patient_id = $1
 ORDER BY s.starts DESC, s.id DESC
