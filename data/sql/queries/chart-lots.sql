-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lots to draw from on a day, and those that two sessions drew from: $1 the day, $2 and $3 sessions.
SELECT *
  FROM lot
 WHERE (quarantined = 0 AND (expires_on IS NULL OR expires_on >= $1))
    OR id IN (SELECT lot_id
                FROM draw
               WHERE session_id IN (CAST ($2 AS BIGINT), CAST ($3 AS BIGINT)))
 ORDER BY CASE WHEN expires_on IS NULL THEN 1 ELSE 0 END, expires_on, id
