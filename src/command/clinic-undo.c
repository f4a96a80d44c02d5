/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "clinic-booking.h"
#include "clinic-operation.h"
#include "clinic-photo.h"
#include "clinic-picture-orphan.h"
#include "clinic-picture-vault.h"
#include "clinic-record-types.h"
#include "clinic-rights.h"
#include "clinic-staff.h"
#include "clinic-undo.h"

/* A row of the history of what is taken back. */
typedef struct
{
  gint64  seq;
  char   *action;
  char   *entity;
  gint64  entity_id;
  char   *before;
} Row;

typedef struct
{
  gint64          operation;
  gint64          own;          /* the number of the undo itself */
  const char     *command;      /* what was done at first */
  gint64          actor;        /* who did it at first */
  ClinicRecord   *touched;      /* the record last worked on, to explain a refusal by */
} Undo;

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_free (row->action);
  g_free (row->entity);
  g_free (row->before);
}

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, message);

  return FALSE;
}

static GArray *
load_rows (ClinicDb  *db,
           gint64     operation,
           GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "undo-rows", error);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  GError *failure = NULL;

  if (statement == NULL)
    return NULL;

  g_array_set_clear_func (rows, clear_row);
  clinic_statement_bind_int (statement, 1, operation);

  while (clinic_statement_step (statement, &failure))
    {
      Row row = {
        .seq = clinic_statement_get_int (statement, 0),
        .action = g_strdup (clinic_statement_get_text (statement, 1)),
        .entity = g_strdup (clinic_statement_get_text (statement, 2)),
        .entity_id = clinic_statement_get_int (statement, 3),
        .before = g_strdup (clinic_statement_get_text (statement, 4)),
      };

      g_array_append_val (rows, row);
    }

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  return g_steal_pointer (&rows);
}

/* The object of a “before”; NULL with @error. */
static JsonObject *
parse (const char  *text,
       GError     **error)
{
  g_autoptr(JsonNode) node = text != NULL ? json_from_string (text, NULL) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE,
                           _("The history of this change cannot be read: it cannot be taken back."));
      return NULL;
    }

  return json_node_dup_object (node);
}

