/* SPDX-License-Identifier: GPL-3.0-or-later */

/* After the injection: sign, amend, reactions, measurements. */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "clinic-chart-sign.h"
#include "clinic-cli.h"
#include "clinic-cli-fields.h"
#include "clinic-measure.h"
#include "clinic-reaction-log.h"

int
clinic_cli_sign (ClinicCli  *cli,
                 int         argc,
                 char      **argv)
{
  gint64 session = 0;
  g_autoptr(GError) error = NULL;
  const GOptionEntry entries[] = {
    { "session", 0, 0, G_OPTION_ARG_INT64, &session, N_("Which (“anagenctl list sessions”)"),
      N_("ID") },
    { NULL }
  };
  int code = clinic_cli_parse (cli, entries, "",
                               _("Signs a charted session: it is done and stays as it is; what comes to mind later goes into an\n"
                                 "amendment (“anagenctl amend”).\n"),
                               &argc, &argv);

  if (code < 0 && session == 0)
    code = clinic_cli_usage (_("say which session: --session ID"));

  if (code < 0)
    code = clinic_cli_open (cli, CLINIC_DB_WRITE);

  if (code != CLINIC_EXIT_DONE)
    return code;

  if (!clinic_chart_sign (cli->act, session, &error))
    return clinic_cli_fail (cli, error);

  clinic_cli_say (cli, _("Signed."));

  return CLINIC_EXIT_DONE;
}

int
clinic_cli_amend (ClinicCli  *cli,
                  int         argc,
                  char      **argv)
{
  gint64 session = 0;
  g_autofree char *reason = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  const GOptionEntry entries[] = {
    { "session", 0, 0, G_OPTION_ARG_INT64, &session, N_("Which (“anagenctl list sessions”)"),
      N_("ID") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_("Why"), N_("TEXT") },
    { "text", 0, 0, G_OPTION_ARG_STRING, &text, N_("What is to be added"), N_("TEXT") },
    { NULL }
  };
  int code = clinic_cli_parse (cli, entries, "",
                               _("Example:\n"
                                 "  anagenctl amend --session 123456 --reason 'left out' --text 'vertex: 2 points bled'\n"),
                               &argc, &argv);

  if (code < 0 && (session == 0 || reason == NULL || text == NULL))
    code = clinic_cli_usage (_("an amendment needs --session, --reason and --text"));

  if (code < 0)
    code = clinic_cli_open (cli, CLINIC_DB_WRITE);

  if (code != CLINIC_EXIT_DONE)
    return code;

  if (clinic_chart_amend (cli->act, session, reason, text, &error) == 0)
    return clinic_cli_fail (cli, error);

  clinic_cli_say (cli, _("Added to the signed session."));

  return CLINIC_EXIT_DONE;
}

/* Reads what was said for a record of a patient; a session alone names its patient. */
static gboolean
read_record (ClinicCli        *cli,
             ClinicCliFields  *fields,
             ClinicRecord     *record,
             GError          **error)
{
  const ClinicField *patient = clinic_record_class_find_field (CLINIC_RECORD_GET_CLASS (record),
                                                               "patient_id");
  const ClinicField *session = clinic_record_class_find_field (CLINIC_RECORD_GET_CLASS (record),
                                                               "session_id");
  g_autoptr(ClinicRecord) found = NULL;

  if (!clinic_cli_fields_apply (fields, record, cli, error))
    return FALSE;

  if (clinic_record_get_number (record, patient) != CLINIC_UNKNOWN ||
      clinic_record_get_number (record, session) == CLINIC_UNKNOWN)
    return TRUE;

  found = clinic_store_find (cli->db, CLINIC_TYPE_SESSION,
                             clinic_record_get_number (record, session), error);

  if (found == NULL)
    return FALSE;

  clinic_record_set_number (record, patient, CLINIC_SESSION (found)->patient_id);

  return TRUE;
}

static int
log_reaction (ClinicCli       *cli,
              ClinicCliFields *fields)
{
  g_autoptr(ClinicReaction) reaction = clinic_reaction_new ();
  g_autoptr(GError) error = NULL;

  if (!read_record (cli, fields, CLINIC_RECORD (reaction), &error))
    return error != NULL ? clinic_cli_fail (cli, error) : CLINIC_EXIT_INVALID;

  if (clinic_reaction_log (cli->act, reaction, &error) == 0)
    return clinic_cli_fail (cli, error);

  printf ("%" G_GINT64_FORMAT "\n", clinic_record_get_id (CLINIC_RECORD (reaction)));

  return CLINIC_EXIT_DONE;
}

int
clinic_cli_react (ClinicCli  *cli,
                  int         argc,
                  char      **argv)
{
  g_autoptr(ClinicCliFields) fields = clinic_cli_fields_new (CLINIC_TYPE_REACTION, NULL);
  gint64 clear = 0;
  g_autofree char *when = NULL;
  g_autoptr(GError) error = NULL;
  const GOptionEntry more[] = {
    { "clear", 0, 0, G_OPTION_ARG_INT64, &clear, N_("This reaction has cleared"), N_("ID") },
    { "when", 0, 0, G_OPTION_ARG_STRING, &when, N_("With --clear: when (now)"),
      N_("YYYY-MM-DDTHH:MM") },
    { NULL }
  };
  int code = clinic_cli_parse (cli, clinic_cli_fields_get_entries (fields, more), "",
                               _("“anagenctl list reaction-kinds” shows the kinds with their grades; the onset is now unless said.\n\n"
                                 "Examples:\n"
                                 "  anagenctl react --session-id 123456 --zone vertex --reaction-kind-id bruising --grade 1\n"
                                 "  anagenctl react --clear 234567 --when 2026-11-25T09:00\n"),
                               &argc, &argv);

  if (code < 0)
    code = clinic_cli_open (cli, CLINIC_DB_WRITE);

  if (code != CLINIC_EXIT_DONE)
    return code;

  if (clear == 0)
    return log_reaction (cli, fields);

  if (!clinic_reaction_clear (cli->act, clear, when, &error))
    return clinic_cli_fail (cli, error);

  clinic_cli_say (cli, _("Cleared."));

  return CLINIC_EXIT_DONE;
}

int
clinic_cli_measure (ClinicCli  *cli,
                    int         argc,
                    char      **argv)
{
  g_autoptr(ClinicCliFields) fields = clinic_cli_fields_new (CLINIC_TYPE_MEASUREMENT, NULL);
  g_autoptr(ClinicMeasurement) measurement = clinic_measurement_new ();
  g_autoptr(GError) error = NULL;
  int code = clinic_cli_parse (cli, clinic_cli_fields_get_entries (fields, NULL), "",
                               _("“anagenctl list metrics” shows what can be measured, in which unit. Taken today unless said.\n\n"
                                 "Example:\n"
                                 "  anagenctl measure --patient-id P00001 --metric-id density --zone vertex --value 172\n"),
                               &argc, &argv);

  if (code < 0)
    code = clinic_cli_open (cli, CLINIC_DB_WRITE);

  if (code != CLINIC_EXIT_DONE)
    return code;

  if (!read_record (cli, fields, CLINIC_RECORD (measurement), &error))
    return error != NULL ? clinic_cli_fail (cli, error) : CLINIC_EXIT_INVALID;

  if (clinic_measurement_add (cli->act, measurement, &error) == 0)
    return clinic_cli_fail (cli, error);

  printf ("%" G_GINT64_FORMAT "\n", clinic_record_get_id (CLINIC_RECORD (measurement)));

  return CLINIC_EXIT_DONE;
}
