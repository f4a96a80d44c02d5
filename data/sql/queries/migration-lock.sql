-- SPDX-License-Identifier: GPL-3.0-or-later
-- One writer holds the file already.
SELECT 0
