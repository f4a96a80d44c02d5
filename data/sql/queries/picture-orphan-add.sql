-- SPDX-License-Identifier: GPL-3.0-or-later
-- Nothing speaks of this picture any more, unless a photo still does: $1 content, $2 since when.
INSERT INTO picture_orphan (content, since)
SELECT CAST($1 AS TEXT), CAST($2 AS TEXT)
 WHERE NOT EXISTS (SELECT 1 FROM photo WHERE content = CAST($1 AS TEXT))
   AND NOT EXISTS (SELECT 1 FROM picture_orphan WHERE content = CAST($1 AS TEXT))