static const char *
get_value (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

/* Puts the fields of @object into @record. */
static gboolean
fill (ClinicRecord  *record,
      JsonObject    *object,
      GError       **error)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (record);
  g_autoptr(GList) names = json_object_get_members (object);

  for (GList *name = names; name != NULL; name = name->next)
    {
      const ClinicField *field = clinic_record_class_find_field (klass, name->data);

      if (strcmp (name->data, "version") == 0)
        continue;

      if (field == NULL)
        return refuse (error,
                       _("This was written by another version of the program: it cannot be taken "
                         "back."));

      if (!clinic_record_take_value (record, field, get_value (object, name->data), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
set_changed_since (GError    **error,
                   const Row  *row,
                   GType       type,
                   ClinicDb   *db,
                   gint64      operation)
{
  g_autoptr(ClinicRecordClass) klass = g_type_class_ref (type);
  g_autofree char *what = clinic_undo_describe (db, operation, NULL);

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT,
               _("%s %" PRId64 " was changed since: %s. Take that back first."),
               _(klass->label), row->entity_id, what != NULL ? what : "–");

  return FALSE;
}

/* The operations that touched the record after @row, the last first. */
static GArray *
load_later (ClinicDb    *db,
            const Undo  *undo,
            const Row   *row,
            GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "undo-later", error);
  g_autoptr(GArray) operations = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *failure = NULL;

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_text (statement, 1, row->entity);
  clinic_statement_bind_int (statement, 2, row->entity_id);
  clinic_statement_bind_int (statement, 3, row->seq);
  clinic_statement_bind_int (statement, 4, undo->operation);

  while (clinic_statement_step (statement, &failure))
    {
      gint64 operation = clinic_statement_get_int (statement, 0);

      if (operation != undo->own)
        g_array_append_val (operations, operation);
    }

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  return g_steal_pointer (&operations);
}

/* Whether all that happened to the record after @row was taken back itself. Versions alone do
 * not tell: undoing makes new ones. Of each chain of an operation and its undos an even number
 * must be later than the row; then they cancel out. */
static gboolean
check_nothing_since (ClinicDb    *db,
                     const Undo  *undo,
                     const Row   *row,
                     GType        type,
                     GError     **error)
{
  g_autoptr(GArray) operations = load_later (db, undo, row, error);
  g_autoptr(GHashTable) odd = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (operations == NULL)
    return FALSE;

  for (guint i = 0; i < operations->len; i++)
    {
      gint64 operation = g_array_index (operations, gint64, i);
      g_auto(ClinicOperation) root = { 0 };

      if (!clinic_operation_trace (db, operation, &root, NULL, NULL, error))
        return FALSE;

      if (!g_hash_table_remove (odd, &root.id))
        g_hash_table_insert (odd, g_memdup2 (&root.id, sizeof root.id), GUINT_TO_POINTER (i));
    }

  for (guint i = 0; i < operations->len; i++)
    {
      gint64 operation = g_array_index (operations, gint64, i);
      g_auto(ClinicOperation) root = { 0 };

      if (g_hash_table_size (odd) == 0)
        return TRUE;

      if (!clinic_operation_trace (db, operation, &root, NULL, NULL, error))
        return FALSE;

      if (g_hash_table_contains (odd, &root.id))
        return set_changed_since (error, row, type, db, operation);
    }

  return TRUE;
}

/* The record as it stands, if nothing since the row counts; NULL with CONFLICT. */
static ClinicRecord *
find_standing (ClinicDb    *db,
               const Undo  *undo,
               const Row   *row,
               GType        type,
               GError     **error)
{
  return check_nothing_since (db, undo, row, type, error) ?
         clinic_store_find (db, type, row->entity_id, error) : NULL;
}

static void
touch (Undo         *undo,
       ClinicRecord *record)
{
  g_set_object (&undo->touched, record);
}

/* What was put in is taken out. */
static gboolean
invert_insert (ClinicChange  *change,
               Undo          *undo,
               const Row     *row,
               GType          type,
               GError       **error)
{
  g_autoptr(ClinicRecord) record = find_standing (change->db, undo, row, type, error);

  if (record == NULL)
    return FALSE;

  touch (undo, record);

  return clinic_store_remove (change, record, error);
}

/* What was changed gets its old values. */
static gboolean
invert_update (ClinicChange  *change,
               Undo          *undo,
               const Row     *row,
               GType          type,
               GError       **error)
{
  g_autoptr(JsonObject) before = parse (row->before, error);
  g_autoptr(ClinicRecord) record = NULL;

  if (before == NULL || (record = find_standing (change->db, undo, row, type, error)) == NULL)
    return FALSE;

  touch (undo, record);

  return fill (record, before, error) && clinic_store_save (change, record, error);
}

/* What was taken out is put in again, under its old id. */
static gboolean
invert_remove (ClinicChange  *change,
               Undo          *undo,
               const Row     *row,
               GType          type,
               GError       **error)
{
  g_autoptr(JsonObject) before = parse (row->before, error);
  g_autoptr(ClinicRecord) record = g_object_new (type, NULL);

  if (before == NULL || !check_nothing_since (change->db, undo, row, type, error) ||
      !fill (record, before, error))
    return FALSE;

  clinic_record_set_id (record, row->entity_id);
  touch (undo, record);

  return clinic_store_save (change, record, error);
}

/* A picture whose photo is gone waits to be swept away, or for the photo to come back. */
static gboolean
follow_picture (ClinicChange  *change,
                Undo          *undo,
                gboolean       back,
                GError       **error)
{
  const char *content = CLINIC_PHOTO (undo->touched)->content;
  gboolean there;

  if (!back)
    return clinic_picture_orphan_let_go (change->db, content, error);

  if (!clinic_picture_orphan_hold (change->db, content, error) ||
      !clinic_picture_vault_has (change->db, content, &there, error))
    return FALSE;

  return there || refuse (error, _("Its picture was taken away for good meanwhile. Add the photo from its file again."));
}

static gboolean
invert (ClinicChange  *change,
        Undo          *undo,
        const Row     *row,
        GError       **error)
{
  GType type = clinic_record_type_of_table (row->entity);

  /* Why somebody went on in spite of a rule stays on record. */
  if (strcmp (row->entity, "finding") == 0)
    return TRUE;

  if (type == G_TYPE_INVALID)
    return refuse (error, _("This was written by another version of the program: it cannot be taken back."));

  if (strcmp (row->action, "insert") == 0)
    return invert_insert (change, undo, row, type, error) &&
           (type != CLINIC_TYPE_PHOTO || follow_picture (change, undo, FALSE, error));

  if (strcmp (row->action, "update") == 0)
    return invert_update (change, undo, row, type, error);

  return invert_remove (change, undo, row, type, error) &&
         (type != CLINIC_TYPE_PHOTO || follow_picture (change, undo, TRUE, error));
}

/* Somebody must be left who may do everything. */
static gboolean
check_owner_left (ClinicDb  *db,
                  GError   **error)
{
  g_autoptr(GPtrArray) everybody = clinic_store_list_by (db, CLINIC_TYPE_STAFF, NULL, 0, error);

  if (everybody == NULL)
    return FALSE;

  for (guint i = 0; i < everybody->len; i++)
    {
      ClinicStaff *staff = everybody->pdata[i];

      if (staff->archived_on == NULL && clinic_rights_allow (staff->roles, "clinic.create"))
        return TRUE;
    }

  return refuse (error, _("Roles: This is the last owner. Make somebody else an owner first."));
}

/* Who works here and as what is an owner's business: else taking back what an owner did would be
 * a way to more rights. */
static gboolean
check_staff_change (ClinicAct   *act,
                    const Undo  *undo,
                    GError     **error)
{
  g_autoptr(ClinicRecord) actor = NULL;

  if (strcmp (undo->command, "staff.save") != 0 || undo->actor == act->actor)
    return TRUE;

  actor = clinic_store_find (act->db, CLINIC_TYPE_STAFF, act->actor, error);

  if (actor == NULL)
    return FALSE;

  if (clinic_rights_allow (CLINIC_STAFF (actor)->roles, "clinic.create"))
    return TRUE;

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_DENIED,
                       _("Only an owner may take back what somebody else changed about who works "
                         "here."));

  return FALSE;
}

static gboolean
run (ClinicAct     *act,
     ClinicChange  *change,
     gpointer       data,
     GError       **error)
{
  Undo *undo = data;
  g_autoptr(GArray) rows = NULL;

  g_clear_object (&undo->touched);
  undo->own = change->operation;

  if (!clinic_act_check_also (act, change, undo->command, error) ||
      !check_staff_change (act, undo, error) ||
      (rows = load_rows (act->db, undo->operation, error)) == NULL)
    return FALSE;

  if (rows->len == 0)
    return refuse (error, _("Nothing was changed by it that could be taken back."));

  for (guint i = 0; i < rows->len; i++)
    {
      if (!invert (change, undo, &g_array_index (rows, Row, i), error))
        return FALSE;
    }

  return strcmp (undo->command, "staff.save") != 0 || check_owner_left (act->db, error);
}

static gboolean
check_possible (const ClinicOperation  *operation,
                const ClinicOperation  *root,
                GError                **error)
{
  static const char *const lasting[] = { "clinic.create", "session.sign", "session.amend",
                                         "consent.sign", "consent.withdraw",
                                         "demo.make", NULL };

  if (operation->undone_by != 0)
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT,
                           _("This was taken back already."));
      return FALSE;
    }

  if (!g_strv_contains (lasting, root->command))
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("This cannot be taken back: %s."),
               clinic_rights_describe (root->command));

  return FALSE;
}

