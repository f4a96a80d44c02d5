-- SPDX-License-Identifier: GPL-3.0-or-later
-- $1 id, $2 command, $3 actor, $4 instant, $5 the operation taken back or NULL
INSERT INTO operation (id, command, actor, at, undoes)
VALUES ($1, $2, $3, $4, $5)
