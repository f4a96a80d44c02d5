-- SPDX-License-Identifier: GPL-3.0-or-later
-- Pictures that no photo speaks of any more, since what was added was taken back; they are kept for a while, for that can
-- be taken back too. since: an instant; '' where it was before this was written down.

CREATE TABLE picture_orphan (
  content  TEXT PRIMARY KEY,
  since    TEXT NOT NULL
);

INSERT INTO picture_orphan (content, since)
SELECT p.content, ''
  FROM picture p
 WHERE p.kind = 'photo'
   AND NOT EXISTS (SELECT 1 FROM photo f WHERE f.content = p.content);
