/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeping the clinic safe: backup, check, the trail of changes, undo. */

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <stdio.h>

#include "clinic-audit.h"
#include "clinic-backup.h"
#include "clinic-chart-sign.h"
#include "clinic-cli.h"
#include "clinic-consent-sign.h"
#include "clinic-picture-vault.h"

static gboolean
verify_chain (ClinicDb           *db,
              ClinicAuditReport  *report,
              GError            **error)
{
  if (!clinic_audit_verify (db, 1, 0, NULL, report, error))
    return FALSE;

  if (report->broken_seq == 0)
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE,
               _("The trail of changes does not fit together at row %" PRId64 ": %s."),
               report->broken_seq, report->broken_reason);

  return FALSE;
}

/* The copy's own chain is walked too: a copy whose trail is broken is no backup. */
static gboolean
make_backup (ClinicCli          *cli,
             const char         *path,
             ClinicAuditReport  *report,
             GError            **error)
{
  g_autoptr(ClinicDb) copy = NULL;

  if (!clinic_act_check (cli->act, "backup.run", error) ||
      !clinic_backup_run (cli->db, path, clinic_cli_progress, cli, error))
    return FALSE;

  copy = clinic_db_open (path, CLINIC_DB_READ, error);

  return copy != NULL && verify_chain (copy, report, error);
}

int
clinic_cli_backup (ClinicCli  *cli,
                   int         argc,
                   char      **argv)
{
  g_auto(ClinicAuditReport) report = { 0 };
  g_autoptr(GError) error = NULL;
  int code = clinic_cli_parse (cli, NULL, _("FILE"),
                               _("Copies the whole clinic into a new file while it is in use, opens the copy, looks it through\n"
                                 "and walks its trail of changes before it counts. The copy is an Anagen clinic itself, also\n"
                                 "when the clinic is on PostgreSQL: --clinic FILE opens it. It is not encrypted: keep it where\n"
                                 "only you can read it, with FILE.key, the key of its trail.\n\n"
                                 "Example:\n"
                                 "  anagenctl backup clinic-2026-11-21.anagen\n"),
                               &argc, &argv);

  if (code >= 0)
    return code;

  if (argc != 2)
    return clinic_cli_usage (_("say where the copy goes: anagenctl backup FILE"));

  if ((code = clinic_cli_open (cli, CLINIC_DB_READ)) != CLINIC_EXIT_DONE)
    return code;

  if (!make_backup (cli, argv[1], &report, &error))
    return clinic_cli_fail (cli, error);

  clinic_cli_say (cli,
                  _("Copied to %s and verified: %" PRId64 " changes in the trail, its "
                    "head is\n%s"),
                  argv[1], report.n_rows, report.head_mac != NULL ? report.head_mac : "–");

  return CLINIC_EXIT_DONE;
}

/* The mark that the demonstration's past is signed with: there is nothing to compare it with. */
#define DEMONSTRATION_MARK "demonstration"

static gboolean
collect_signed (ClinicRecord  *record,
                gpointer       data,
                GError       **error)
{
  ClinicSession *session = CLINIC_SESSION (record);
  gint64 id = clinic_record_get_id (record);

  if (session->signature != NULL && strcmp (session->signature, DEMONSTRATION_MARK) != 0)
    g_array_append_val (data, id);

  return TRUE;
}

/* Whether each signed session still is what was signed. -1 with @error, else how many are not. */
static gint64
count_broken_signatures (ClinicCli  *cli,
                         GArray     *sessions,
                         GError    **error)
{
  gint64 n_broken = 0;

  for (guint i = 0; i < sessions->len; i++)
    {
      gint64 id = g_array_index (sessions, gint64, i);
      gboolean intact = FALSE;

      if (!clinic_chart_verify (cli->db, id, &intact, error))
        return -1;

      if (!intact)
        {
          fprintf (stderr, _("Session %" PRId64 " is not what was signed.\n"), id);
          n_broken++;
        }

      if (!clinic_cli_progress (i + 1, sessions->len, cli))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled."));
          return -1;
        }
    }

  return n_broken;
}

