/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "clinic-cli-trail.h"
#include "clinic-cli.h"
#include "clinic-clinic.h"
#include "clinic-clock.h"
#include "clinic-photo-view.h"
#include "clinic-report.h"
#include "clinic-table.h"

/* The options of one report: its parameters, each an option of its own. */
typedef struct
{
  ClinicReport *report;
  GArray       *entries;
  char        **values;
  gboolean     *flags;
  char        **outputs;
  char         *sheet;
  gboolean      bom;
} Call;

static const char *
find_report_name (int    argc,
                  char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      if (*argv[i] != '-')
        return argv[i];
    }

  return NULL;
}

static const char *
describe_argument (ClinicParameter *parameter)
{
  static const char * const words[] = {
    [CLINIC_PARAMETER_TEXT] = N_("TEXT"),
    [CLINIC_PARAMETER_DATE] = N_("YYYY-MM-DD"),
    [CLINIC_PARAMETER_NUMBER] = N_("N"),
    [CLINIC_PARAMETER_FLAG] = NULL,
    [CLINIC_PARAMETER_CHOICE] = N_("WORD"),
    [CLINIC_PARAMETER_PATIENT] = N_("FILE-NUMBER"),
    [CLINIC_PARAMETER_METRIC] = N_("CODE"),
    [CLINIC_PARAMETER_COCKTAIL] = N_("NAME"),
    [CLINIC_PARAMETER_DIAGNOSIS] = N_("CODE"),
    [CLINIC_PARAMETER_PROTOCOL] = N_("CODE"),
  };

  return words[parameter->type];
}

static void
add_parameters (Call *call)
{
  GPtrArray *parameters = clinic_report_get_parameters (call->report);

  call->values = g_new0 (char *, parameters->len + 1);
  call->flags = g_new0 (gboolean, parameters->len + 1);

  for (guint i = 0; i < parameters->len; i++)
    {
      ClinicParameter *parameter = parameters->pdata[i];
      gboolean is_flag = parameter->type == CLINIC_PARAMETER_FLAG;
      GOptionEntry entry = {
        parameter->name, 0, 0, is_flag ? G_OPTION_ARG_NONE : G_OPTION_ARG_STRING,
        is_flag ? (gpointer) & call->flags[i] : (gpointer) & call->values[i],
        parameter->label, describe_argument (parameter)
      };

      g_array_append_val (call->entries, entry);
    }
}

static GHashTable *
collect_values (Call *call)
{
  GPtrArray *parameters = clinic_report_get_parameters (call->report);
  GHashTable *values = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < parameters->len; i++)
    {
      ClinicParameter *parameter = parameters->pdata[i];

      if (call->flags[i])
        g_hash_table_insert (values, parameter->name, "yes");
      else if (call->values[i] != NULL)
        g_hash_table_insert (values, parameter->name, call->values[i]);
    }

  return values;
}

/* "none (left out), worst (…)"; NULL when nothing is chosen from. */
static char *
list_choices (const ClinicParameter *parameter)
{
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;

  if (parameter->choices == NULL)
    return NULL;

  for (guint i = 0; parameter->choices[i] != NULL; i++)
    {
      const char *choice = parameter->choices[i], *label = parameter->labels[i];
      g_autofree char *both = strcmp (choice, label) == 0 ? g_strdup (choice) : g_strdup_printf ("%s (%s)", choice, label);

      g_strv_builder_add (words, both);
    }

  list = g_strv_builder_end (words);

  return g_strjoinv (", ", list);
}

