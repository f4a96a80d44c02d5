-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the day's page counts and lists, so that neither all courses nor all reactions are read for it.

CREATE INDEX course_running ON course (id) WHERE status = 'active';

CREATE INDEX reaction_open ON reaction (onset, id) WHERE cleared IS NULL;
