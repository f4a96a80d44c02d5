-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count (*) FROM picture WHERE content = $1 AND kind = $2
