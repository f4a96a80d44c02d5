-- SPDX-License-Identifier: GPL-3.0-or-later
-- The patient's last treatment with injections before a session: $1 patient, $2 the session, $3 its start.
SELECT *
  FROM session
 WHERE patient_id = $1
   AND id <> $2
   AND starts < $3
   AND status = 'done'
   AND EXISTS (SELECT 1 FROM injection WHERE injection.session_id = session.id)
 ORDER BY starts DESC, id DESC
 LIMIT 1
