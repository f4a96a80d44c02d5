/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-ask.h"
#include "clinic-booking.h"
#include "clinic-locale.h"
#include "clinic-page.h"
#include "clinic-toast.h"
#include "clinic-visit-step.h"

/* What crosses to the worker. */
typedef struct
{
  gint64  session;
  char   *status;
  char   *reason;
} Step;

/* What waits for it here. */
typedef struct
{
  GtkWidget  *widget;
  ClinicDesk *desk;
  Step       *step;         /* until it is given */
  char       *said;         /* after it was done */
} Wait;

typedef struct
{
  const char *status;
  const char *next;
  const char *name;
  const char *verb;
} StepWords;

static const StepWords words[] = {
  { "booked", "arrived", N_("Booked"), N_("Booked") },
  { "confirmed", "arrived", N_("Confirmed"), N_("Confirmed") },
  { "arrived", "in_treatment", N_("Here"), N_("Here") },
  { "in_treatment", "done", N_("In treatment"), N_("Start") },
  { "done", NULL, N_("Done"), N_("Done") },
  { "no_show", NULL, N_("No-show"), N_("No-show") },
  { "cancelled", NULL, N_("Cancelled"), N_("Cancelled") },
};

static const StepWords *
find_words (const char *status)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_strcmp0 (words[i].status, status) == 0)
        return &words[i];
    }

  return NULL;
}

static char *
dup_said (const char *status,
          const char *name)
{
  if (strcmp (status, "booked") == 0)
    return g_strdup_printf (_("%s is booked again"), name);

  if (strcmp (status, "confirmed") == 0)
    return g_strdup_printf (_("%s has confirmed"), name);

  if (strcmp (status, "arrived") == 0)
    return g_strdup_printf (_("%s is here"), name);

  if (strcmp (status, "in_treatment") == 0)
    return g_strdup_printf (_("%s is in treatment"), name);

  if (strcmp (status, "no_show") == 0)
    return g_strdup_printf (_("%s did not come"), name);

  if (strcmp (status, "cancelled") == 0)
    return g_strdup_printf (_("The visit of %s is cancelled"), name);

  return g_strdup_printf (_("%s is done"), name);
}

static void
free_step (gpointer data)
{
  Step *step = data;

  g_free (step->status);
  g_free (step->reason);
  g_free (step);
}

static void
free_wait (Wait *wait)
{
  g_clear_pointer (&wait->step, free_step);
  g_object_unref (wait->widget);
  g_object_unref (wait->desk);
  g_free (wait->said);
  g_free (wait);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wait, free_wait)

static gpointer
take_step (ClinicAct  *act,
           gpointer    data,
           GError    **error)
{
  Step *step = data;
  gboolean done;

  if (strcmp (step->status, "no_show") == 0)
    done = clinic_session_no_show (act, step->session, step->reason, error);
  else if (strcmp (step->status, "cancelled") == 0)
    done = clinic_session_cancel (act, step->session, step->reason, error);
  else
    done = clinic_session_set_state (act, step->session, step->status, error);

  return done ? g_strdup (step->status) : NULL;
}

static void
step_taken_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(Wait) wait = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *status = NULL;
  gint64 operation = 0;

  status = clinic_desk_run_finish (wait->desk, result, NULL, &operation, &error);

  if (gtk_widget_get_root (wait->widget) == NULL)
    return;

  if (status == NULL)
    clinic_toast_error (wait->widget, error);
  else
    clinic_toast_show (wait->widget, wait->said, operation);
}

static void
give (Wait *wait)
{
  clinic_desk_run_async (wait->desk, take_step, g_steal_pointer (&wait->step), free_step, g_free,
                         step_taken_cb, wait);
}

static void
reason_given_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(Wait) wait = user_data;

  wait->step->reason = clinic_ask_reason_finish (wait->widget, result);

  if (wait->step->reason != NULL)
    give (g_steal_pointer (&wait));
}

static void
ask_why (Wait *wait)
{
  const char *suggestions[] = { _("The patient called it off"), _("Ill"), _("Booked by mistake"),
                                _("The clinic called it off"), NULL };

  clinic_ask_reason_async (wait->widget, _("Cancel the visit?"),
                           _("Its time becomes free. The reason stays with the visit."),
                           _("_Cancel the visit"), suggestions, reason_given_cb, wait);
}

const char *
clinic_visit_step_next (const char *status)
{
  const StepWords *found = find_words (status);

  return found != NULL ? found->next : NULL;
}

const char *
clinic_visit_step_name (const char *status)
{
  const StepWords *found = find_words (status);

  return found != NULL ? _(found->name) : "";
}

const char *
clinic_visit_step_verb (const char *status)
{
  const StepWords *found = find_words (status);

  return found != NULL ? _(found->verb) : "";
}

void
clinic_visit_step (GtkWidget   *widget,
                   ClinicDesk  *desk,
                   ClinicVisit *visit,
                   const char  *status)
{
  GtkWidget *page = gtk_widget_get_ancestor (widget, CLINIC_TYPE_PAGE);
  const StepWords *found = find_words (status);
  g_autofree char *name = clinic_locale_full_name (visit->given_name, visit->family_name);
  Wait *wait;

  g_return_if_fail (found != NULL);

  wait = g_new0 (Wait, 1);
  /* A row may show another visit by the time it is done. */
  wait->widget = g_object_ref (page != NULL ? page : widget);
  wait->desk = g_object_ref (desk);
  wait->step = g_new0 (Step, 1);
  wait->step->session = clinic_record_get_id (CLINIC_RECORD (visit));
  wait->step->status = g_strdup (status);
  wait->said = dup_said (status, name);

  if (strcmp (status, "cancelled") == 0)
    ask_why (wait);
  else
    give (wait);
}
