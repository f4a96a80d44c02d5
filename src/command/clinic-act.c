/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-act.h"
#include "clinic-audit.h"
#include "clinic-clock.h"
#include "clinic-finding.h"
#include "clinic-id.h"
#include "clinic-rights.h"
#include "clinic-staff.h"
#include "clinic-text.h"

/* The first time and three more. */
#define MOST_TRIES 4

ClinicAct *
clinic_act_new (ClinicDb *db,
                gint64    actor)
{
  ClinicAct *self = g_new0 (ClinicAct, 1);

  self->db = db;
  self->actor = actor;
  self->reasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
clinic_act_free (ClinicAct *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->reasons);
  g_ptr_array_unref (self->findings);
  g_free (self->reason);
  g_free (self->constraint);
  g_free (self);
}

void
clinic_act_accept (ClinicAct  *self,
                   const char *rule,
                   const char *reason)
{
  g_return_if_fail (self != NULL && rule != NULL);

  if (reason == NULL || *reason == '\0')
    g_hash_table_remove (self->reasons, rule);
  else
    g_hash_table_insert (self->reasons, g_strdup (rule), g_strdup (reason));
}

void
clinic_act_set_reason (ClinicAct  *self,
                       const char *reason)
{
  g_return_if_fail (self != NULL);

  g_free (self->reason);
  self->reason = g_strdup (reason);
}

char *
clinic_act_dup_zone (ClinicDb  *db,
                     GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "act-zone", error);

  if (statement == NULL || !clinic_statement_step (statement, error))
    return NULL;

  return g_strdup (clinic_statement_get_text (statement, 0));
}

/* Whether the actor still works here and has the right. Nobody acts before there is a clinic,
 * and then only to make it. */
static gboolean
check_right (ClinicAct   *self,
             const char  *command,
             const char  *today,
             GError     **error)
{
  g_autoptr(ClinicRecord) record = NULL;
  g_autofree char *refusal = NULL;
  ClinicStaff *staff;

  if (self->actor == 0 && g_str_equal (command, "clinic.create"))
    return TRUE;

  record = clinic_store_find (self->db, CLINIC_TYPE_STAFF, self->actor, error);

  if (record == NULL)
    {
      if (error != NULL && g_error_matches (*error, CLINIC_ERROR, CLINIC_ERROR_INVALID))
        {
          g_clear_error (error);
          g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_DENIED,
                               _("Only somebody who works here may do this: say who you are."));
        }

      return FALSE;
    }

  staff = CLINIC_STAFF (record);

  if (staff->archived_on != NULL && strcmp (staff->archived_on, today) <= 0)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_DENIED,
                   _("%s no longer works here (left on %s)."),
                   staff->name, staff->archived_on);
      return FALSE;
    }

  if (clinic_rights_allow (staff->roles, command))
    return TRUE;

  refusal = clinic_rights_dup_refusal (command);
  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_DENIED, refusal);

  return FALSE;
}

