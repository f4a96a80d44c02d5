-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reactions of patient $1 that began on $2 or later, the latest first, a row for each lot of what was injected there in the
-- last treatment before. The whole scalp is in every zone, and so is a reaction of which nobody said where.
SELECT r.id, COALESCE(r.zone, 'whole_scalp') AS zone, COALESCE(r.specified, k.name) AS what, r.grade, r.onset,
       l.product || ' ' || l.number AS lot
  FROM reaction r
  JOIN reaction_kind k ON k.id = r.reaction_kind_id
  LEFT JOIN session s ON s.id = (
         SELECT b.id
           FROM session b
          WHERE b.patient_id = r.patient_id
            AND b.status = 'done'
            AND b.starts <= r.onset
            AND EXISTS (SELECT 1
                          FROM injection i
                         WHERE i.session_id = b.id
                           AND (COALESCE(r.zone, 'whole_scalp') = 'whole_scalp' OR i.zone IN (r.zone, 'whole_scalp')))
          ORDER BY b.starts DESC, b.id DESC
          LIMIT 1)
  LEFT JOIN draw d ON d.session_id = s.id
       AND (d.cocktail_version_id IS NULL OR EXISTS (
             SELECT 1
               FROM injection i
              WHERE i.session_id = s.id
                AND i.cocktail_version_id = d.cocktail_version_id
                AND (COALESCE(r.zone, 'whole_scalp') = 'whole_scalp' OR i.zone IN (r.zone, 'whole_scalp'))))
  LEFT JOIN lot l ON l.id = d.lot_id
 WHERE r.patient_id = $1
   AND r.onset >= $2
 ORDER BY r.onset DESC, r.id DESC, l.product, l.number
