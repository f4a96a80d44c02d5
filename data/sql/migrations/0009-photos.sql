-- SPDX-License-Identifier: GPL-3.0-or-later
-- Photographs: what each one shows, and apart from that the pictures themselves, sealed (AEAD) and found by a keyed hash
-- of what they are, so that nobody without the clinic's key can read or even compare them.

CREATE TABLE photo (
  id           BIGINT PRIMARY KEY,
  version      BIGINT NOT NULL,
  patient_id   BIGINT NOT NULL REFERENCES patient (id),
  session_id   BIGINT REFERENCES session (id),
  course_id    BIGINT REFERENCES course (id),
  view         TEXT NOT NULL,
  taken_on     TEXT NOT NULL,
  content      TEXT NOT NULL,
  width        BIGINT NOT NULL,
  height       BIGINT NOT NULL,
  note         TEXT,
  archived_on  TEXT
);

CREATE INDEX photo_patient ON photo (patient_id, taken_on, id);
CREATE INDEX photo_content ON photo (content);
CREATE INDEX photo_session ON photo (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX photo_course ON photo (course_id) WHERE course_id IS NOT NULL;

-- kind: "photo" is the picture, "thumbnail" a small one made of it.
CREATE TABLE picture (
  content  TEXT NOT NULL,
  kind     TEXT NOT NULL,
  sealed   BYTEA NOT NULL,
  PRIMARY KEY (content, kind)
);
