-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, name AS name
  FROM cocktail
 ORDER BY id
