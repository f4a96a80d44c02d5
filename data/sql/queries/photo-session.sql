-- SPDX-License-Identifier: GPL-3.0-or-later
-- The session that a photo of $1, taken on day $2, belongs to: the only one of that day that took place.
SELECT min (id) AS id, count (*) AS n
  FROM session
 WHERE patient_id = $1 AND starts >= $2 || 'T00:00' AND starts <= $2 || 'T23:59'
   AND status IN ('arrived', 'in_treatment', 'done')
