/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "clinic-audit.h"
#include "clinic-audit-key.h"
#include "clinic-clock.h"

/* SHA-256 in hexadecimal. */
#define MAC_LENGTH 64

/* What the first row is chained to. */
static const char origin[] = "0000000000000000000000000000000000000000000000000000000000000000";

/* The end of the chain, remembered with the connection while a transaction lasts. */
typedef struct
{
  guint64  transaction;
  gint64   seq;
  char     mac[MAC_LENGTH + 1];
  GHmac   *keyed;               /* keyed and empty: copied for each row */
} Head;

/* A row as it is chained, in this order. */
typedef struct
{
  gint64      seq;
  const char *at;
  gint64      actor;
  gint64      operation;
  const char *command;
  const char *action;
  const char *entity;
  gint64      entity_id;
  gint64      patient;
  const char *reason;
  const char *before;
  const char *after;
} Row;

static void
head_free (gpointer data)
{
  Head *head = data;

  g_clear_pointer (&head->keyed, g_hmac_unref);
  g_free (head);
}

/* Each field as type, length and bytes: no two different rows read the same. */
static void
chain_bytes (GHmac      *hmac,
             char        type,
             const void *bytes,
             gsize       length)
{
  guchar start[5] = { type, length >> 24, length >> 16, length >> 8, length };

  g_hmac_update (hmac, start, sizeof start);
  g_hmac_update (hmac, bytes, length);
}

static void
chain_text (GHmac      *hmac,
            const char *text)
{
  if (text != NULL)
    chain_bytes (hmac, 't', text, strlen (text));
  else
    chain_bytes (hmac, 'n', "", 0);
}

static void
chain_int (GHmac  *hmac,
           gint64  number)
{
  guint64 bytes = GUINT64_TO_BE ((guint64) number);

  if (number != CLINIC_NULL)
    chain_bytes (hmac, 'i', &bytes, sizeof bytes);
  else
    chain_bytes (hmac, 'n', "", 0);
}

/* Replaces @mac, the previous row's, by the one of @row. */
static void
chain_row (GHmac     *keyed,
           const Row *row,
           char       mac[MAC_LENGTH + 1])
{
  g_autoptr(GHmac) hmac = g_hmac_copy (keyed);

  chain_text (hmac, mac);
  chain_int (hmac, row->seq);
  chain_text (hmac, row->at);
  chain_int (hmac, row->actor);
  chain_int (hmac, row->operation);
  chain_text (hmac, row->command);
  chain_text (hmac, row->action);
  chain_text (hmac, row->entity);
  chain_int (hmac, row->entity_id);
  chain_int (hmac, row->patient);
  chain_text (hmac, row->reason);
  chain_text (hmac, row->before);
  chain_text (hmac, row->after);

  g_strlcpy (mac, g_hmac_get_string (hmac), MAC_LENGTH + 1);
}

/* The last row's number and mac; 0 and the origin when there is none. */
static gboolean
read_head (ClinicDb  *db,
           gint64    *seq,
           char       mac[MAC_LENGTH + 1],
           GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "audit-head", error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;

  *seq = 0;
  g_strlcpy (mac, origin, MAC_LENGTH + 1);

  if (clinic_statement_step (statement, &failure))
    {
      *seq = clinic_statement_get_int (statement, 0);
      g_strlcpy (mac, clinic_statement_get_text (statement, 1), MAC_LENGTH + 1);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, failure);

  return FALSE;
}

static GHmac *
make_keyed (ClinicDb  *db,
            gboolean   may_make,
            GError   **error)
{
  guint8 key[CLINIC_AUDIT_KEY_BYTES];
  GHmac *keyed = NULL;

  if (clinic_audit_key_read (db, may_make, key, error))
    keyed = g_hmac_new (G_CHECKSUM_SHA256, key, sizeof key);

  explicit_bzero (key, sizeof key);

  return keyed;
}

/* Nobody else appends until this transaction ends. */
static gboolean
lock_chain (ClinicDb  *db,
            GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "audit-lock", error);

  return statement != NULL && clinic_statement_run (statement, error) >= 0;
}

static Head *
get_head (ClinicDb  *db,
          GError   **error)
{
  Head *head = clinic_db_get_kept (db, "audit-head");

  if (head != NULL && head->transaction == clinic_db_get_transaction (db))
    return head;

  head = g_new0 (Head, 1);

  if (!lock_chain (db, error) ||
      !read_head (db, &head->seq, head->mac, error) ||
      (head->keyed = make_keyed (db, head->seq == 0, error)) == NULL)
    {
      head_free (head);
      return NULL;
    }

  head->transaction = clinic_db_get_transaction (db);
  clinic_db_keep (db, "audit-head", head, head_free);

  return head;
}

