-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was answered when a patient was asked about allergies, with the day; the question is one of those on arriving too.

CREATE TABLE allergy_status (
  id          BIGINT PRIMARY KEY,
  version     BIGINT NOT NULL,
  patient_id  BIGINT NOT NULL REFERENCES patient (id),
  asked_on    TEXT NOT NULL,
  answer      TEXT NOT NULL,
  staff_id    BIGINT NOT NULL REFERENCES staff (id),
  note        TEXT
);

CREATE INDEX allergy_status_by_patient ON allergy_status (patient_id, asked_on);

ALTER TABLE check_in ADD COLUMN allergies TEXT;
