-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lots on hand: those that expire on $1 or later or whose expiry is not known, of cocktail $2 and what is in its versions (0: all, without
-- batches, which have a list of their own).
SELECT l.id, l.version, l.product, l.ingredient_id, l.cocktail_id, l.number, l.expires_on, l.opened_on, l.in_use_days, l.limit_on, l.quantity, l.quarantined,
       l.quarantine_reason, l.single_dose, l.prepared_at, l.usable_until, l.cocktail_version_id, CAST (NULL AS TEXT) AS preparer,
       COALESCE (k.name, i.name) AS content,
       (SELECT CAST (sum (d.volume) AS BIGINT) FROM draw d WHERE d.lot_id = l.id) AS injected,
       (SELECT CAST (sum (x.volume) AS BIGINT) FROM discard x WHERE x.lot_id = l.id) AS discarded,
       (SELECT CAST (sum (p.volume) AS BIGINT) FROM pour p WHERE p.lot_id = l.id) AS poured
  FROM lot l
  LEFT JOIN cocktail k ON k.id = l.cocktail_id
  LEFT JOIN ingredient i ON i.id = l.ingredient_id
 WHERE (l.expires_on IS NULL OR l.expires_on >= $1)
   AND ((CAST ($2 AS BIGINT) = 0 AND l.prepared_at IS NULL)
        OR l.cocktail_id = CAST ($2 AS BIGINT)
        OR l.ingredient_id IN (SELECT c.ingredient_id
                                 FROM component c
                                 JOIN cocktail_version v ON v.id = c.cocktail_version_id
                                WHERE v.cocktail_id = CAST ($2 AS BIGINT)))
 ORDER BY COALESCE (k.name, i.name), l.expires_on, l.id
 LIMIT 2000
