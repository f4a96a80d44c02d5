-- SPDX-License-Identifier: GPL-3.0-or-later
-- How often each kind was logged, of the clinic's latest 2,000 reactions: (kind, reactions).
SELECT reaction_kind_id, COUNT(*)
  FROM (SELECT reaction_kind_id FROM reaction ORDER BY id DESC LIMIT 2000) AS latest
 GROUP BY reaction_kind_id
