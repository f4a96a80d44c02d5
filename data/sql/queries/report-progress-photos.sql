-- SPDX-License-Identifier: GPL-3.0-or-later
-- Photographs taken in courses that show no face and are not archived, by course, view and day, with how far the patient's
-- latest consent to photographs goes (NULL: none, or withdrawn).
SELECT f.id, f.course_id, f.view, f.taken_on, f.content,
       (SELECT CASE WHEN w.id IS NULL THEN c.scope END
          FROM consent c
          JOIN consent_template t ON t.id = c.consent_template_id
          LEFT JOIN consent_withdrawal w ON w.consent_id = c.id
         WHERE c.patient_id = f.patient_id
           AND t.purpose = 'photo'
         ORDER BY c.signed_at DESC, c.id DESC
         LIMIT 1) AS scope
  FROM photo f
 WHERE f.course_id IS NOT NULL
   AND f.archived_on IS NULL
   AND f.view IN ('top', 'vertex', 'back', 'close_up')
 ORDER BY f.course_id, f.view, f.taken_on, f.id
