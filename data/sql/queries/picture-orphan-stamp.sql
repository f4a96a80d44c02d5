-- SPDX-License-Identifier: GPL-3.0-or-later
-- From when on those count of which it is not known: $1 an instant.
UPDATE picture_orphan SET since = $1 WHERE since = ''
