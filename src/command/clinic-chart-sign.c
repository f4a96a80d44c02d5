/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-amendment.h"
#include "clinic-chart-sign.h"
#include "clinic-clock.h"
#include "clinic-course.h"
#include "clinic-date.h"
#include "clinic-draw.h"
#include "clinic-injection.h"

static gboolean
is_of_signature (const char *field)
{
  return strcmp (field, "signed_at") == 0 || strcmp (field, "signed_by") == 0 ||
         strcmp (field, "signature") == 0;
}

/* Name, length and bytes of each field that is known: a field that comes with a later version of
 * the program, and that old records know nothing of, leaves old signatures as they are. */
static void
add_record (GChecksum    *checksum,
            ClinicRecord *record)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (record);
  g_autofree char *head = g_strdup_printf ("%s %" G_GINT64_FORMAT "\n", klass->table,
                                           clinic_record_get_id (record));

  g_checksum_update (checksum, (const guchar *) head, -1);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *value = NULL;
      g_autofree char *line = NULL;

      if (is_of_signature (klass->fields[i].name))
        continue;

      value = clinic_record_dup_value (record, &klass->fields[i]);

      if (value == NULL)
        continue;

      line = g_strdup_printf ("%s %" G_GSIZE_FORMAT " %s\n", klass->fields[i].name, strlen (value),
                              value);
      g_checksum_update (checksum, (const guchar *) line, -1);
    }
}

char *
clinic_chart_fingerprint (ClinicSession *session,
                          GPtrArray     *injections,
                          GPtrArray     *draws)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_return_val_if_fail (CLINIC_IS_SESSION (session), NULL);

  add_record (checksum, CLINIC_RECORD (session));

  for (guint i = 0; injections != NULL && i < injections->len; i++)
    add_record (checksum, injections->pdata[i]);

  for (guint i = 0; draws != NULL && i < draws->len; i++)
    add_record (checksum, draws->pdata[i]);

  return g_strdup (g_checksum_get_string (checksum));
}

static char *
read_fingerprint (ClinicDb       *db,
                  ClinicSession  *session,
                  GError        **error)
{
  gint64 id = clinic_record_get_id (CLINIC_RECORD (session));
  g_autoptr(GPtrArray) injections = NULL;
  g_autoptr(GPtrArray) draws = NULL;

  injections = clinic_store_list_by (db, CLINIC_TYPE_INJECTION, "session_id", id, error);

  if (injections == NULL)
    return NULL;

  draws = clinic_store_list_by (db, CLINIC_TYPE_DRAW, "session_id", id, error);

  return draws != NULL ? clinic_chart_fingerprint (session, injections, draws) : NULL;
}

static gint64
count_open (ClinicDb  *db,
            gint64     course,
            GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "chart-open-sessions", error);

  if (statement == NULL)
    return -1;

  clinic_statement_bind_int (statement, 1, course);

  return clinic_statement_step (statement, error) ? clinic_statement_get_int (statement, 0) : -1;
}

/* With its last session done a course is over; somebody may take it up again. */
static gboolean
complete_course (ClinicChange   *change,
                 ClinicSession  *session,
                 GError        **error)
{
  g_autoptr(ClinicRecord) course = NULL;
  gint64 n_open;

  if (session->course_id == CLINIC_UNKNOWN)
    return TRUE;

  n_open = count_open (change->db, session->course_id, error);

  if (n_open != 0)
    return n_open > 0;

  course = clinic_store_find (change->db, CLINIC_TYPE_COURSE, session->course_id, error);

  if (course == NULL || strcmp (CLINIC_COURSE (course)->status, "active") != 0)
    return course != NULL;

  g_object_set (course, "status", "completed", "ended-on", change->today, NULL);

  return clinic_store_save (change, course, error);
}

static gboolean
check_ready (ClinicSession  *session,
             GError        **error)
{
  if (session->signed_at != NULL)
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                           _("This session is signed already. What is to be added goes into an "
                             "amendment."));
      return FALSE;
    }

  if (strcmp (session->status, "in_treatment") == 0 || strcmp (session->status, "done") == 0)
    return TRUE;

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("Only a session that has taken place can be signed. Chart it first."));

  return FALSE;
}

