-- SPDX-License-Identifier: GPL-3.0-or-later
-- $1 operation
SELECT command, actor
  FROM operation
 WHERE id = $1
