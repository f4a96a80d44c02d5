/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-batch.h"
#include "clinic-booking.h"
#include "clinic-chart-bar.h"
#include "clinic-chart.h"
#include "clinic-choices.h"
#include "clinic-clock.h"
#include "clinic-date.h"
#include "clinic-finding.h"

/* What charting may say of a session; the rest is booking's or signing's. */
static const char *const taken_over[] = {
  "starts", "ends", "technique", "gauge", "needle_mm", "device", "anaesthetic", "pain", "prp",
  "lllt", "began", "finished", "notes",
};

/* A chart is saved as a copy: a command may run more than once. */
typedef struct
{
  ClinicChart *chart;
  ClinicChart *saved;
} Save;

static gboolean
refuse (GError      **error,
        ClinicError   code,
        const char   *message)
{
  g_set_error_literal (error, CLINIC_ERROR, code, message);

  return FALSE;
}

static gboolean
check_state (ClinicSession  *session,
             GError        **error)
{
  if (session->signed_at != NULL)
    return refuse (error, CLINIC_ERROR_INVALID,
                   _("The session is signed. What is to be added goes into an amendment."));

  if (strcmp (session->status, "cancelled") == 0 || strcmp (session->status, "no_show") == 0)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("Status: A visit that is “%s” cannot be charted."),
                   clinic_choice_label (clinic_session_statuses, session->status));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_due (ClinicSession  *session,
           const char     *today,
           GError        **error)
{
  g_autofree char *date = clinic_wall_dup_date (session->starts);

  if (strcmp (date, today) <= 0)
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("Starts: The session is on %s and cannot be charted before. Move it when it took "
                 "place earlier."), date);

  return FALSE;
}

/* Charting says when on its day a visit was, not on which. */
static gboolean
check_day (ClinicSession  *standing,
           ClinicSession  *session,
           GError        **error)
{
  g_autofree char *booked = clinic_wall_dup_date (standing->starts);

  if (session->starts != NULL && clinic_wall_is_valid (session->starts) &&
      g_str_has_prefix (session->starts, booked))
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("Starts: The visit is on %s. Move it when it took place on another day."), booked);

  return FALSE;
}

static gboolean
check_time (const ClinicField  *field,
            const char         *time,
            const char         *day,
            const char         *now,
            GError            **error)
{
  if (time == NULL || !clinic_wall_is_valid (time))
    return TRUE;

  if (!g_str_has_prefix (time, day))
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("%s: The visit is on %s."),
                   _(field->label), day);
      return FALSE;
    }

  if (strcmp (time, now) > 0)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("%s: This is in the future."),
                   _(field->label));
      return FALSE;
    }

  return TRUE;
}

/* What is said of the treatment's times lies on the visit's day and behind us; which of them comes
 * first is the record's to say. */
static gboolean
check_times (ClinicDb       *db,
             ClinicSession  *standing,
             ClinicSession  *charted,
             GError        **error)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (standing);
  g_autofree char *zone = NULL;
  g_autofree char *now = NULL;
  g_autofree char *day = clinic_wall_dup_date (standing->starts);

  if (charted->began == NULL && charted->finished == NULL)
    return TRUE;

  if (!(zone = clinic_act_dup_zone (db, error)))
    return FALSE;

  now = clinic_clock_wall (zone);

  return check_time (clinic_record_class_find_field (klass, "began"), charted->began, day, now, error) &&
         check_time (clinic_record_class_find_field (klass, "finished"), charted->finished, day, now,
                     error);
}

static gboolean
check_basis (ClinicChart  *standing,
             ClinicChart  *chart,
             GError      **error)
{
  return g_strcmp0 (standing->basis, chart->basis) == 0 ||
         refuse (error, CLINIC_ERROR_CONFLICT,
                 _("Somebody else charted this session in the meantime. Look at what is there now "
                   "and try again."));
}

/* The session as it will be: what stands, with what the chart says. */
static ClinicSession *
compose_session (ClinicSession *standing,
                 ClinicSession *charted)
{
  ClinicRecord *session = clinic_record_copy (CLINIC_RECORD (standing));
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (session);
  gboolean done = g_strcmp0 (charted->status, "done") == 0;

  for (guint i = 0; i < G_N_ELEMENTS (taken_over); i++)
    {
      const ClinicField *field = clinic_record_class_find_field (klass, taken_over[i]);

      if (field->storage == CLINIC_TEXT)
        clinic_record_set_text (session, field,
                                clinic_record_get_text (CLINIC_RECORD (charted), field));
      else
        clinic_record_set_number (session, field,
                                  clinic_record_get_number (CLINIC_RECORD (charted), field));
    }

  g_object_set (session, "status", done ? "done" : "in_treatment", NULL);

  return CLINIC_SESSION (session);
}

static GPtrArray *
copy_rows (GPtrArray *rows,
           gint64     session)
{
  GPtrArray *copies = g_ptr_array_new_full (rows->len, g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    {
      ClinicRecord *copy = clinic_record_copy (rows->pdata[i]);

      g_object_set (copy, "session-id", session, NULL);
      g_ptr_array_add (copies, copy);
    }

  return copies;
}

static ClinicChart *
compose (ClinicChart *standing,
         ClinicChart *chart)
{
  ClinicChart *self = g_new0 (ClinicChart, 1);
  gint64 id = clinic_record_get_id (CLINIC_RECORD (standing->session));

  self->session = compose_session (standing->session, chart->session);
  self->injections = copy_rows (chart->injections, id);
  self->draws = copy_rows (chart->draws, id);

  return self;
}

static ClinicRecord *
find_row (GPtrArray *rows,
          gint64     id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      if (clinic_record_get_id (rows->pdata[i]) == id)
        return rows->pdata[i];
    }

  return NULL;
}

