/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-desk.h"
#include "clinic-patient.h"
#include "clinic-staff.h"

G_BEGIN_DECLS

/* What tests of the agenda do behind the windows' backs, through the same commands and the same
 * desk, so that what is shown hears of it. All wait until all is settled. */

/* Books half an hour from @starts; the session's id. */
gint64         agenda_book         (ClinicDesk  *desk,
                                    gint64       patient,
                                    gint64       practitioner,
                                    const char  *starts);
void           agenda_set_state    (ClinicDesk  *desk,
                                    gint64       session,
                                    const char  *status);
/* Takes back the last act of the person acting. */
void           agenda_undo         (ClinicDesk  *desk);

/* The nth patient or practitioner, from 0; lent until the desk goes. */
gint64         agenda_patient      (ClinicDesk  *desk,
                                    guint        n);
gint64         agenda_practitioner (ClinicDesk  *desk,
                                    guint        n);
/* How many records of @type there are whose @column is @id; all when @column is NULL. */
guint          agenda_count        (ClinicDesk  *desk,
                                    GType        type,
                                    const char  *column,
                                    gint64       id);
/* The record with this id as it stands in the clinic; caller unrefs. */
ClinicRecord  *agenda_find         (ClinicDesk  *desk,
                                    GType        type,
                                    gint64       id);

G_END_DECLS