static gboolean
insert_row (ClinicDb    *db,
            const Row   *row,
            const char  *mac,
            GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "audit-insert", error);

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, row->seq);
  clinic_statement_bind_text (statement, 2, row->at);
  clinic_statement_bind_int (statement, 3, row->actor);
  clinic_statement_bind_int (statement, 4, row->operation);
  clinic_statement_bind_text (statement, 5, row->command);
  clinic_statement_bind_text (statement, 6, row->action);
  clinic_statement_bind_text (statement, 7, row->entity);
  clinic_statement_bind_int (statement, 8, row->entity_id);
  clinic_statement_bind_int (statement, 9, row->patient);
  clinic_statement_bind_text (statement, 10, row->reason);
  clinic_statement_bind_text (statement, 11, row->before);
  clinic_statement_bind_text (statement, 12, row->after);
  clinic_statement_bind_text (statement, 13, mac);

  return clinic_statement_defer (statement, 1, error);
}

gboolean
clinic_audit_append (ClinicChange  *change,
                     const char    *action,
                     const char    *entity,
                     gint64         entity_id,
                     gint64         patient,
                     const char    *before,
                     const char    *after,
                     GError       **error)
{
  g_autofree char *at = clinic_clock_instant ();
  char mac[MAC_LENGTH + 1];
  Head *head;
  Row row;

  g_return_val_if_fail (change != NULL && change->db != NULL, FALSE);
  g_return_val_if_fail (action != NULL && entity != NULL && change->command != NULL, FALSE);
  g_return_val_if_fail (clinic_db_in_transaction (change->db), FALSE);

  head = get_head (change->db, error);

  if (head == NULL)
    return FALSE;

  row = (Row) {
    .seq = head->seq + 1,
    .at = at,
    .actor = change->actor,
    .operation = change->operation,
    .command = change->command,
    .action = action,
    .entity = entity,
    .entity_id = entity_id,
    .patient = patient != 0 ? patient : CLINIC_NULL,
    .reason = change->reason,
    .before = before,
    .after = after,
  };

  g_strlcpy (mac, head->mac, sizeof mac);
  chain_row (head->keyed, &row, mac);

  if (!insert_row (change->db, &row, mac, error))
    return FALSE;

  head->seq = row.seq;
  memcpy (head->mac, mac, sizeof mac);

  return TRUE;
}

static gboolean
take_member (ClinicRecord  *record,
             JsonObject    *object,
             const char    *name,
             GError       **error)
{
  const ClinicField *field = clinic_record_class_find_field (CLINIC_RECORD_GET_CLASS (record),
                                                             name);
  JsonNode *node = json_object_get_member (object, name);

  /* "version" is no field; nor is one that a later program no longer has. */
  if (field == NULL)
    return TRUE;

  return clinic_record_take_value (record, field,
                                   JSON_NODE_HOLDS_NULL (node)
                                       ? NULL : json_node_get_string (node), error);
}

gboolean
clinic_audit_apply (ClinicRecord  *record,
                    const char    *json,
                    GError       **error)
{
  g_autoptr(JsonNode) node = NULL;
  g_autoptr(GList) members = NULL;
  JsonObject *object;

  g_return_val_if_fail (CLINIC_IS_RECORD (record), FALSE);
  g_return_val_if_fail (json != NULL, FALSE);

  node = json_from_string (json, error);

  if (node == NULL)
    return FALSE;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE,
                           _("A row of the trail of changes cannot be read."));
      return FALSE;
    }

  object = json_node_get_object (node);
  members = json_object_get_members (object);

  for (GList *link = members; link != NULL; link = link->next)
    {
      if (!take_member (record, object, link->data, error))
        return FALSE;
    }

  return TRUE;
}

/* Where a walk along the chain is. */
typedef struct
{
  GHmac             *keyed;
  gint64             anchor_seq;
  const char        *anchor_mac;
  char               mac[MAC_LENGTH + 1];
  ClinicAuditReport *report;
} Walk;

static gboolean
say_broken (Walk   *walk,
            gint64  seq,
            char   *reason)
{
  walk->report->broken_seq = seq;
  walk->report->broken_reason = reason;

  return FALSE;
}

static void
read_row (ClinicStatement *statement,
          Row             *row)
{
  row->seq = clinic_statement_get_int (statement, 0);
  row->at = clinic_statement_get_text (statement, 1);
  row->actor = clinic_statement_get_int (statement, 2);
  row->operation = clinic_statement_get_int (statement, 3);
  row->command = clinic_statement_get_text (statement, 4);
  row->action = clinic_statement_get_text (statement, 5);
  row->entity = clinic_statement_get_text (statement, 6);
  row->entity_id = clinic_statement_get_int (statement, 7);
  row->patient = clinic_statement_get_int (statement, 8);
  row->reason = clinic_statement_get_text (statement, 9);
  row->before = clinic_statement_get_text (statement, 10);
  row->after = clinic_statement_get_text (statement, 11);
}

