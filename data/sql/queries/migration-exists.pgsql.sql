-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*) FROM information_schema.tables
 WHERE table_schema = current_schema () AND table_name = 'migration'
