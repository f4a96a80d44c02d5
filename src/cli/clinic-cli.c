/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "clinic-cli.h"
#include "clinic-finding.h"
#include "clinic-migration.h"
#include "clinic-record-types.h"
#include "clinic-search.h"
#include "clinic-staff.h"
#include "clinic-target.h"

/* By what a person names a row of a table. */
static const struct
{
  const char *table;
  const char *column;
} names[] = {
  { "patient", "file_number" },
  { "staff", "name" },
  { "room", "name" },
  { "cocktail", "name" },
  { "protocol", "code" },
  { "ingredient", "code" },
  { "allergen_group", "code" },
  { "condition_kind", "code" },
  { "medicine_kind", "code" },
  { "diagnosis_kind", "code" },
  { "reaction_kind", "code" },
  { "metric", "code" },
};

static GCancellable *cancellable;

/* The first Ctrl+C asks a long work to end in order, the second ends the program. */
static gpointer
wait_for_interrupt (gpointer data)
{
  sigset_t *signals = data;
  int number;

  sigwait (signals, &number);
  g_cancellable_cancel (cancellable);
  sigwait (signals, &number);
  _exit (CLINIC_EXIT_CANCELLED);
}

GCancellable *
clinic_cli_cancellable (void)
{
  static sigset_t signals;

  if (cancellable == NULL)
    {
      cancellable = g_cancellable_new ();
      sigemptyset (&signals);
      sigaddset (&signals, SIGINT);
      pthread_sigmask (SIG_BLOCK, &signals, NULL);
      g_thread_unref (g_thread_new ("interrupt", wait_for_interrupt, &signals));
    }

  return cancellable;
}

int
clinic_cli_usage (const char *format,
                  ...)
{
  va_list arguments;

  fputs ("anagenctl: ", stderr);
  va_start (arguments, format);
  vfprintf (stderr, format, arguments);
  va_end (arguments);
  fputc ('\n', stderr);

  return CLINIC_EXIT_USAGE;
}

void
clinic_cli_say (ClinicCli  *cli,
                const char *format,
                ...)
{
  va_list arguments;

  if (cli->quiet)
    return;

  va_start (arguments, format);
  vprintf (format, arguments);
  va_end (arguments);
  putchar ('\n');
}

gboolean
clinic_cli_progress (guint64  done,
                     guint64  total,
                     gpointer data)
{
  static gint64 last;
  ClinicCli *cli = data;
  gint64 now = g_get_monotonic_time ();

  if (cli->quiet || !isatty (STDERR_FILENO) || (now - last < G_USEC_PER_SEC / 10 && done < total))
    return !g_cancellable_is_cancelled (clinic_cli_cancellable ());

  last = now;

  if (total > 0)
    fprintf (stderr, "\r\033[K%3d %%  %" G_GUINT64_FORMAT, (int) (100 * done / total), done);
  else
    fprintf (stderr, "\r\033[K%" G_GUINT64_FORMAT, done);

  if (done >= total && total > 0)
    fputs ("\r\033[K", stderr);

  return !g_cancellable_is_cancelled (clinic_cli_cancellable ());
}

static int
find_exit_code (const GError *error)
{
  static const ClinicExit codes[] = {
    [CLINIC_ERROR_DATABASE] = CLINIC_EXIT_FAILED,
    [CLINIC_ERROR_CONFLICT] = CLINIC_EXIT_CONFLICT,
    [CLINIC_ERROR_INVALID] = CLINIC_EXIT_INVALID,
    [CLINIC_ERROR_DENIED] = CLINIC_EXIT_DENIED,
    [CLINIC_ERROR_FINDINGS] = CLINIC_EXIT_FINDINGS,
    [CLINIC_ERROR_HELD] = CLINIC_EXIT_HELD,
  };

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return CLINIC_EXIT_CANCELLED;

  if (error->domain == CLINIC_ERROR)
    return codes[error->code];

  return error->domain == G_OPTION_ERROR ? CLINIC_EXIT_USAGE : CLINIC_EXIT_FAILED;
}

void
clinic_cli_print_findings (ClinicCli *cli)
{
  for (guint i = 0; i < cli->act->findings->len; i++)
    {
      ClinicFinding *finding = cli->act->findings->pdata[i];

      fprintf (stderr, "  %s: %s", finding->severity, finding->message);

      if (finding->reason != NULL)
        fprintf (stderr, _(" (accepted: %s)"), finding->reason);
      else if (strcmp (finding->severity, "note") != 0)
        fprintf (stderr, _("\n    to go on all the same: --accept '%s=REASON'"), finding->rule);

      fputc ('\n', stderr);
    }
}

int
clinic_cli_fail (ClinicCli    *cli,
                 const GError *error)
{
  if (isatty (STDERR_FILENO))
    fputs ("\r\033[K", stderr);

  fprintf (stderr, "anagenctl: %s\n", error->message);

  if (cli->act != NULL && g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_FINDINGS))
    clinic_cli_print_findings (cli);

  return find_exit_code (error);
}

