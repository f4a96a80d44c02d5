-- SPDX-License-Identifier: GPL-3.0-or-later
-- Batches prepared since $1 and those of which something is left, the latest first.
SELECT l.id, l.version, l.product, l.ingredient_id, l.cocktail_id, l.number, l.expires_on, l.opened_on, l.in_use_days, l.limit_on, l.quantity, l.quarantined,
       l.quarantine_reason, l.single_dose, l.prepared_at, l.usable_until, l.cocktail_version_id, w.name AS preparer, k.name AS content,
       (SELECT CAST (sum (d.volume) AS BIGINT) FROM draw d WHERE d.lot_id = l.id) AS injected,
       (SELECT CAST (sum (x.volume) AS BIGINT) FROM discard x WHERE x.lot_id = l.id) AS discarded,
       (SELECT CAST (sum (p.volume) AS BIGINT) FROM pour p WHERE p.lot_id = l.id) AS poured
  FROM lot l
  LEFT JOIN cocktail k ON k.id = l.cocktail_id
  LEFT JOIN staff w ON w.id = l.prepared_by
 WHERE l.prepared_at >= $1
 ORDER BY l.prepared_at DESC, l.id DESC
 LIMIT 500
