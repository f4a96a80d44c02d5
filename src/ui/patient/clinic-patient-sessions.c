/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-ask.h"
#include "clinic-booking.h"
#include "clinic-closures.h"
#include "clinic-patient-sessions.h"
#include "clinic-patient-words.h"

struct _ClinicPatientSessions
{
  ClinicPatientSection parent_instance;

  GtkColumnView      *view;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (ClinicPatientSessions, clinic_patient_sessions, CLINIC_TYPE_PATIENT_SECTION)

/* What becomes of a visit. */
typedef struct
{
  ClinicPatientSessions *section;
  gint64                 session;
  gboolean               cancel;
  char                  *reason;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_clear_object (&step->section);
  g_free (step->reason);
  g_free (step);
}

static gpointer
take_step (ClinicAct  *act,
           gpointer    data,
           GError    **error)
{
  Step *step = data;

  if (step->cancel)
    return GINT_TO_POINTER (clinic_session_cancel (act, step->session, step->reason, error));

  return GINT_TO_POINTER (clinic_session_no_show (act, step->session, step->reason, error));
}

static ClinicVisit *
get_chosen (ClinicPatientSessions *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicVisit *visit = get_chosen (CLINIC_PATIENT_SESSIONS (widget));

  if (visit != NULL)
    gtk_widget_activate_action (widget, "win.open-chart", "x",
                                clinic_record_get_id (CLINIC_RECORD (visit)));
}

static void
show_day_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  ClinicVisit *visit = get_chosen (CLINIC_PATIENT_SESSIONS (widget));
  g_autofree char *date = visit != NULL ? g_strndup (visit->starts, 10) : NULL;

  if (date != NULL)
    gtk_widget_activate_action (widget, "win.show-day", "s", date);
}

static void
reason_given_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Step *step = user_data;
  g_autoptr(ClinicPatientSessions) self = g_steal_pointer (&step->section);

  step->reason = clinic_ask_reason_finish (GTK_WIDGET (source), result);

  if (step->reason != NULL)
    clinic_patient_section_run (CLINIC_PATIENT_SECTION (self), take_step, step, step_free,
                                step->cancel ? _("Visit cancelled") : _("Marked as a no-show"));
  else
    step_free (step);
}

static void
ask (ClinicPatientSessions *self,
     gboolean               cancel)
{
  const char *const cancelled[] = { _("The patient is ill"), _("The patient’s wish"),
                                    _("The practitioner is away"), NULL };
  const char *const missed[] = { _("Did not come, did not call"), _("Called too late"), NULL };
  ClinicVisit *visit = get_chosen (self);
  Step *step;

  if (visit == NULL)
    return;

  step = g_new0 (Step, 1);
  step->section = g_object_ref (self);
  step->session = clinic_record_get_id (CLINIC_RECORD (visit));
  step->cancel = cancel;
  clinic_ask_reason_async (GTK_WIDGET (self),
                           cancel ? _("Why is this visit cancelled?")
                                  : _("Why did the patient not come?"),
                           NULL, cancel ? _("_Cancel visit") : _("Mark as _no-show"),
                           cancel ? cancelled : missed, reason_given_cb, step);
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ask (CLINIC_PATIENT_SESSIONS (widget), TRUE);
}

static void
miss_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ask (CLINIC_PATIENT_SESSIONS (widget), FALSE);
}

static gboolean
may_become (ClinicVisit *visit,
            const char  *status)
{
  return visit != NULL && visit->signed_at == NULL &&
         clinic_session_may_become (visit->status, status);
}

static void
clinic_patient_sessions_allow (ClinicPatientSection *section)
{
  ClinicPatientSessions *self = CLINIC_PATIENT_SESSIONS (section);
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (section));
  GtkWidget *widget = GTK_WIDGET (section);
  ClinicVisit *visit = self->selection != NULL ? get_chosen (self) : NULL;
  g_autofree char *now = desk != NULL ? clinic_desk_dup_now (desk) : NULL;
  gboolean begun = visit != NULL && g_strcmp0 (visit->starts, now) <= 0;

  gtk_widget_action_set_enabled (widget, "visit.open", visit != NULL);
  gtk_widget_action_set_enabled (widget, "visit.show-day", visit != NULL);
  gtk_widget_action_set_enabled (widget, "visit.cancel",
                                 may_become (visit, "cancelled") &&
                                 clinic_desk_may (desk, "session.cancel"));
  gtk_widget_action_set_enabled (widget, "visit.miss",
                                 begun && may_become (visit, "no_show") &&
                                 clinic_desk_may (desk, "session.no-show"));
}

static void
chosen_cb (ClinicPatientSessions *self)
{
  clinic_patient_sessions_allow (CLINIC_PATIENT_SECTION (self));
}

static void
activated_cb (ClinicPatientSessions *self,
              guint                  position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "visit.open", NULL);
}

static void
clinic_patient_sessions_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_PATIENT_SESSIONS);

  G_OBJECT_CLASS (clinic_patient_sessions_parent_class)->dispose (object);
}

static void
clinic_patient_sessions_class_init (ClinicPatientSessionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_patient_sessions_dispose;
  CLINIC_PATIENT_SECTION_CLASS (klass)->allow = clinic_patient_sessions_allow;

  g_type_ensure (CLINIC_TYPE_VISIT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-patient-sessions.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientSessions, view);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientSessions, selection);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  clinic_closures_bind (widget_class);
  clinic_words_bind (widget_class);
  gtk_widget_class_install_action (widget_class, "visit.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "visit.show-day", NULL, show_day_action);
  gtk_widget_class_install_action (widget_class, "visit.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "visit.miss", NULL, miss_action);
}

static void
clinic_patient_sessions_init (ClinicPatientSessions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
