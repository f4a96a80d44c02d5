-- SPDX-License-Identifier: GPL-3.0-or-later
-- How a phase is injected, point by point; when a treatment really began and ended, beside when it was booked; the order
-- of the phrases.

ALTER TABLE phase ADD COLUMN volume_per_point BIGINT;
ALTER TABLE phase ADD COLUMN spacing BIGINT;

ALTER TABLE session ADD COLUMN began TEXT;
ALTER TABLE session ADD COLUMN finished TEXT;

ALTER TABLE snippet ADD COLUMN place BIGINT;
