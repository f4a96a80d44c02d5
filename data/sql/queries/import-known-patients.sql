-- SPDX-License-Identifier: GPL-3.0-or-later
-- Everybody there is, as an import has to know them.
SELECT id, file_number, family_name, given_name, birth_date
FROM patient
