-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, token
  FROM patient_word
 WHERE id > $1
 ORDER BY id
