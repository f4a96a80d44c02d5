-- SPDX-License-Identifier: GPL-3.0-or-later
-- How a reading came about; stages of scales over time; what goes on beside the sessions; goals as numbers; decisions about a course.

ALTER TABLE measurement ADD COLUMN counted BIGINT;

ALTER TABLE measurement ADD COLUMN cutoff BIGINT;

ALTER TABLE measurement ADD COLUMN grasped BIGINT;

ALTER TABLE measurement ADD COLUMN wash_hours BIGINT;

ALTER TABLE measurement ADD COLUMN rule TEXT;

ALTER TABLE measurement ADD COLUMN result TEXT;

ALTER TABLE measurement ADD COLUMN items TEXT;

CREATE TABLE grade (
  id            BIGINT PRIMARY KEY,
  version       BIGINT NOT NULL,
  patient_id    BIGINT NOT NULL REFERENCES patient (id),
  diagnosis_id  BIGINT REFERENCES diagnosis (id),
  session_id    BIGINT REFERENCES session (id),
  scale         TEXT NOT NULL,
  stage         TEXT NOT NULL,
  graded_on     TEXT NOT NULL,
  note          TEXT
);

CREATE INDEX grade_by_patient ON grade (patient_id);

CREATE INDEX grade_by_diagnosis ON grade (diagnosis_id);

CREATE INDEX grade_by_session ON grade (session_id);

CREATE TABLE track (
  id          BIGINT PRIMARY KEY,
  version     BIGINT NOT NULL,
  patient_id  BIGINT NOT NULL REFERENCES patient (id),
  kind        TEXT NOT NULL,
  since       TEXT NOT NULL,
  until       TEXT,
  detail      TEXT,
  note        TEXT
);

CREATE INDEX track_by_patient ON track (patient_id);

CREATE TABLE goal (
  id          BIGINT PRIMARY KEY,
  version     BIGINT NOT NULL,
  patient_id  BIGINT NOT NULL REFERENCES patient (id),
  course_id   BIGINT NOT NULL REFERENCES course (id),
  metric_id   BIGINT NOT NULL REFERENCES metric (id),
  zone        TEXT,
  value       BIGINT NOT NULL
);

CREATE INDEX goal_by_patient ON goal (patient_id);

CREATE UNIQUE INDEX goal_once ON goal (course_id, metric_id, COALESCE(zone, ''));

CREATE TABLE decision (
  id          BIGINT PRIMARY KEY,
  version     BIGINT NOT NULL,
  patient_id  BIGINT NOT NULL REFERENCES patient (id),
  course_id   BIGINT NOT NULL REFERENCES course (id),
  session_id  BIGINT REFERENCES session (id),
  number      BIGINT NOT NULL,
  score       BIGINT NOT NULL,
  photos      BIGINT NOT NULL DEFAULT 0,
  choice      TEXT NOT NULL,
  reason      TEXT NOT NULL,
  phase_id    BIGINT REFERENCES phase (id),
  decided_on  TEXT NOT NULL,
  staff_id    BIGINT REFERENCES staff (id)
);

CREATE INDEX decision_by_patient ON decision (patient_id);

CREATE INDEX decision_by_course ON decision (course_id, number);

CREATE INDEX decision_by_session ON decision (session_id);
