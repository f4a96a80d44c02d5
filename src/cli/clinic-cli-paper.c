/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What patients sign, as a script needs it, and papers as PDF. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "clinic-cli.h"
#include "clinic-clock.h"
#include "clinic-consent-sign.h"
#include "clinic-papers.h"

static ClinicPaper *
make_paper (ClinicDb    *db,
            gint64       consent,
            gint64       aftercare,
            gint64       record,
            const char  *language,
            GError     **error)
{
  if (consent != 0)
    return clinic_paper_of_consent (db, consent, error);

  if (aftercare != 0)
    return clinic_paper_of_aftercare (db, aftercare, language, error);

  return clinic_paper_of_session (db, record, error);
}

int
clinic_cli_paper (ClinicCli  *cli,
                  int         argc,
                  char      **argv)
{
  gint64 consent = 0;
  gint64 aftercare = 0;
  gint64 record = 0;
  g_autofree char *language = NULL;
  g_autofree char *output = NULL;
  g_autoptr(ClinicPaper) paper = NULL;
  g_autoptr(GError) error = NULL;
  const GOptionEntry entries[] = {
    { "consent", 0, 0, G_OPTION_ARG_INT64, &consent, N_("A signed consent (“anagenctl list consents”)"),
      N_("ID") },
    { "aftercare", 0, 0, G_OPTION_ARG_INT64, &aftercare, N_("The aftercare slip of a session"), N_("ID") },
    { "record", 0, 0, G_OPTION_ARG_INT64, &record, N_("The record of a signed session"), N_("ID") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language, N_("Of the slip; else the patient’s"), N_("CODE") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write"), N_("FILE") },
    { NULL }
  };
  int code = clinic_cli_parse (cli, entries, "",
                               _("Writes a paper as PDF. Examples:\n"
                                 "  anagenctl paper --aftercare 123456 --output slip.pdf\n"
                                 "  anagenctl paper --consent 123456 --output consent.pdf\n"),
                               &argc, &argv);

  if (code < 0 && (output == NULL || (consent != 0) + (aftercare != 0) + (record != 0) != 1))
    code = clinic_cli_usage (_("say one of --consent, --aftercare or --record, and --output FILE"));

  if (code < 0)
    code = clinic_cli_open (cli, CLINIC_DB_READ);

  if (code != CLINIC_EXIT_DONE)
    return code;

  if (!clinic_act_check (cli->act, "paper.write", &error) ||
      !clinic_cli_check_target (cli, output, &error) ||
      (paper = make_paper (cli->db, consent, aftercare, record, language, &error)) == NULL ||
      !clinic_paper_write_pdf (paper, output, &error))
    return clinic_cli_fail (cli, error);

  clinic_cli_say (cli, _("Written: %s"), output);

  return CLINIC_EXIT_DONE;
}

static gint64
find_form (ClinicCli   *cli,
           const char  *purpose,
           const char  *language,
           GError     **error)
{
  g_autofree char *zone = clinic_act_dup_zone (cli->db, error);
  g_autofree char *today = zone != NULL ? clinic_clock_today (zone) : NULL;
  g_autoptr(GPtrArray) forms = today != NULL
                               ? clinic_consent_list_forms (cli->db, purpose, today, error) : NULL;

  for (guint i = 0; forms != NULL && i < forms->len; i++)
    {
      if (strcmp (CLINIC_CONSENT_TEMPLATE (forms->pdata[i])->language, language) == 0)
        return clinic_record_get_id (forms->pdata[i]);
    }

  if (forms != NULL)
    g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                 _("There is no form for this in the language “%s”."), language);

  return 0;
}

/* Signed on paper elsewhere, or by typing the name. */
static gboolean
sign (ClinicCli   *cli,
      gint64       patient,
      gint64       course,
      const char  *scope,
      const char  *language,
      const char  *name,
      GError     **error)
{
  gint64 form = find_form (cli, scope != NULL ? "photo" : "treatment", language, error);
  g_autoptr(ClinicConsent) consent = clinic_consent_new ();

  if (form == 0)
    return FALSE;

  g_object_set (consent, "patient-id", patient, "course-id", course != 0 ? course : CLINIC_UNKNOWN,
                "consent-template-id", form, "scope", scope, "signed-name", name, "typed", TRUE, NULL);

  return clinic_consent_sign (cli->act, consent, error) != 0;
}

int
clinic_cli_consent (ClinicCli  *cli,
                    int         argc,
                    char      **argv)
{
  g_autofree char *patient = NULL;
  g_autofree char *name = NULL;
  g_autofree char *scope = NULL;
  g_autofree char *language = NULL;
  g_autofree char *reason = NULL;
  gint64 course = 0;
  gint64 session = 0;
  gint64 withdrawn = 0;
  gint64 id = 0;
  g_autoptr(GError) error = NULL;
  gboolean done;
  const GOptionEntry entries[] = {
    { "patient", 0, 0, G_OPTION_ARG_STRING, &patient, N_("Who agrees: file number"), N_("NUMBER") },
    { "course", 0, 0, G_OPTION_ARG_INT64, &course, N_("To which course; else apart from any"), N_("ID") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_("Name of who signs, as typed"), N_("NAME") },
    { "photo", 0, 0, G_OPTION_ARG_STRING, &scope, N_("To photographs: record, teaching or publication"),
      N_("SCOPE") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language, N_("Of the form (default en)"), N_("CODE") },
    { "confirm", 0, 0, G_OPTION_ARG_INT64, &session, N_("Said again before this session"), N_("ID") },
    { "withdraw", 0, 0, G_OPTION_ARG_INT64, &withdrawn, N_("A consent that is taken back"), N_("ID") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_("Why it is"), N_("TEXT") },
    { NULL }
  };
  int code = clinic_cli_parse (cli, entries, "",
                               _("Examples:\n"
                                 "  anagenctl consent --patient P00001 --course 123456 --name 'Ayşe Yıldız'\n"
                                 "  anagenctl consent --confirm 123456\n"
                                 "  anagenctl consent --withdraw 123456 --reason 'own wish'\n"),
                               &argc, &argv);

  if (code < 0 && (patient != NULL && name != NULL) + (session != 0) + (withdrawn != 0) != 1)
    code = clinic_cli_usage (_("say --patient and --name, or --confirm, or --withdraw"));

  if (code < 0)
    code = clinic_cli_open (cli, CLINIC_DB_WRITE);

  if (code != CLINIC_EXIT_DONE)
    return code;

  if (patient != NULL && (id = clinic_cli_find (cli, "patient", patient)) == 0)
    return CLINIC_EXIT_INVALID;

  if (patient != NULL)
    done = sign (cli, id, course, scope, language != NULL ? language : "en", name, &error);
  else if (session != 0)
    done = clinic_consent_confirm (cli->act, session, &error) != 0;
  else
    done = clinic_consent_withdraw (cli->act, withdrawn, reason, &error) != 0;

  if (!done)
    return clinic_cli_fail (cli, error);

  clinic_cli_say (cli, _("Done."));

  return CLINIC_EXIT_DONE;
}
