/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-decide.h"
#include "clinic-decision-start.h"
#include "clinic-locale.h"
#include "clinic-photo-load.h"
#include "clinic-text.h"
#include "clinic-today-entry.h"

void
clinic_decision_start_free (ClinicDecisionStart *self)
{
  g_clear_object (&self->session);
  g_free (self->proposal);
  g_clear_pointer (&self->photos, g_ptr_array_unref);
  g_free (self);
}

static char *
say_moves (GPtrArray *moves)
{
  GString *lines = g_string_new (_("The next phase would begin now:"));

  for (guint i = 0; i < moves->len; i++)
    {
      ClinicMove *move = moves->pdata[i];
      g_autofree char *before = move->before != NULL ? clinic_locale_wall (move->before) : NULL;
      g_autofree char *after = move->starts != NULL ? clinic_locale_wall (move->starts) : NULL;
      g_autofree char *isolated = before != NULL || after != NULL ? clinic_text_isolate (before != NULL ? before : after)
                                                                  : NULL;

      if (before != NULL && after != NULL)
        g_string_append_printf (lines, "\n\u2066%s → %s\u2069", before, after);
      else if (before != NULL)
        g_string_append_printf (lines, _("\n%s: cancelled, no longer needed"), isolated);
      else if (after != NULL)
        g_string_append_printf (lines, _("\n%s: new"), isolated);
      else
        g_string_append_printf (lines, _("\nSession %d: no time is free, book it in the agenda"), (int) move->number);
    }

  return g_string_free (lines, FALSE);
}

/* After which something is due about one of the patient's courses. */
static ClinicRecord *
find_session (ClinicDb  *db,
              gint64     patient,
              GError   **error)
{
  g_autoptr(GPtrArray) due = clinic_today_entry_list_decisions_of (db, patient, error);

  if (due == NULL)
    return NULL;

  if (due->len > 0)
    return clinic_store_find (db, CLINIC_TYPE_SESSION,
                              ((ClinicTodayEntry *) due->pdata[0])->session_id, error);

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("No decision about a course is due."));

  return NULL;
}

static gpointer
read_start (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  g_autoptr(ClinicDecisionStart) start = g_new0 (ClinicDecisionStart, 1);
  g_autoptr(GPtrArray) moves = NULL;
  g_autoptr(GError) none = NULL;

  start->session = find_session (db, *(gint64 *) data, error);

  if (start->session == NULL || (start->photos = clinic_photo_list (db, *(gint64 *) data, error)) == NULL)
    return NULL;

  moves = clinic_decide_propose (db, CLINIC_SESSION (start->session)->course_id, &none);
  start->proposal = moves != NULL ? say_moves (moves) : g_strdup (none->message);

  return g_steal_pointer (&start);
}

void
clinic_decision_start_async (ClinicDesk          *desk,
                             gint64               patient,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (CLINIC_IS_DESK (desk));

  clinic_worker_run_async (clinic_desk_get_reader (desk), read_start,
                           g_memdup2 (&patient, sizeof patient), g_free,
                           (GDestroyNotify) clinic_decision_start_free, NULL, callback, user_data);
}

ClinicDecisionStart *
clinic_decision_start_finish (GAsyncResult  *result,
                              GError       **error)
{
  return clinic_worker_run_finish (NULL, result, error);
}
