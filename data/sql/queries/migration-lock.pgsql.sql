-- SPDX-License-Identifier: GPL-3.0-or-later
-- Two seats that start at once migrate one after the other. The number says "Anag".
SELECT CAST(count(*) AS BIGINT) FROM (SELECT pg_advisory_xact_lock (1097752935)) AS waited
