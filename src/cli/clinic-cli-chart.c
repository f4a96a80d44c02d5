/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was injected where in a session. */

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <stdio.h>

#include "clinic-chart.h"
#include "clinic-cli.h"
#include "clinic-cli-fields.h"
#include "clinic-cocktail-version.h"
#include "clinic-course.h"
#include "clinic-date.h"
#include "clinic-decimal.h"
#include "clinic-dose.h"
#include "clinic-finding.h"
#include "clinic-table.h"

typedef struct
{
  gint64    session;
  char     *cocktail;
  char    **zones;
  char    **draws;
  gboolean  repeat;
  gboolean  done;
  gboolean  check;
  gboolean  no_lots;
} Call;

/* The version that is meant: "Basic", its latest, or "Basic v2". 0 after saying what is wrong. */
static gint64
find_version (ClinicCli  *cli,
              const char *text)
{
  g_autofree char *name = g_strdup (text);
  char *space = strrchr (name, ' ');
  gint64 number = 0;
  gint64 cocktail;
  gint64 found = 0;
  g_autoptr(GPtrArray) versions = NULL;

  if (space != NULL && space[1] == 'v' && g_ascii_isdigit (space[2]))
    {
      number = g_ascii_strtoll (space + 2, NULL, 10);
      *space = '\0';
    }

  if ((cocktail = clinic_cli_find (cli, "cocktail", name)) == 0)
    return 0;

  versions = clinic_store_list_by (cli->db, CLINIC_TYPE_COCKTAIL_VERSION, "cocktail_id", cocktail,
                                   NULL);

  for (guint i = 0, latest = 0; versions != NULL && i < versions->len; i++)
    {
      ClinicCocktailVersion *version = versions->pdata[i];

      if (number != 0 ? version->number != number : version->number < latest)
        continue;

      latest = version->number;
      found = clinic_record_get_id (CLINIC_RECORD (version));
    }

  if (found == 0)
    fprintf (stderr, _("anagenctl: “%s” has no such version\n"), name);

  return found;
}

/* Without --cocktail the one that the course plans. CLINIC_UNKNOWN when none is known, 0 after
 * saying what is wrong. */
static gint64
choose_version (ClinicCli   *cli,
                Call        *call,
                ClinicChart *chart)
{
  g_autoptr(ClinicRecord) course = NULL;
  g_autofree char *name = NULL;

  if (call->cocktail != NULL)
    return find_version (cli, call->cocktail);

  if (chart->session->course_id == CLINIC_UNKNOWN)
    return CLINIC_UNKNOWN;

  course = clinic_store_find (cli->db, CLINIC_TYPE_COURSE, chart->session->course_id, NULL);

  if (course == NULL || CLINIC_COURSE (course)->cocktail_id == CLINIC_UNKNOWN)
    return CLINIC_UNKNOWN;

  name = clinic_cli_name (cli, "cocktail", CLINIC_COURSE (course)->cocktail_id);

  return find_version (cli, name);
}

/* "vertex:24:0.05:2.5": zone, points, ml a point, depth in mm (may be left out). */
static int
add_zone (ClinicChart *chart,
          const char  *text,
          gint64       version)
{
  g_auto(GStrv) words = g_strsplit (text, ":", 4);
  guint n = g_strv_length (words);
  gint64 volume = 0;
  gint64 depth = CLINIC_UNKNOWN;
  char *end = NULL;
  gint64 points;

  if (n < 3 || (points = g_ascii_strtoll (words[1], &end, 10)) <= 0 || *end != '\0' ||
      !clinic_decimal_parse (words[2], '.', &volume) ||
      (n > 3 && !clinic_decimal_parse (words[3], '.', &depth)))
    return clinic_cli_usage (_("--zone takes ZONE:POINTS:ML[:DEPTH], such as vertex:24:0.05:2.5; "
                               "ml are for one point, depth in mm"));

  clinic_chart_add_injection (chart, words[0], version, points, volume, depth);

  return CLINIC_EXIT_DONE;
}

static int
add_zones (ClinicCli   *cli,
           Call        *call,
           ClinicChart *chart)
{
  gint64 version = choose_version (cli, call, chart);
  int code = CLINIC_EXIT_DONE;

  if (version == 0)
    return CLINIC_EXIT_INVALID;

  g_ptr_array_set_size (chart->injections, 0);

  for (char **zone = call->zones; *zone != NULL && code == CLINIC_EXIT_DONE; zone++)
    code = add_zone (chart, *zone, version);

  return code;
}

