-- SPDX-License-Identifier: GPL-3.0-or-later
-- A draft as it has become: $1 its id, $2 content, $3 when.
UPDATE session_draft
   SET content = $2,
       saved_at = $3,
       version = version + 1
 WHERE id = $1
