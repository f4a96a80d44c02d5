-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whoever takes it away here may take the picture away too: $1 content, $2 since when at the latest.
DELETE FROM picture_orphan
 WHERE content = $1
   AND since < $2
   AND since <> ''
