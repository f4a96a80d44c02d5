-- SPDX-License-Identifier: GPL-3.0-or-later
-- $1 file number
SELECT id
  FROM patient
 WHERE file_number = $1