static char *
describe (Call *call)
{
  GPtrArray *parameters = clinic_report_get_parameters (call->report);
  GString *text = g_string_new (clinic_report_get_summary (call->report));

  g_string_append (text, "\n");

  for (guint i = 0; i < parameters->len; i++)
    {
      ClinicParameter *parameter = parameters->pdata[i];
      g_autofree char *choices = list_choices (parameter);

      if (parameter->help == NULL && choices == NULL && parameter->fallback == NULL)
        continue;

      g_string_append_printf (text, "\n  --%s: %s", parameter->name,
                              parameter->help != NULL ? parameter->help : "");

      if (choices != NULL)
        g_string_append_printf (text, _(" One of %s."), choices);

      if (parameter->fallback != NULL)
        g_string_append_printf (text, _(" Else %s."), parameter->fallback);
    }

  g_string_append_printf (text,
                          _("\n\nWithout --output the tables go to standard output (--format table, csv, json; --sheet NAME for\n"
                            "one of them). A file ending in .csv gets one sheet, any other a workbook with all.\n\n"
                            "Example:\n"
                            "  anagenctl report %s --output progress.xlsx\n"), clinic_report_get_name (call->report));

  return g_string_free (text, FALSE);
}

static int
list_reports (ClinicCli *cli)
{
  static const char * const columns[] = { "report", "title", "what for", NULL };
  g_auto(GStrv) names = clinic_report_list ();
  ClinicTable *table = clinic_table_new (cli->format, columns);

  for (char **name = names; *name != NULL; name++)
    {
      g_autoptr(ClinicReport) report = clinic_report_load (*name, NULL);
      const char *values[3];

      if (report == NULL)
        continue;

      values[0] = *name;
      values[1] = clinic_report_get_title (report);
      values[2] = clinic_report_get_summary (report);
      clinic_table_add (table, values);
    }

  return clinic_table_end (table) ? CLINIC_EXIT_DONE : CLINIC_EXIT_FAILED;
}

/* The rows of a sheet as a person or a program reads them. */
static int
print_sheet (ClinicCli    *cli,
             ClinicSheet  *sheet,
             GError      **error)
{
  guint n = clinic_sheet_get_n_columns (sheet);
  gboolean person = cli->format == NULL || strcmp (cli->format, "table") == 0;
  g_autofree const char **columns = g_new0 (const char *, n + 1);
  g_autoptr(GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);
  GError *failure = NULL;
  const ClinicCell *row;
  ClinicTable *table;

  for (guint i = 0; i < n; i++)
    {
      const ClinicColumn *column = clinic_sheet_get_column (sheet, i);

      g_ptr_array_add (headings,
                       person ? clinic_column_dup_heading (column) : g_strdup (column->name));
      columns[i] = headings->pdata[i];
    }

  if (person)
    printf ("%s\n", clinic_sheet_get_title (sheet));

  table = clinic_table_new (cli->format, columns);

  while ((row = clinic_sheet_next (sheet, &failure)) != NULL)
    {
      g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < n; i++)
        g_ptr_array_add (texts,
                         clinic_cell_dup_text (&row[i], clinic_sheet_get_column (sheet, i),
                                               !person));

      clinic_table_add (table, (const char * const *) texts->pdata);
    }

  if (!clinic_table_end (table))
    return CLINIC_EXIT_FAILED;

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return CLINIC_EXIT_FAILED;
    }

  for (guint i = 0; person && i < clinic_sheet_get_notes (sheet)->len; i++)
    printf ("%s\n", (char *) clinic_sheet_get_notes (sheet)->pdata[i]);

  if (person)
    putchar ('\n');

  return CLINIC_EXIT_DONE;
}

static int
print_sheets (ClinicCli *cli,
              Call      *call,
              GPtrArray *sheets)
{
  g_autoptr(GError) error = NULL;
  gboolean person = cli->format == NULL || strcmp (cli->format, "table") == 0;
  ClinicSheet *one = call->sheet != NULL ? clinic_report_find_sheet (sheets, call->sheet) : NULL;
  int code = CLINIC_EXIT_DONE;

  if (call->sheet != NULL && one == NULL)
    return clinic_cli_usage (_("this report has no sheet “%s”"), call->sheet);

  /* For a program one table at a time. */
  if (one == NULL && !person)
    one = sheets->pdata[0];

  if (one != NULL)
    code = print_sheet (cli, one, &error);

  for (guint i = 0; one == NULL && i < sheets->len && code == CLINIC_EXIT_DONE; i++)
    code = print_sheet (cli, sheets->pdata[i], &error);

  return error != NULL ? clinic_cli_fail (cli, error) : code;
}

