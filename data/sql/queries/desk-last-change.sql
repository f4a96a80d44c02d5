-- SPDX-License-Identifier: GPL-3.0-or-later
-- The number of the last row of the trail.
SELECT COALESCE (max (seq), 0)
  FROM audit