int
clinic_cli_parse (ClinicCli           *cli,
                  const GOptionEntry  *entries,
                  const char          *usage,
                  const char          *description,
                  int                 *argc,
                  char              ***argv)
{
  const GOptionEntry common[] = {
    { "clinic", 'c', 0, G_OPTION_ARG_STRING, &cli->location,
      N_("The clinic: a file, or postgresql://… (else $ANAGEN_CLINIC)"), N_("PLACE") },
    { "as", 'a', 0, G_OPTION_ARG_STRING, &cli->staff,
      N_("Who acts: a staff member's name (else $ANAGEN_STAFF)"), N_("NAME") },
    { "accept", 0, 0, G_OPTION_ARG_STRING_ARRAY, &cli->accepted,
      N_("Go on although this rule objects, for a reason"), N_("RULE=REASON") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &cli->format,
      N_("Lists as table, csv or json"), N_("FORMAT") },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &cli->quiet, N_("Say only what went wrong"), NULL },
    { NULL }
  };
  g_autoptr(GOptionContext) context = g_option_context_new (usage);
  g_autofree char *program = g_strconcat ("anagenctl ", (*argv)[0], NULL);
  g_autoptr(GError) error = NULL;

  g_set_prgname (program);
  (*argv)[0] = program;
  g_option_context_set_description (context, description);

  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);

  if (!g_option_context_parse (context, argc, argv, &error))
    return clinic_cli_usage ("%s", error->message);

  if (cli->format != NULL && strcmp (cli->format, "table") != 0 &&
      strcmp (cli->format, "csv") != 0 && strcmp (cli->format, "json") != 0)
    return clinic_cli_usage (_("--format is table, csv or json"));

  return -1;
}

static char *
find_location (ClinicCli *cli)
{
  const char *given = cli->location != NULL ? cli->location : g_getenv ("ANAGEN_CLINIC");

  if (given != NULL && *given != '\0')
    return g_strdup (given);

  return g_build_filename (g_get_user_data_dir (), "anagen", "clinic.anagen", NULL);
}

static gboolean
accept_rules (ClinicCli *cli)
{
  for (char **rule = cli->accepted; rule != NULL && *rule != NULL; rule++)
    {
      g_auto(GStrv) parts = g_strsplit (*rule, "=", 2);

      if (g_strv_length (parts) != 2 || *parts[1] == '\0')
        return FALSE;

      clinic_act_accept (cli->act, parts[0], parts[1]);
    }

  return TRUE;
}

/* Who acts when nobody is named: the only one there is. */
static gint64
find_only_staff (ClinicCli *cli)
{
  g_autoptr(GPtrArray) staff = clinic_store_list_by (cli->db, CLINIC_TYPE_STAFF, NULL, 0, NULL);
  gint64 only = 0;

  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      ClinicStaff *member = staff->pdata[i];

      if (member->archived_on != NULL)
        continue;

      if (only != 0)
        return 0;

      only = clinic_record_get_id (CLINIC_RECORD (member));
    }

  return only;
}

static int
find_actor (ClinicCli    *cli,
            ClinicDbMode  mode)
{
  const char *name = cli->staff != NULL ? cli->staff : g_getenv ("ANAGEN_STAFF");
  gint64 actor;

  if (name != NULL && *name != '\0')
    actor = clinic_cli_find (cli, "staff", name);
  else if ((actor = find_only_staff (cli)) == 0 && mode != CLINIC_DB_READ)
    return clinic_cli_usage (_("Several people work here: say who acts with --as NAME (“anagenctl "
                               "list staff” names them)"));

  if (actor == 0 && mode != CLINIC_DB_READ)
    return CLINIC_EXIT_INVALID;

  cli->act = clinic_act_new (cli->db, actor);

  return accept_rules (cli) ? CLINIC_EXIT_DONE
                            : clinic_cli_usage (_("--accept takes RULE=REASON"));
}

static gboolean
prepare_tables (ClinicCli     *cli,
                ClinicDbMode   mode,
                GError       **error)
{
  if (mode != CLINIC_DB_READ)
    return clinic_migration_run (cli->db, error);

  if (clinic_migration_is_current (cli->db, error))
    return TRUE;

  if (error != NULL && *error == NULL)
    g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                 _("The clinic “%s” is older than this Anagen, or was never finished. "
                   "“anagenctl check --upgrade” brings it up to date."),
                 clinic_db_get_location (cli->db));

  return FALSE;
}

int
clinic_cli_open (ClinicCli    *cli,
                 ClinicDbMode  mode)
{
  g_autofree char *location = find_location (cli);
  g_autoptr(GError) error = NULL;

  cli->db = clinic_db_open (location, mode, &error);

  if (cli->db == NULL || !prepare_tables (cli, mode, &error))
    return clinic_cli_fail (cli, error);

  return find_actor (cli, mode);
}

