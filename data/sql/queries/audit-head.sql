-- SPDX-License-Identifier: GPL-3.0-or-later
-- The end of the chain.
SELECT seq, mac
  FROM audit
 ORDER BY seq DESC
 LIMIT 1
