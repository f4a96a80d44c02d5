-- SPDX-License-Identifier: GPL-3.0-or-later
-- The record types, one table each; the same text on both engines.

CREATE TABLE clinic (
  id             BIGINT PRIMARY KEY,
  version        BIGINT NOT NULL,
  name           TEXT NOT NULL,
  zone           TEXT NOT NULL,
  language       TEXT,
  address        TEXT,
  phone          TEXT,
  email          TEXT,
  hours          TEXT,
  slot_minutes   BIGINT,
  demonstration  BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE staff (
  id           BIGINT PRIMARY KEY,
  version      BIGINT NOT NULL,
  name         TEXT NOT NULL UNIQUE,
  roles        TEXT NOT NULL,
  colour       TEXT,
  hours        TEXT,
  archived_on  TEXT
);

CREATE TABLE room (
  id           BIGINT PRIMARY KEY,
  version      BIGINT NOT NULL,
  name         TEXT NOT NULL UNIQUE,
  archived_on  TEXT
);

CREATE TABLE patient (
  id                 BIGINT PRIMARY KEY,
  version            BIGINT NOT NULL,
  file_number        TEXT NOT NULL UNIQUE,
  family_name        TEXT NOT NULL,
  given_name         TEXT,
  birth_name         TEXT,
  title              TEXT,
  suffix             TEXT,
  birth_date         TEXT,
  died_on            TEXT,
  sex                TEXT,
  phone              TEXT,
  mobile             TEXT,
  email              TEXT,
  address            TEXT,
  postcode           TEXT,
  city               TEXT,
  region             TEXT,
  country            TEXT,
  emergency_contact  TEXT,
  channel            TEXT,
  language           TEXT,
  referral           TEXT,
  notes              TEXT,
  imported           TEXT,
  archived_on        TEXT,
  merged_into        BIGINT REFERENCES patient (id) DEFERRABLE INITIALLY IMMEDIATE
);

-- Without it each patient taken back with an import is looked for in all others.
CREATE INDEX patient_by_merged_into ON patient (merged_into);

CREATE TABLE allergen_group (
  id       BIGINT PRIMARY KEY,
  version  BIGINT NOT NULL,
  code     TEXT NOT NULL UNIQUE,
  name     TEXT NOT NULL,
  note     TEXT
);

CREATE TABLE condition_kind (
  id       BIGINT PRIMARY KEY,
  version  BIGINT NOT NULL,
  code     TEXT NOT NULL UNIQUE,
  name     TEXT NOT NULL,
  bearing  TEXT NOT NULL,
  source   TEXT,
  note     TEXT
);

CREATE TABLE diagnosis_kind (
  id       BIGINT PRIMARY KEY,
  version  BIGINT NOT NULL,
  code     TEXT NOT NULL UNIQUE,
  name     TEXT NOT NULL,
  icd10    TEXT,
  note     TEXT
);

CREATE TABLE ingredient (
  id                BIGINT PRIMARY KEY,
  version           BIGINT NOT NULL,
  code              TEXT NOT NULL UNIQUE,
  name              TEXT NOT NULL,
  class             TEXT NOT NULL,
  role              TEXT NOT NULL,
  max_dose          BIGINT,
  max_dose_per_kg   BIGINT,
  withdrawn         BIGINT NOT NULL DEFAULT 0,
  withdrawn_reason  TEXT,
  atc               TEXT,
  source            TEXT,
  note              TEXT
);

CREATE TABLE ingredient_allergen (
  id                 BIGINT PRIMARY KEY,
  version            BIGINT NOT NULL,
  ingredient_id      BIGINT NOT NULL REFERENCES ingredient (id),
  allergen_group_id  BIGINT NOT NULL REFERENCES allergen_group (id),
  UNIQUE (ingredient_id, allergen_group_id)
);

CREATE TABLE contraindication (
  id                 BIGINT PRIMARY KEY,
  version            BIGINT NOT NULL,
  ingredient_id      BIGINT NOT NULL REFERENCES ingredient (id),
  condition_kind_id  BIGINT NOT NULL REFERENCES condition_kind (id),
  severity           TEXT NOT NULL,
  source             TEXT,
  UNIQUE (ingredient_id, condition_kind_id)
);

CREATE TABLE cocktail (
  id           BIGINT PRIMARY KEY,
  version      BIGINT NOT NULL,
  name         TEXT NOT NULL UNIQUE,
  note         TEXT,
  archived_on  TEXT
);

CREATE TABLE cocktail_version (
  id           BIGINT PRIMARY KEY,
  version      BIGINT NOT NULL,
  cocktail_id  BIGINT NOT NULL REFERENCES cocktail (id),
  number       BIGINT NOT NULL,
  made_on      TEXT NOT NULL,
  note         TEXT,
  UNIQUE (cocktail_id, number)
);

CREATE TABLE component (
  id                   BIGINT PRIMARY KEY,
  version              BIGINT NOT NULL,
  cocktail_version_id  BIGINT NOT NULL REFERENCES cocktail_version (id),
  ingredient_id        BIGINT NOT NULL REFERENCES ingredient (id),
  strength             BIGINT,
  strength_unit        TEXT,
  volume               BIGINT NOT NULL
);

CREATE INDEX component_by_cocktail_version ON component (cocktail_version_id);

CREATE TABLE lot (
  id                 BIGINT PRIMARY KEY,
  version            BIGINT NOT NULL,
  product            TEXT NOT NULL,
  ingredient_id      BIGINT REFERENCES ingredient (id),
  cocktail_id        BIGINT REFERENCES cocktail (id),
  gtin               TEXT,
  number             TEXT NOT NULL,
  expires_on         TEXT,
  opened_on          TEXT,
  in_use_days        BIGINT,
  quantity           BIGINT,
  quarantined        BIGINT NOT NULL DEFAULT 0,
  quarantine_reason  TEXT,
  received_on        TEXT,
  note               TEXT
);

CREATE INDEX lot_by_ingredient ON lot (ingredient_id);

CREATE INDEX lot_by_cocktail ON lot (cocktail_id);

CREATE TABLE protocol (
  id                   BIGINT PRIMARY KEY,
  version              BIGINT NOT NULL,
  code                 TEXT NOT NULL UNIQUE,
  name                 TEXT NOT NULL,
  indication           TEXT,
  evaluate_after_days  BIGINT,
  source               TEXT,
  note                 TEXT,
  archived_on          TEXT
);

CREATE TABLE phase (
  id              BIGINT PRIMARY KEY,
  version         BIGINT NOT NULL,
  protocol_id     BIGINT NOT NULL REFERENCES protocol (id),
  number          BIGINT NOT NULL,
  name            TEXT,
  sessions        BIGINT NOT NULL,
  min_days        BIGINT NOT NULL,
  target_days     BIGINT NOT NULL,
  max_days        BIGINT NOT NULL,
  technique       TEXT,
  depth           BIGINT,
  length_minutes  BIGINT NOT NULL,
  UNIQUE (protocol_id, number)
);

CREATE TABLE allergy (
  id                 BIGINT PRIMARY KEY,
  version            BIGINT NOT NULL,
  patient_id         BIGINT NOT NULL REFERENCES patient (id),
  ingredient_id      BIGINT REFERENCES ingredient (id),
  allergen_group_id  BIGINT REFERENCES allergen_group (id),
  reaction           TEXT,
  severity           TEXT,
  noted_on           TEXT,
  ended_on           TEXT,
  note               TEXT
);

CREATE INDEX allergy_by_patient ON allergy (patient_id);

CREATE TABLE condition (
  id                 BIGINT PRIMARY KEY,
  version            BIGINT NOT NULL,
  patient_id         BIGINT NOT NULL REFERENCES patient (id),
  condition_kind_id  BIGINT NOT NULL REFERENCES condition_kind (id),
  since              TEXT,
  until              TEXT,
  note               TEXT
);

CREATE INDEX condition_by_patient ON condition (patient_id);

CREATE TABLE diagnosis (
  id                 BIGINT PRIMARY KEY,
  version            BIGINT NOT NULL,
  patient_id         BIGINT NOT NULL REFERENCES patient (id),
  diagnosis_kind_id  BIGINT NOT NULL REFERENCES diagnosis_kind (id),
  made_on            TEXT,
  scale              TEXT,
  grade              TEXT,
  note               TEXT
);

CREATE INDEX diagnosis_by_patient ON diagnosis (patient_id);

CREATE TABLE course (
  id               BIGINT PRIMARY KEY,
  version          BIGINT NOT NULL,
  patient_id       BIGINT NOT NULL REFERENCES patient (id),
  diagnosis_id     BIGINT REFERENCES diagnosis (id),
  protocol_id      BIGINT REFERENCES protocol (id),
  practitioner_id  BIGINT REFERENCES staff (id),
  cocktail_id      BIGINT REFERENCES cocktail (id),
  goal             TEXT,
  started_on       TEXT,
  status           TEXT NOT NULL,
  ended_on         TEXT,
  stop_reason      TEXT
);

CREATE INDEX course_by_patient ON course (patient_id);

CREATE INDEX course_by_diagnosis ON course (diagnosis_id);

CREATE TABLE session (
  id               BIGINT PRIMARY KEY,
  version          BIGINT NOT NULL,
  patient_id       BIGINT NOT NULL REFERENCES patient (id),
  course_id        BIGINT REFERENCES course (id),
  phase_id         BIGINT REFERENCES phase (id),
  number           BIGINT,
  practitioner_id  BIGINT NOT NULL REFERENCES staff (id),
  room_id          BIGINT REFERENCES room (id),
  starts           TEXT NOT NULL,
  ends             TEXT NOT NULL,
  status           TEXT NOT NULL,
  status_reason    TEXT,
  overbooked       BIGINT NOT NULL DEFAULT 0,
  technique        TEXT,
  gauge            TEXT,
  needle_mm        BIGINT,
  device           TEXT,
  anaesthetic      TEXT,
  pain             BIGINT,
  notes            TEXT,
  signed_at        TEXT,
  signed_by        BIGINT REFERENCES staff (id),
  signature        TEXT
);

CREATE INDEX session_by_course ON session (course_id);

CREATE INDEX session_by_patient_starts ON session (patient_id, starts);

CREATE INDEX session_by_practitioner_starts_ends ON session (practitioner_id, starts, ends);

CREATE INDEX session_by_room_starts_ends ON session (room_id, starts, ends);

CREATE INDEX session_by_starts_practitioner ON session (starts, practitioner_id);

CREATE TABLE amendment (
  id          BIGINT PRIMARY KEY,
  version     BIGINT NOT NULL,
  session_id  BIGINT NOT NULL REFERENCES session (id),
  staff_id    BIGINT NOT NULL REFERENCES staff (id),
  written_at  TEXT NOT NULL,
  reason      TEXT NOT NULL,
  text        TEXT NOT NULL
);

CREATE INDEX amendment_by_session ON amendment (session_id);

CREATE TABLE injection (
  id                   BIGINT PRIMARY KEY,
  version              BIGINT NOT NULL,
  session_id           BIGINT NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  zone                 TEXT NOT NULL,
  cocktail_version_id  BIGINT REFERENCES cocktail_version (id),
  technique            TEXT,
  points               BIGINT NOT NULL,
  volume_per_point     BIGINT NOT NULL,
  depth                BIGINT,
  places               TEXT
);

CREATE INDEX injection_by_session_cocktail_version ON injection (session_id, cocktail_version_id);

CREATE INDEX injection_by_cocktail_version ON injection (cocktail_version_id);

CREATE TABLE draw (
  id                   BIGINT PRIMARY KEY,
  version              BIGINT NOT NULL,
  session_id           BIGINT NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
  cocktail_version_id  BIGINT REFERENCES cocktail_version (id),
  lot_id               BIGINT NOT NULL REFERENCES lot (id),
  volume               BIGINT NOT NULL
);

CREATE INDEX draw_by_session ON draw (session_id);

CREATE INDEX draw_by_lot ON draw (lot_id);

CREATE TABLE reaction_kind (
  id             BIGINT PRIMARY KEY,
  version        BIGINT NOT NULL,
  code           TEXT NOT NULL UNIQUE,
  name           TEXT NOT NULL,
  ctcae_term     TEXT,
  ctcae_version  TEXT,
  meddra         TEXT,
  expected_days  BIGINT,
  red_flag       BIGINT NOT NULL DEFAULT 0,
  grade_1        TEXT,
  grade_2        TEXT,
  grade_3        TEXT,
  grade_4        TEXT,
  grade_5        TEXT,
  source         TEXT
);

CREATE TABLE reaction (
  id                BIGINT PRIMARY KEY,
  version           BIGINT NOT NULL,
  patient_id        BIGINT NOT NULL REFERENCES patient (id),
  session_id        BIGINT REFERENCES session (id),
  zone              TEXT,
  reaction_kind_id  BIGINT NOT NULL REFERENCES reaction_kind (id),
  grade             BIGINT,
  onset             TEXT NOT NULL,
  cleared           TEXT,
  action            TEXT,
  causality         TEXT,
  note              TEXT
);

CREATE INDEX reaction_by_session ON reaction (session_id);

CREATE INDEX reaction_by_patient ON reaction (patient_id);

CREATE TABLE metric (
  id              BIGINT PRIMARY KEY,
  version         BIGINT NOT NULL,
  code            TEXT NOT NULL UNIQUE,
  name            TEXT NOT NULL,
  unit            TEXT,
  direction       TEXT NOT NULL,
  error_percent   BIGINT,
  error_absolute  BIGINT,
  low             BIGINT,
  high            BIGINT,
  decimals        BIGINT,
  aliases         TEXT,
  source          TEXT
);

CREATE TABLE measurement (
  id          BIGINT PRIMARY KEY,
  version     BIGINT NOT NULL,
  patient_id  BIGINT NOT NULL REFERENCES patient (id),
  course_id   BIGINT REFERENCES course (id),
  session_id  BIGINT REFERENCES session (id),
  metric_id   BIGINT NOT NULL REFERENCES metric (id),
  zone        TEXT,
  method      TEXT,
  value       BIGINT NOT NULL,
  area        BIGINT,
  taken_on    TEXT,
  visit       BIGINT,
  visit_name  TEXT,
  note        TEXT
);

CREATE INDEX measurement_by_patient ON measurement (patient_id);

CREATE INDEX measurement_by_session ON measurement (session_id);

CREATE INDEX measurement_by_course ON measurement (course_id, metric_id, zone, visit, taken_on, id, value);

CREATE TABLE setting (
  id       BIGINT PRIMARY KEY,
  version  BIGINT NOT NULL,
  key      TEXT NOT NULL UNIQUE,
  value    TEXT
);

CREATE TABLE session_draft (
  id          BIGINT PRIMARY KEY,
  version     BIGINT NOT NULL,
  session_id  BIGINT NOT NULL UNIQUE REFERENCES session (id),
  staff_id    BIGINT NOT NULL REFERENCES staff (id),
  content     TEXT NOT NULL,
  saved_at    TEXT NOT NULL
);

CREATE TABLE finding (
  id            BIGINT PRIMARY KEY,
  version       BIGINT NOT NULL,
  patient_id    BIGINT REFERENCES patient (id),
  session_id    BIGINT REFERENCES session (id),
  staff_id      BIGINT NOT NULL REFERENCES staff (id),
  rule          TEXT NOT NULL,
  rule_version  BIGINT NOT NULL,
  severity      TEXT NOT NULL,
  message       TEXT NOT NULL,
  reason        TEXT,
  written_at    TEXT NOT NULL
);

CREATE INDEX finding_by_session ON finding (session_id);

CREATE INDEX finding_by_patient ON finding (patient_id);

CREATE TABLE import_run (
  id            BIGINT PRIMARY KEY,
  version       BIGINT NOT NULL,
  kind          TEXT NOT NULL,
  file_name     TEXT NOT NULL,
  digest        TEXT,
  options       TEXT,
  rows          BIGINT,
  accepted      BIGINT,
  refused       BIGINT,
  operation_id  BIGINT,
  run_at        TEXT NOT NULL
);

-- What was done, one row a command. An undo names the operation it takes back.
CREATE TABLE operation (
  id       BIGINT PRIMARY KEY,
  command  TEXT NOT NULL,
  actor    BIGINT NOT NULL,
  at       TEXT NOT NULL,
  undoes   BIGINT UNIQUE REFERENCES operation (id)
);

CREATE INDEX operation_by_actor ON operation (actor, at, id);

-- One row a change, never changed itself; mac chains each row to the one before (HMAC-SHA-256, key outside the database).
CREATE TABLE audit (
  seq         BIGINT PRIMARY KEY,
  at          TEXT NOT NULL,
  actor       BIGINT NOT NULL,
  operation   BIGINT NOT NULL,
  command     TEXT NOT NULL,
  action      TEXT NOT NULL,
  entity      TEXT NOT NULL,
  entity_id   BIGINT NOT NULL,
  patient_id  BIGINT,
  reason      TEXT,
  before      TEXT,
  after       TEXT,
  mac         TEXT NOT NULL
);
CREATE INDEX audit_by_entity ON audit (entity, entity_id, seq);
CREATE INDEX audit_by_operation ON audit (operation, seq);
CREATE INDEX audit_by_patient ON audit (patient_id, seq);
