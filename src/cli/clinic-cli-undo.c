/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "clinic-cli.h"
#include "clinic-undo.h"

static int
undo (ClinicCli *cli,
      gint64     operation,
      gboolean   redo)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *what = NULL;
  gint64 undone = operation;

  if (operation != 0 && !clinic_undo (cli->act, operation, &error))
    undone = 0;
  else if (operation == 0)
    undone = redo ? clinic_redo_last (cli->act, &error) : clinic_undo_last (cli->act, &error);

  if (undone == 0)
    return clinic_cli_fail (cli, error);

  what = clinic_undo_describe (cli->db, undone, NULL);
  clinic_cli_say (cli, redo ? _("Done again: %s") : _("Taken back: %s"), what != NULL ? what : "");

  return CLINIC_EXIT_DONE;
}

int
clinic_cli_undo (ClinicCli  *cli,
                 int         argc,
                 char      **argv)
{
  gint64 operation = 0;
  gboolean redo = FALSE;
  const GOptionEntry entries[] = {
    { "operation", 0, 0, G_OPTION_ARG_INT64, &operation,
      N_("This one, as an import named it, rather than your last"), N_("ID") },
    { "redo", 0, 0, G_OPTION_ARG_NONE, &redo, N_("Do again what you took back last"), NULL },
    { NULL }
  };
  int code = clinic_cli_parse (cli, entries, "",
                               _("Takes back the last thing the acting person did, as a change of its own: nothing disappears from\n"
                                 "the trail. What was changed again by somebody since is not overwritten; signatures stay.\n\n"
                                 "Examples:\n"
                                 "  anagenctl undo\n"
                                 "  anagenctl undo --operation 123456      the whole of an import\n"),
                               &argc, &argv);

  if (code < 0)
    code = clinic_cli_open (cli, CLINIC_DB_WRITE);

  return code == CLINIC_EXIT_DONE ? undo (cli, operation, redo) : code;
}
