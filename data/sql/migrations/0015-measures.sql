-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which wording a reading was judged by: the version of the rule of a pull test, and the edition of a scale's definitions.

ALTER TABLE measurement ADD COLUMN rule_version BIGINT;

ALTER TABLE grade ADD COLUMN edition BIGINT;
