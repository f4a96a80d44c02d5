-- SPDX-License-Identifier: GPL-3.0-or-later
-- A patient by file number ($1) or id ($2).
SELECT id, file_number
  FROM patient
 WHERE file_number = $1
    OR id = CAST($2 AS BIGINT)
