/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with the visits of the agenda. */

#include "config.h"

#include "clinic-agenda-move.h"
#include "clinic-agenda-page-private.h"
#include "clinic-booking-dialog.h"
#include "clinic-visit-step.h"

static ClinicDesk *
get_desk (ClinicAgendaPage *self)
{
  return clinic_page_get_desk (CLINIC_PAGE (self));
}

static ClinicVisit *
find_visit (ClinicAgendaPage *self,
            gint64            session)
{
  ClinicAgendaView *view = clinic_agenda_page_get_view (self);

  return view != NULL ? clinic_agenda_view_get_visit (view, session) : NULL;
}

static void
book_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicAgendaPage *self = CLINIC_AGENDA_PAGE (widget);
  ClinicAgendaDays *days = clinic_agenda_page_get_days (self);
  gint64 practitioner;
  const char *wall;

  g_variant_get (parameter, "(x&s)", &practitioner, &wall);

  if (practitioner == 0)
    practitioner = clinic_agenda_days_get_practitioner (days);

  if (clinic_desk_may (get_desk (self), "session.book"))
    clinic_booking_present (widget, get_desk (self), 0,
                            *wall != '\0' ? wall : clinic_agenda_days_get_date (days),
                            practitioner);
}

static void
moved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  ClinicAgendaPage *self = CLINIC_AGENDA_PAGE (source);
  gboolean moved = clinic_agenda_move_finish (GTK_WIDGET (self), result);

  /* One that was moved is shown where it is now as soon as that is loaded. */
  if (!moved && clinic_agenda_page_get_view (self) != NULL)
    clinic_agenda_view_settle (clinic_agenda_page_get_view (self));
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicAgendaPage *self = CLINIC_AGENDA_PAGE (widget);
  ClinicVisit *visit;
  gint64 session;
  gint64 practitioner;
  const char *wall;

  g_variant_get (parameter, "(xx&s)", &session, &practitioner, &wall);
  visit = find_visit (self, session);

  if (visit != NULL)
    clinic_agenda_move_async (widget, get_desk (self), visit, wall, practitioner, moved_cb, NULL);
}

static void
length_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicAgendaPage *self = CLINIC_AGENDA_PAGE (widget);
  ClinicVisit *visit;
  gint64 session;
  gint64 minutes;

  g_variant_get (parameter, "(xx)", &session, &minutes);
  visit = find_visit (self, session);

  if (visit != NULL && minutes > 0)
    clinic_agenda_move_end_async (widget, get_desk (self), visit, minutes, moved_cb, NULL);
}

static void
become_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicAgendaPage *self = CLINIC_AGENDA_PAGE (widget);
  ClinicVisit *visit;
  gint64 session;
  const char *status;

  g_variant_get (parameter, "(x&s)", &session, &status);
  visit = find_visit (self, session);

  if (visit != NULL)
    clinic_visit_step (widget, get_desk (self), visit, status);
}

static void
patient_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.open-patient", "x", g_variant_get_int64 (parameter));
}

/* The chart for those who treat, the patient for those who book. */
static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicAgendaPage *self = CLINIC_AGENDA_PAGE (widget);
  gint64 session = g_variant_get_int64 (parameter);
  ClinicVisit *visit = find_visit (self, session);

  if (clinic_desk_may (get_desk (self), "session.chart"))
    gtk_widget_activate_action (widget, "win.open-chart", "x", session);
  else if (visit != NULL)
    gtk_widget_activate_action (widget, "win.open-patient", "x", visit->patient_id);
}

void
clinic_agenda_page_add_visit_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "agenda.book", "(xs)", book_action);
  gtk_widget_class_install_action (widget_class, "agenda.move", "(xxs)", move_action);
  gtk_widget_class_install_action (widget_class, "agenda.length", "(xx)", length_action);
  gtk_widget_class_install_action (widget_class, "agenda.become", "(xs)", become_action);
  gtk_widget_class_install_action (widget_class, "agenda.open", "x", open_action);
  gtk_widget_class_install_action (widget_class, "agenda.patient", "x", patient_action);
}
