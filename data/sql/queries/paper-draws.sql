-- SPDX-License-Identifier: GPL-3.0-or-later
-- From which lots a session took what: $1 session.
SELECT l.product, l.number AS lot, l.expires_on, d.volume
  FROM draw d
  JOIN lot l ON l.id = d.lot_id
 WHERE d.session_id = $1
 ORDER BY d.id
