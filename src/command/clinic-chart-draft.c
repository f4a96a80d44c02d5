/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "clinic-chart-draft.h"
#include "clinic-clock.h"
#include "clinic-session-draft.h"
#include "clinic-staff.h"

static void
add_record (JsonBuilder  *builder,
            ClinicRecord *record)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (record);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, clinic_record_get_id (record));
  g_autofree char *version = g_strdup_printf ("%" G_GINT64_FORMAT,
                                              clinic_record_get_version (record));

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, id);
  json_builder_set_member_name (builder, "version");
  json_builder_add_string_value (builder, version);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *value = clinic_record_dup_value (record, &klass->fields[i]);

      if (value == NULL)
        continue;

      json_builder_set_member_name (builder, klass->fields[i].name);
      json_builder_add_string_value (builder, value);
    }

  json_builder_end_object (builder);
}

static void
add_records (JsonBuilder *builder,
             const char  *name,
             GPtrArray   *records)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);

  for (guint i = 0; i < records->len; i++)
    add_record (builder, records->pdata[i]);

  json_builder_end_array (builder);
}

char *
clinic_chart_to_text (ClinicChart *chart)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  g_return_val_if_fail (chart != NULL, NULL);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "basis");
  json_builder_add_string_value (builder, chart->basis);
  json_builder_set_member_name (builder, "session");
  add_record (builder, CLINIC_RECORD (chart->session));
  add_records (builder, "injections", chart->injections);
  add_records (builder, "draws", chart->draws);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static gboolean
refuse_text (GError **error)
{
  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("The draft of this chart cannot be read. Discard it and start from what "
                         "is saved."));

  return FALSE;
}

/* NULL unless the node is an object's member that is a text. */
static const char *
get_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_STRING
         ? json_node_get_string (node)
         : NULL;
}

static gint64
get_number (JsonObject *object,
            const char *name)
{
  const char *text = get_text (object, name);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

/* A field that a newer program wrote and this one does not know is passed over. */
static ClinicRecord *
read_record (GType         type,
             JsonObject   *object,
             GError      **error)
{
  g_autoptr(ClinicRecord) record = g_object_new (type, NULL);
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (record);

  clinic_record_set_id (record, get_number (object, "id"));
  clinic_record_set_version (record, get_number (object, "version"));

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const char *value = get_text (object, klass->fields[i].name);

      if (value != NULL && !clinic_record_take_value (record, &klass->fields[i], value, error))
        return NULL;
    }

  return g_steal_pointer (&record);
}

static JsonNode *
find_node (JsonObject   *object,
           const char   *name,
           JsonNodeType  type,
           GError      **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node != NULL && JSON_NODE_TYPE (node) == type)
    return node;

  refuse_text (error);

  return NULL;
}

static GPtrArray *
read_records (JsonObject  *object,
              const char  *name,
              GType        type,
              GError     **error)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  JsonNode *node = find_node (object, name, JSON_NODE_ARRAY, error);
  JsonArray *array = node != NULL ? json_node_get_array (node) : NULL;

  if (array == NULL)
    return NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      ClinicRecord *record = NULL;

      if (JSON_NODE_HOLDS_OBJECT (element))
        record = read_record (type, json_node_get_object (element), error);
      else
        refuse_text (error);

      if (record == NULL)
        return NULL;

      g_ptr_array_add (records, record);
    }

  return g_steal_pointer (&records);
}

static gboolean
read_chart (ClinicChart  *chart,
            JsonObject   *object,
            GError      **error)
{
  JsonNode *session = find_node (object, "session", JSON_NODE_OBJECT, error);

  if (session == NULL)
    return FALSE;

  chart->basis = g_strdup (get_text (object, "basis"));
  chart->session = (ClinicSession *) read_record (CLINIC_TYPE_SESSION,
                                                  json_node_get_object (session), error);

  if (chart->session == NULL)
    return FALSE;

  chart->injections = read_records (object, "injections", CLINIC_TYPE_INJECTION, error);

  if (chart->injections == NULL)
    return FALSE;

  chart->draws = read_records (object, "draws", CLINIC_TYPE_DRAW, error);

  return chart->draws != NULL && (chart->basis != NULL || refuse_text (error));
}

