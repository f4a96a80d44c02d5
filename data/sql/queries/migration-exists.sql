-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'migration'
