-- SPDX-License-Identifier: GPL-3.0-or-later
-- The newest of the clinic's own versions of each rule of the pull test.
SELECT *
  FROM pull_version
 WHERE number = (SELECT MAX (n.number) FROM pull_version n WHERE n.code = pull_version.code)
 ORDER BY code
