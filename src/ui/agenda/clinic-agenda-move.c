/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-agenda-move.h"
#include "clinic-agenda.h"
#include "clinic-ask.h"
#include "clinic-booking.h"
#include "clinic-date.h"
#include "clinic-finding.h"
#include "clinic-locale.h"
#include "clinic-toast.h"

/* What crosses to the worker: nothing of it changes after it was given. */
typedef struct
{
  gint64      session;
  gint64      version;          /* as it was shown */
  char       *starts;
  gint64      minutes;          /* 0: as long as it was */
  gint64      practitioner;
  GHashTable *reasons;          /* rule → reason; may be NULL */
} Move;

/* What waits for it here. */
typedef struct
{
  ClinicDesk *desk;
  Move        move;
  GPtrArray  *findings;         /* that a reason is asked for, or that were noted */
} Wait;

static void
free_move (gpointer data)
{
  Move *move = data;

  g_free (move->starts);
  g_clear_pointer (&move->reasons, g_hash_table_unref);
  g_free (move);
}

static void
free_wait (gpointer data)
{
  Wait *wait = data;

  g_object_unref (wait->desk);
  g_free (wait->move.starts);
  g_clear_pointer (&wait->move.reasons, g_hash_table_unref);
  g_clear_pointer (&wait->findings, g_ptr_array_unref);
  g_free (wait);
}

/* Where the room is taken then, any other will do. */
static gboolean
choose_room (ClinicDb       *db,
             ClinicSession  *session,
             GError        **error)
{
  g_autoptr(ClinicAgenda) agenda = NULL;
  gint64 minutes =
    clinic_wall_to_minutes (session->ends) - clinic_wall_to_minutes (session->starts);
  ClinicClash clash;
  gint64 room;

  if (session->room_id == CLINIC_UNKNOWN)
    return TRUE;

  agenda = clinic_agenda_new (db, session->patient_id, session->practitioner_id, session->room_id,
                              clinic_record_get_id (CLINIC_RECORD (session)), NULL);

  if (agenda == NULL)
    {
      /* The room was given up since. */
      g_object_set (session, "room-id", CLINIC_UNKNOWN, NULL);
      return TRUE;
    }

  if (!clinic_agenda_look (agenda, session->starts, minutes, &clash, &room, error))
    return FALSE;

  if (clash == CLINIC_CLASH_ROOM)
    g_object_set (session, "room-id", CLINIC_UNKNOWN, NULL);

  return TRUE;
}

static gpointer
move_session (ClinicAct  *act,
              gpointer    data,
              GError    **error)
{
  Move *move = data;
  g_autoptr(ClinicRecord) record = clinic_store_find (act->db, CLINIC_TYPE_SESSION, move->session,
                                                      error);
  ClinicSession *session = (ClinicSession *) record;
  g_autofree char *ends = NULL;
  GHashTableIter iter;
  gpointer rule;
  gpointer reason;

  if (record == NULL)
    return NULL;

  ends = clinic_wall_add_minutes (move->starts,
                                  move->minutes > 0 ? move->minutes
                                                    : clinic_wall_to_minutes (session->ends) -
                                  clinic_wall_to_minutes (session->starts));
  clinic_record_set_version (record, move->version);
  g_object_set (session, "starts", move->starts, "ends", ends, "practitioner-id",
                move->practitioner, NULL);

  if (!choose_room (act->db, session, error))
    return NULL;

  if (move->reasons != NULL)
    {
      g_hash_table_iter_init (&iter, move->reasons);

      while (g_hash_table_iter_next (&iter, &rule, &reason))
        clinic_act_accept (act, rule, reason);
    }

  return clinic_session_move (act, session, error) ? g_object_ref (record) : NULL;
}

static char *
dup_said (const Move *move)
{
  g_autofree char *day = clinic_locale_day (move->starts);
  g_autofree char *time = clinic_locale_time (move->starts);

  if (move->minutes > 0)
    {
      g_autofree char *length = clinic_locale_minutes (move->minutes);

      /* Translators: a length of time: "The visit lasts 45 minutes now" */
      return g_strdup_printf (_("The visit lasts %s now"), length);
    }

  /* Translators: a day and a time: "Visit moved to Thu 26 Nov, 10:15" */
  return g_strdup_printf (_("Visit moved to %s, %s"), day, time);
}

/* The words of those that need a reason, a line each. */
static char *
dup_objections (GPtrArray *findings)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      ClinicFinding *finding = findings->pdata[i];

      if (g_strcmp0 (finding->severity, "note") != 0)
        g_ptr_array_add (lines, finding->message);
    }

  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* What the new time means for this visit: what is always so of the patient was told when it was booked.
 * Ends with NULL; caller unrefs, the words are lent. */
static GPtrArray *
list_notes (GPtrArray *findings)
{
  static const char *const rules[] = { "aftercare-clash", "aftercare-next", "interval-short",
                                       CLINIC_RULE_PAST, NULL };
  GPtrArray *notes = g_ptr_array_new ();

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      ClinicFinding *finding = findings->pdata[i];

      if (g_strv_contains (rules, finding->rule))
        g_ptr_array_add (notes, finding->message);
    }

  g_ptr_array_add (notes, NULL);

  return notes;
}

