-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many batches were prepared from day $1 on and before $2.
SELECT COUNT(*) FROM lot WHERE prepared_at >= $1 AND prepared_at < $2
