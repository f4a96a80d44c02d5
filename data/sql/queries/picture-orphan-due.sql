-- SPDX-License-Identifier: GPL-3.0-or-later
-- Pictures that nothing has spoken of since before an instant, and those of which it is not known yet: $1 the instant.
SELECT content, since FROM picture_orphan WHERE since < $1 ORDER BY content
