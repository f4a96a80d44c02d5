-- SPDX-License-Identifier: GPL-3.0-or-later
-- Patients of the demonstration who have a visit from day $1 to before $2, or a course that is under way.
SELECT patient_id FROM session WHERE starts >= $1 AND starts < $2
 UNION
SELECT patient_id FROM course WHERE status = 'active'
