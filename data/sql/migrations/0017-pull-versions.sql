-- SPDX-License-Identifier: GPL-3.0-or-later
-- A clinic's own bounds of the rules of the hair pull test. Each change is a row of its own, so that a reading keeps what
-- it was judged by; the rules that are shipped stay beside them.

CREATE TABLE pull_version (
  id             BIGINT PRIMARY KEY,
  version        BIGINT NOT NULL,
  code           TEXT NOT NULL,
  number         BIGINT NOT NULL,
  label          TEXT NOT NULL,
  source         TEXT NOT NULL,
  grasped_from   BIGINT,
  grasped_to     BIGINT,
  places         BIGINT NOT NULL,
  total_above    BIGINT,
  each_from      BIGINT,
  percent_above  BIGINT,
  retired        BIGINT NOT NULL DEFAULT 0,
  made_on        TEXT NOT NULL,
  UNIQUE (code, number)
);

ALTER TABLE measurement ADD COLUMN pull_version_id BIGINT REFERENCES pull_version (id);