/* What the database refuses, in words. */
static void
explain (ClinicAct  *act,
         Undo       *undo,
         GError    **error)
{
  const char *message = NULL;
  ClinicError code = CLINIC_ERROR_CONFLICT;

  if (act->constraint == NULL)
    return;

  if (g_str_has_prefix (act->constraint, "booked_") && CLINIC_IS_SESSION (undo->touched))
    {
      clinic_booking_explain (act, CLINIC_SESSION (undo->touched), FALSE, error);
      return;
    }

  if (strcmp (act->constraint, "operation.undoes") == 0)
    {
      message = _("This was taken back already.");
    }
  else if (strcmp (act->constraint, "foreign_key") == 0)
    {
      message = _("Something else refers to it by now (a visit, a reason given, a measurement). "
                  "Take that back first, or archive or cancel it instead.");
    }
  else if (strcmp (act->constraint, "signed") == 0)
    {
      message = _("The session is signed. It can be amended, not changed.");
      code = CLINIC_ERROR_INVALID;
    }
  else if (strcmp (act->constraint, "fixed") == 0)
    {
      message = _("The cocktail has been injected by now: what it was made of stays.");
      code = CLINIC_ERROR_INVALID;
    }

  if (message == NULL)
    return;

  g_clear_error (error);
  g_set_error_literal (error, CLINIC_ERROR, code, message);
}

