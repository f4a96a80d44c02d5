-- SPDX-License-Identifier: GPL-3.0-or-later
-- A picture and its thumbnail, unless a photo speaks of them: $1 content.
DELETE FROM picture
 WHERE content = $1
   AND NOT EXISTS (SELECT 1 FROM photo WHERE photo.content = picture.content)
