-- SPDX-License-Identifier: GPL-3.0-or-later
-- The tables written to after a row of the trail: $1 its number.
SELECT DISTINCT entity
  FROM audit
 WHERE seq > $1
   AND action NOT IN ('view', 'export')