static void
say_moved (GtkWidget *widget,
           Wait      *wait,
           gint64     operation)
{
  g_autofree char *said = dup_said (&wait->move);
  g_autoptr(GPtrArray) notes = list_notes (wait->findings);

  if (notes->pdata[0] == NULL)
    clinic_toast_show (widget, said, operation);
  else
    clinic_toast_show_notes (widget, said, (const char *const *) notes->pdata, operation);
}

static Move *
copy_move (const Move *move)
{
  Move *copy = g_memdup2 (move, sizeof *move);

  copy->starts = g_strdup (move->starts);
  copy->reasons = move->reasons != NULL ? g_hash_table_ref (move->reasons) : NULL;

  return copy;
}

static void
finish (GTask        *task,
        ClinicRecord *moved,
        gint64        operation,
        GError       *error)
{
  GtkWidget *widget = g_task_get_source_object (task);

  if (moved != NULL && gtk_widget_get_root (widget) != NULL)
    say_moved (widget, g_task_get_task_data (task), operation);
  else if (error != NULL && gtk_widget_get_root (widget) != NULL)
    clinic_toast_error (widget, error);

  g_task_return_boolean (task, moved != NULL);
}

/* With reasons: what still objects is only said. */
static void
moved_again_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Wait *wait = g_task_get_task_data (task);
  g_autoptr(ClinicRecord) moved = NULL;
  g_autoptr(GError) error = NULL;
  gint64 operation = 0;

  g_clear_pointer (&wait->findings, g_ptr_array_unref);
  moved = clinic_desk_run_finish (CLINIC_DESK (source), result, &wait->findings, &operation,
                                  &error);
  finish (task, moved, operation, error);
}

static void
reason_given_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Wait *wait = g_task_get_task_data (task);
  g_autofree char *reason = clinic_ask_reason_finish (g_task_get_source_object (task), result);

  if (reason == NULL)
    {
      g_task_return_boolean (task, FALSE);
      return;
    }

  wait->move.reasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < wait->findings->len; i++)
    {
      ClinicFinding *finding = wait->findings->pdata[i];

      g_hash_table_insert (wait->move.reasons, g_strdup (finding->rule), g_strdup (reason));
    }

  clinic_desk_run_async (wait->desk, move_session, copy_move (&wait->move), free_move,
                         g_object_unref, moved_again_cb, g_steal_pointer (&task));
}

static void
moved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GtkWidget *widget = g_task_get_source_object (task);
  Wait *wait = g_task_get_task_data (task);
  g_autoptr(ClinicRecord) moved = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  gint64 operation = 0;

  moved = clinic_desk_run_finish (wait->desk, result, &wait->findings, &operation, &error);

  if (!g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_FINDINGS) || wait->findings == NULL ||
      gtk_widget_get_root (widget) == NULL)
    {
      finish (task, moved, operation, error);
      return;
    }

  words = dup_objections (wait->findings);
  clinic_ask_reason_async (widget, wait->move.minutes > 0 ? _("Change the length all the same?")
                                                          : _("Move the visit all the same?"),
                           words, wait->move.minutes > 0 ? _("_Change") : _("_Move"), NULL,
                           reason_given_cb, g_steal_pointer (&task));
}

static void
start (GtkWidget           *widget,
       ClinicDesk          *desk,
       ClinicVisit         *visit,
       const char          *starts,
       gint64               minutes,
       gint64               practitioner,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Wait *wait;

  task = g_task_new (widget, NULL, callback, user_data);
  wait = g_new0 (Wait, 1);
  wait->desk = g_object_ref (desk);
  wait->move = (Move) {
    .session = clinic_record_get_id (CLINIC_RECORD (visit)),
    .version = clinic_record_get_version (CLINIC_RECORD (visit)),
    .starts = g_strdup (starts),
    .minutes = minutes,
    .practitioner = practitioner,
  };
  g_task_set_task_data (task, wait, free_wait);
  clinic_desk_run_async (desk, move_session, copy_move (&wait->move), free_move, g_object_unref,
                         moved_cb, g_steal_pointer (&task));
}

void
clinic_agenda_move_async (GtkWidget           *widget,
                          ClinicDesk          *desk,
                          ClinicVisit         *visit,
                          const char          *starts,
                          gint64               practitioner,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && CLINIC_IS_DESK (desk) && CLINIC_IS_VISIT (visit));

  start (widget, desk, visit, starts, 0, practitioner, callback, user_data);
}

void
clinic_agenda_move_end_async (GtkWidget           *widget,
                              ClinicDesk          *desk,
                              ClinicVisit         *visit,
                              gint64               minutes,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && CLINIC_IS_DESK (desk) && CLINIC_IS_VISIT (visit));
  g_return_if_fail (minutes > 0);

  start (widget, desk, visit, visit->starts, minutes, visit->practitioner_id, callback, user_data);
}

gboolean
clinic_agenda_move_finish (GtkWidget    *widget,
                           GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, widget), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}
