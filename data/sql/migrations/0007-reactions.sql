-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reactions followed to their end: graded by a dictionary of a version, judged for cause and seriousness, linked to
-- every session and lot that may have to do with them, and called after.

ALTER TABLE reaction_kind ADD COLUMN advice TEXT;
ALTER TABLE reaction_kind ADD COLUMN specify BIGINT NOT NULL DEFAULT 0;

ALTER TABLE reaction ADD COLUMN specified TEXT;
ALTER TABLE reaction ADD COLUMN ctcae_version TEXT;
ALTER TABLE reaction ADD COLUMN outcome TEXT;
ALTER TABLE reaction ADD COLUMN naranjo TEXT;
ALTER TABLE reaction ADD COLUMN death BIGINT NOT NULL DEFAULT 0;
ALTER TABLE reaction ADD COLUMN life_threatening BIGINT NOT NULL DEFAULT 0;
ALTER TABLE reaction ADD COLUMN hospital BIGINT NOT NULL DEFAULT 0;
ALTER TABLE reaction ADD COLUMN disability BIGINT NOT NULL DEFAULT 0;
ALTER TABLE reaction ADD COLUMN congenital BIGINT NOT NULL DEFAULT 0;
ALTER TABLE reaction ADD COLUMN important BIGINT NOT NULL DEFAULT 0;
ALTER TABLE reaction ADD COLUMN assessed_on TEXT;
ALTER TABLE reaction ADD COLUMN assessed_by BIGINT REFERENCES staff (id);
ALTER TABLE reaction ADD COLUMN reported_by BIGINT REFERENCES staff (id);

CREATE TABLE reaction_suspect (
  id           BIGINT PRIMARY KEY,
  version      BIGINT NOT NULL,
  reaction_id  BIGINT NOT NULL REFERENCES reaction (id),
  session_id   BIGINT NOT NULL REFERENCES session (id),
  zone         TEXT,
  lot_id       BIGINT REFERENCES lot (id)
);

CREATE INDEX reaction_suspect_by_reaction ON reaction_suspect (reaction_id);

CREATE INDEX reaction_suspect_by_lot ON reaction_suspect (lot_id);

CREATE INDEX reaction_suspect_by_session ON reaction_suspect (session_id);

CREATE TABLE follow_up (
  id           BIGINT PRIMARY KEY,
  version      BIGINT NOT NULL,
  patient_id   BIGINT NOT NULL REFERENCES patient (id),
  reaction_id  BIGINT REFERENCES reaction (id),
  due_on       TEXT NOT NULL,
  staff_id     BIGINT REFERENCES staff (id),
  reason       TEXT,
  done_at      TEXT,
  done_by      BIGINT REFERENCES staff (id),
  outcome      TEXT,
  note         TEXT
);

CREATE INDEX follow_up_open ON follow_up (due_on, id) WHERE done_at IS NULL;

CREATE INDEX follow_up_by_reaction ON follow_up (reaction_id);

CREATE INDEX follow_up_by_patient ON follow_up (patient_id);