/* NULL with @error. */
static char *
find_today (ClinicDb  *db,
            GError   **error)
{
  g_autoptr(GError) failure = NULL;
  g_autofree char *zone = clinic_act_dup_zone (db, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return clinic_clock_today (zone);
}

gboolean
clinic_act_check (ClinicAct   *self,
                  const char  *command,
                  GError     **error)
{
  g_autoptr(GError) failure = NULL;
  g_autofree char *today = NULL;

  g_return_val_if_fail (self != NULL && command != NULL, FALSE);

  today = find_today (self->db, &failure);

  if (today != NULL && check_right (self, command, today, &failure))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

gboolean
clinic_act_check_also (ClinicAct     *self,
                       ClinicChange  *change,
                       const char    *command,
                       GError       **error)
{
  g_autoptr(GError) failure = NULL;

  g_return_val_if_fail (self != NULL && change != NULL && command != NULL, FALSE);

  if (check_right (self, command, change->today, &failure))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
find_operation (ClinicAct   *self,
                const char  *command,
                gboolean    *there,
                GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (self->db, "act-operation-find", error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, self->operation);
  *there = clinic_statement_step (statement, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  if (*there && g_strcmp0 (clinic_statement_get_text (statement, 0), command) != 0)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("This operation number stands for another command (%s)."), clinic_statement_get_text (statement, 0));
      return FALSE;
    }

  return TRUE;
}

static gboolean
write_operation (ClinicAct   *self,
                 const char  *command,
                 GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (self->db, "act-operation-insert", error);
  g_autofree char *instant = clinic_clock_instant ();

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, self->operation);
  clinic_statement_bind_text (statement, 2, command);
  clinic_statement_bind_int (statement, 3, self->actor);
  clinic_statement_bind_text (statement, 4, instant);
  clinic_statement_bind_int (statement, 5, self->undoes != 0 ? self->undoes : CLINIC_NULL);

  return clinic_statement_run (statement, error) == 1;
}

/* Everything between BEGIN and COMMIT. */
static gboolean
perform (ClinicAct      *self,
         const char     *command,
         ClinicActFunc   func,
         gpointer        data,
         gboolean       *there,
         GError        **error)
{
  g_autofree char *today = NULL;
  ClinicChange change = {
    .db = self->db,
    .actor = self->actor,
    .operation = self->operation,
    .command = command,
    .reason = self->reason,
  };

  if (!find_operation (self, command, there, error))
    return FALSE;

  if (*there)
    return TRUE;

  today = find_today (self->db, error);
  change.today = today;

  return today != NULL &&
         check_right (self, command, today, error) &&
         write_operation (self, command, error) &&
         func (self, &change, data, error);
}

static gboolean
try_once (ClinicAct      *self,
          const char     *command,
          ClinicActFunc   func,
          gpointer        data,
          gboolean       *there,
          GError        **error)
{
  g_ptr_array_set_size (self->findings, 0);
  g_clear_pointer (&self->constraint, g_free);

  if (clinic_db_begin (self->db, CLINIC_DB_CHANGE, error) &&
      perform (self, command, func, data, there, error))
    {
      if (*there)
        {
          clinic_db_rollback (self->db);
          return TRUE;
        }

      if (clinic_db_commit (self->db, error))
        return TRUE;
    }

  self->constraint = g_strdup (clinic_db_get_constraint (self->db));
  clinic_db_rollback (self->db);

  return FALSE;
}

/* Who was refused what, in a transaction of its own. A refusal that cannot be written stays a
 * refusal. */
static void
record_refusal (ClinicAct  *self,
                const char *command)
{
  g_autoptr(GString) what = g_string_new ("{\"command\":");
  g_autoptr(GError) error = NULL;
  ClinicChange change = {
    .db = self->db,
    .actor = self->actor,
    .operation = self->operation,
    .command = command,
    .reason = self->reason,
  };

  clinic_text_append_json (what, command);
  g_string_append_c (what, '}');

  if (!clinic_db_begin (self->db, CLINIC_DB_CHANGE, &error))
    return;

  if (!clinic_audit_append (&change, "refuse", "staff", self->actor, 0, NULL, what->str, &error) ||
      !clinic_db_commit (self->db, &error))
    clinic_db_rollback (self->db);
}

static gboolean
finish (ClinicAct *self,
        gboolean   repeated)
{
  self->repeated = repeated;
  self->done = self->operation;
  self->operation = 0;
  self->undoes = 0;

  return TRUE;
}

/* Whether it is worth another try, on a connection that works. The number taken: the same
 * command got in from elsewhere in this moment, and the next try finds it. */
static gboolean
recover (ClinicAct        *self,
         ClinicDbVerdict   verdict,
         guint             tries)
{
  if (tries >= MOST_TRIES)
    return FALSE;

  return verdict == CLINIC_DB_AGAIN ||
         g_strcmp0 (self->constraint, "operation.id") == 0 ||
         (verdict == CLINIC_DB_IN_DOUBT && clinic_db_reopen (self->db, NULL));
}

gboolean
clinic_act_run (ClinicAct      *self,
                const char     *command,
                ClinicActFunc   func,
                gpointer        data,
                GError        **error)
{
  g_return_val_if_fail (self != NULL && command != NULL && func != NULL, FALSE);

  if (clinic_db_get_mode (self->db) == CLINIC_DB_READ)
    {
      self->undoes = 0;
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_DENIED,
                           _("The clinic was opened for reading only: nothing can be changed."));
      return FALSE;
    }

  if (self->operation == 0)
    self->operation = clinic_id_new ();

  for (guint tries = 1;; tries++)
    {
      g_autoptr(GError) failure = NULL;
      ClinicDbVerdict verdict;
      gboolean there = FALSE;

      if (try_once (self, command, func, data, &there, &failure))
        return finish (self, there && tries == 1);

      verdict = clinic_db_get_verdict (self->db);

      if (recover (self, verdict, tries))
        continue;

      if (g_error_matches (failure, CLINIC_ERROR, CLINIC_ERROR_DENIED))
        record_refusal (self, command);

      /* In doubt to the end: the number is kept for another try by the caller. */
      if (verdict != CLINIC_DB_IN_DOUBT)
        self->operation = self->undoes = 0;

      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
}

static gboolean
keep_finding (ClinicAct      *self,
              ClinicChange   *change,
              ClinicFinding  *finding,
              const char     *reason,
              GError        **error)
{
  g_autofree char *instant = clinic_clock_instant ();

  g_object_set (finding, "staff-id", change->actor, "reason", reason, "written-at", instant, NULL);

  return clinic_store_save (change, CLINIC_RECORD (finding), error);
}

gboolean
clinic_act_weigh (ClinicAct     *self,
                  ClinicChange  *change,
                  GPtrArray     *found,
                  gint64         patient,
                  gint64         session,
                  GError       **error)
{
  g_autoptr(GString) objections = g_string_new (NULL);

  g_return_val_if_fail (self != NULL && change != NULL && found != NULL, FALSE);

  for (guint i = 0; i < found->len; i++)
    {
      ClinicFinding *finding = CLINIC_FINDING (clinic_record_copy (found->pdata[i]));
      const char *reason = g_hash_table_lookup (self->reasons, finding->rule);

      clinic_finding_set_bar (finding, CLINIC_FINDING (found->pdata[i])->bar);
      g_ptr_array_add (self->findings, finding);
      g_object_set (finding,
                    "patient-id", patient != 0 ? patient : CLINIC_UNKNOWN,
                    "session-id", session != 0 ? session : CLINIC_UNKNOWN,
                    NULL);

      if (g_strcmp0 (finding->severity, "note") == 0)
        continue;

      if (reason == NULL)
        g_string_append_printf (objections, "%s%s (%s)", objections->len > 0 ? "\n" : "",
                                finding->message, finding->rule);
      else if (!keep_finding (self, change, finding, reason, error))
        return FALSE;
    }

  if (objections->len == 0)
    return TRUE;

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_FINDINGS, objections->str);

  return FALSE;
}

