-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, name AS name
  FROM protocol
 ORDER BY id
