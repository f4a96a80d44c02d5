/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-follow-up-run.h"
#include "clinic-follow-up-save.h"
#include "clinic-reaction-log.h"
#include "clinic-toast.h"

typedef struct
{
  char   *step;
  gint64  follow_up;
  gint64  reaction;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->step);
  g_free (step);
}

static gpointer
take_step (ClinicAct  *act,
           gpointer    data,
           GError    **error)
{
  Step *step = data;
  gboolean done;

  if (strcmp (step->step, "again") == 0)
    done = clinic_follow_up_again (act, step->follow_up, error);
  else if (strcmp (step->step, "cleared") == 0)
    done = clinic_reaction_clear (act, step->reaction, NULL, error);
  else
    done = clinic_follow_up_finish (act, step->follow_up, step->step, NULL, error);

  return GINT_TO_POINTER (done);
}

static const char *
say_done (const char *step)
{
  if (strcmp (step, "again") == 0)
    return _("Not reached; called again tomorrow");

  if (strcmp (step, "cleared") == 0)
    return _("The reaction has cleared");

  return strcmp (step, "reached") == 0 ? _("Called") : _("The call is no longer needed");
}

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GtkWidget *widget = g_task_get_source_object (task);
  GError *error = NULL;
  gint64 operation = 0;

  if (clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, &operation, &error) == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (gtk_widget_get_root (widget) != NULL)
    clinic_toast_show (widget, say_done (g_task_get_task_data (task)), operation);

  g_task_return_boolean (task, TRUE);
}

void
clinic_follow_up_run_async (GtkWidget           *widget,
                            ClinicDesk          *desk,
                            const char          *step,
                            gint64               follow_up,
                            gint64               reaction,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task;
  Step *order;

  g_return_if_fail (GTK_IS_WIDGET (widget) && CLINIC_IS_DESK (desk) && step != NULL);

  task = g_task_new (widget, NULL, callback, user_data);
  g_task_set_task_data (task, g_strdup (step), g_free);
  order = g_new0 (Step, 1);
  order->step = g_strdup (step);
  order->follow_up = follow_up;
  order->reaction = reaction;
  clinic_desk_run_async (desk, take_step, order, step_free, NULL, taken_cb, task);
}

gboolean
clinic_follow_up_run_finish (GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
