-- SPDX-License-Identifier: GPL-3.0-or-later
-- The latest composition of a cocktail, or of the one planned for a course: $1 cocktail, $2 course; either may be NULL.
SELECT cocktail_version.id
  FROM cocktail_version
 WHERE cocktail_version.cocktail_id = COALESCE (CAST ($1 AS BIGINT),
                                                (SELECT course.cocktail_id
                                                   FROM course
                                                  WHERE course.id = CAST ($2 AS BIGINT)))
 ORDER BY cocktail_version.number DESC
 LIMIT 1
