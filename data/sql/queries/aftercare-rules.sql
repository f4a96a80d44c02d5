-- SPDX-License-Identifier: GPL-3.0-or-later
-- The aftercare in use on a day in their order: $1 date.
SELECT *
  FROM aftercare_rule
 WHERE ended_on IS NULL
    OR ended_on > $1
 ORDER BY COALESCE (position, 1000), id
