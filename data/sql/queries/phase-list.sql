-- SPDX-License-Identifier: GPL-3.0-or-later
-- The phases of all protocols that are in use, with the names of these.
SELECT phase.id, phase.version, protocol.name AS protocol, phase.number, phase.name, phase.sessions, phase.target_days,
       phase.technique, phase.depth, phase.volume_per_point, phase.spacing
  FROM phase
  JOIN protocol ON protocol.id = phase.protocol_id
 WHERE protocol.archived_on IS NULL
 ORDER BY protocol.name, protocol.id, phase.number
