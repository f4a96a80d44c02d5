/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <stdio.h>

#include "clinic-cli.h"
#include "clinic-import.h"

/* What of the options has to be read from a word or freed. */
typedef struct
{
  ClinicImportOptions  options;
  char               **columns;
  char                *encoding;
  char                *separator;
  char                *date_order;
  char                *decimal_mark;
  char                *refused;
  char                *metric;
  char                *zone;
  char                *method;
  char                *cocktail;
  char                *protocol;
  char                *diagnosis;
} Call;

static const GOptionEntry *
add_entries (Call   *call,
             GArray *entries)
{
  const GOptionEntry common[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &call->options.dry_run,
      N_("Say what would be and write nothing"), NULL },
    { "column", 0, 0, G_OPTION_ARG_STRING_ARRAY, &call->columns,
      N_("This column is that field; - leaves it out; #3 is the third column"), N_("COLUMN=FIELD") },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &call->encoding,
      N_("Its encoding, when found out wrongly"), N_("NAME") },
    { "separator", 0, 0, G_OPTION_ARG_STRING, &call->separator,
      N_("What stands between its columns; 'tab' for that"), N_("CHARACTER") },
    { "date-order", 0, 0, G_OPTION_ARG_STRING, &call->date_order,
      N_("How it writes dates: ymd, dmy or mdy"), N_("ORDER") },
    { "decimal-mark", 0, 0, G_OPTION_ARG_STRING, &call->decimal_mark,
      N_("How it writes decimals: . or ,"), N_("MARK") },
    { "refused", 0, 0, G_OPTION_ARG_FILENAME, &call->refused,
      N_("Where refused rows go (beside the file)"), N_("FILE") },
    { "allow-cut", 0, 0, G_OPTION_ARG_NONE, &call->options.allow_cut,
      N_("Take a file that ends in mid-row; that row is refused"), NULL },
    { "again", 0, 0, G_OPTION_ARG_NONE, &call->options.again,
      N_("Take in the very same file once more"), NULL },
    { "strip-digits", 0, 0, G_OPTION_ARG_NONE, &call->options.strip_name_digits,
      N_("Patients: names without the digits glued to them"), NULL },
    { "drop-rest", 0, 0, G_OPTION_ARG_NONE, &call->options.drop_rest,
      N_("Patients: leave out columns that have no field"), NULL },
    { "skip-known", 0, 0, G_OPTION_ARG_NONE, &call->options.skip_known,
      N_("Patients: pass over file numbers that are in use"), NULL },
    { "create-patients", 0, 0, G_OPTION_ARG_NONE, &call->options.create_patients,
      N_("Measurements: subjects nobody knows become patients with a course"), NULL },
    { "create-cocktails", 0, 0, G_OPTION_ARG_NONE, &call->options.create_cocktails,
      N_("Measurements: arms that are no cocktail become one"), NULL },
    { "round", 0, 0, G_OPTION_ARG_NONE, &call->options.round,
      N_("Measurements: round to three decimals rather than refuse"), NULL },
    { "metric", 0, 0, G_OPTION_ARG_STRING, &call->metric,
      N_("Measurements: what was measured, where no column says it"), N_("CODE") },
    { "zone", 0, 0, G_OPTION_ARG_STRING, &call->zone, N_("Measurements: where"), N_("ZONE") },
    { "method", 0, 0, G_OPTION_ARG_STRING, &call->method, N_("Measurements: how"), N_("TEXT") },
    { "cocktail", 0, 0, G_OPTION_ARG_STRING, &call->cocktail,
      N_("Measurements: cocktail of the courses made"), N_("NAME") },
    { "protocol", 0, 0, G_OPTION_ARG_STRING, &call->protocol,
      N_("Measurements: protocol of the courses made"), N_("CODE") },
    { "diagnosis", 0, 0, G_OPTION_ARG_STRING, &call->diagnosis,
      N_("Measurements: diagnosis of the courses made"), N_("CODE") },
    { NULL }
  };

  g_array_append_vals (entries, common, G_N_ELEMENTS (common) - 1);

  return (const GOptionEntry *) entries->data;
}

static int
read_options (Call *call)
{
  static const char * const orders[] = { "ymd", "dmy", "mdy" };
  ClinicImportOptions *options = &call->options;

  if (call->separator != NULL)
    {
      options->separator = strcmp (call->separator, "tab") == 0 ? '\t' : *call->separator;

      if (options->separator != '\t' && strlen (call->separator) != 1)
        return clinic_cli_usage (_("--separator takes one character, or the word tab"));
    }

  if (call->decimal_mark != NULL)
    {
      options->decimal_mark = *call->decimal_mark;

      if (strcmp (call->decimal_mark, ".") != 0 && strcmp (call->decimal_mark, ",") != 0)
        return clinic_cli_usage (_("--decimal-mark is . or ,"));
    }

  for (guint i = 0; call->date_order != NULL && i < G_N_ELEMENTS (orders); i++)
    {
      if (g_ascii_strcasecmp (orders[i], call->date_order) != 0)
        continue;

      options->has_date_order = TRUE;
      options->date_order = (ClinicDateOrder) i;
    }

  if (call->date_order != NULL && !options->has_date_order)
    return clinic_cli_usage (_("--date-order is ymd, dmy or mdy"));

  options->columns = (const char * const *) call->columns;
  options->encoding = call->encoding;
  options->refused_path = call->refused;
  options->metric = call->metric;
  options->zone = call->zone;
  options->method = call->method;
  options->cocktail = call->cocktail;
  options->protocol = call->protocol;
  options->diagnosis = call->diagnosis;

  return CLINIC_EXIT_DONE;
}

