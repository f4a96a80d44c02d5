-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was done about a patient, one row an operation, the latest first: $1 patient, $2 at most so many.
SELECT o.id, o.id AS version, o.at, f.name AS staff, o.command, o.undoes, first.command AS undone_command,
       (SELECT later.id FROM operation later WHERE later.undoes = o.id) AS undone_by, latest.reason,
       CAST(NULL AS TEXT) AS title, CAST(NULL AS TEXT) AS moment, CAST(NULL AS TEXT) AS words
  FROM (SELECT operation, MAX (seq) AS seq, MAX (reason) AS reason
          FROM audit
         WHERE patient_id = $1
           AND action NOT IN ('view', 'export')
         GROUP BY operation
         ORDER BY MAX (seq) DESC
         LIMIT CAST($2 AS BIGINT)) AS latest
  JOIN operation o ON o.id = latest.operation
  LEFT JOIN staff f ON f.id = o.actor
  LEFT JOIN operation first ON first.id = o.undoes
 ORDER BY latest.seq DESC
