-- SPDX-License-Identifier: GPL-3.0-or-later
-- What went into each zone before a session: $1 the session. In its course, or, without one, in all treatments. A row for
-- each way its points were laid out.
SELECT injection.zone AS zone,
       CAST (SUM (injection.points) AS BIGINT) AS points,
       CAST (SUM (injection.points * injection.volume_per_point) AS BIGINT) AS volume,
       injection.points AS each,
       injection.places AS places
  FROM session AS this
  JOIN session AS other ON other.patient_id = this.patient_id
                       AND other.id <> this.id
                       AND other.starts < this.starts
                       AND (this.course_id IS NULL OR other.course_id = this.course_id)
  JOIN injection ON injection.session_id = other.id
 WHERE this.id = $1
   AND other.status = 'done'
 GROUP BY injection.zone, injection.points, injection.places
 ORDER BY injection.zone, injection.points, injection.places
