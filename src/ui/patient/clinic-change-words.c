/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-act.h"
#include "clinic-audit.h"
#include "clinic-change-entry.h"
#include "clinic-change-words.h"
#include "clinic-choices.h"
#include "clinic-direction.h"
#include "clinic-locale.h"
#include "clinic-patient.h"
#include "clinic-record-types.h"
#include "clinic-rights.h"

/* Of one operation: so many rows are told, and so many fields of a new record. */
#define MOST_ROWS   8
#define MOST_FACTS  5
#define LONGEST     120

/* Names of records that were linked to, found once. */
typedef struct
{
  ClinicDb   *db;
  GHashTable *names;        /* "table id" → name */
} Names;

/* By which link a record without a name is called. */
static const struct
{
  const char *table;
  const char *link;
} called_by[] = {
  { "course", "protocol_id" },
  { "diagnosis", "diagnosis_kind_id" },
  { "cocktail_version", "cocktail_id" },
};

static const ClinicField *
find_field (ClinicRecord *record,
            const char   *name)
{
  return clinic_record_class_find_field (CLINIC_RECORD_GET_CLASS (record), name);
}

/* Follows links, but never in a circle: those above do not. */
static char *
name_record (Names      *names,
             const char *table,
             gint64      id)
{
  GType type = clinic_record_type_of_table (table);
  g_autoptr(ClinicRecord) record = NULL;
  const ClinicField *field;

  if (type != G_TYPE_INVALID)
    record = clinic_store_find (names->db, type, id, NULL);

  if (record == NULL)
    /* Translators: in a history of changes, of a record that is gone */
    return g_strdup (_("(no longer there)"));

  if (CLINIC_IS_PATIENT (record))
    return clinic_locale_full_name (CLINIC_PATIENT (record)->given_name,
                                    CLINIC_PATIENT (record)->family_name);

  if ((field = find_field (record, "name")) != NULL ||
      (field = find_field (record, "product")) != NULL)
    return g_strdup (clinic_record_get_text (record, field));

  if ((field = find_field (record, "starts")) != NULL)
    return clinic_locale_wall (clinic_record_get_text (record, field));

  for (guint i = 0; i < G_N_ELEMENTS (called_by); i++)
    {
      if (strcmp (called_by[i].table, table) == 0 &&
          (field = find_field (record, called_by[i].link)) != NULL &&
          clinic_record_get_number (record, field) != CLINIC_UNKNOWN)
        return name_record (names, field->links, clinic_record_get_number (record, field));
    }

  return g_strdup (_(CLINIC_RECORD_GET_CLASS (record)->label));
}

static const char *
find_name (Names      *names,
           const char *table,
           gint64      id)
{
  g_autofree char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT, table, id);
  char *name = g_hash_table_lookup (names->names, key);

  if (name == NULL)
    {
      name = name_record (names, table, id);
      g_hash_table_insert (names->names, g_steal_pointer (&key), name);
    }

  return name;
}

static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\r\t", ' ');

  if (g_utf8_strlen (line, -1) <= LONGEST)
    return g_steal_pointer (&line);

  start = g_utf8_substring (line, 0, LONGEST);

  return g_strconcat (start, "…", NULL);
}

static char *
dup_text_words (ClinicRecord      *record,
                const ClinicField *field)
{
  const char *text = clinic_record_get_text (record, field);

  if (text == NULL)
    return NULL;

  if (field->format == CLINIC_DATE)
    return clinic_locale_date (text);

  if (field->format == CLINIC_WALL)
    return clinic_locale_wall (text);

  if (field->format == CLINIC_CHOICE)
    return g_strdup (clinic_choice_label (field->choices, text));

  return shorten (text);
}

