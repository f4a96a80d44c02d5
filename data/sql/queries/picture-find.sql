-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT sealed FROM picture WHERE content = $1 AND kind = $2
