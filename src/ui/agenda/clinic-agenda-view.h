/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-agenda-column.h"
#include "clinic-agenda-visit.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_AGENDA_VIEW (clinic_agenda_view_get_type ())
G_DECLARE_FINAL_TYPE (ClinicAgendaView, clinic_agenda_view, CLINIC, AGENDA_VIEW, GtkWidget)

/* Columns of time with visits in them. A click or Enter on a free time gives the action agenda.book
 * "(xs)" (practitioner or 0, wall time); a visit that is dragged, or moved with Ctrl and arrows,
 * agenda.move "(xxs)" (session, practitioner, wall time). Arrows walk over times and visits, Tab
 * from the time to the visits. A free time that is marked out, by the pointer or with Shift and
 * arrows, gives agenda.book with both its ends, "FROM/TO". Property "movable": visits can be moved. */

/* Shows other columns and visits (ClinicVisit, in time order); widgets of visits that stay stay.
 * Only visits in sight or near it have widgets. Takes a reference to both. */
void               clinic_agenda_view_show    (ClinicAgendaView *self,
                                               GPtrArray        *columns,
                                               GPtrArray        *visits,
                                               guint             slot);
/* Draws the line that says how late it is; NULL: none. */
void               clinic_agenda_view_set_now (ClinicAgendaView *self,
                                               const char       *wall);
/* A visit that was to move stays where it was. */
void               clinic_agenda_view_settle  (ClinicAgendaView *self);
/* Puts the time that arrows walk from there, scrolls to it and, with @focus, puts the keyboard on
 * it. @date: a date or a wall time. */
void               clinic_agenda_view_go      (ClinicAgendaView *self,
                                               const char       *date,
                                               gint64            practitioner,
                                               gboolean          focus);
/* The widget of a session, made where it is out of sight; NULL when it is in no column. */
ClinicAgendaVisit *clinic_agenda_view_find    (ClinicAgendaView *self,
                                               gint64            session);
/* What it shows of a session, without a widget; lent, or NULL. */
ClinicVisit       *clinic_agenda_view_get_visit (ClinicAgendaView *self,
                                                 gint64            session);
/* Where a time is, for tests and for scrolling there; FALSE when no column has it. */
gboolean           clinic_agenda_view_locate  (ClinicAgendaView *self,
                                               const char       *wall,
                                               gint64            practitioner,
                                               GdkRectangle     *area);

G_END_DECLS