/* A field as people read it; NULL when nothing is known. */
static char *
dup_words (Names             *names,
           ClinicRecord      *record,
           const ClinicField *field)
{
  gint64 number;

  if (field->storage == CLINIC_TEXT)
    return dup_text_words (record, field);

  number = clinic_record_get_number (record, field);

  if (field->storage == CLINIC_FLAG)
    return g_strdup (number != 0 ? _("yes") : _("no"));

  if (number == CLINIC_UNKNOWN)
    return NULL;

  if (field->format == CLINIC_LINK)
    return g_strdup (find_name (names, field->links, number));

  return field->format == CLINIC_DECIMAL ? clinic_locale_decimal (number)
                                         : clinic_locale_number (number);
}

/* Whose record it is goes without saying; signatures and places of points mean nothing to read. */
static gboolean
is_told (const ClinicField *field)
{
  static const char *const silent[] = { "patient_id", "signature", "places", "imported", NULL };

  return !g_strv_contains (silent, field->name);
}

static void
add_fact (GString *facts,
          char    *fact)
{
  if (facts->len > 0)
    g_string_append (facts, " · ");

  g_string_append (facts, fact);
  g_free (fact);
}

/* All that is known of a record. */
static char *
dup_facts (Names        *names,
           ClinicRecord *record)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (record);
  GString *facts = g_string_new (NULL);
  guint n_facts = 0;

  for (guint i = 0; i < klass->n_fields && n_facts < MOST_FACTS; i++)
    {
      const ClinicField *field = &klass->fields[i];
      g_autofree char *words = is_told (field) ? dup_words (names, record, field) : NULL;

      if (words == NULL || (field->storage == CLINIC_FLAG &&
                            clinic_record_get_number (record, field) == 0))
        continue;

      /* Translators: a field and what it says: "Telephone: 0123" */
      add_fact (facts, g_strdup_printf (C_("change", "%s: %s"), _(field->label), words));
      n_facts++;
    }

  return g_string_free (facts, FALSE);
}

/* "Depth: 2 → 2.5", never the other way round. */
static char *
say_change (const char *label,
            const char *old,
            const char *new)
{
  /* Translators: what a field said, and what it says now; from left to right in all languages */
  g_autofree char *pair = g_strdup_printf (C_("from, to", "%s → %s"), old, new);
  g_autofree char *isolated = clinic_direction_number (pair);

  return g_strdup_printf (C_("change", "%s: %s"), label, isolated);
}

/* What differs between two states of a record. */
static char *
dup_difference (Names        *names,
                ClinicRecord *before,
                ClinicRecord *after)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (before);
  GString *facts = g_string_new (NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const ClinicField *field = &klass->fields[i];
      g_autofree char *old = NULL;
      g_autofree char *new = NULL;

      if (!is_told (field) || clinic_record_field_equal (before, after, field))
        continue;

      old = dup_words (names, before, field);
      new = dup_words (names, after, field);

      if (old == NULL)
        add_fact (facts, g_strdup_printf (C_("change", "%s: %s"), _(field->label), new));
      else if (new == NULL)
        /* Translators: a field and what it no longer says */
        add_fact (facts, g_strdup_printf (_("%s: no longer %s"), _(field->label), old));
      else
        add_fact (facts, say_change (_(field->label), old, new));
    }

  return g_string_free (facts, FALSE);
}

/* A row of the history in a line; NULL when it says nothing. */
static char *
dup_line (Names           *names,
          ClinicStatement *row)
{
  const char *action = clinic_statement_get_text (row, 0);
  GType type = clinic_record_type_of_table (clinic_statement_get_text (row, 1));
  const char *old = clinic_statement_get_text (row, 3);
  const char *new = clinic_statement_get_text (row, 4);
  g_autoptr(ClinicRecord) before = NULL;
  g_autoptr(ClinicRecord) after = NULL;
  g_autofree char *facts = NULL;
  const char *label;

  if (type == G_TYPE_INVALID)
    return NULL;

  before = g_object_new (type, NULL);
  after = g_object_new (type, NULL);
  label = _(CLINIC_RECORD_GET_CLASS (before)->label);

  /* What another version of the program wrote may not be readable here; it was done all the
   * same. */
  if ((old != NULL && !clinic_audit_apply (before, old, NULL)) ||
      (new != NULL && !clinic_audit_apply (after, new, NULL)))
    return g_strdup (label);

  if (strcmp (action, "insert") == 0)
    {
      facts = dup_facts (names, after);
      /* Translators: a kind of record ("Allergy") that is new, and what it says */
      return g_strdup_printf (_("New %s · %s"), label, facts);
    }

  if (strcmp (action, "remove") == 0)
    {
      facts = dup_facts (names, before);
      /* Translators: a kind of record ("Allergy") that was taken out, and what it said */
      return g_strdup_printf (_("Removed %s · %s"), label, facts);
    }

  facts = dup_difference (names, before, after);

  /* Translators: a kind of record ("Allergy") and what changed of it */
  return *facts != '\0' ? g_strdup_printf (C_("record", "%s · %s"), label, facts) : NULL;
}