ClinicChart *
clinic_chart_from_text (const char  *text,
                        GError     **error)
{
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(ClinicChart) chart = g_new0 (ClinicChart, 1);

  g_return_val_if_fail (text != NULL, NULL);

  root = json_from_string (text, NULL);

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      refuse_text (error);
      return NULL;
    }

  return read_chart (chart, json_node_get_object (root), error) ? g_steal_pointer (&chart) : NULL;
}

/* The draft of a session; NULL without @error when there is none. */
static ClinicSessionDraft *
find_draft (ClinicDb  *db,
            gint64     session,
            GError   **error)
{
  g_autoptr(GPtrArray) drafts = clinic_store_list_by (db, CLINIC_TYPE_SESSION_DRAFT, "session_id",
                                                      session, error);

  return drafts != NULL && drafts->len > 0 ? g_object_ref (drafts->pdata[0]) : NULL;
}

static gboolean
refuse_other (ClinicDb            *db,
              ClinicSessionDraft  *draft,
              GError             **error)
{
  g_autoptr(ClinicRecord) staff = clinic_store_find (db, CLINIC_TYPE_STAFF, draft->staff_id, error);

  if (staff != NULL)
    g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT,
                 _("%s is charting this session already. Ask, or discard that draft."), CLINIC_STAFF (staff)->name);

  return FALSE;
}

static gboolean
write_draft (ClinicAct    *act,
             gint64        session,
             const char   *content,
             GError      **error)
{
  g_autofree char *now = clinic_clock_instant ();
  g_autofree char *today = g_strndup (now, strlen ("2026-11-21"));
  g_autoptr(GError) failure = NULL;
  g_autoptr(ClinicSessionDraft) draft = find_draft (act->db, session, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (draft == NULL)
    draft = g_object_new (CLINIC_TYPE_SESSION_DRAFT, "session-id", session, "staff-id", act->actor,
                          NULL);
  else if (draft->staff_id != act->actor)
    return refuse_other (act->db, draft, error);

  g_object_set (draft, "content", content, "saved-at", now, NULL);

  return clinic_store_insert_bulk (act->db, CLINIC_RECORD (draft), today, error);
}

gboolean
clinic_chart_draft_save (ClinicAct    *act,
                         ClinicChart  *chart,
                         GError      **error)
{
  g_autofree char *content = NULL;

  g_return_val_if_fail (act != NULL && chart != NULL, FALSE);

  content = clinic_chart_to_text (chart);

  if (!clinic_act_check (act, "session.chart", error) ||
      !clinic_db_begin (act->db, CLINIC_DB_CHANGE, error))
    return FALSE;

  if (write_draft (act, clinic_record_get_id (CLINIC_RECORD (chart->session)), content, error) &&
      clinic_db_commit (act->db, error))
    return TRUE;

  clinic_db_rollback (act->db);

  return FALSE;
}

ClinicChart *
clinic_chart_draft_load (ClinicDb  *db,
                         gint64     session,
                         GError   **error)
{
  g_autoptr(ClinicSessionDraft) draft = find_draft (db, session, error);

  return draft != NULL ? clinic_chart_from_text (draft->content, error) : NULL;
}

gboolean
clinic_chart_draft_discard (ClinicAct  *act,
                            gint64      session,
                            GError    **error)
{
  g_autoptr(ClinicStatement) statement = NULL;

  g_return_val_if_fail (act != NULL, FALSE);

  if (!clinic_act_check (act, "session.chart", error) ||
      !(statement = clinic_db_query (act->db, "chart-draft-delete", error)))
    return FALSE;

  clinic_statement_bind_int (statement, 1, session);

  return clinic_statement_run (statement, error) >= 0;
}
