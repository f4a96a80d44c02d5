-- SPDX-License-Identifier: GPL-3.0-or-later
-- What went into lot $1 and out of it: delivered or mixed, poured into it, injected, poured on, thrown away.
SELECT l.quantity,
       (SELECT CAST (COALESCE (SUM (volume), 0) AS BIGINT) FROM pour WHERE batch_id = l.id) AS mixed,
       (SELECT CAST (COALESCE (SUM (volume), 0) AS BIGINT) FROM draw WHERE lot_id = l.id) AS injected,
       (SELECT CAST (COALESCE (SUM (volume), 0) AS BIGINT) FROM pour WHERE lot_id = l.id) AS poured,
       (SELECT CAST (COALESCE (SUM (volume), 0) AS BIGINT) FROM discard WHERE lot_id = l.id) AS discarded
  FROM lot l
 WHERE l.id = $1
