-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the people of this clinic are made up (1), and when that was finished.
SELECT c.demonstration, MAX (o.at) AS made
  FROM clinic c
  LEFT JOIN operation o ON o.command = 'demo.make'
 GROUP BY c.demonstration
