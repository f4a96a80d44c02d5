-- SPDX-License-Identifier: GPL-3.0-or-later
-- Nobody else appends to the chain until this transaction ends. SQLite: a writing transaction has the file to itself.
SELECT 1
