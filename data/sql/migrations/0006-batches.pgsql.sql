-- SPDX-License-Identifier: GPL-3.0-or-later
-- Batches that the clinic prepares itself: lots that were poured together from others. What comes out of a lot is a draw for a session,
-- a pour into a batch or a discard. In PostgreSQL's words.

ALTER TABLE lot ADD COLUMN container BIGINT;

ALTER TABLE lot ADD COLUMN single_dose BIGINT NOT NULL DEFAULT 0;

ALTER TABLE lot ADD COLUMN limit_on TEXT;

ALTER TABLE lot ADD COLUMN expiry_text TEXT;

ALTER TABLE lot ADD COLUMN cocktail_version_id BIGINT REFERENCES cocktail_version (id);

ALTER TABLE lot ADD COLUMN prepared_at TEXT;

ALTER TABLE lot ADD COLUMN prepared_by BIGINT REFERENCES staff (id);

ALTER TABLE lot ADD COLUMN usable_until TEXT;

CREATE INDEX lot_by_number ON lot (number);

CREATE INDEX lot_by_gtin ON lot (gtin);

CREATE INDEX lot_by_prepared_at ON lot (prepared_at);

CREATE TABLE pour (
  id        BIGINT PRIMARY KEY,
  version   BIGINT NOT NULL,
  lot_id    BIGINT NOT NULL REFERENCES lot (id),
  batch_id  BIGINT NOT NULL REFERENCES lot (id),
  volume    BIGINT NOT NULL
);

CREATE INDEX pour_by_lot ON pour (lot_id);

CREATE INDEX pour_by_batch ON pour (batch_id);

CREATE TABLE discard (
  id            BIGINT PRIMARY KEY,
  version       BIGINT NOT NULL,
  lot_id        BIGINT NOT NULL REFERENCES lot (id),
  volume        BIGINT NOT NULL,
  discarded_at  TEXT NOT NULL,
  staff_id      BIGINT NOT NULL REFERENCES staff (id),
  reason        TEXT NOT NULL
);

CREATE INDEX discard_by_lot ON discard (lot_id);

-- Nobody injects more of a batch than was mixed: out never exceeds in. The batch's row is held meanwhile.
CREATE FUNCTION batch_refuse_overdrawn (batch BIGINT) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM lot WHERE id = batch AND prepared_at IS NOT NULL FOR UPDATE;

  IF NOT FOUND THEN
    RETURN;
  END IF;

  PERFORM 1 FROM lot l
    WHERE l.id = batch AND l.quantity <
     (SELECT COALESCE (SUM (volume), 0) FROM draw WHERE lot_id = l.id)
     + (SELECT COALESCE (SUM (volume), 0) FROM pour WHERE lot_id = l.id)
     + (SELECT COALESCE (SUM (volume), 0) FROM discard WHERE lot_id = l.id);

  IF FOUND THEN
    RAISE EXCEPTION 'batch_overdrawn';
  END IF;
END
$$;

CREATE FUNCTION batch_look_taken () RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM batch_refuse_overdrawn (NEW.lot_id);

  RETURN NULL;
END
$$;

CREATE FUNCTION batch_look_changed () RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM batch_refuse_overdrawn (NEW.id);

  RETURN NULL;
END
$$;

CREATE TRIGGER draw_batch AFTER INSERT OR UPDATE OF lot_id, volume ON draw
FOR EACH ROW EXECUTE FUNCTION batch_look_taken ();

CREATE TRIGGER pour_batch AFTER INSERT ON pour
FOR EACH ROW EXECUTE FUNCTION batch_look_taken ();

CREATE TRIGGER discard_batch AFTER INSERT ON discard
FOR EACH ROW EXECUTE FUNCTION batch_look_taken ();

CREATE TRIGGER lot_batch AFTER UPDATE OF quantity ON lot
FOR EACH ROW WHEN (NEW.prepared_at IS NOT NULL) EXECUTE FUNCTION batch_look_changed ();

-- What was poured or thrown away stays so; taking it back as a whole is allowed.
CREATE TRIGGER pour_fixed BEFORE UPDATE ON pour
FOR EACH ROW EXECUTE FUNCTION clinic_refuse ('fixed');

CREATE TRIGGER discard_fixed BEFORE UPDATE ON discard
FOR EACH ROW EXECUTE FUNCTION clinic_refuse ('fixed');