/* "123456:1.2": lot and ml. */
static int
add_draws (ClinicCli   *cli,
           Call        *call,
           ClinicChart *chart)
{
  gint64 version = choose_version (cli, call, chart);

  if (version == 0)
    return CLINIC_EXIT_INVALID;

  g_ptr_array_set_size (chart->draws, 0);

  for (char **draw = call->draws; *draw != NULL; draw++)
    {
      char *end = NULL;
      gint64 lot = g_ascii_strtoll (*draw, &end, 10);
      gint64 volume;

      if (lot <= 0 || *end != ':' || !clinic_decimal_parse (end + 1, '.', &volume))
        return clinic_cli_usage (_("--draw takes LOT:ML, such as 123456:1.2 (“anagenctl list "
                                   "lots”)"));

      clinic_chart_add_draw (chart, lot, version, volume);
    }

  return CLINIC_EXIT_DONE;
}

static ClinicChart *
read_chart (ClinicCli  *cli,
            Call       *call,
            GError    **error)
{
  if (call->repeat)
    return clinic_chart_repeat (cli->db, call->session, error);

  return clinic_chart_load (cli->db, call->session, error);
}

static int
fill_chart (ClinicCli       *cli,
            Call            *call,
            ClinicCliFields *fields,
            ClinicChart     *chart)
{
  g_autofree char *day = clinic_wall_dup_date (chart->session->starts);
  g_autoptr(GError) error = NULL;
  int code = CLINIC_EXIT_DONE;

  clinic_cli_fields_set_day (fields, day);

  if (!clinic_cli_fields_apply (fields, CLINIC_RECORD (chart->session), cli, &error))
    return error != NULL ? clinic_cli_fail (cli, error) : CLINIC_EXIT_INVALID;

  if (call->done)
    g_object_set (chart->session, "status", "done", NULL);

  if (call->zones != NULL)
    code = add_zones (cli, call, chart);

  if (code == CLINIC_EXIT_DONE && call->draws != NULL)
    return add_draws (cli, call, chart);

  if (code == CLINIC_EXIT_DONE && call->zones != NULL && !call->no_lots &&
      !clinic_chart_propose_draws (cli->db, chart, &error))
    return clinic_cli_fail (cli, error);

  return code;
}

static int
print_doses (ClinicCli   *cli,
             ClinicChart *chart)
{
  static const char * const columns[] = { "ingredient", "dose", "unit", NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) doses = clinic_chart_list_doses (cli->db, chart, &error);
  ClinicTable *table;

  if (doses == NULL)
    return clinic_cli_fail (cli, error);

  table = clinic_table_new (cli->format, columns);

  for (guint i = 0; i < doses->len; i++)
    {
      ClinicDose *dose = &g_array_index (doses, ClinicDose, i);
      g_autofree char *name = clinic_cli_name (cli, "ingredient", dose->ingredient_id);
      g_autofree char *amount =
        dose->amount != CLINIC_UNKNOWN ? clinic_decimal_format (dose->amount, '.') : NULL;
      const char *values[] = { name, amount, dose->in_units ? "units" : "mg" };

      clinic_table_add (table, values);
    }

  return clinic_table_end (table) ? CLINIC_EXIT_DONE : CLINIC_EXIT_FAILED;
}

static void
say_totals (ClinicCli   *cli,
            ClinicChart *chart)
{
  gint64 points = 0;
  gint64 volume = 0;
  g_autofree char *ml = NULL;

  for (guint i = 0; i < chart->injections->len; i++)
    {
      ClinicInjection *injection = chart->injections->pdata[i];

      points += injection->points;
      volume += injection->points * injection->volume_per_point;
    }

  ml = clinic_decimal_format (volume, '.');
  clinic_cli_say (cli, _("%" PRId64 " points · %s ml in %u zones from %u lots"),
                  points, ml, chart->injections->len, chart->draws->len);
}

static int
check_chart (ClinicCli   *cli,
             ClinicChart *chart)
{
  static const char * const columns[] = { "severity", "rule", "finding", NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) findings = clinic_chart_check (cli->db, chart, &error);
  ClinicTable *table;

  if (findings == NULL)
    return clinic_cli_fail (cli, error);

  table = clinic_table_new (cli->format, columns);

  for (guint i = 0; i < findings->len; i++)
    {
      ClinicFinding *finding = findings->pdata[i];
      const char *values[] = { finding->severity, finding->rule, finding->message };

      clinic_table_add (table, values);
    }

  return clinic_table_end (table) ? CLINIC_EXIT_DONE : CLINIC_EXIT_FAILED;
}

