/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lots and cocktails. */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "clinic-cli.h"
#include "clinic-cli-fields.h"
#include "clinic-decimal.h"
#include "clinic-formulary.h"

typedef struct
{
  gint64    lot;
  char     *open;
  gboolean  quarantine;
  gboolean  release;
  char     *reason;
  char     *cocktail;
  char    **parts;
} LotCall;

/* "biotin:0.5:1.2": ingredient, strength in percent (or 50u for units a ml), ml. */
static ClinicComponent *
read_part (ClinicCli  *cli,
           const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, ":", 3);
  g_autoptr(ClinicComponent) component = clinic_component_new ();
  gboolean units;
  gint64 ingredient;
  gint64 strength = CLINIC_UNKNOWN;
  gint64 volume;

  if (g_strv_length (words) != 3)
    {
      clinic_cli_usage (_("--part takes INGREDIENT:STRENGTH:ML, such as biotin:0.5:1"));
      return NULL;
    }

  units = g_str_has_suffix (words[1], "u");

  if (units)
    words[1][strlen (words[1]) - 1] = '\0';

  if ((*words[1] != '\0' && !clinic_decimal_parse (words[1], '.', &strength)) ||
      !clinic_decimal_parse (words[2], '.', &volume))
    {
      clinic_cli_usage (_("“%s”: strength and ml are numbers with at most three decimals"), text);
      return NULL;
    }

  if ((ingredient = clinic_cli_find (cli, "ingredient", words[0])) == 0)
    return NULL;

  g_object_set (component,
                "ingredient-id", ingredient,
                "strength", strength,
                "strength-unit", strength == CLINIC_UNKNOWN ? NULL : units ? "unit_ml" : "percent",
                "volume", volume,
                NULL);

  return g_steal_pointer (&component);
}

static int
compose_cocktail (ClinicCli *cli,
                  LotCall   *call)
{
  g_autoptr(GPtrArray) components = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(ClinicRecord) known = NULL;
  g_autoptr(ClinicCocktail) cocktail = clinic_cocktail_new ();
  g_autoptr(GError) error = NULL;
  gint64 id;

  for (char **part = call->parts; part != NULL && *part != NULL; part++)
    {
      ClinicComponent *component = read_part (cli, *part);

      if (component == NULL)
        return CLINIC_EXIT_USAGE;

      g_ptr_array_add (components, component);
    }

  known = clinic_store_find_by (cli->db, CLINIC_TYPE_COCKTAIL, "name", call->cocktail, &error);
  g_object_set (cocktail, "name", call->cocktail, NULL);

  if (known != NULL)
    id = clinic_cocktail_revise (cli->act, clinic_record_get_id (known), components, call->reason,
                                 &error);
  else if (error == NULL)
    id = clinic_cocktail_create (cli->act, cocktail, components, call->reason, &error);
  else
    id = 0;

  if (id == 0)
    return clinic_cli_fail (cli, error);

  clinic_cli_say (cli, known != NULL ? _("A new version of %s; the older ones stay what they were.")
                                     : _("A new cocktail: %s"), call->cocktail);

  return CLINIC_EXIT_DONE;
}

static int
change_lot (ClinicCli *cli,
            LotCall   *call)
{
  g_autoptr(GError) error = NULL;
  gboolean done = TRUE;

  if (call->open != NULL)
    done = clinic_lot_open (cli->act, call->lot, *call->open != '\0' ? call->open : NULL, &error);

  if (done && (call->quarantine || call->release))
    done = clinic_lot_quarantine (cli->act, call->lot, call->quarantine, call->reason, &error);

  return done ? CLINIC_EXIT_DONE : clinic_cli_fail (cli, error);
}

static int
receive_lot (ClinicCli       *cli,
             ClinicCliFields *fields)
{
  g_autoptr(ClinicLot) lot = clinic_lot_new ();
  g_autoptr(GError) error = NULL;

  if (!clinic_cli_fields_apply (fields, CLINIC_RECORD (lot), cli, &error))
    return error != NULL ? clinic_cli_fail (cli, error) : CLINIC_EXIT_INVALID;

  if (clinic_lot_receive (cli->act, lot, &error) == 0)
    return clinic_cli_fail (cli, error);

  printf ("%" G_GINT64_FORMAT "\n", clinic_record_get_id (CLINIC_RECORD (lot)));

  return CLINIC_EXIT_DONE;
}

static int
run_call (ClinicCli       *cli,
          ClinicCliFields *fields,
          LotCall         *call)
{
  int code = clinic_cli_open (cli, CLINIC_DB_WRITE);

  if (code != CLINIC_EXIT_DONE)
    return code;

  if (call->cocktail != NULL)
    return compose_cocktail (cli, call);

  return call->lot != 0 ? change_lot (cli, call) : receive_lot (cli, fields);
}

int
clinic_cli_lot (ClinicCli  *cli,
                int         argc,
                char      **argv)
{
  static const char * const left_out[] = { "quarantined", "quarantine_reason", NULL };
  g_autoptr(ClinicCliFields) fields = clinic_cli_fields_new (CLINIC_TYPE_LOT, left_out);
  LotCall call = { 0 };
  const GOptionEntry more[] = {
    { "lot", 0, 0, G_OPTION_ARG_INT64, &call.lot, N_("Change this lot instead of receiving one"),
      N_("ID") },
    { "open", 0, 0, G_OPTION_ARG_STRING, &call.open, N_("It was opened on this day ('': today)"),
      N_("DATE") },
    { "quarantine", 0, 0, G_OPTION_ARG_NONE, &call.quarantine,
      N_("Nothing may be taken from it, for --reason"), NULL },
    { "release", 0, 0, G_OPTION_ARG_NONE, &call.release, N_("It may be used again, for --reason"),
      NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &call.reason, N_("Why"), N_("TEXT") },
    { "compose", 0, 0, G_OPTION_ARG_STRING, &call.cocktail,
      N_("A cocktail, or a new version of one, from --part"), N_("NAME") },
    { "part", 0, 0, G_OPTION_ARG_STRING_ARRAY, &call.parts,
      N_("An ingredient, its strength in percent (or units a ml: 50u), ml"), N_("INGREDIENT:STRENGTH:ML") },
    { NULL }
  };
  int code = clinic_cli_parse (cli, clinic_cli_fields_get_entries (fields, more), "",
                               _("Examples:\n"
                                 "  anagenctl lot --product 'Biotin 5 mg/ml' --ingredient-id biotin --number A117 --expires-on 2027-06-30 \\\n"
                                 "    --quantity 50 --in-use-days 28\n"
                                 "  anagenctl lot --lot 123456 --open ''\n"
                                 "  anagenctl lot --lot 123456 --quarantine --reason 'cloudy'\n"
                                 "  anagenctl lot --compose 'Basic 12' --part biotin:0.5:1 --part dexpanthenol:25:1 --part zinc:0.1:0.5\n"),
                               &argc, &argv);

  if (code < 0)
    code = run_call (cli, fields, &call);

  g_free (call.open);
  g_free (call.reason);
  g_free (call.cocktail);
  g_strfreev (call.parts);

  return code;
}