/* What nobody said had ended ends with the signature, if that is given on the same day. */
static gboolean
end_treatment (ClinicDb       *db,
               ClinicSession  *session,
               GError        **error)
{
  g_autofree char *zone = NULL;
  g_autofree char *now = NULL;

  if (session->began == NULL || session->finished != NULL)
    return TRUE;

  if (!(zone = clinic_act_dup_zone (db, error)))
    return FALSE;

  now = clinic_clock_wall (zone);

  if (clinic_date_days_between (session->began, now) == 0 && strcmp (now, session->began) >= 0)
    g_object_set (session, "finished", now, NULL);

  return TRUE;
}

static gboolean
sign (ClinicAct     *act,
      ClinicChange  *change,
      gpointer       data,
      GError       **error)
{
  gint64 id = *(gint64 *) data;
  g_autoptr(ClinicRecord) record = clinic_store_find (act->db, CLINIC_TYPE_SESSION, id, error);
  g_autofree char *now = clinic_clock_instant ();
  g_autofree char *signature = NULL;

  if (record == NULL || !check_ready (CLINIC_SESSION (record), error))
    return FALSE;

  g_object_set (record, "status", "done", NULL);

  if (!end_treatment (act->db, CLINIC_SESSION (record), error))
    return FALSE;

  signature = read_fingerprint (act->db, CLINIC_SESSION (record), error);

  if (signature == NULL)
    return FALSE;

  g_object_set (record, "signed-at", now, "signed-by", change->actor, "signature", signature, NULL);

  return clinic_store_save (change, record, error) &&
         complete_course (change, CLINIC_SESSION (record), error);
}

gboolean
clinic_chart_sign (ClinicAct  *act,
                   gint64      session,
                   GError    **error)
{
  return clinic_act_run (act, "session.sign", sign, &session, error);
}

gboolean
clinic_chart_verify (ClinicDb  *db,
                     gint64     session,
                     gboolean  *intact,
                     GError   **error)
{
  g_autoptr(ClinicRecord) record = clinic_store_find (db, CLINIC_TYPE_SESSION, session, error);
  g_autofree char *signature = NULL;

  g_return_val_if_fail (intact != NULL, FALSE);

  if (record == NULL)
    return FALSE;

  if (CLINIC_SESSION (record)->signature == NULL)
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                           _("This session is not signed."));
      return FALSE;
    }

  signature = read_fingerprint (db, CLINIC_SESSION (record), error);

  if (signature == NULL)
    return FALSE;

  *intact = strcmp (signature, CLINIC_SESSION (record)->signature) == 0;

  return TRUE;
}

typedef struct
{
  gint64         session;
  const char    *reason;
  const char    *text;
  gint64         id;
} Amend;

static gboolean
amend (ClinicAct     *act,
       ClinicChange  *change,
       gpointer       data,
       GError       **error)
{
  Amend *self = data;
  g_autoptr(ClinicRecord) session = clinic_store_find (act->db, CLINIC_TYPE_SESSION, self->session,
                                                       error);
  g_autoptr(ClinicAmendment) amendment = clinic_amendment_new ();
  g_autofree char *now = clinic_clock_instant ();

  if (session == NULL)
    return FALSE;

  if (CLINIC_SESSION (session)->signed_at == NULL)
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                           _("This session is not signed: change the chart itself."));
      return FALSE;
    }

  g_object_set (amendment,
                "session-id", self->session,
                "staff-id", change->actor,
                "written-at", now,
                "reason", self->reason,
                "text", self->text,
                NULL);
  change->patient = CLINIC_SESSION (session)->patient_id;

  if (!clinic_store_save (change, CLINIC_RECORD (amendment), error))
    return FALSE;

  self->id = clinic_record_get_id (CLINIC_RECORD (amendment));

  return TRUE;
}

gint64
clinic_chart_amend (ClinicAct   *act,
                    gint64       session,
                    const char  *reason,
                    const char  *text,
                    GError     **error)
{
  Amend data = { .session = session, .reason = reason, .text = text };

  if (!clinic_act_run (act, "session.amend", amend, &data, error))
    return 0;

  return act->repeated ? clinic_act_find_made (act, act->done, "amendment", error) : data.id;
}
