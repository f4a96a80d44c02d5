-- SPDX-License-Identifier: GPL-3.0-or-later
-- Something speaks of this picture again: $1 content.
DELETE FROM picture_orphan WHERE content = $1
