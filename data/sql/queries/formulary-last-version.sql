-- SPDX-License-Identifier: GPL-3.0-or-later
-- $1 cocktail
SELECT MAX (number) AS number
  FROM cocktail_version
 WHERE cocktail_id = $1
