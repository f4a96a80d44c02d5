-- SPDX-License-Identifier: GPL-3.0-or-later
-- The latest consent to treatment that was given for a course, or apart from any: $1 patient, $2 course (0: none), $3
-- session (0: not stored), $4 its date. With the form's number, the number in force on that date, and whether the patient
-- said it again before that session.
SELECT c.id, t.number,
       (SELECT MAX (n.number)
          FROM consent_template n
         WHERE n.code = t.code
           AND n.language = t.language
           AND n.valid_from <= $4) AS latest,
       c.signed_at, w.withdrawn_at,
       (SELECT COUNT (*)
          FROM consent_confirmation f
         WHERE f.consent_id = c.id
           AND f.session_id = $3) AS confirmed
  FROM consent c
  JOIN consent_template t ON t.id = c.consent_template_id
  LEFT JOIN consent_withdrawal w ON w.consent_id = c.id
 WHERE c.patient_id = $1
   AND COALESCE (c.course_id, 0) = $2
   AND t.purpose = 'treatment'
 ORDER BY c.signed_at DESC, c.id DESC
 LIMIT 1
