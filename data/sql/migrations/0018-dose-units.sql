-- SPDX-License-Identifier: GPL-3.0-or-later
-- The most that may be given of what is dosed in units: toxins and enzymes.

ALTER TABLE ingredient ADD COLUMN max_dose_units BIGINT;
