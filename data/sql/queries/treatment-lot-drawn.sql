-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was taken from a lot, by sessions, into batches and thrown away: $1 lot, $2 a session that does not count (0: all do).
SELECT CAST (COALESCE (SUM (volume), 0) AS BIGINT)
  FROM (SELECT volume FROM draw WHERE lot_id = $1 AND session_id <> $2
        UNION ALL
        SELECT volume FROM pour WHERE lot_id = $1
        UNION ALL
        SELECT volume FROM discard WHERE lot_id = $1) AS taken
