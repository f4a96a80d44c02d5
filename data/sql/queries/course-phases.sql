-- SPDX-License-Identifier: GPL-3.0-or-later
-- The phases of a protocol in their order: $1 protocol.
SELECT *
  FROM phase
 WHERE protocol_id = $1
 ORDER BY number
