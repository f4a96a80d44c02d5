-- SPDX-License-Identifier: GPL-3.0-or-later
-- What all versions of cocktail $1 hold, the newest version first.
SELECT c.id, c.version, c.strength, c.strength_unit, c.volume, v.id AS version_id, v.number, v.made_on, i.id AS ingredient_id, i.name AS ingredient,
       i.class, i.role, i.withdrawn,
       (SELECT CAST(sum (o.volume) AS BIGINT) FROM component o WHERE o.cocktail_version_id = v.id) AS total
  FROM cocktail_version v
  JOIN component c ON c.cocktail_version_id = v.id
  JOIN ingredient i ON i.id = c.ingredient_id
 WHERE v.cocktail_id = $1
 ORDER BY v.number DESC, i.role DESC, c.volume DESC, c.id
