-- SPDX-License-Identifier: GPL-3.0-or-later
-- The words by which patients are found, in the order in which they are shown; see src/record/clinic-search.c.
-- PostgreSQL keeps no table in key order: the index carries the signature along.

CREATE TABLE patient_token (
  token       TEXT NOT NULL,
  score       BIGINT NOT NULL,
  patient_id  BIGINT NOT NULL,
  signature   BIGINT NOT NULL,
  PRIMARY KEY (token, score, patient_id) INCLUDE (signature)
);

-- Each word of a name once, for forgiving typing errors. Words are never taken out; the id tells which are new.
CREATE TABLE patient_word (
  token  TEXT PRIMARY KEY,
  id     BIGINT NOT NULL
);

CREATE INDEX patient_word_by_id ON patient_word (id);
