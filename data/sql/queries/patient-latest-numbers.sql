-- SPDX-License-Identifier: GPL-3.0-or-later
-- File numbers of those registered last: the next one goes on from there.
SELECT file_number
  FROM patient
 ORDER BY id DESC
 LIMIT 50