/* FALSE ends the walk: the row does not fit. */
static gboolean
check_row (Walk            *walk,
           ClinicStatement *statement)
{
  gint64 expected = walk->report->head_seq + 1;
  Row row;

  read_row (statement, &row);

  if (row.seq != expected)
    return say_broken (walk, expected,
                       g_strdup_printf (_("row %lld is missing"), (long long) expected));

  chain_row (walk->keyed, &row, walk->mac);

  if (g_strcmp0 (walk->mac, clinic_statement_get_text (statement, 12)) != 0)
    return say_broken (walk, row.seq,
                       g_strdup (_("the row or the one before it was changed, or the key is "
                                   "another")));

  if (row.seq == walk->anchor_seq && g_strcmp0 (walk->mac, walk->anchor_mac) != 0)
    return say_broken (walk, row.seq,
                       g_strdup (_("the row is not the one that was kept elsewhere: the trail was "
                                   "written anew")));

  walk->report->head_seq = row.seq;
  walk->report->n_rows++;

  return TRUE;
}

/* The mac of the row that the walk starts after; FALSE with @error, or without one when the row
 * is missing. */
static gboolean
find_start (ClinicDb  *db,
            gint64     seq,
            char       mac[MAC_LENGTH + 1],
            GError   **error)
{
  g_autoptr(ClinicStatement) statement = NULL;

  g_strlcpy (mac, origin, MAC_LENGTH + 1);

  if (seq == 0)
    return TRUE;

  statement = clinic_db_query (db, "audit-mac", error);

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, seq);

  if (!clinic_statement_step (statement, error))
    return FALSE;

  g_strlcpy (mac, clinic_statement_get_text (statement, 0), MAC_LENGTH + 1);

  return TRUE;
}

static gboolean
walk_rows (ClinicDb  *db,
           gint64     from_seq,
           Walk      *walk,
           GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "audit-rows", error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, from_seq);
  clinic_statement_stream (statement);

  while (clinic_statement_step (statement, &failure) && check_row (walk, statement))
    ;

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, failure);

  return FALSE;
}

/* What only the anchor can tell: a tail that is gone, and a row before the start of the walk. */
static gboolean
check_anchor (ClinicDb  *db,
              gint64     from_seq,
              Walk      *walk,
              GError   **error)
{
  char mac[MAC_LENGTH + 1];
  GError *failure = NULL;

  if (walk->report->broken_seq != 0 || walk->anchor_seq <= 0 || walk->anchor_mac == NULL)
    return TRUE;

  if (walk->anchor_seq >= from_seq && walk->anchor_seq <= walk->report->head_seq)
    return TRUE;

  if (find_start (db, walk->anchor_seq, mac, &failure))
    {
      if (strcmp (mac, walk->anchor_mac) != 0)
        say_broken (walk, walk->anchor_seq,
                    g_strdup (_("the row is not the one that was kept elsewhere: the trail was "
                                "written anew")));

      return TRUE;
    }

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  say_broken (walk, MIN (walk->report->head_seq + 1, walk->anchor_seq),
              g_strdup_printf (_("the end is cut off: the trail once reached row %lld"),
                               (long long) walk->anchor_seq));

  return TRUE;
}

gboolean
clinic_audit_verify (ClinicDb           *db,
                     gint64              from_seq,
                     gint64              anchor_seq,
                     const char         *anchor_mac,
                     ClinicAuditReport  *report,
                     GError            **error)
{
  g_autoptr(GHmac) keyed = NULL;
  Walk walk = { .anchor_seq = anchor_seq, .anchor_mac = anchor_mac, .report = report };
  char head_mac[MAC_LENGTH + 1];
  gint64 head_seq;
  GError *failure = NULL;

  g_return_val_if_fail (db != NULL && report != NULL, FALSE);

  memset (report, 0, sizeof *report);

  if (!read_head (db, &head_seq, head_mac, error))
    return FALSE;

  /* Nothing was chained yet: there need be no key. */
  if (head_seq > 0 && (keyed = make_keyed (db, FALSE, error)) == NULL)
    return FALSE;

  walk.keyed = keyed;
  from_seq = CLAMP (from_seq, 1, head_seq + 1);
  report->head_seq = from_seq - 1;

  if (!find_start (db, from_seq - 1, walk.mac, &failure))
    {
      if (failure != NULL)
        {
          g_propagate_error (error, failure);
          return FALSE;
        }

      say_broken (&walk, from_seq - 1,
                  g_strdup_printf (_("row %lld is missing"), (long long) from_seq - 1));
    }
  else if (!walk_rows (db, from_seq, &walk, error) || !check_anchor (db, from_seq, &walk, error))
    {
      clinic_audit_report_clear (report);
      return FALSE;
    }

  report->head_seq = MAX (head_seq, report->head_seq);
  report->head_mac = g_strdup (report->broken_seq == 0 ? walk.mac : head_mac);

  return TRUE;
}

void
clinic_audit_report_clear (ClinicAuditReport *report)
{
  g_clear_pointer (&report->head_mac, g_free);
  g_clear_pointer (&report->broken_reason, g_free);
  memset (report, 0, sizeof *report);
}
