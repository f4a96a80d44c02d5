-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, command, actor, at, undoes
  FROM operation
 ORDER BY id
