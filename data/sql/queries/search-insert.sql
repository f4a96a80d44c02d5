-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO patient_token (token, score, patient_id, signature)
VALUES ($1, $2, $3, $4)
