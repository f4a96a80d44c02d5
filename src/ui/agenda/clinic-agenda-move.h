/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"
#include "clinic-visit.h"

G_BEGIN_DECLS

/* Gives a visit another time and practitioner; the room stays where it is free then, else another
 * one is taken. Says so with a toast that takes it back, asks for a reason where rules object, and
 * says what stands in the way; the toast says too which aftercare the visit meets now. clinic_agenda_move_finish (): TRUE when the visit was moved. */
void     clinic_agenda_move_async  (GtkWidget            *widget,
                                    ClinicDesk           *desk,
                                    ClinicVisit          *visit,
                                    const char           *starts,
                                    gint64                practitioner,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
/* The same with its end: so many minutes from where it begins. Ends with clinic_agenda_move_finish (). */
void     clinic_agenda_move_end_async (GtkWidget           *widget,
                                       ClinicDesk          *desk,
                                       ClinicVisit         *visit,
                                       gint64               minutes,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
gboolean clinic_agenda_move_finish (GtkWidget            *widget,
                                    GAsyncResult         *result);

G_END_DECLS
