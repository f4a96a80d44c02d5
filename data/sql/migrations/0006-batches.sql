-- SPDX-License-Identifier: GPL-3.0-or-later
-- Batches that the clinic prepares itself: lots that were poured together from others. What comes out of a lot is a draw for a session,
-- a pour into a batch or a discard. PostgreSQL has its own words for the guards beside this file.

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

-- Nobody injects more of a batch than was mixed: out never exceeds in.
CREATE TRIGGER draw_batch_on_insert AFTER INSERT ON draw
WHEN EXISTS (SELECT 1 FROM lot WHERE id = NEW.lot_id AND prepared_at IS NOT NULL)
BEGIN
  SELECT RAISE (ABORT, 'batch_overdrawn') FROM lot l
   WHERE l.id = NEW.lot_id AND l.quantity <
     (SELECT COALESCE (SUM (volume), 0) FROM draw WHERE lot_id = l.id)
     + (SELECT COALESCE (SUM (volume), 0) FROM pour WHERE lot_id = l.id)
     + (SELECT COALESCE (SUM (volume), 0) FROM discard WHERE lot_id = l.id);
END;

CREATE TRIGGER draw_batch_on_update AFTER UPDATE OF lot_id, volume ON draw
WHEN EXISTS (SELECT 1 FROM lot WHERE id = NEW.lot_id AND prepared_at IS NOT NULL)
BEGIN
  SELECT RAISE (ABORT, 'batch_overdrawn') FROM lot l
   WHERE l.id = NEW.lot_id AND l.quantity <
     (SELECT COALESCE (SUM (volume), 0) FROM draw WHERE lot_id = l.id)
     + (SELECT COALESCE (SUM (volume), 0) FROM pour WHERE lot_id = l.id)
     + (SELECT COALESCE (SUM (volume), 0) FROM discard WHERE lot_id = l.id);
END;

CREATE TRIGGER pour_batch_on_insert AFTER INSERT ON pour
WHEN EXISTS (SELECT 1 FROM lot WHERE id = NEW.lot_id AND prepared_at IS NOT NULL)
BEGIN
  SELECT RAISE (ABORT, 'batch_overdrawn') FROM lot l
   WHERE l.id = NEW.lot_id AND l.quantity <
     (SELECT COALESCE (SUM (volume), 0) FROM draw WHERE lot_id = l.id)
     + (SELECT COALESCE (SUM (volume), 0) FROM pour WHERE lot_id = l.id)
     + (SELECT COALESCE (SUM (volume), 0) FROM discard WHERE lot_id = l.id);
END;

CREATE TRIGGER discard_batch_on_insert AFTER INSERT ON discard
WHEN EXISTS (SELECT 1 FROM lot WHERE id = NEW.lot_id AND prepared_at IS NOT NULL)
BEGIN
  SELECT RAISE (ABORT, 'batch_overdrawn') FROM lot l
   WHERE l.id = NEW.lot_id AND l.quantity <
     (SELECT COALESCE (SUM (volume), 0) FROM draw WHERE lot_id = l.id)
     + (SELECT COALESCE (SUM (volume), 0) FROM pour WHERE lot_id = l.id)
     + (SELECT COALESCE (SUM (volume), 0) FROM discard WHERE lot_id = l.id);
END;

CREATE TRIGGER lot_batch_on_update AFTER UPDATE OF quantity ON lot
WHEN EXISTS (SELECT 1 FROM lot WHERE id = NEW.id AND prepared_at IS NOT NULL)
BEGIN
  SELECT RAISE (ABORT, 'batch_overdrawn') FROM lot l
   WHERE l.id = NEW.id AND l.quantity <
     (SELECT COALESCE (SUM (volume), 0) FROM draw WHERE lot_id = l.id)
     + (SELECT COALESCE (SUM (volume), 0) FROM pour WHERE lot_id = l.id)
     + (SELECT COALESCE (SUM (volume), 0) FROM discard WHERE lot_id = l.id);
END;

-- What was poured or thrown away stays so; taking it back as a whole is allowed.
CREATE TRIGGER pour_fixed BEFORE UPDATE ON pour
BEGIN
  SELECT RAISE (ABORT, 'fixed');
END;

CREATE TRIGGER discard_fixed BEFORE UPDATE ON discard
BEGIN
  SELECT RAISE (ABORT, 'fixed');
END;
