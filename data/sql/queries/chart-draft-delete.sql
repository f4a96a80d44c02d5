-- SPDX-License-Identifier: GPL-3.0-or-later
-- $1 session
DELETE FROM session_draft
 WHERE session_id = $1
