-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT mac
  FROM audit
 WHERE seq = $1
