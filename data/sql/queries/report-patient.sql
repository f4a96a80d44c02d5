-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT file_number, family_name, given_name, birth_date, sex
  FROM patient
 WHERE id = $1