static char *
find_company (ClinicCli *cli)
{
  g_autoptr(GPtrArray) clinics = clinic_store_list_by (cli->db, CLINIC_TYPE_CLINIC, NULL, 0, NULL);

  return clinics != NULL &&
         clinics->len > 0 ? g_strdup (CLINIC_CLINIC (clinics->pdata[0])->name) : NULL;
}

/* What was changed so that it fits into a workbook is said. */
static void
say_written (ClinicCli               *cli,
             const char              *path,
             const ClinicXlsxWritten *written)
{
  clinic_cli_say (cli, _("%s: %" PRIu64 " rows on %u worksheets"), path, written->rows,
                  written->worksheets);

  if (written->mended > 0)
    fprintf (stderr, _("%" PRIu64 " texts held characters no workbook can; they were replaced\n"), written->mended);

  if (written->cut > 0)
    fprintf (stderr,
             _("%" PRIu64 " texts are longer than a cell; they are whole on the last "
               "worksheet\n"), written->cut);

  if (written->odd_dates > 0)
    fprintf (stderr,
             _("%" PRIu64 " dates cannot be counted by workbooks; they are kept as "
               "text\n"), written->odd_dates);
}

static gboolean
write_output (ClinicCli   *cli,
              Call        *call,
              GPtrArray   *sheets,
              const char  *path,
              GError     **error)
{
  ClinicXlsxWritten written = { 0 };
  ClinicCsvOptions csv = { .bom = call->bom, .progress = clinic_cli_progress,
                           .progress_data = cli };
  g_autofree char *company = find_company (cli);
  ClinicXlsxOptions xlsx = {
    .company = company, .created = clinic_clock_now (),
    .progress = clinic_cli_progress, .progress_data = cli,
  };

  if (g_str_has_suffix (path, ".csv"))
    {
      if (!clinic_report_write_csv (call->report, sheets, call->sheet, path, &csv,
                                    clinic_cli_cancellable (), error))
        return FALSE;

      clinic_cli_say (cli, "%s", path);
      return TRUE;
    }

  if (!clinic_report_write_xlsx (call->report, sheets, path, &xlsx, &written,
                                 clinic_cli_cancellable (), error))
    return FALSE;

  say_written (cli, path, &written);

  return TRUE;
}

static gboolean
makes_workbook (Call *call)
{
  gboolean makes = FALSE;

  for (char **path = call->outputs; path != NULL && *path != NULL; path++)
    makes |= !g_str_has_suffix (*path, ".csv");

  return makes;
}

static void
leave_out_photos (GPtrArray *sheets)
{
  for (guint i = sheets->len; i > 0; i--)
    {
      ClinicSheet *sheet = sheets->pdata[i - 1];

      if (clinic_sheet_get_pictures (sheet)->len == 0)
        continue;

      fprintf (stderr, _("The sheet “%s” is left out, as the trail cannot say that its photos are given out while\n"
                         "another program has the clinic open.\n"), clinic_sheet_get_title (sheet));
      g_ptr_array_remove_index (sheets, i - 1);
    }
}

