-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT zone
  FROM clinic
 ORDER BY id