/* Takes away what is not there any more, then writes the others; one without a difference writes
 * nothing. */
static gboolean
save_rows (ClinicChange  *change,
           GPtrArray     *standing,
           GPtrArray     *rows,
           GError       **error)
{
  for (guint i = 0; i < standing->len; i++)
    {
      if (find_row (rows, clinic_record_get_id (standing->pdata[i])) == NULL &&
          !clinic_store_remove (change, standing->pdata[i], error))
        return FALSE;
    }

  for (guint i = 0; i < rows->len; i++)
    {
      if (!clinic_store_save (change, rows->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

/* Rows with an id are this session's own: else a chart could take over another session's zones. */
static gboolean
check_rows (GPtrArray  *standing,
            GPtrArray  *rows,
            GError    **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      gint64 id = clinic_record_get_id (rows->pdata[i]);

      if (id != 0 && find_row (standing, id) == NULL)
        return refuse (error, CLINIC_ERROR_INVALID,
                       _("The chart holds a line of another session."));
    }

  return TRUE;
}

static gboolean
was_accepted (GPtrArray     *accepted,
              ClinicFinding *finding)
{
  for (guint i = 0; i < accepted->len; i++)
    {
      ClinicFinding *other = accepted->pdata[i];

      if (strcmp (other->rule, finding->rule) == 0 &&
          strcmp (other->message, finding->message) == 0 &&
          strcmp (other->severity, finding->severity) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A reason does not help those who may not give one. */
static gboolean
check_override (ClinicAct      *act,
                ClinicFinding  *finding,
                GError        **error)
{
  if (finding->bar == NULL || !g_hash_table_contains (act->reasons, finding->rule))
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_DENIED,
               _("%s Your role does not allow to go on (%s)."), finding->message, finding->rule);

  return FALSE;
}

static gboolean
weigh (ClinicAct     *act,
       ClinicChange  *change,
       ClinicChart   *chart,
       GError       **error)
{
  gint64 id = clinic_record_get_id (CLINIC_RECORD (chart->session));
  g_autoptr(GPtrArray) accepted = clinic_store_list_by (act->db, CLINIC_TYPE_FINDING, "session_id",
                                                        id, error);
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GPtrArray) open = g_ptr_array_new ();

  if (accepted == NULL ||
      !(found = clinic_chart_check (act->db, chart, error)) ||
      !clinic_chart_bar (act->db, act->actor, found, error))
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      if (was_accepted (accepted, found->pdata[i]))
        continue;

      if (!check_override (act, found->pdata[i], error))
        return FALSE;

      g_ptr_array_add (open, found->pdata[i]);
    }

  return clinic_act_weigh (act, change, open, chart->session->patient_id, id, error);
}

static gboolean
discard_draft (ClinicDb  *db,
               gint64     session,
               GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "chart-draft-delete", error);

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, session);

  return clinic_statement_run (statement, error) >= 0;
}

static gboolean
check_all (ClinicChange  *change,
           ClinicChart   *standing,
           ClinicChart   *chart,
           GError       **error)
{
  return check_state (standing->session, error) &&
         check_basis (standing, chart, error) &&
         check_due (standing->session, change->today, error) &&
         check_day (standing->session, chart->session, error) &&
         check_times (change->db, standing->session, chart->session, error) &&
         check_rows (standing->injections, chart->injections, error) &&
         check_rows (standing->draws, chart->draws, error);
}

static gboolean
save_chart (ClinicAct     *act,
            ClinicChange  *change,
            gpointer       data,
            GError       **error)
{
  Save *save = data;
  gint64 id = clinic_record_get_id (CLINIC_RECORD (save->chart->session));
  g_autoptr(ClinicChart) standing = clinic_chart_load (act->db, id, error);

  if (standing == NULL || !check_all (change, standing, save->chart, error))
    return FALSE;

  g_clear_pointer (&save->saved, clinic_chart_free);
  save->saved = compose (standing, save->chart);
  change->patient = standing->session->patient_id;

  return clinic_batch_check_draws (act->db, id, save->saved->draws, error) &&
         weigh (act, change, save->saved, error) &&
         clinic_store_save (change, CLINIC_RECORD (save->saved->session), error) &&
         save_rows (change, standing->injections, save->saved->injections, error) &&
         save_rows (change, standing->draws, save->saved->draws, error) &&
         discard_draft (act->db, id, error);
}

/* @self becomes what the clinic holds now. */
static gboolean
read_again (ClinicAct    *act,
            ClinicChart  *self,
            GError      **error)
{
  g_autoptr(ClinicChart) saved = clinic_chart_load (act->db, clinic_record_get_id (CLINIC_RECORD (self->session)), error);
  ClinicChart old = *self;

  if (saved == NULL)
    return FALSE;

  *self = *saved;
  *saved = old;

  return TRUE;
}

gboolean
clinic_chart_save (ClinicAct    *act,
                   ClinicChart  *self,
                   GError      **error)
{
  Save save = { .chart = self };
  g_autoptr(ClinicChart) saved = NULL;
  gboolean done;

  g_return_val_if_fail (act != NULL && self != NULL, FALSE);

  done = clinic_act_run (act, "session.chart", save_chart, &save, error);
  saved = save.saved;

  if (!done && saved != NULL)
    clinic_booking_explain (act, saved->session, FALSE, error);

  return done && read_again (act, self, error);
}
