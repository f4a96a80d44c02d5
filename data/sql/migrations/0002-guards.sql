-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the database itself refuses, whatever a program asks for. PostgreSQL has its own words for it beside this file.

-- No practitioner, room or patient twice at one time: booked, confirmed, arrived and in treatment count, an overbooking
-- on purpose does not. No session is longer than 480 minutes, so that a short range of the index is looked at.
CREATE TRIGGER session_booked_on_insert BEFORE INSERT ON session
WHEN NEW.status IN ('booked', 'confirmed', 'arrived', 'in_treatment') AND NEW.overbooked = 0
BEGIN
  SELECT RAISE (ABORT, 'booked_practitioner') FROM session
   WHERE practitioner_id = NEW.practitioner_id AND id <> NEW.id
     AND starts < NEW.ends AND starts > strftime ('%Y-%m-%dT%H:%M', NEW.starts, '-480 minutes') AND ends > NEW.starts
     AND status IN ('booked', 'confirmed', 'arrived', 'in_treatment') AND overbooked = 0;
  SELECT RAISE (ABORT, 'booked_room') FROM session
   WHERE room_id = NEW.room_id AND id <> NEW.id
     AND starts < NEW.ends AND starts > strftime ('%Y-%m-%dT%H:%M', NEW.starts, '-480 minutes') AND ends > NEW.starts
     AND status IN ('booked', 'confirmed', 'arrived', 'in_treatment') AND overbooked = 0;
  SELECT RAISE (ABORT, 'booked_patient') FROM session
   WHERE patient_id = NEW.patient_id AND id <> NEW.id
     AND starts < NEW.ends AND starts > strftime ('%Y-%m-%dT%H:%M', NEW.starts, '-480 minutes') AND ends > NEW.starts
     AND status IN ('booked', 'confirmed', 'arrived', 'in_treatment') AND overbooked = 0;
END;

CREATE TRIGGER session_booked_on_update
BEFORE UPDATE OF practitioner_id, room_id, patient_id, starts, ends, status, overbooked ON session
WHEN NEW.status IN ('booked', 'confirmed', 'arrived', 'in_treatment') AND NEW.overbooked = 0
BEGIN
  SELECT RAISE (ABORT, 'booked_practitioner') FROM session
   WHERE practitioner_id = NEW.practitioner_id AND id <> NEW.id
     AND starts < NEW.ends AND starts > strftime ('%Y-%m-%dT%H:%M', NEW.starts, '-480 minutes') AND ends > NEW.starts
     AND status IN ('booked', 'confirmed', 'arrived', 'in_treatment') AND overbooked = 0;
  SELECT RAISE (ABORT, 'booked_room') FROM session
   WHERE room_id = NEW.room_id AND id <> NEW.id
     AND starts < NEW.ends AND starts > strftime ('%Y-%m-%dT%H:%M', NEW.starts, '-480 minutes') AND ends > NEW.starts
     AND status IN ('booked', 'confirmed', 'arrived', 'in_treatment') AND overbooked = 0;
  SELECT RAISE (ABORT, 'booked_patient') FROM session
   WHERE patient_id = NEW.patient_id AND id <> NEW.id
     AND starts < NEW.ends AND starts > strftime ('%Y-%m-%dT%H:%M', NEW.starts, '-480 minutes') AND ends > NEW.starts
     AND status IN ('booked', 'confirmed', 'arrived', 'in_treatment') AND overbooked = 0;
END;

CREATE TRIGGER session_length_on_insert BEFORE INSERT ON session
WHEN NEW.ends <= NEW.starts OR NEW.ends > strftime ('%Y-%m-%dT%H:%M', NEW.starts, '+480 minutes')
BEGIN
  SELECT RAISE (ABORT, 'session_length');
END;

CREATE TRIGGER session_length_on_update BEFORE UPDATE OF starts, ends ON session
WHEN NEW.ends <= NEW.starts OR NEW.ends > strftime ('%Y-%m-%dT%H:%M', NEW.starts, '+480 minutes')
BEGIN
  SELECT RAISE (ABORT, 'session_length');
END;

-- A signed session is changed by amendments only, and so is what was injected in it.
CREATE TRIGGER session_signed_on_update BEFORE UPDATE ON session
WHEN OLD.signed_at IS NOT NULL
BEGIN
  SELECT RAISE (ABORT, 'signed');
END;

