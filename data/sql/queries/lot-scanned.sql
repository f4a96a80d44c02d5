-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lots that a code may speak of: number $1 ('': any), an article under GTIN $2 in any of its lengths ($3, $4, $5; '': any). The latest first.
SELECT *
  FROM lot
 WHERE ($1 = '' OR number = $1)
   AND ($2 = '' OR gtin IN ($2, $3, $4, $5))
   AND prepared_at IS NULL
 ORDER BY id DESC
 LIMIT 50
