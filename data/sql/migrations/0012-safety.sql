-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is asked before a treatment: pregnancy with the day it was asked, and the four questions of each visit; what else
-- was done with it, and phrases that notes are written with.

CREATE TABLE pregnancy_status (
  id          BIGINT PRIMARY KEY,
  version     BIGINT NOT NULL,
  patient_id  BIGINT NOT NULL REFERENCES patient (id),
  asked_on    TEXT NOT NULL,
  answer      TEXT NOT NULL,
  staff_id    BIGINT NOT NULL REFERENCES staff (id),
  note        TEXT
);

CREATE INDEX pregnancy_status_by_patient ON pregnancy_status (patient_id, asked_on);

CREATE TABLE check_in (
  id            BIGINT PRIMARY KEY,
  version       BIGINT NOT NULL,
  patient_id    BIGINT NOT NULL REFERENCES patient (id),
  session_id    BIGINT NOT NULL UNIQUE REFERENCES session (id),
  asked_on      TEXT NOT NULL,
  staff_id      BIGINT NOT NULL REFERENCES staff (id),
  new_medicine  TEXT,
  pregnancy     TEXT,
  hair_colour   TEXT,
  inflammation  TEXT,
  note          TEXT
);

CREATE INDEX check_in_by_patient ON check_in (patient_id);

ALTER TABLE session ADD COLUMN prp BIGINT;
ALTER TABLE session ADD COLUMN lllt BIGINT;

CREATE TABLE snippet (
  id           BIGINT PRIMARY KEY,
  version      BIGINT NOT NULL,
  short_key    TEXT NOT NULL UNIQUE,
  text         TEXT NOT NULL,
  archived_on  TEXT
);
