-- SPDX-License-Identifier: GPL-3.0-or-later
-- The consents of a patient, the latest first: $1 patient, $2 the clinic's date (for the number of the form in force).
SELECT c.id, t.purpose, t.title, t.number, t.language,
       (SELECT MAX (n.number)
          FROM consent_template n
         WHERE n.code = t.code
           AND n.language = t.language
           AND n.valid_from <= $2) AS latest,
       c.scope, c.signed_at, c.signed_name, c.typed, s.name AS taken_by, w.withdrawn_at, w.reason AS withdrawn_reason,
       c.course_id, p.name AS protocol, k.started_on
  FROM consent c
  JOIN consent_template t ON t.id = c.consent_template_id
  JOIN staff s ON s.id = c.staff_id
  LEFT JOIN consent_withdrawal w ON w.consent_id = c.id
  LEFT JOIN course k ON k.id = c.course_id
  LEFT JOIN protocol p ON p.id = k.protocol_id
 WHERE c.patient_id = $1
 ORDER BY c.signed_at DESC, c.id DESC
