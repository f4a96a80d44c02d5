/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What nothing speaks of any more is taken out of the clinic. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-cli.h"
#include "clinic-photo-sweep.h"

int
clinic_cli_sweep (ClinicCli  *cli,
                  int         argc,
                  char      **argv)
{
  g_autoptr(GError) error = NULL;
  gint days = CLINIC_PHOTO_SWEEP_DAYS;
  const GOptionEntry entries[] = {
    { "days", 0, 0, G_OPTION_ARG_INT, &days, N_("Only what nothing has spoken of for so long (30)"), N_("N") },
    { NULL }
  };
  guint n = 0;
  int code = clinic_cli_parse (cli, entries, NULL,
                               _("Takes the pictures out of the clinic that belong to no photo since adding them was taken\n"
                                 "back. Until then taking back can itself be taken back. The windows do the same now and\n"
                                 "then; a nightly script may.\n\n"
                                 "Example:\n"
                                 "  anagenctl sweep --days 60\n"),
                               &argc, &argv);

  if (code >= 0)
    return code;

  if (argc != 1 || days < 1)
    return clinic_cli_usage (_("say for how many days at least, 1 or more: anagenctl sweep --days 30"));

  if ((code = clinic_cli_open (cli, CLINIC_DB_WRITE)) != CLINIC_EXIT_DONE)
    return code;

  if (!clinic_photo_sweep (cli->act, days, &n, &error))
    return clinic_cli_fail (cli, error);

  clinic_cli_say (cli, ngettext ("%u picture was taken away.", "%u pictures were taken away.", n), n);

  return CLINIC_EXIT_DONE;
}