static void
print_lines (FILE      *file,
             GPtrArray *lines)
{
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    fprintf (file, "  %s\n", (char *) lines->pdata[i]);
}

static void
print_result (ClinicCli          *cli,
              ClinicImportResult *result)
{
  print_lines (stdout, result->notes);
  clinic_cli_say (cli,
                  result->dry_run ? _("Nothing was written. Of %" PRIu64 " rows %" PRIu64 " would be taken, %"
                                      PRIu64 " refused, %" PRIu64 " passed over.")
                                  : _("Of %" PRIu64 " rows %" PRIu64 " were taken, %"
                                      PRIu64 " refused, %" PRIu64 " passed over."),
                  result->rows, result->accepted, result->refused, result->skipped);
  clinic_cli_say (cli, _("%" PRIu64 " patients, %" PRIu64 " courses, %" PRIu64
                         " cocktails, %" PRIu64 " measurements."),
                  result->patients, result->courses, result->cocktails, result->measurements);

  if (result->refusals != NULL && result->refusals->len > 0)
    {
      fputs (_("Refused:\n"), stderr);
      print_lines (stderr, result->refusals);
    }

  if (result->refused > 0 && result->refused > result->refusals->len)
    fprintf (stderr, _("  and %" PRIu64 " more\n"),
             result->refused - result->refusals->len);

  if (result->refused_path != NULL)
    fprintf (stderr, _("All refused rows, with line and reason: %s\n"), result->refused_path);

  if (result->operation != 0)
    clinic_cli_say (cli, _("“anagenctl undo --operation %" PRId64 "” takes all of it back."), result->operation);
}

static int
run_import (ClinicCli  *cli,
            const char *kind,
            const char *path,
            Call       *call)
{
  g_auto(ClinicImportResult) result = { 0 };
  g_autoptr(GError) error = NULL;
  gboolean done;

  if (call->refused != NULL && !clinic_cli_check_target (cli, call->refused, &error))
    return clinic_cli_fail (cli, error);

  call->options.progress = clinic_cli_progress;
  call->options.progress_data = cli;

  if (strcmp (kind, "patients") == 0)
    done = clinic_import_patients (cli->act, path, &call->options, &result, &error);
  else
    done = clinic_import_measurements (cli->act, path, &call->options, &result, &error);

  /* How the file was understood also when it came to nothing: that is where the mistake shows. */
  if (!cli->quiet)
    print_lines (stdout, result.seen);

  if (!done)
    {
      fflush (stdout);
      print_lines (stderr, result.refusals);

      if (result.refused > 0 && !call->options.create_patients &&
          strcmp (kind, "measurements") == 0)
        fputs (_("--create-patients makes patients of subjects nobody knows, each with a course.\n"), stderr);

      return clinic_cli_fail (cli, error);
    }

  print_result (cli, &result);

  return CLINIC_EXIT_DONE;
}

static void
call_clear (Call *call)
{
  g_strfreev (call->columns);
  g_free (call->encoding);
  g_free (call->separator);
  g_free (call->date_order);
  g_free (call->decimal_mark);
  g_free (call->refused);
  g_free (call->metric);
  g_free (call->zone);
  g_free (call->method);
  g_free (call->cocktail);
  g_free (call->protocol);
  g_free (call->diagnosis);
}

int
clinic_cli_import (ClinicCli  *cli,
                   int         argc,
                   char      **argv)
{
  Call call = { 0 };
  g_autoptr(GArray) entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  int code = clinic_cli_parse (cli, add_entries (&call, entries), _("patients|measurements FILE"),
                               _("Takes in a table as another program wrote it: separator, encoding, order of dates and decimal mark\n"
                                 "are found out and shown; what can be read in two ways is asked. Rows that cannot be taken go to a\n"
                                 "file of their own with line and reason; the rest goes in as one change that can be undone.\n\n"
                                 "Patients: columns are known by their headings in several languages; columns that have no field are\n"
                                 "kept with the patient as they are.\n"
                                 "Measurements: a row a reading (patient, date or visit, metric, value), or a row a patient with a column\n"
                                 "a visit; --column 'after=shed_daily@1:after' says which.\n\n"
                                 "Examples:\n"
                                 "  anagenctl import patients list.csv --dry-run\n"
                                 "  anagenctl import patients list.csv --date-order dmy --column 'Nr=file_number'\n"
                                 "  anagenctl import measurements counts.csv --create-patients --metric shed_daily\n"),
                               &argc, &argv);

  if (code < 0 &&
      (argc != 3 || (strcmp (argv[1], "patients") != 0 && strcmp (argv[1], "measurements") != 0)))
    code = clinic_cli_usage (_("say what to import from where: anagenctl import "
                               "patients|measurements FILE"));

  if (code < 0 && (code = read_options (&call)) == CLINIC_EXIT_DONE)
    code = clinic_cli_open (cli, CLINIC_DB_WRITE);

  if (code == CLINIC_EXIT_DONE)
    code = run_import (cli, argv[1], argv[2], &call);

  call_clear (&call);

  return code;
}
