/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "clinic-cli.h"
#include "clinic-date.h"
#include "clinic-record-types.h"
#include "clinic-search.h"
#include "clinic-table.h"

/* A person reads so many columns of a table; a program gets all. */
#define COLUMNS_SHOWN 7

/* Words for tables that do not end in a mere "s". */
static const struct
{
  const char *word;
  const char *table;
} plurals[] = {
  { "staff", "staff" },
  { "people", "staff" },
  { "clinic", "clinic" },
  { "diagnoses", "diagnosis" },
  { "allergies", "allergy" },
  { "imports", "import_run" },
};

/* "reaction-kinds" → "reaction_kind" */
static char *
find_table (const char *word)
{
  g_autofree char *table = g_strdelimit (g_strdup (word), "-", '_');

  for (guint i = 0; i < G_N_ELEMENTS (plurals); i++)
    {
      if (strcmp (plurals[i].word, word) == 0)
        return g_strdup (plurals[i].table);
    }

  if (clinic_record_type_of_table (table) == G_TYPE_INVALID && g_str_has_suffix (table, "s"))
    table[strlen (table) - 1] = '\0';

  return g_steal_pointer (&table);
}

/* What a link's other end is called; its number where it has no name. */
static char *
name_link (ClinicCli  *cli,
           GHashTable *known,
           const char *table,
           gint64      id)
{
  g_autofree char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT, table, id);
  char *name = g_hash_table_lookup (known, key);

  if (name == NULL)
    {
      name = clinic_cli_name (cli, table, id);
      g_hash_table_insert (known, g_steal_pointer (&key), name);
    }

  return g_strdup (name);
}

static char *
format_field (ClinicCli         *cli,
              GHashTable        *known,
              ClinicRecord      *record,
              const ClinicField *field)
{
  gboolean named = cli->format == NULL || strcmp (cli->format, "table") == 0;
  gint64 id;

  if (field->format != CLINIC_LINK || !named)
    return clinic_record_dup_value (record, field);

  id = clinic_record_get_number (record, field);

  return id == CLINIC_UNKNOWN ? NULL : name_link (cli, known, field->links, id);
}

static void
add_record (ClinicCli    *cli,
            GHashTable   *known,
            ClinicTable  *table,
            ClinicRecord *record,
            guint         n_fields)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (record);
  g_autoptr(GPtrArray) values = g_ptr_array_new_full (n_fields + 1, g_free);

  g_ptr_array_add (values, g_strdup_printf ("%" G_GINT64_FORMAT, clinic_record_get_id (record)));

  for (guint i = 0; i < n_fields; i++)
    g_ptr_array_add (values, format_field (cli, known, record, &klass->fields[i]));

  clinic_table_add (table, (const char * const *) values->pdata);
}

static int
print_records (ClinicCli *cli,
               GType      type,
               GPtrArray *records,
               gint64     limit)
{
  g_autoptr(ClinicRecordClass) klass = g_type_class_ref (type);
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gboolean person = cli->format == NULL || strcmp (cli->format, "table") == 0;
  guint n_fields = person ? MIN (klass->n_fields, COLUMNS_SHOWN) : klass->n_fields;
  g_autofree const char **columns = g_new0 (const char *, n_fields + 2);
  ClinicTable *table;

  columns[0] = "id";

  for (guint i = 0; i < n_fields; i++)
    columns[i + 1] = klass->fields[i].name;

  table = clinic_table_new (cli->format, columns);

  for (guint i = 0; i < records->len && i < limit; i++)
    add_record (cli, known, table, records->pdata[i], n_fields);

  if (!clinic_table_end (table))
    return CLINIC_EXIT_FAILED;

  if (records->len > limit)
    fprintf (stderr, _("%u more; --limit shows them\n"), (guint) (records->len - limit));

  return CLINIC_EXIT_DONE;
}

static void
add_statement_row (ClinicTable     *table,
                   ClinicStatement *statement)
{
  guint n = clinic_statement_n_columns (statement);
  g_autofree const char **values = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    values[i] = clinic_statement_get_text (statement, i);

  clinic_table_add (table, values);
}

int
clinic_cli_print_statement (ClinicCli       *cli,
                            ClinicStatement *statement)
{
  guint n = clinic_statement_n_columns (statement);
  g_autofree const char **columns = g_new0 (const char *, n + 1);
  g_autoptr(GError) error = NULL;
  ClinicTable *table;

  for (guint i = 0; i < n; i++)
    columns[i] = clinic_statement_column_name (statement, i);

  table = clinic_table_new (cli->format, columns);

  while (clinic_statement_step (statement, &error))
    add_statement_row (table, statement);

  if (!clinic_table_end (table) && error == NULL)
    return CLINIC_EXIT_FAILED;

  return error != NULL ? clinic_cli_fail (cli, error) : CLINIC_EXIT_DONE;
}

typedef struct
{
  char   *search;
  char   *patient;
  char   *practitioner;
  char   *from;
  char   *to;
  gint64  limit;
} Wanted;

