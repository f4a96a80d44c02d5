/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "clinic-application.h"
#include "clinic-ui.h"

/* Nothing of the clinic goes into files others can read, or into a core dump. */
static void
keep_private (void)
{
  const struct rlimit none = { 0, 0 };

  umask (077);
  setrlimit (RLIMIT_CORE, &none);
}

/* A file that may not grow is told like a full disk; unasked the signal would end the program. */
static void
stay_alive (void)
{
  signal (SIGXFSZ, SIG_IGN);
}

int
main (int   argc,
      char *argv[])
{
  const char *folder = g_getenv ("ANAGEN_LOCALE_DIR");
  g_autoptr(ClinicApplication) application = NULL;

  keep_private ();
  stay_alive ();
  clinic_ui_begin ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name ("Anagen");

  application = clinic_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
