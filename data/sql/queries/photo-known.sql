-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whose picture this is already: $1 its content.
SELECT photo.patient_id, patient.file_number
  FROM photo JOIN patient ON patient.id = photo.patient_id
 WHERE photo.content = $1 AND photo.archived_on IS NULL
