/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-act.h"
#include "clinic-ask.h"
#include "clinic-clock.h"
#include "clinic-demonstration.h"
#include "clinic-locale.h"

typedef enum
{
  WAY_OPEN,
  WAY_ANEW
} Way;

/* The day it was made on; NULL: today, or nobody knows. */
static char *
find_day (const char *location)
{
  g_autoptr(ClinicDb) db = clinic_db_open (location, CLINIC_DB_READ, NULL);
  g_autoptr(ClinicStatement) statement = NULL;
  g_autofree char *zone = NULL;
  g_autofree char *made = NULL;
  g_autofree char *today = NULL;

  if (db == NULL || (zone = clinic_act_dup_zone (db, NULL)) == NULL ||
      (statement = clinic_db_query (db, "clinic-demonstration", NULL)) == NULL ||
      !clinic_statement_step (statement, NULL) || clinic_statement_get_text (statement, 1) == NULL)
    return NULL;

  made = clinic_clock_wall_at (clinic_statement_get_text (statement, 1), zone);
  today = clinic_clock_today (zone);

  return made != NULL && !g_str_has_prefix (made, today) ? g_strndup (made, strlen (today)) : NULL;
}

static void
look_in_thread (GTask        *task,
                gpointer      source,
                gpointer      location,
                GCancellable *cancellable)
{
  g_task_return_pointer (task, find_day (location), g_free);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) asking = user_data;

  g_task_return_boolean (asking, clinic_ask_way_finish (GTK_WIDGET (source), result) == WAY_ANEW);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  static const char *const labels[] = { N_("_Open it as it is"), N_("_Make it anew"), NULL };
  const char *translated[] = { _(labels[WAY_OPEN]), _(labels[WAY_ANEW]), NULL };
  g_autoptr(GTask) asking = user_data;
  g_autofree char *day = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autofree char *date = NULL;
  g_autofree char *body = NULL;

  if (day == NULL)
    {
      g_task_return_boolean (asking, FALSE);
      return;
    }

  date = clinic_locale_date (day);
  body = g_strdup_printf (_("It was made on %s, and its visits are those of that day. Made anew they are of today, and what was "
                            "tried out in it is gone."), date);
  gtk_window_present (GTK_WINDOW (source));
  clinic_ask_way_async (GTK_WIDGET (source), _("The demonstration is of another day"), body,
                        translated, answered_cb, g_object_ref (asking));
}

void
clinic_demonstration_ask_async (GtkWindow           *window,
                                const char          *location,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *asking;
  g_autoptr(GTask) looking = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (location != NULL);

  asking = g_task_new (window, NULL, callback, user_data);
  g_task_set_source_tag (asking, clinic_demonstration_ask_async);
  looking = g_task_new (window, NULL, looked_cb, asking);
  g_task_set_task_data (looking, g_strdup (location), g_free);
  g_task_run_in_thread (looking, look_in_thread);
}

gboolean
clinic_demonstration_ask_finish (GtkWindow    *window,
                                 GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, window), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}