static char *
dup_lines (Names              *names,
           ClinicChangeEntry  *change,
           gint64              patient,
           GError            **error)
{
  g_autoptr(ClinicStatement) rows = clinic_db_query (names->db, "patient-operation-rows", error);
  g_autoptr(GString) lines = g_string_new (NULL);
  g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) failure = NULL;
  guint n_more = 0;

  if (rows == NULL)
    return NULL;

  clinic_statement_bind_int (rows, 1, clinic_record_get_id (CLINIC_RECORD (change)));
  clinic_statement_bind_int (rows, 2, patient);

  while (clinic_statement_step (rows, &failure))
    {
      char *line = told->len < MOST_ROWS ? dup_line (names, rows) : NULL;

      if (line != NULL)
        g_ptr_array_add (told, line);
      else if (told->len >= MOST_ROWS)
        n_more++;
    }

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  for (guint i = 0; i < told->len; i++)
    g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", (char *) told->pdata[i]);

  if (n_more > 0)
    {
      g_string_append_c (lines, '\n');
      g_string_append_printf (lines, ngettext ("and %u more", "and %u more", n_more), n_more);
    }

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/* "Change a patient’s details" at the beginning of a line. */
static char *
capitalize (const char *words)
{
  char first[8] = "";

  if (*words == '\0')
    return g_strdup ("");

  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (words)), first);

  return g_strconcat (first, g_utf8_next_char (words), NULL);
}

static gboolean
put_into_words (Names              *names,
                ClinicChangeEntry  *change,
                gint64              patient,
                const char         *zone,
                GError            **error)
{
  g_autofree char *title = capitalize (clinic_rights_describe (change->command));
  g_autofree char *moment = clinic_locale_instant (change->at, zone);
  g_autofree char *words = dup_lines (names, change, patient, error);

  if (words == NULL)
    return FALSE;

  if (change->undoes != CLINIC_UNKNOWN && change->undone_command != NULL)
    {
      g_free (title);
      /* Translators: what was taken back: "Taken back: change a patient’s details" */
      title = g_strdup_printf (_("Taken back: %s"),
                               clinic_rights_describe (change->undone_command));
    }

  g_object_set (change, "title", title, "moment", moment, "words", words, NULL);

  return TRUE;
}

GPtrArray *
clinic_change_list (ClinicAct  *act,
                    gint64      patient,
                    guint       most,
                    GError    **error)
{
  g_autoptr(ClinicStatement) statement = NULL;
  g_autofree char *zone = clinic_act_dup_zone (act->db, NULL);
  g_autoptr(GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GPtrArray) changes = NULL;
  Names names = { act->db, found };

  if (!clinic_act_check (act, "changes.read", error) ||
      !(statement = clinic_db_query (act->db, "patient-operations", error)))
    return NULL;

  clinic_statement_bind_int (statement, 1, patient);
  clinic_statement_bind_int (statement, 2, most);
  changes = clinic_store_list (statement, CLINIC_TYPE_CHANGE_ENTRY, error);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      if (!put_into_words (&names, changes->pdata[i], patient, zone, error))
        return NULL;
    }

  return g_steal_pointer (&changes);
}
