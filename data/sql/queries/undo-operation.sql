-- SPDX-License-Identifier: GPL-3.0-or-later
-- $1 operation; the last column: the operation that took it back.
SELECT operation.command, operation.actor, operation.at, operation.undoes,
       (SELECT later.id FROM operation AS later WHERE later.undoes = operation.id) AS undone_by
  FROM operation
 WHERE operation.id = $1
