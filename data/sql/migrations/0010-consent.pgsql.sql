-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0010-consent.sql in PostgreSQL's words: the same tables, the guards at the end as it writes them.

CREATE TABLE consent_template (
  id          BIGINT PRIMARY KEY,
  version     BIGINT NOT NULL,
  code        TEXT NOT NULL,
  number      BIGINT NOT NULL,
  language    TEXT NOT NULL,
  purpose     TEXT NOT NULL,
  title       TEXT NOT NULL,
  body        TEXT NOT NULL,
  valid_from  TEXT NOT NULL,
  source      TEXT,
  UNIQUE (code, language, number)
);

CREATE TABLE consent (
  id                   BIGINT PRIMARY KEY,
  version              BIGINT NOT NULL,
  patient_id           BIGINT NOT NULL REFERENCES patient (id),
  course_id            BIGINT REFERENCES course (id),
  consent_template_id  BIGINT NOT NULL REFERENCES consent_template (id),
  scope                TEXT,
  signed_at            TEXT NOT NULL,
  signed_name          TEXT NOT NULL,
  typed                BIGINT NOT NULL DEFAULT 0,
  strokes              TEXT,
  fingerprint          TEXT NOT NULL,
  staff_id             BIGINT NOT NULL REFERENCES staff (id),
  witness              TEXT
);

CREATE INDEX consent_by_patient ON consent (patient_id);

CREATE INDEX consent_by_course ON consent (course_id);

CREATE INDEX consent_by_template ON consent (consent_template_id);

CREATE TABLE consent_confirmation (
  id            BIGINT PRIMARY KEY,
  version       BIGINT NOT NULL,
  consent_id    BIGINT NOT NULL REFERENCES consent (id),
  session_id    BIGINT NOT NULL REFERENCES session (id),
  confirmed_at  TEXT NOT NULL,
  staff_id      BIGINT NOT NULL REFERENCES staff (id),
  UNIQUE (session_id, consent_id)
);

CREATE INDEX consent_confirmation_by_consent ON consent_confirmation (consent_id);

CREATE TABLE consent_withdrawal (
  id            BIGINT PRIMARY KEY,
  version       BIGINT NOT NULL,
  consent_id    BIGINT NOT NULL UNIQUE REFERENCES consent (id),
  withdrawn_at  TEXT NOT NULL,
  reason        TEXT NOT NULL,
  staff_id      BIGINT NOT NULL REFERENCES staff (id)
);

CREATE TABLE aftercare_rule (
  id         BIGINT PRIMARY KEY,
  version    BIGINT NOT NULL,
  code       TEXT NOT NULL UNIQUE,
  side       TEXT NOT NULL,
  amount     BIGINT NOT NULL,
  unit       TEXT NOT NULL,
  position   BIGINT,
  treatment  BIGINT NOT NULL DEFAULT 0,
  source     TEXT,
  ended_on   TEXT
);

CREATE TABLE aftercare_text (
  id                 BIGINT PRIMARY KEY,
  version            BIGINT NOT NULL,
  aftercare_rule_id  BIGINT NOT NULL REFERENCES aftercare_rule (id),
  language           TEXT NOT NULL,
  text               TEXT NOT NULL,
  UNIQUE (aftercare_rule_id, language)
);

CREATE TABLE home_care (
  id          BIGINT PRIMARY KEY,
  version     BIGINT NOT NULL,
  patient_id  BIGINT NOT NULL REFERENCES patient (id),
  course_id   BIGINT REFERENCES course (id),
  what        TEXT NOT NULL,
  directions  TEXT,
  since       TEXT,
  until       TEXT
);

CREATE INDEX home_care_by_patient ON home_care (patient_id);

CREATE INDEX home_care_by_course ON home_care (course_id);

-- A form that was signed stays what it was.
CREATE FUNCTION consent_template_refuse_used () RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM consent WHERE consent_template_id = OLD.id;
  IF FOUND THEN
    RAISE EXCEPTION 'fixed';
  END IF;

  RETURN NEW;
END
$$;

CREATE TRIGGER consent_template_used BEFORE UPDATE ON consent_template
FOR EACH ROW EXECUTE FUNCTION consent_template_refuse_used ();

-- What was signed is neither changed nor taken back: it is withdrawn, and that stays too.
CREATE TRIGGER consent_stays BEFORE UPDATE OR DELETE ON consent
FOR EACH ROW EXECUTE FUNCTION clinic_refuse ('consent_signed');

CREATE TRIGGER consent_withdrawal_stays BEFORE UPDATE OR DELETE ON consent_withdrawal
FOR EACH ROW EXECUTE FUNCTION clinic_refuse ('consent_signed');