static void
print_notes (ClinicCli *cli)
{
  for (guint i = 0; i < cli->act->findings->len; i++)
    {
      ClinicFinding *finding = cli->act->findings->pdata[i];

      clinic_cli_say (cli, finding->reason != NULL ? _("  %s: %s (accepted: %s)") : "  %s: %s",
                      finding->severity, finding->message, finding->reason);
    }
}

static int
run_call (ClinicCli       *cli,
          Call            *call,
          ClinicCliFields *fields)
{
  g_autoptr(ClinicChart) chart = NULL;
  g_autoptr(GError) error = NULL;
  int code = clinic_cli_open (cli, call->check ? CLINIC_DB_READ : CLINIC_DB_WRITE);

  if (code != CLINIC_EXIT_DONE)
    return code;

  if ((chart = read_chart (cli, call, &error)) == NULL)
    return clinic_cli_fail (cli, error);

  if ((code = fill_chart (cli, call, fields, chart)) != CLINIC_EXIT_DONE)
    return code;

  if (call->check)
    {
      say_totals (cli, chart);
      code = print_doses (cli, chart);

      return code != CLINIC_EXIT_DONE ? code : check_chart (cli, chart);
    }

  if (!clinic_chart_save (cli->act, chart, &error))
    return clinic_cli_fail (cli, error);

  say_totals (cli, chart);
  print_notes (cli);

  return cli->quiet ? CLINIC_EXIT_DONE : print_doses (cli, chart);
}

int
clinic_cli_chart (ClinicCli  *cli,
                  int         argc,
                  char      **argv)
{
  static const char * const left_out[] = {
    "patient_id", "course_id", "phase_id", "number", "practitioner_id", "room_id", "status", "status_reason",
    "overbooked", "signed_at", "signed_by", "signature", NULL
  };
  g_autoptr(ClinicCliFields) fields = clinic_cli_fields_new (CLINIC_TYPE_SESSION, left_out);
  Call call = { 0 };
  const GOptionEntry more[] = {
    { "session", 0, 0, G_OPTION_ARG_INT64, &call.session, N_("Which (“anagenctl list sessions”)"),
      N_("ID") },
    { "cocktail", 0, 0, G_OPTION_ARG_STRING, &call.cocktail,
      N_("What was injected (else what the course plans)"), N_("NAME[ vN]") },
    { "zone", 0, 0, G_OPTION_ARG_STRING_ARRAY, &call.zones,
      N_("A zone, its points, ml of one point, depth in mm; all zones anew"), N_("ZONE:POINTS:ML[:MM]") },
    { "draw", 0, 0, G_OPTION_ARG_STRING_ARRAY, &call.draws,
      N_("From which lot so many ml (else by earliest expiry)"), N_("LOT:ML") },
    { "no-lots", 0, 0, G_OPTION_ARG_NONE, &call.no_lots, N_("Propose no lots"), NULL },
    { "repeat", 0, 0, G_OPTION_ARG_NONE, &call.repeat, N_("Same as last time, from today's lots"),
      NULL },
    { "done", 0, 0, G_OPTION_ARG_NONE, &call.done, N_("The treatment is over"), NULL },
    { "check", 0, 0, G_OPTION_ARG_NONE, &call.check,
      N_("Say doses and what the rules object to; write nothing"), NULL },
    { NULL }
  };
  int code = clinic_cli_parse (cli, clinic_cli_fields_get_entries (fields, more), "",
                               _("Zones: frontal_hairline, frontal, mid_scalp, vertex, temple_left, temple_right, parietal_left,\n"
                                 "parietal_right, occipital, whole_scalp. Doses are computed from the cocktail's composition.\n"
                                 "A time without a day is on the day of the visit; --began and --finished are of the treatment itself,\n"
                                 "whenever it was booked. An option with '' takes back what was said.\n\n"
                                 "Examples:\n"
                                 "  anagenctl chart --session 123456 --technique nappage --zone frontal:24:0.05:2.5 --zone vertex:18:0.05:2.5 --done\n"
                                 "  anagenctl chart --session 123457 --repeat --done\n"
                                 "  anagenctl chart --session 123457 --began 09:05 --finished 09:40\n"
                                 "  anagenctl chart --session 123457 --check\n"),
                               &argc, &argv);

  if (code < 0 && call.session == 0)
    code = clinic_cli_usage (_("say which session: --session ID"));

  if (code < 0)
    code = run_call (cli, &call, fields);

  g_free (call.cocktail);
  g_strfreev (call.zones);
  g_strfreev (call.draws);

  return code;
}
