-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the newest version of each cocktail holds, for the search.
SELECT v.cocktail_id, i.name, i.code
  FROM cocktail_version v
  JOIN component c ON c.cocktail_version_id = v.id
  JOIN ingredient i ON i.id = c.ingredient_id
 WHERE v.number = (SELECT MAX (n.number) FROM cocktail_version n WHERE n.cocktail_id = v.cocktail_id)
 ORDER BY v.cocktail_id, c.id
