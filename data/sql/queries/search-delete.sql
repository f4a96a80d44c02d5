-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM patient_token
 WHERE token = $1
   AND score = $2
   AND patient_id = $3
