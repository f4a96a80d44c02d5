-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every picture that a photo speaks of, once.
SELECT min (id) AS id, content FROM photo GROUP BY content ORDER BY 1