/* A key that was there before us is another's. */
static gboolean
find_key (ClinicDb *db)
{
  g_autofree char *path = g_strconcat (clinic_db_get_location (db), ".key", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

int
clinic_cli_create (ClinicCli *cli)
{
  g_autofree char *location = find_location (cli);
  g_autofree char *folder = g_path_get_dirname (location);
  g_autoptr(GError) error = NULL;
  gboolean server = strstr (location, "://") != NULL;

  if (cli->location == NULL && !server)
    g_mkdir_with_parents (folder, 0700);

  cli->db = clinic_db_open (location, CLINIC_DB_CREATE, &error);

  /* A server's database may have got its tables and then no clinic: whether there is one is seen
   * when it is made. */
  if (cli->db == NULL && server)
    {
      g_clear_error (&error);
      cli->db = clinic_db_open (location, CLINIC_DB_WRITE, &error);
    }

  if (cli->db == NULL)
    return clinic_cli_fail (cli, error);

  cli->found_key = find_key (cli->db);

  if (clinic_migration_run (cli->db, &error))
    return CLINIC_EXIT_DONE;

  clinic_cli_discard (cli);

  return clinic_cli_fail (cli, error);
}

void
clinic_cli_discard (ClinicCli *cli)
{
  static const char * const suffixes[] = { "", "-wal", "-shm", ".key", ".lock" };
  g_autofree char *location = g_strdup (clinic_db_get_location (cli->db));

  g_clear_pointer (&cli->act, clinic_act_free);
  g_clear_pointer (&cli->db, clinic_db_close);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes) && strstr (location, "://") == NULL; i++)
    {
      g_autofree char *path = g_strconcat (location, suffixes[i], NULL);

      if (!cli->found_key || strcmp (suffixes[i], ".key") != 0)
        g_unlink (path);
    }
}

gboolean
clinic_cli_check_target (ClinicCli   *cli,
                         const char  *path,
                         GError     **error)
{
  return clinic_target_check (clinic_db_get_location (cli->db), clinic_db_get_key_path (cli->db),
                              path, error);
}

void
clinic_cli_close (ClinicCli *cli)
{
  g_clear_pointer (&cli->act, clinic_act_free);

  if (cli->db != NULL)
    clinic_db_checkpoint (cli->db);

  g_clear_pointer (&cli->db, clinic_db_close);
  g_clear_pointer (&cli->location, g_free);
  g_clear_pointer (&cli->staff, g_free);
  g_clear_pointer (&cli->format, g_free);
  g_clear_pointer (&cli->accepted, g_strfreev);
}

static const char *
find_name_column (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (strcmp (names[i].table, table) == 0)
        return names[i].column;
    }

  return NULL;
}

/* A patient may also be named by what finds exactly one. */
static gint64
search_patient (ClinicCli  *cli,
                const char *text)
{
  g_autoptr(GPtrArray) found = clinic_search_patients (cli->db, text, 2, NULL);

  if (found != NULL && found->len == 1)
    return clinic_record_get_id (found->pdata[0]);

  if (found != NULL && found->len > 1)
    fprintf (stderr,
             _("anagenctl: several patients fit “%s”: give the file number (“anagenctl list "
               "patients --search …”)\n"),
             text);
  else
    fprintf (stderr, _("anagenctl: there is no patient “%s”\n"), text);

  return 0;
}

gint64
clinic_cli_find (ClinicCli  *cli,
                 const char *table,
                 const char *name)
{
  GType type = clinic_record_type_of_table (table);
  const char *column = find_name_column (table);
  g_autoptr(ClinicRecord) record = NULL;
  g_autoptr(GError) error = NULL;
  char *end = NULL;
  gint64 id = g_ascii_strtoll (name, &end, 10);

  if (column != NULL)
    record = clinic_store_find_by (cli->db, type, column, name, &error);

  if (record == NULL && error == NULL && id > 0 && *end == '\0')
    record = clinic_store_find (cli->db, type, id, NULL);

  if (record != NULL)
    return clinic_record_get_id (record);

  if (error != NULL)
    clinic_cli_fail (cli, error);
  else if (strcmp (table, "patient") == 0)
    return search_patient (cli, name);
  else
    fprintf (stderr, _("anagenctl: there is no %s “%s” (“anagenctl list %s” shows them)\n"), table,
             name, table);

  return 0;
}

gint64
clinic_cli_find_optional (ClinicCli  *cli,
                          const char *table,
                          const char *name,
                          gboolean   *failed)
{
  gint64 id;

  if (name == NULL)
    return CLINIC_NULL;

  id = clinic_cli_find (cli, table, name);

  if (id == 0)
    *failed = TRUE;

  return id;
}

char *
clinic_cli_name (ClinicCli  *cli,
                 const char *table,
                 gint64      id)
{
  const char *column = find_name_column (table);
  g_autoptr(ClinicRecord) record = NULL;

  if (column != NULL)
    record = clinic_store_find (cli->db, clinic_record_type_of_table (table), id, NULL);

  if (record == NULL)
    return g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return clinic_record_dup_value (record,
                                  clinic_record_class_find_field (CLINIC_RECORD_GET_CLASS (record),
                                                                  column));
}
