-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO patient_word (token, id)
VALUES ($1, $2)
ON CONFLICT (token) DO NOTHING
