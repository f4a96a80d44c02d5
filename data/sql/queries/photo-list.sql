-- SPDX-License-Identifier: GPL-3.0-or-later
-- A patient's photos that are not archived, the oldest first: $1 the patient.
SELECT photo.*
  FROM photo
 WHERE photo.patient_id = $1 AND photo.archived_on IS NULL
 ORDER BY photo.taken_on, photo.id