static int
check_consents (ClinicCli *cli)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) consents = clinic_store_list_by (cli->db, CLINIC_TYPE_CONSENT, NULL, 0, &error);
  guint n_broken = 0;

  for (guint i = 0; consents != NULL && error == NULL && i < consents->len; i++)
    {
      gint64 id = clinic_record_get_id (consents->pdata[i]);
      gboolean intact = FALSE;

      if (!clinic_consent_verify (cli->db, id, &intact, &error) || intact)
        continue;

      fprintf (stderr, _("Consent %" PRId64 " is not what was signed.\n"), id);
      n_broken++;
    }

  if (error != NULL)
    return clinic_cli_fail (cli, error);

  if (n_broken > 0)
    return CLINIC_EXIT_DAMAGED;

  clinic_cli_say (cli, _("Consents looked at: %u; all are what was signed."), consents->len);

  return CLINIC_EXIT_DONE;
}

static int
check_signatures (ClinicCli *cli)
{
  g_autoptr(GArray) sessions = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;
  gint64 n_broken;

  if (!clinic_store_each (cli->db, CLINIC_TYPE_SESSION, collect_signed, sessions, &error) ||
      (n_broken = count_broken_signatures (cli, sessions, &error)) < 0)
    return clinic_cli_fail (cli, error);

  if (n_broken > 0)
    return CLINIC_EXIT_DAMAGED;

  clinic_cli_say (cli, _("Signed sessions looked at: %u; all are what was signed."), sessions->len);

  return check_consents (cli);
}

static void
say_damaged_photo (gint64      photo,
                   const char *what,
                   gpointer    n_damaged)
{
  fprintf (stderr, _("Photo %" PRId64 ": %s\n"), photo, what);
  ++*(guint *) n_damaged;
}

static int
check_pictures (ClinicCli *cli)
{
  g_autoptr(GError) error = NULL;
  guint n_damaged = 0;
  gint64 n_photos = clinic_picture_vault_check (cli->db, say_damaged_photo, &n_damaged,
                                                clinic_cli_cancellable (), &error);

  if (n_photos < 0)
    return clinic_cli_fail (cli, error);

  if (n_damaged > 0)
    return CLINIC_EXIT_DAMAGED;

  clinic_cli_say (cli, _("Photos looked at: %" PRId64 "; all are whole."), n_photos);

  return CLINIC_EXIT_DONE;
}

static int
check_clinic (ClinicCli  *cli,
              gint64      anchor,
              const char *anchor_mac)
{
  g_auto(ClinicAuditReport) report = { 0 };
  g_autoptr(GError) error = NULL;
  g_autofree char *damage = clinic_db_check (cli->db, clinic_cli_cancellable (), &error);

  if (error != NULL)
    return clinic_cli_fail (cli, error);

  if (damage != NULL)
    fprintf (stderr, _("Damage:\n%s\n"), damage);
  else
    clinic_cli_say (cli, _("The records are sound."));

  if (!clinic_audit_verify (cli->db, 1, anchor, anchor_mac, &report, &error))
    return clinic_cli_fail (cli, error);

  if (report.broken_seq != 0)
    fprintf (stderr,
             _("The trail of changes does not fit together at row %" PRId64 ": %s.\n"),
             report.broken_seq, report.broken_reason);
  else
    clinic_cli_say (cli, _("The trail of changes is whole: %" PRId64 " rows, head %" PRId64 ":%s"),
                    report.n_rows, report.head_seq, report.head_mac != NULL ? report.head_mac : "");

  if (damage != NULL || report.broken_seq != 0)
    return CLINIC_EXIT_DAMAGED;

  return check_pictures (cli);
}

