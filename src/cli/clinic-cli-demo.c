/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <stdio.h>

#include "clinic-cli.h"
#include "clinic-date.h"
#include "clinic-demo.h"

static int
make_demonstration (ClinicCli         *cli,
                    ClinicDemoOptions *options)
{
  ClinicDemoResult result = { 0 };
  g_autoptr(GError) error = NULL;
  g_autofree char *owner = NULL;
  int code = clinic_cli_create (cli);

  if (code != CLINIC_EXIT_DONE)
    return code;

  options->cancellable = clinic_cli_cancellable ();

  if (!clinic_demo_make (cli->db, options, clinic_cli_progress, cli, &result, &error))
    {
      clinic_cli_discard (cli);
      return clinic_cli_fail (cli, error);
    }

  owner = clinic_cli_name (cli, "staff", result.owner);
  clinic_cli_say (cli,
                  _("A demonstration clinic, made up from the seed %" PRIu64 ", is at %s:\n"
                    "%u patients, %u courses, %u sessions, %u injections from %u lots, %u measurements, %u reactions.\n"
                    "Content %016" PRIx64 ". Its owner is “%s”."),
                  options->seed, clinic_db_get_location (cli->db),
                  result.n_patients, result.n_courses, result.n_sessions, result.n_injections, result.n_lots,
                  result.n_measurements, result.n_reactions, result.digest, owner);

  return CLINIC_EXIT_DONE;
}

int
clinic_cli_demo (ClinicCli  *cli,
                 int         argc,
                 char      **argv)
{
  ClinicDemoOptions options = { .seed = 1 };
  gint64 seed = 1;
  int patients = 0;
  int sessions = 0;
  int years = 0;
  g_autofree char *today = NULL;
  g_autofree char *zone = NULL;
  const GOptionEntry entries[] = {
    { "patients", 0, 0, G_OPTION_ARG_INT, &patients, N_("How many patients (200)"), N_("N") },
    { "sessions", 0, 0, G_OPTION_ARG_INT, &sessions, N_("Sessions of a patient on average (10)"),
      N_("N") },
    { "years", 0, 0, G_OPTION_ARG_INT, &years, N_("Years of history (10)"), N_("N") },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_("The same number makes the same clinic (1)"),
      N_("N") },
    { "today", 0, 0, G_OPTION_ARG_STRING, &today, N_("The day its history ends on (today)"),
      N_("DATE") },
    { "zone", 0, 0, G_OPTION_ARG_STRING, &zone, N_("Its time zone (Europe/Vienna)"), N_("ZONE") },
    { NULL }
  };
  int code = clinic_cli_parse (cli, entries, "",
                               _("Makes a clinic in a new file in which nobody and nothing is real, to try everything in. The same\n"
                                 "seed, sizes and day give the same clinic. Its name says that it is a demonstration.\n\n"
                                 "Examples:\n"
                                 "  anagenctl demo --clinic demo.anagen\n"
                                 "  anagenctl demo --clinic large.anagen --patients 50000\n"),
                               &argc, &argv);

  if (code >= 0)
    return code;

  if (patients < 0 || sessions < 0 || years < 0 || years > 50 || seed < 0)
    return clinic_cli_usage (_("sizes are positive numbers, and there are at most 50 years"));

  if (today != NULL && !clinic_date_is_valid (today))
    return clinic_cli_usage (_("--today takes a date such as 2026-11-21"));

  options.seed = seed;
  options.patients = patients;
  options.sessions_per_patient = sessions;
  options.years = years;
  options.today = today;
  options.zone = zone;

  return make_demonstration (cli, &options);
}
