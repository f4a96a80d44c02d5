/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-agenda-page.h"
#include "clinic-agenda-view.h"
#include "clinic-session.h"
#include "clinic-visit.h"

G_BEGIN_DECLS

/* What tests of the agenda and of booking have in common. */

/* A Tuesday that the demonstration has booked nobody on. */
#define DAY "2026-11-24"

/* A page in a window; @mode "day" or "week". */
GtkWidget         *agenda_test_show       (ClinicDesk        *desk,
                                           const char        *date,
                                           const char        *mode);
ClinicAgendaView  *agenda_test_get_view   (GtkWidget         *page);
/* The n-th who treats, from 0. */
gint64             agenda_test_practitioner (ClinicDesk      *desk,
                                             guint            n);
/* The n-th patient on file. */
gint64             agenda_test_patient    (ClinicDesk        *desk,
                                           guint              n);
/* Books half an hour for the n-th patient, past the windows. The session's id. */
gint64             agenda_test_book       (ClinicDesk        *desk,
                                           guint              patient,
                                           const char        *starts,
                                           gint64             practitioner);
/* As it stands in the clinic. */
ClinicSession     *agenda_test_find       (ClinicDesk        *desk,
                                           gint64             session);
/* All of these days. */
GPtrArray         *agenda_test_list       (ClinicDesk        *desk,
                                           const char        *from,
                                           const char        *to);
/* Takes back the last act of the person acting. */
void               agenda_test_undo       (ClinicDesk        *desk);
/* A click into the middle of a time. */
void               agenda_test_click_time (ClinicAgendaView  *view,
                                           const char        *wall,
                                           gint64             practitioner);
/* Drags what is at one time to another, of that practitioner. */
void               agenda_test_drag       (ClinicAgendaView  *view,
                                           const char        *from,
                                           gint64             from_practitioner,
                                           const char        *to,
                                           gint64             to_practitioner);
void               agenda_test_assert_at  (ClinicDesk        *desk,
                                           gint64             session,
                                           const char        *starts,
                                           gint64             practitioner);
/* Enter presses the default button for a moment before it does anything. */
void               agenda_test_await_closed (GtkWindow       *dialog);

G_END_DECLS
