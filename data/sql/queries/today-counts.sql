-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many patients were registered (ids from $1 on) and how many courses run. The sign keeps SQLite from the index of those merged,
-- which has all that are not.
SELECT (SELECT count (*) FROM patient WHERE id >= CAST($1 AS BIGINT) AND +merged_into IS NULL) AS registered,
       (SELECT count (*) FROM course WHERE status = 'active') AS courses
