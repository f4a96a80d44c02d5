-- SPDX-License-Identifier: GPL-3.0-or-later
-- An import of the same kind ($1) of the very same file (SHA-256 $2) that was not taken back.
SELECT file_name, run_at
FROM import_run
WHERE kind = $1 AND digest = $2
  AND NOT EXISTS (SELECT 1 FROM operation WHERE operation.undoes = import_run.operation_id)
ORDER BY id DESC
LIMIT 1