CREATE TRIGGER session_signed_on_delete BEFORE DELETE ON session
WHEN OLD.signed_at IS NOT NULL
BEGIN
  SELECT RAISE (ABORT, 'signed');
END;

CREATE TRIGGER injection_signed_on_insert BEFORE INSERT ON injection
WHEN EXISTS (SELECT 1 FROM session WHERE id = NEW.session_id AND signed_at IS NOT NULL)
BEGIN
  SELECT RAISE (ABORT, 'signed');
END;

CREATE TRIGGER injection_signed_on_update BEFORE UPDATE ON injection
WHEN EXISTS (SELECT 1 FROM session WHERE id IN (OLD.session_id, NEW.session_id) AND signed_at IS NOT NULL)
BEGIN
  SELECT RAISE (ABORT, 'signed');
END;

CREATE TRIGGER injection_signed_on_delete BEFORE DELETE ON injection
WHEN EXISTS (SELECT 1 FROM session WHERE id = OLD.session_id AND signed_at IS NOT NULL)
BEGIN
  SELECT RAISE (ABORT, 'signed');
END;

CREATE TRIGGER draw_signed_on_insert BEFORE INSERT ON draw
WHEN EXISTS (SELECT 1 FROM session WHERE id = NEW.session_id AND signed_at IS NOT NULL)
BEGIN
  SELECT RAISE (ABORT, 'signed');
END;

CREATE TRIGGER draw_signed_on_update BEFORE UPDATE ON draw
WHEN EXISTS (SELECT 1 FROM session WHERE id IN (OLD.session_id, NEW.session_id) AND signed_at IS NOT NULL)
BEGIN
  SELECT RAISE (ABORT, 'signed');
END;

CREATE TRIGGER draw_signed_on_delete BEFORE DELETE ON draw
WHEN EXISTS (SELECT 1 FROM session WHERE id = OLD.session_id AND signed_at IS NOT NULL)
BEGIN
  SELECT RAISE (ABORT, 'signed');
END;

-- Only ever added to. A row put in again under a number that is there would take the old one away: refused too.
CREATE TRIGGER audit_append_only_on_insert BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE seq >= NEW.seq)
BEGIN
  SELECT RAISE (ABORT, 'append_only');
END;

CREATE TRIGGER audit_append_only_on_update BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE (ABORT, 'append_only');
END;

CREATE TRIGGER audit_append_only_on_delete BEFORE DELETE ON audit
BEGIN
  SELECT RAISE (ABORT, 'append_only');
END;

CREATE TRIGGER operation_append_only_on_update BEFORE UPDATE ON operation
BEGIN
  SELECT RAISE (ABORT, 'append_only');
END;

CREATE TRIGGER operation_append_only_on_delete BEFORE DELETE ON operation
BEGIN
  SELECT RAISE (ABORT, 'append_only');
END;

CREATE TRIGGER amendment_append_only_on_update BEFORE UPDATE ON amendment
BEGIN
  SELECT RAISE (ABORT, 'append_only');
END;

CREATE TRIGGER amendment_append_only_on_delete BEFORE DELETE ON amendment
BEGIN
  SELECT RAISE (ABORT, 'append_only');
END;

CREATE TRIGGER finding_append_only_on_update BEFORE UPDATE ON finding
BEGIN
  SELECT RAISE (ABORT, 'append_only');
END;

CREATE TRIGGER finding_append_only_on_delete BEFORE DELETE ON finding
BEGIN
  SELECT RAISE (ABORT, 'append_only');
END;

-- A composition that was used must stay what it was; taking a new one back before that is allowed.
CREATE TRIGGER cocktail_version_fixed BEFORE UPDATE ON cocktail_version
BEGIN
  SELECT RAISE (ABORT, 'fixed');
END;

CREATE TRIGGER component_fixed BEFORE UPDATE ON component
BEGIN
  SELECT RAISE (ABORT, 'fixed');
END;

CREATE TRIGGER component_used_on_insert BEFORE INSERT ON component
WHEN EXISTS (SELECT 1 FROM injection WHERE cocktail_version_id = NEW.cocktail_version_id)
BEGIN
  SELECT RAISE (ABORT, 'fixed');
END;

CREATE TRIGGER component_used_on_delete BEFORE DELETE ON component
WHEN EXISTS (SELECT 1 FROM injection WHERE cocktail_version_id = OLD.cocktail_version_id)
BEGIN
  SELECT RAISE (ABORT, 'fixed');
END;
