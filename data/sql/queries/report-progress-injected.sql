-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was injected in the sessions of courses that have no planned cocktail, one row a zone.
SELECT s.course_id, s.id AS session_id, v.cocktail_id
  FROM course c
  JOIN session s ON s.course_id = c.id
  JOIN injection i ON i.session_id = s.id
  JOIN cocktail_version v ON v.id = i.cocktail_version_id
 WHERE c.cocktail_id IS NULL
