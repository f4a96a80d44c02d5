-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0002-guards.sql in PostgreSQL's words, rule by rule. A refusal is a constraint's name or a raised message; both are
-- the same words as SQLite's triggers say.

-- Equality of numbers beside overlap of times in one index; comes with PostgreSQL, and a database's owner may add it.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- "2026-11-21T09:30". Casts of text to times depend on settings and may not stand in an index; this may.
CREATE FUNCTION session_wall (wall TEXT) RETURNS TIMESTAMP
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN make_timestamp (CAST(substr (wall, 1, 4) AS INTEGER), CAST(substr (wall, 6, 2) AS INTEGER),
                       CAST(substr (wall, 9, 2) AS INTEGER), CAST(substr (wall, 12, 2) AS INTEGER),
                       CAST(substr (wall, 15, 2) AS INTEGER), 0);

-- No practitioner, room or patient twice at one time: booked, confirmed, arrived and in treatment count, an overbooking
-- on purpose does not. The end is the next one's beginning.
ALTER TABLE session
  ADD CONSTRAINT session_length
    CHECK (ends > starts AND session_wall (ends) - session_wall (starts) <= INTERVAL '480 minutes'),
  ADD CONSTRAINT booked_practitioner
    EXCLUDE USING gist (practitioner_id WITH =, tsrange (session_wall (starts), session_wall (ends)) WITH &&)
    WHERE (status IN ('booked', 'confirmed', 'arrived', 'in_treatment') AND overbooked = 0),
  ADD CONSTRAINT booked_room
    EXCLUDE USING gist (room_id WITH =, tsrange (session_wall (starts), session_wall (ends)) WITH &&)
    WHERE (status IN ('booked', 'confirmed', 'arrived', 'in_treatment') AND overbooked = 0),
  ADD CONSTRAINT booked_patient
    EXCLUDE USING gist (patient_id WITH =, tsrange (session_wall (starts), session_wall (ends)) WITH &&)
    WHERE (status IN ('booked', 'confirmed', 'arrived', 'in_treatment') AND overbooked = 0);

CREATE FUNCTION clinic_refuse () RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0];
END
$$;

-- A signed session is changed by amendments only, and so is what was injected in it.
CREATE TRIGGER session_signed BEFORE UPDATE OR DELETE ON session
FOR EACH ROW WHEN (OLD.signed_at IS NOT NULL) EXECUTE FUNCTION clinic_refuse ('signed');

-- The session's row is held meanwhile: nobody signs between this look and the end of the transaction.
CREATE FUNCTION clinic_refuse_signed () RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM 1 FROM session WHERE id = OLD.session_id AND signed_at IS NOT NULL;
    IF FOUND THEN
      RAISE EXCEPTION 'signed';
    END IF;
  END IF;

  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;

  PERFORM 1 FROM (SELECT signed_at FROM session WHERE id = NEW.session_id FOR SHARE) AS held
    WHERE signed_at IS NOT NULL;
  IF FOUND THEN
    RAISE EXCEPTION 'signed';
  END IF;

  RETURN NEW;
END
$$;

CREATE TRIGGER injection_signed BEFORE INSERT OR UPDATE OR DELETE ON injection
FOR EACH ROW EXECUTE FUNCTION clinic_refuse_signed ();

CREATE TRIGGER draw_signed BEFORE INSERT OR UPDATE OR DELETE ON draw
FOR EACH ROW EXECUTE FUNCTION clinic_refuse_signed ();

-- Only ever added to, and at the end.
CREATE FUNCTION audit_refuse_earlier () RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  -- So worded that the index is used however little PostgreSQL knows of the table: a long import appends to it many times.
  IF NEW.seq <= (SELECT seq FROM audit ORDER BY seq DESC LIMIT 1) THEN
    RAISE EXCEPTION 'append_only';
  END IF;

  RETURN NEW;
END
$$;

CREATE TRIGGER audit_append_only_on_insert BEFORE INSERT ON audit
FOR EACH ROW EXECUTE FUNCTION audit_refuse_earlier ();

CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit
FOR EACH ROW EXECUTE FUNCTION clinic_refuse ('append_only');

CREATE TRIGGER operation_append_only BEFORE UPDATE OR DELETE ON operation
FOR EACH ROW EXECUTE FUNCTION clinic_refuse ('append_only');

CREATE TRIGGER amendment_append_only BEFORE UPDATE OR DELETE ON amendment
FOR EACH ROW EXECUTE FUNCTION clinic_refuse ('append_only');

CREATE TRIGGER finding_append_only BEFORE UPDATE OR DELETE ON finding
FOR EACH ROW EXECUTE FUNCTION clinic_refuse ('append_only');

-- SQLite's authorizer keeps this one.
CREATE TRIGGER migration_append_only BEFORE UPDATE OR DELETE ON migration
FOR EACH ROW EXECUTE FUNCTION clinic_refuse ('append_only');

-- A composition that was used must stay what it was; taking a new one back before that is allowed.
CREATE TRIGGER cocktail_version_fixed BEFORE UPDATE ON cocktail_version
FOR EACH ROW EXECUTE FUNCTION clinic_refuse ('fixed');

CREATE TRIGGER component_fixed BEFORE UPDATE ON component
FOR EACH ROW EXECUTE FUNCTION clinic_refuse ('fixed');

CREATE FUNCTION component_refuse_used () RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  composition BIGINT;
BEGIN
  IF TG_OP = 'DELETE' THEN
    composition := OLD.cocktail_version_id;
  ELSE
    composition := NEW.cocktail_version_id;
  END IF;

  PERFORM 1 FROM injection WHERE cocktail_version_id = composition LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'fixed';
  END IF;

  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;

  RETURN NEW;
END
$$;

CREATE TRIGGER component_used BEFORE INSERT OR DELETE ON component
FOR EACH ROW EXECUTE FUNCTION component_refuse_used ();

-- TRUNCATE goes round what guards the rows.
CREATE TRIGGER session_no_truncate BEFORE TRUNCATE ON session EXECUTE FUNCTION clinic_refuse ('signed');
CREATE TRIGGER injection_no_truncate BEFORE TRUNCATE ON injection EXECUTE FUNCTION clinic_refuse ('signed');
CREATE TRIGGER draw_no_truncate BEFORE TRUNCATE ON draw EXECUTE FUNCTION clinic_refuse ('signed');
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit EXECUTE FUNCTION clinic_refuse ('append_only');
CREATE TRIGGER operation_no_truncate BEFORE TRUNCATE ON operation EXECUTE FUNCTION clinic_refuse ('append_only');
CREATE TRIGGER amendment_no_truncate BEFORE TRUNCATE ON amendment EXECUTE FUNCTION clinic_refuse ('append_only');
CREATE TRIGGER finding_no_truncate BEFORE TRUNCATE ON finding EXECUTE FUNCTION clinic_refuse ('append_only');
CREATE TRIGGER migration_no_truncate BEFORE TRUNCATE ON migration EXECUTE FUNCTION clinic_refuse ('append_only');
CREATE TRIGGER cocktail_version_no_truncate BEFORE TRUNCATE ON cocktail_version EXECUTE FUNCTION clinic_refuse ('fixed');
CREATE TRIGGER component_no_truncate BEFORE TRUNCATE ON component EXECUTE FUNCTION clinic_refuse ('fixed');
