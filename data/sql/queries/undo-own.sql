-- SPDX-License-Identifier: GPL-3.0-or-later
-- What somebody did that is no taking back itself, the last first: $1 staff.
-- The trail tells which of two came later, whatever the seats' clocks said.
SELECT id
  FROM (SELECT id
          FROM operation
         WHERE actor = $1
           AND undoes IS NULL
           AND command NOT IN ('photo.view', 'photo.export', 'photo.sweep')
         ORDER BY at DESC, id DESC
         LIMIT 200) AS latest
 ORDER BY (SELECT COALESCE (max (audit.seq), 0)
             FROM audit
            WHERE audit.operation = latest.id) DESC