gboolean
clinic_undo (ClinicAct  *act,
             gint64      operation,
             GError    **error)
{
  g_auto(ClinicOperation) target = { 0 };
  g_auto(ClinicOperation) root = { 0 };
  g_autoptr(ClinicRecord) touched = NULL;
  g_autoptr(GError) failure = NULL;
  const char *command;
  gboolean done;
  Undo undo = { .operation = operation };

  g_return_val_if_fail (act != NULL, FALSE);

  if (!clinic_operation_load (&target, act->db, operation, error) ||
      !clinic_operation_trace (act->db, operation, &root, NULL, NULL, error))
    return FALSE;

  /* The same undo given again after a lost connection is found by its number. */
  if (act->operation == 0 && !check_possible (&target, &root, error))
    return FALSE;

  undo.command = root.command;
  undo.actor = root.actor;
  command = strcmp (root.command, "import.run") == 0 ? "undo.import" : "undo.run";
  act->undoes = operation;
  done = clinic_act_run (act, command, run, &undo, &failure);
  touched = undo.touched;

  if (done)
    return TRUE;

  explain (act, &undo, &failure);
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* The newest of those the query lists that does or does not count: its chain's tip. 0 without
 * @error: there is none. */
static gint64
find_newest (ClinicAct   *act,
             const char  *query,
             gboolean     wanted,
             GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (act->db, query, error);
  GError *failure = NULL;

  if (statement == NULL)
    return 0;

  clinic_statement_bind_int (statement, 1, act->actor);

  while (clinic_statement_step (statement, &failure))
    {
      gboolean counts;
      gint64 tip;

      if (!clinic_operation_trace (act->db, clinic_statement_get_int (statement, 0), NULL, &tip,
                                   &counts, error))
        return 0;

      if (counts == wanted)
        return tip;
    }

  if (failure != NULL)
    g_propagate_error (error, failure);

  return 0;
}

static gint64
undo_newest (ClinicAct   *act,
             const char  *query,
             gboolean     wanted,
             const char  *nothing,
             GError     **error)
{
  g_autoptr(GError) failure = NULL;
  gint64 operation = find_newest (act, query, wanted, &failure);

  if (operation == 0 && failure == NULL)
    refuse (&failure, nothing);

  if (operation != 0 && clinic_undo (act, operation, &failure))
    return operation;

  g_propagate_error (error, g_steal_pointer (&failure));

  return 0;
}

gint64
clinic_undo_last (ClinicAct  *act,
                  GError    **error)
{
  g_return_val_if_fail (act != NULL, 0);

  return undo_newest (act, "undo-own", TRUE, _("You have done nothing that could be taken back."),
                      error);
}

gint64
clinic_redo_last (ClinicAct  *act,
                  GError    **error)
{
  g_return_val_if_fail (act != NULL, 0);

  return undo_newest (act, "undo-own-undone", FALSE,
                      _("You have taken back nothing that could be done again."), error);
}

char *
clinic_undo_describe (ClinicDb  *db,
                      gint64     operation,
                      GError   **error)
{
  g_auto(ClinicOperation) found = { 0 };
  g_autoptr(ClinicRecord) staff = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  if (!clinic_operation_load (&found, db, operation, error))
    return NULL;

  staff = clinic_store_find (db, CLINIC_TYPE_STAFF, found.actor, NULL);

  return g_strdup_printf ("%s (%s, %s)", clinic_rights_describe (found.command),
                          staff != NULL ? CLINIC_STAFF (staff)->name : "–", found.at);
}

char *
clinic_undo_describe_command (ClinicDb  *db,
                              gint64     operation,
                              GError   **error)
{
  g_auto(ClinicOperation) root = { 0 };

  g_return_val_if_fail (db != NULL, NULL);

  if (!clinic_operation_trace (db, operation, &root, NULL, NULL, error))
    return NULL;

  return g_strdup (clinic_rights_describe (root.command));
}

ClinicStatement *
clinic_undo_history (ClinicDb    *db,
                     const char  *table,
                     gint64       id,
                     GError     **error)
{
  ClinicStatement *statement;

  g_return_val_if_fail (db != NULL && table != NULL, NULL);

  statement = clinic_db_query (db, "undo-history", error);

  if (statement != NULL)
    {
      clinic_statement_bind_text (statement, 1, table);
      clinic_statement_bind_int (statement, 2, id);
    }

  return statement;
}
