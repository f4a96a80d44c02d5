/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with the visits of the agenda. */

#include "config.h"

#include "clinic-agenda-move.h"
#include "clinic-agenda-page-private.h"
#include "clinic-booking-dialog.h"
#include "clinic-visit-step.h"

static void
book_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicAgendaPage *self = CLINIC_AGENDA_PAGE (widget);
  gint64 practitioner;
  const char *wall;

  g_variant_get (parameter, "(x&s)", &practitioner, &wall);

  if (clinic_desk_may (clinic_page_get_desk (CLINIC_PAGE (self)), "session.book"))
    clinic_booking_present (widget, clinic_page_get_desk (CLINIC_PAGE (self)), 0, *wall != '\0' ? wall : clinic_agenda_page_get_date (self),
                            practitioner != 0 ? practitioner : clinic_agenda_page_get_practitioner (self));
}

static void
moved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  ClinicAgendaPage *self = CLINIC_AGENDA_PAGE (source);

  /* One that was moved is shown where it is now as soon as that is loaded. */
  if (!clinic_agenda_move_finish (GTK_WIDGET (self), result) && clinic_agenda_page_get_view (self) != NULL)
    clinic_agenda_view_settle (clinic_agenda_page_get_view (self));
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicAgendaPage *self = CLINIC_AGENDA_PAGE (widget);
  ClinicAgendaVisit *visit;
  gint64 session;
  gint64 practitioner;
  const char *wall;

  g_variant_get (parameter, "(xx&s)", &session, &practitioner, &wall);
  visit = clinic_agenda_view_find (clinic_agenda_page_get_view (self), session);

  if (visit != NULL)
    clinic_agenda_move_async (widget, clinic_page_get_desk (CLINIC_PAGE (self)), clinic_agenda_visit_get_visit (visit), wall,
                              practitioner, moved_cb, NULL);
}

static void
become_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicAgendaPage *self = CLINIC_AGENDA_PAGE (widget);
  ClinicAgendaVisit *visit;
  gint64 session;
  const char *status;

  g_variant_get (parameter, "(x&s)", &session, &status);
  visit = clinic_agenda_view_find (clinic_agenda_page_get_view (self), session);

  if (visit != NULL)
    clinic_visit_step (widget, clinic_page_get_desk (CLINIC_PAGE (self)), clinic_agenda_visit_get_visit (visit), status);
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
  ClinicAgendaVisit *visit = clinic_agenda_view_find (clinic_agenda_page_get_view (self), session);

  if (clinic_desk_may (clinic_page_get_desk (CLINIC_PAGE (self)), "session.chart"))
    gtk_widget_activate_action (widget, "win.open-chart", "x", session);
  else if (visit != NULL)
    gtk_widget_activate_action (widget, "win.open-patient", "x",
                                clinic_agenda_visit_get_visit (visit)->patient_id);
}

void
clinic_agenda_page_add_visit_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "agenda.book", "(xs)", book_action);
  gtk_widget_class_install_action (widget_class, "agenda.move", "(xxs)", move_action);
  gtk_widget_class_install_action (widget_class, "agenda.become", "(xs)", become_action);
  gtk_widget_class_install_action (widget_class, "agenda.open", "x", open_action);
  gtk_widget_class_install_action (widget_class, "agenda.patient", "x", patient_action);
}
