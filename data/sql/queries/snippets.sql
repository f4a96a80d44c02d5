-- SPDX-License-Identifier: GPL-3.0-or-later
-- The phrases of the clinic in their order; those without a place come last, by their short keys.
SELECT *
  FROM snippet
 WHERE archived_on IS NULL
 ORDER BY CASE WHEN place IS NULL THEN 1 ELSE 0 END, place, short_key