int
clinic_cli_check (ClinicCli  *cli,
                  int         argc,
                  char      **argv)
{
  gboolean upgrade = FALSE;
  gboolean signatures = FALSE;
  g_autofree char *anchor = NULL;
  char *mac = NULL;
  gint64 seq = 0;
  const GOptionEntry entries[] = {
    { "upgrade", 0, 0, G_OPTION_ARG_NONE, &upgrade,
      N_("Bring an older clinic up to date first (a copy is kept)"), NULL },
    { "signatures", 0, 0, G_OPTION_ARG_NONE, &signatures,
      N_("Also whether each signed session and consent is what was signed"), NULL },
    { "head", 0, 0, G_OPTION_ARG_STRING, &anchor,
      N_("What an earlier check or backup gave as the head of the trail"), N_("ROW:MAC") },
    { NULL }
  };
  int code = clinic_cli_parse (cli, entries, "",
                               _("Looks the whole clinic through for damage and walks the chain that binds every change to the\n"
                                 "one before. With --head a trail that was cut off at its end is found as well.\n"),
                               &argc, &argv);

  if (code >= 0)
    return code;

  if (anchor != NULL)
    {
      seq = g_ascii_strtoll (anchor, &mac, 10);

      if (seq <= 0 || *mac != ':')
        return clinic_cli_usage (_("--head takes ROW:MAC as an earlier check printed it"));

      mac++;
    }

  code = clinic_cli_open (cli, upgrade ? CLINIC_DB_WRITE : CLINIC_DB_READ);

  if (code == CLINIC_EXIT_DONE)
    code = check_clinic (cli, seq, mac);

  return code == CLINIC_EXIT_DONE && signatures ? check_signatures (cli) : code;
}

typedef struct
{
  char   *patient;
  char   *record;
  char   *since;
  gint64  limit;
} Wanted;

static int
list_audit (ClinicCli *cli,
            Wanted    *wanted)
{
  gboolean failed = FALSE;
  gint64 patient = clinic_cli_find_optional (cli, "patient", wanted->patient, &failed);
  g_auto(GStrv) parts = g_strsplit (wanted->record != NULL ? wanted->record : "", ":", 2);
  guint n_parts = g_strv_length (parts);
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicStatement) statement = NULL;

  if (failed)
    return CLINIC_EXIT_INVALID;

  if (!clinic_act_check (cli->act, "audit.read", &error) ||
      (statement = clinic_db_query (cli->db, "list-audit", &error)) == NULL)
    return clinic_cli_fail (cli, error);

  clinic_statement_bind_int (statement, 1, patient);
  clinic_statement_bind_text (statement, 2, n_parts > 0 ? parts[0] : NULL);
  clinic_statement_bind_int (statement, 3,
                             n_parts > 1 ? g_ascii_strtoll (parts[1], NULL, 10) : CLINIC_NULL);
  clinic_statement_bind_text (statement, 4, wanted->since);
  clinic_statement_bind_int (statement, 5, wanted->limit);

  return clinic_cli_print_statement (cli, statement);
}

int
clinic_cli_audit (ClinicCli  *cli,
                  int         argc,
                  char      **argv)
{
  Wanted wanted = { .limit = 100 };
  const GOptionEntry entries[] = {
    { "patient", 'p', 0, G_OPTION_ARG_STRING, &wanted.patient,
      N_("Changes to this patient's record"), N_("FILE-NUMBER") },
    { "record", 'r', 0, G_OPTION_ARG_STRING, &wanted.record, N_("Changes to this table or row"),
      N_("TABLE[:ID]") },
    { "since", 0, 0, G_OPTION_ARG_STRING, &wanted.since, N_("From this instant on (UTC)"),
      N_("2026-11-21T09:00") },
    { "limit", 'n', 0, G_OPTION_ARG_INT64, &wanted.limit, N_("At most so many, newest first (100)"),
      N_("N") },
    { NULL }
  };
  int code = clinic_cli_parse (cli, entries, "",
                               _("Who changed what and when, with what stood before and after. “anagenctl check” verifies that\n"
                                 "nothing of it was changed or taken away.\n"),
                               &argc, &argv);

  if (code < 0)
    code = clinic_cli_open (cli, CLINIC_DB_READ);

  if (code == CLINIC_EXIT_DONE)
    code = list_audit (cli, &wanted);

  g_free (wanted.patient);
  g_free (wanted.record);
  g_free (wanted.since);

  return code;
}
