-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many patients were registered (ids from $1 on) and how many courses run.
SELECT (SELECT count (*) FROM patient WHERE id >= CAST($1 AS BIGINT) AND merged_into IS NULL) AS registered,
       (SELECT count (*) FROM course WHERE status = 'active') AS courses
