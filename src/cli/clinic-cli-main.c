/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "clinic-cli.h"

const ClinicCliCommand clinic_cli_commands[] = {
  { "init", N_("make a clinic: name, time zone, owner, rooms, hours, formulary"), clinic_cli_init },
  { "demo", N_("make a demonstration clinic of any size"), clinic_cli_demo },
  { "import", N_("take in a table: patients or measurements"), clinic_cli_import },
  { "register", N_("register a patient"), clinic_cli_register },
  { "history", N_("note an allergy, a condition, a medicine or a diagnosis"), clinic_cli_history },
  { "book", N_("book a session, or a whole course from a protocol"), clinic_cli_book },
  { "move", N_("move a session to another time"), clinic_cli_move },
  { "state", N_("say that a patient has arrived, did not come, cancels…"), clinic_cli_state },
  { "chart", N_("log what was injected where in a session"), clinic_cli_chart },
  { "sign", N_("sign a charted session"), clinic_cli_sign },
  { "amend", N_("add to a signed session"), clinic_cli_amend },
  { "react", N_("log a reaction, or that it has cleared"), clinic_cli_react },
  { "measure", N_("add a measurement"), clinic_cli_measure },
  { "photo", N_("add photos, or give one out"), clinic_cli_photo },
  { "consent", N_("note a consent, that it stands, or that it is withdrawn"), clinic_cli_consent },
  { "paper", N_("write a consent, an aftercare slip or a session’s record as PDF"), clinic_cli_paper },
  { "report", N_("write a report: patient-progress, clinic-progress…"), clinic_cli_report },
  { "list", N_("list patients, sessions, lots, metrics… anything that is kept"), clinic_cli_list },
  { "export", N_("write every table as CSV into a folder"), clinic_cli_export },
  { "backup", N_("copy the clinic while it is in use, and verify the copy"), clinic_cli_backup },
  { "sweep", N_("take away pictures that nothing speaks of any more"), clinic_cli_sweep },
  { "check", N_("look for damage and for tampering"), clinic_cli_check },
  { "audit", N_("show who changed what, when, before and after"), clinic_cli_audit },
  { "undo", N_("take back the last change, or an import"), clinic_cli_undo },
  { "staff", N_("add a staff member or a room"), clinic_cli_staff },
  { "lot", N_("receive, open or quarantine a lot; compose a cocktail"), clinic_cli_lot },
  { NULL }
};

static void
print_help (void)
{
  printf (_("Usage: anagenctl COMMAND [OPTION…]\n\n"
            "The records of a hair mesotherapy clinic, from the console.\n\n"
            "Commands:\n"));

  for (const ClinicCliCommand *command = clinic_cli_commands; command->name != NULL; command++)
    printf ("  %-10s %s\n", command->name, _(command->summary));

  printf (_("\n“anagenctl COMMAND --help” tells its options, with examples.\n\n"
            "Which clinic: --clinic PLACE, else $ANAGEN_CLINIC, else clinic.anagen among your data.\n"
            "Who acts:     --as NAME, else $ANAGEN_STAFF, else the only staff member there is.\n"
            "Lists and reports can be had while another program has the clinic open; what changes\n"
            "something says who holds it.\n\n"
            "Exit status: 0 done, 1 storage failed, 2 wrong words, 3 not possible as given, 4 taken or changed\n"
            "by another, 5 no right, 6 rules object, 7 clinic open elsewhere, 8 damage found, 9 cancelled.\n"));
}

/* Nothing of the clinic goes into files others can read, or into a core dump. */
static void
keep_private (void)
{
  const struct rlimit none = { 0, 0 };

  umask (077);
  setrlimit (RLIMIT_CORE, &none);
}

/* Where no language is set, as in a script of the night, words are still UTF-8. */
static void
set_language (void)
{
  const char *encoding;

  setlocale (LC_ALL, "");

  if (!g_get_charset (&encoding) && strcmp (encoding, "ANSI_X3.4-1968") == 0)
    setlocale (LC_CTYPE, "C.UTF-8");

  bindtextdomain (GETTEXT_PACKAGE,
                  g_getenv ("ANAGEN_LOCALE_DIR") ? g_getenv ("ANAGEN_LOCALE_DIR") : LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static int
run (const ClinicCliCommand  *command,
     int                      argc,
     char                   **argv)
{
  ClinicCli cli = { 0 };
  int code;

  code = command->func (&cli, argc, argv);
  clinic_cli_close (&cli);

  if (fflush (stdout) == 0 && !ferror (stdout))
    return code;

  fputs (_("anagenctl: what it had to say could not be written; is the disk full?\n"), stderr);

  return code == CLINIC_EXIT_DONE ? CLINIC_EXIT_FAILED : code;
}

int
main (int   argc,
      char *argv[])
{
  keep_private ();
  set_language ();

  /* Before the first thread, so that all leave Ctrl+C to the one that waits for it. */
  clinic_cli_cancellable ();

  if (argc < 2 || strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 ||
      strcmp (argv[1], "help") == 0)
    {
      print_help ();
      return argc < 2 ? CLINIC_EXIT_USAGE : CLINIC_EXIT_DONE;
    }

  if (strcmp (argv[1], "--version") == 0)
    {
      printf ("anagenctl %s\n", PACKAGE_VERSION);
      return CLINIC_EXIT_DONE;
    }

  for (const ClinicCliCommand *command = clinic_cli_commands; command->name != NULL; command++)
    {
      if (strcmp (command->name, argv[1]) == 0)
        return run (command, argc - 1, argv + 1);
    }

  return clinic_cli_usage (_("there is no command “%s”; “anagenctl --help” lists them"), argv[1]);
}
