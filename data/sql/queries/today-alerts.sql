-- SPDX-License-Identifier: GPL-3.0-or-later
-- What stands against the visits that are still to come on a day, from $1 up to but not including $2: how the latest consent
-- to treatment for its course stands (1: signed, 2: withdrawn, NULL: none), when the patient's last treatment of another kind
-- ended, whether the hair was coloured, as answered on arriving.
SELECT s.id, s.starts,
       (SELECT CASE WHEN w.id IS NULL THEN 1 ELSE 2 END
          FROM consent c
          JOIN consent_template t ON t.id = c.consent_template_id
          LEFT JOIN consent_withdrawal w ON w.consent_id = c.id
         WHERE c.patient_id = s.patient_id
           AND COALESCE (c.course_id, 0) = COALESCE (s.course_id, 0)
           AND t.purpose = 'treatment'
         ORDER BY c.signed_at DESC, c.id DESC
         LIMIT 1) AS consent,
       (SELECT o.ends
          FROM session o
         WHERE o.patient_id = s.patient_id
           AND o.id <> s.id
           AND o.starts < s.starts
           AND o.status IN ('in_treatment', 'done')
           AND (o.course_id IS NULL OR o.course_id <> COALESCE (s.course_id, 0))
         ORDER BY o.starts DESC
         LIMIT 1) AS last_end,
       (SELECT i.hair_colour FROM check_in i WHERE i.session_id = s.id) AS hair_colour
  FROM session s
 WHERE s.starts >= $1
   AND s.starts < $2
   AND s.status IN ('booked', 'confirmed', 'arrived')