typedef struct
{
  ClinicRecord   *record;    /* what the caller gave */
  ClinicRecord   *saved;     /* what was written in the last try */
  ClinicEditFunc  func;      /* what is done to it before; NULL: nothing */
  gpointer        data;
} Save;

static gboolean
save_copy (ClinicAct     *self,
           ClinicChange  *change,
           gpointer       data,
           GError       **error)
{
  Save *save = data;

  g_clear_object (&save->saved);
  save->saved = clinic_record_copy (save->record);

  return (save->func == NULL || save->func (self, change, save->saved, save->data, error)) &&
         clinic_store_save (change, save->saved, error);
}

gint64
clinic_act_take_saved (ClinicAct    *self,
                       ClinicRecord *record,
                       ClinicRecord *saved)
{
  gint64 made;

  if (!self->repeated)
    {
      clinic_record_assign (record, saved);
      return clinic_record_get_id (record);
    }

  made = clinic_act_find_made (self, self->done, CLINIC_RECORD_GET_CLASS (record)->table, NULL);

  return made != 0 ? made : clinic_record_get_id (record);
}

gint64
clinic_act_save_with (ClinicAct       *self,
                      const char      *command,
                      ClinicRecord    *record,
                      ClinicEditFunc   func,
                      gpointer         data,
                      GError         **error)
{
  Save save = { .record = record, .func = func, .data = data };
  g_autoptr(ClinicRecord) saved = NULL;
  gboolean done;

  g_return_val_if_fail (CLINIC_IS_RECORD (record), 0);

  done = clinic_act_run (self, command, save_copy, &save, error);
  saved = save.saved;

  return done ? clinic_act_take_saved (self, record, saved) : 0;
}

gint64
clinic_act_save (ClinicAct     *self,
                 const char    *command,
                 ClinicRecord  *record,
                 GError       **error)
{
  return clinic_act_save_with (self, command, record, NULL, NULL, error);
}

typedef struct
{
  GType          type;
  gint64         id;
  ClinicEditFunc func;
  gpointer       data;
} Edit;

static gboolean
edit_found (ClinicAct     *self,
            ClinicChange  *change,
            gpointer       data,
            GError       **error)
{
  Edit *edit = data;
  g_autoptr(ClinicRecord) record = clinic_store_find (self->db, edit->type, edit->id, error);

  return record != NULL &&
         edit->func (self, change, record, edit->data, error) &&
         clinic_store_save (change, record, error);
}

gboolean
clinic_act_edit (ClinicAct       *self,
                 const char      *command,
                 GType            type,
                 gint64           id,
                 ClinicEditFunc   func,
                 gpointer         data,
                 GError         **error)
{
  Edit edit = { type, id, func, data };

  g_return_val_if_fail (func != NULL, FALSE);

  return clinic_act_run (self, command, edit_found, &edit, error);
}

gint64
clinic_act_find_made (ClinicAct   *self,
                      gint64       operation,
                      const char  *table,
                      GError     **error)
{
  g_autoptr(ClinicStatement) statement = NULL;

  g_return_val_if_fail (self != NULL && table != NULL, 0);

  statement = clinic_db_query (self->db, "act-made", error);

  if (statement == NULL)
    return 0;

  clinic_statement_bind_int (statement, 1, operation);
  clinic_statement_bind_text (statement, 2, table);

  return clinic_statement_step (statement, error) ? clinic_statement_get_int (statement, 0) : 0;
}
