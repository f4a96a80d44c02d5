-- SPDX-License-Identifier: GPL-3.0-or-later
-- Nobody else appends to the chain until this transaction ends. A statement of its own: the next one, which reads the
-- chain's end, must see what the one who held the lock has committed. 0x416e6167 is "Anag".
SELECT 1 FROM (SELECT pg_advisory_xact_lock(1097752935, 1)) AS held