static int
list_sessions (ClinicCli *cli,
               Wanted    *wanted)
{
  gboolean failed = FALSE;
  gint64 patient = clinic_cli_find_optional (cli, "patient", wanted->patient, &failed);
  gint64 practitioner = clinic_cli_find_optional (cli, "staff", wanted->practitioner, &failed);
  g_autofree char *end = NULL;
  g_autoptr(ClinicStatement) statement = NULL;
  g_autoptr(GError) error = NULL;

  if (failed)
    return CLINIC_EXIT_INVALID;

  if ((wanted->from != NULL && !clinic_date_is_valid (wanted->from)) ||
      (wanted->to != NULL && !clinic_date_is_valid (wanted->to)))
    return clinic_cli_usage (_("--from and --to take a date such as 2026-11-21"));

  end = wanted->to != NULL ? clinic_date_add_days (wanted->to, 1) : g_strdup ("9999");

  if ((statement = clinic_db_query (cli->db, "list-sessions", &error)) == NULL)
    return clinic_cli_fail (cli, error);

  clinic_statement_bind_int (statement, 1, patient);
  clinic_statement_bind_int (statement, 2, practitioner);
  clinic_statement_bind_text (statement, 3, wanted->from != NULL ? wanted->from : "");
  clinic_statement_bind_text (statement, 4, end);
  clinic_statement_bind_int (statement, 5, wanted->limit);

  return clinic_cli_print_statement (cli, statement);
}

static int
list_found_patients (ClinicCli *cli,
                     Wanted    *wanted)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = clinic_search_patients (cli->db, wanted->search,
                                                       MIN (wanted->limit, 1000), &error);

  if (found == NULL)
    return clinic_cli_fail (cli, error);

  return print_records (cli, clinic_record_type_of_table ("patient"), found, wanted->limit);
}

static int
list_of_patient (ClinicCli *cli,
                 GType      type,
                 Wanted    *wanted)
{
  g_autoptr(ClinicRecordClass) klass = g_type_class_ref (type);
  g_autoptr(GPtrArray) records = NULL;
  g_autoptr(GError) error = NULL;
  gint64 patient;

  if (klass->subject == NULL || strcmp (klass->subject, "id") == 0)
    return clinic_cli_usage (_("--patient goes with what a patient has: sessions, courses, "
                               "reactions, measurements…"));

  if ((patient = clinic_cli_find (cli, "patient", wanted->patient)) == 0)
    return CLINIC_EXIT_INVALID;

  records = clinic_store_list_by (cli->db, type, klass->subject, patient, &error);

  return records == NULL ? clinic_cli_fail (cli, error)
                         : print_records (cli, type, records, wanted->limit);
}

static int
list_table (ClinicCli  *cli,
            const char *word,
            Wanted     *wanted)
{
  g_autofree char *table = find_table (word);
  GType type = clinic_record_type_of_table (table);
  g_autoptr(GPtrArray) records = NULL;
  g_autoptr(GError) error = NULL;

  if (type == G_TYPE_INVALID)
    return clinic_cli_usage (_("there is no list “%s”; “anagenctl list --help” names them"), word);

  if (strcmp (table, "session") == 0)
    return list_sessions (cli, wanted);

  if (wanted->search != NULL)
    return strcmp (table, "patient") == 0 ? list_found_patients (cli, wanted)
                                          : clinic_cli_usage (_("--search goes with patients"));

  if (wanted->patient != NULL)
    return list_of_patient (cli, type, wanted);

  records = clinic_store_list_by (cli->db, type, NULL, 0, &error);

  return records == NULL ? clinic_cli_fail (cli, error)
                         : print_records (cli, type, records, wanted->limit);
}

static char *
describe_lists (void)
{
  GString *text = g_string_new (_("What can be listed:"));

  for (const GType *type = clinic_record_types (); *type != G_TYPE_INVALID; type++)
    {
      g_autoptr(ClinicRecordClass) klass = g_type_class_ref (*type);
      g_autofree char *word = g_strdelimit (g_strdup (klass->table), "_", '-');

      g_string_append_printf (text, " %s", word);
    }

  g_string_append (text, _("\n\nExamples:\n"
                           "  anagenctl list patients --search 'yil 1984'\n"
                           "  anagenctl list sessions --from 2026-11-21 --to 2026-11-21\n"
                           "  anagenctl list measurements --patient P00001 --format csv\n"
                           "  anagenctl list protocols --format json\n"));

  return g_string_free (text, FALSE);
}

int
clinic_cli_list (ClinicCli  *cli,
                 int         argc,
                 char      **argv)
{
  Wanted wanted = { .limit = G_MAXINT64 };
  const GOptionEntry entries[] = {
    { "search", 's', 0, G_OPTION_ARG_STRING, &wanted.search, N_("Patients found by these words"),
      N_("WORDS") },
    { "patient", 'p', 0, G_OPTION_ARG_STRING, &wanted.patient, N_("Only of this patient"),
      N_("FILE-NUMBER") },
    { "practitioner", 0, 0, G_OPTION_ARG_STRING, &wanted.practitioner,
      N_("Sessions of this practitioner"), N_("NAME") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &wanted.from, N_("Sessions from this day"), N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &wanted.to, N_("Sessions up to this day"), N_("DATE") },
    { "limit", 'n', 0, G_OPTION_ARG_INT64, &wanted.limit, N_("At most so many"), N_("N") },
    { NULL }
  };
  g_autofree char *description = describe_lists ();
  int code = clinic_cli_parse (cli, entries, _("WHAT"), description, &argc, &argv);

  if (code < 0 && argc != 2)
    code = clinic_cli_usage (_("say what to list: patients, sessions, staff, lots…"));

  if (code < 0)
    code = clinic_cli_open (cli, CLINIC_DB_READ);

  if (code == CLINIC_EXIT_DONE)
    code = list_table (cli, argv[1], &wanted);

  g_free (wanted.search);
  g_free (wanted.patient);
  g_free (wanted.practitioner);
  g_free (wanted.from);
  g_free (wanted.to);

  return code;
}
