-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was injected in a session, in the order it was written down: $1 session.
SELECT i.zone, t.name AS cocktail, v.number AS cocktail_version, i.technique, i.points, i.volume_per_point, i.depth
  FROM injection i
  LEFT JOIN cocktail_version v ON v.id = i.cocktail_version_id
  LEFT JOIN cocktail t ON t.id = v.cocktail_id
 WHERE i.session_id = $1
 ORDER BY i.id
