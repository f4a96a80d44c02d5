-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, code, name, unit, direction, error_percent, error_absolute, decimals
  FROM metric
 ORDER BY id
