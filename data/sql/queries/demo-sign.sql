-- SPDX-License-Identifier: GPL-3.0-or-later
-- The practitioner signs a visit of the demonstration: $1 session, $2 instant, $3 mark
UPDATE session
   SET version = version + 1, signed_at = $2, signed_by = practitioner_id, signature = $3
 WHERE id = $1
