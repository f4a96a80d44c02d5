-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO audit (seq, at, actor, operation, command, action, entity, entity_id, patient_id, reason, before, after, mac)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