/* Photos leave with a workbook only once that stands in the trail. */
static gboolean
note_photos (ClinicCli  *cli,
             GPtrArray  *sheets,
             GError    **error)
{
  g_autoptr(GArray) photos = clinic_sheets_list_photos (sheets);
  g_autoptr(ClinicCliTrail) trail = NULL;
  g_autoptr(GError) held = NULL;

  if (photos->len == 0)
    return TRUE;

  trail = clinic_cli_trail_open (cli, &held);

  if (trail != NULL)
    return clinic_photo_give_out_all (trail->act, photos, error);

  if (!g_error_matches (held, CLINIC_ERROR, CLINIC_ERROR_HELD))
    {
      g_propagate_error (error, g_steal_pointer (&held));
      return FALSE;
    }

  leave_out_photos (sheets);

  return TRUE;
}

static int
run_report (ClinicCli *cli,
            Call      *call)
{
  g_autoptr(GHashTable) values = collect_values (call);
  g_autoptr(GPtrArray) sheets = NULL;
  g_autoptr(GError) error = NULL;

  if (!clinic_act_check (cli->act, "report.run", &error) ||
      !clinic_act_check (cli->act, clinic_report_get_right (call->report), &error))
    return clinic_cli_fail (cli, error);

  for (char **path = call->outputs; path != NULL && *path != NULL; path++)
    {
      if (!clinic_cli_check_target (cli, *path, &error))
        return clinic_cli_fail (cli, error);
    }

  sheets = clinic_report_run (call->report, cli->db, values, clinic_cli_progress, cli,
                              clinic_cli_cancellable (), &error);

  if (sheets == NULL)
    return clinic_cli_fail (cli, error);

  if (call->outputs == NULL)
    return print_sheets (cli, call, sheets);

  if (makes_workbook (call) && !note_photos (cli, sheets, &error))
    return clinic_cli_fail (cli, error);

  for (char **path = call->outputs; *path != NULL; path++)
    {
      if (!write_output (cli, call, sheets, *path, &error))
        return clinic_cli_fail (cli, error);
    }

  return CLINIC_EXIT_DONE;
}

static void
call_clear (Call *call)
{
  GPtrArray *parameters = call->report != NULL ? clinic_report_get_parameters (call->report) : NULL;

  for (guint i = 0; parameters != NULL && i < parameters->len; i++)
    g_free (call->values[i]);

  g_free (call->values);
  g_free (call->flags);
  g_strfreev (call->outputs);
  g_free (call->sheet);
  g_clear_pointer (&call->report, clinic_report_free);
  g_array_unref (call->entries);
}

int
clinic_cli_report (ClinicCli  *cli,
                   int         argc,
                   char      **argv)
{
  Call call = { .entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry)) };
  const GOptionEntry more[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &call.outputs,
      N_("Write a workbook, or one sheet as .csv"), N_("FILE") },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &call.sheet,
      N_("Only this sheet, for CSV and standard output"), N_("NAME") },
    { "bom", 0, 0, G_OPTION_ARG_NONE, &call.bom,
      N_("CSV with a byte order mark, as some programs need"), NULL },
    { NULL }
  };
  const char *name = find_report_name (argc, argv);
  g_autoptr(GError) error = NULL;
  g_autofree char *description = NULL;
  int code = -1;

  g_array_append_vals (call.entries, more, G_N_ELEMENTS (more) - 1);

  if (name != NULL && (call.report = clinic_report_load (name, &error)) == NULL)
    code = clinic_cli_fail (cli, error);

  if (call.report != NULL)
    {
      add_parameters (&call);
      description = describe (&call);
    }

  if (code < 0)
    code = clinic_cli_parse (cli, (const GOptionEntry *) call.entries->data, _("REPORT"),
                             description != NULL ? description
                             : _("Without a report's name: which reports there are. “anagenctl report REPORT --help” tells what each\n"
                                 "may be asked, and how its figures are made is on the last sheet of the report itself.\n"),
                             &argc, &argv);

  if (code < 0 && call.report == NULL)
    code = list_reports (cli);
  else if (code < 0 && (code = clinic_cli_open (cli, CLINIC_DB_READ)) == CLINIC_EXIT_DONE)
    code = run_report (cli, &call);

  call_clear (&call);

  return code;
}
