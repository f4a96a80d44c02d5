/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A clinic and the people in it: init, staff, register. */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "clinic-cli.h"
#include "clinic-cli-fields.h"
#include "clinic-migration.h"
#include "clinic-register.h"
#include "clinic-setup.h"

static int
create_clinic (ClinicCli         *cli,
               const ClinicSetup *setup)
{
  g_autoptr(GError) error = NULL;

  if (clinic_setup_create (cli->db, setup, &error) == 0)
    {
      clinic_cli_discard (cli);
      return clinic_cli_fail (cli, error);
    }

  clinic_cli_say (cli, _("The clinic is at %s. Its trail of changes is bound by the key in %s:\n"
                         "keep a copy of that elsewhere."),
                  clinic_db_get_location (cli->db), clinic_db_get_key_path (cli->db));

  return CLINIC_EXIT_DONE;
}

int
clinic_cli_init (ClinicCli  *cli,
                 int         argc,
                 char      **argv)
{
  ClinicSetup setup = { 0 };
  g_auto(GStrv) rooms = NULL;
  g_autofree char *name = NULL;
  g_autofree char *zone = NULL;
  g_autofree char *language = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *owner = NULL;
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_("The clinic's name"), N_("NAME") },
    { "zone", 0, 0, G_OPTION_ARG_STRING, &zone, N_("Its time zone, such as Europe/Vienna"),
      N_("ZONE") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language, N_("Its language, such as de"),
      N_("CODE") },
    { "owner", 0, 0, G_OPTION_ARG_STRING, &owner, N_("The owner, who may do everything"),
      N_("NAME") },
    { "room", 0, 0, G_OPTION_ARG_STRING_ARRAY, &rooms,
      N_("A treatment room; may be given several times"), N_("NAME") },
    { "hours", 0, 0, G_OPTION_ARG_STRING, &hours, N_("Opening hours"), N_("'Mo-Fr 09:00-18:00'") },
    { NULL }
  };
  int code = clinic_cli_parse (cli, entries, "",
                               _("Makes a clinic with the shipped formulary, protocols, reaction kinds and metrics.\n\n"
                                 "Example:\n"
                                 "  anagenctl init --clinic clinic.anagen --name 'Hair clinic' --zone Europe/Vienna \\\n"
                                 "    --owner 'Dr Weber' --room 'Room 1' --hours 'Mo-Fr 09:00-18:00'\n\n"
                                 "For several seats give a database of PostgreSQL 15 or newer made for it:\n"
                                 "  createdb -T template0 -E UTF8 --locale=C clinic\n"
                                 "  anagenctl init --clinic postgresql:///clinic …\n"),
                               &argc, &argv);

  if (code >= 0)
    return code;

  if (name == NULL || zone == NULL || owner == NULL)
    return clinic_cli_usage (_("a clinic needs --name, --zone and --owner"));

  if ((code = clinic_cli_create (cli)) != CLINIC_EXIT_DONE)
    return code;

  setup.clinic_name = name;
  setup.zone = zone;
  setup.language = language;
  setup.hours = hours;
  setup.owner_name = owner;
  setup.rooms = (const char * const *) rooms;

  return create_clinic (cli, &setup);
}

static int
save_person (ClinicCli       *cli,
             ClinicCliFields *fields,
             const char      *edited)
{
  g_autoptr(ClinicRecord) staff = CLINIC_RECORD (clinic_staff_new ());
  g_autoptr(GError) error = NULL;

  if (edited != NULL)
    {
      gint64 id = clinic_cli_find (cli, "staff", edited);

      g_set_object (&staff, NULL);

      if (id == 0)
        return CLINIC_EXIT_INVALID;

      staff = clinic_store_find (cli->db, CLINIC_TYPE_STAFF, id, &error);
    }

  if (staff == NULL || !clinic_cli_fields_apply (fields, staff, cli, &error) ||
      clinic_staff_save (cli->act, CLINIC_STAFF (staff), &error) == 0)
    return error != NULL ? clinic_cli_fail (cli, error) : CLINIC_EXIT_INVALID;

  clinic_cli_say (cli, _("%s: %s"), CLINIC_STAFF (staff)->name, CLINIC_STAFF (staff)->roles);

  return CLINIC_EXIT_DONE;
}

static int
save_room (ClinicCli  *cli,
           const char *name)
{
  g_autoptr(ClinicRoom) room = clinic_room_new ();
  g_autoptr(GError) error = NULL;

  g_object_set (room, "name", name, NULL);

  if (clinic_room_save (cli->act, room, &error) == 0)
    return clinic_cli_fail (cli, error);

  clinic_cli_say (cli, _("Room: %s"), room->name);

  return CLINIC_EXIT_DONE;
}

int
clinic_cli_staff (ClinicCli  *cli,
                  int         argc,
                  char      **argv)
{
  g_autoptr(ClinicCliFields) fields = clinic_cli_fields_new (CLINIC_TYPE_STAFF, NULL);
  g_autofree char *room = NULL;
  g_autofree char *edited = NULL;
  const GOptionEntry more[] = {
    { "edit", 0, 0, G_OPTION_ARG_STRING, &edited, N_("Change this person instead of adding one"),
      N_("NAME") },
    { "room", 0, 0, G_OPTION_ARG_STRING, &room, N_("Add a room instead"), N_("NAME") },
    { NULL }
  };
  int code = clinic_cli_parse (cli, clinic_cli_fields_get_entries (fields, more), "",
                               _("Roles: receptionist, practitioner, manager, owner; several with a space between.\n\n"
                                 "Examples:\n"
                                 "  anagenctl staff --name 'Dr Yılmaz' --roles practitioner --hours 'Mo-Th 10:00-18:00'\n"
                                 "  anagenctl staff --edit 'Dr Yılmaz' --archived-on 2026-11-30\n"
                                 "  anagenctl staff --room 'Room 2'\n"),
                               &argc, &argv);

  if (code < 0)
    code = clinic_cli_open (cli, CLINIC_DB_WRITE);

  if (code != CLINIC_EXIT_DONE)
    return code;

  return room != NULL ? save_room (cli, room) : save_person (cli, fields, edited);
}

static gint64
save_patient (ClinicCli        *cli,
              ClinicCliFields  *fields,
              gint64            edited,
              GError          **error)
{
  g_autoptr(ClinicRecord) patient = NULL;

  if (edited == 0)
    patient = CLINIC_RECORD (clinic_patient_new ());
  else
    patient = clinic_store_find (cli->db, CLINIC_TYPE_PATIENT, edited, error);

  if (patient == NULL || !clinic_cli_fields_apply (fields, patient, cli, error))
    return 0;

  if (edited == 0)
    return clinic_patient_register (cli->act, CLINIC_PATIENT (patient), error);

  return clinic_patient_edit (cli->act, CLINIC_PATIENT (patient), error) ? edited : 0;
}

static gboolean
put_away (ClinicCli  *cli,
          gint64      patient,
          gboolean    archive,
          gboolean    restore,
          GError    **error)
{
  return (!archive || clinic_patient_archive (cli->act, patient, error)) &&
         (!restore || clinic_patient_restore (cli->act, patient, error));
}

int
clinic_cli_register (ClinicCli  *cli,
                     int         argc,
                     char      **argv)
{
  static const char * const left_out[] = { "imported", "archived_on", "merged_into", NULL };
  g_autoptr(ClinicCliFields) fields = clinic_cli_fields_new (CLINIC_TYPE_PATIENT, left_out);
  g_autofree char *edited = NULL;
  g_autofree char *number = NULL;
  g_autoptr(GError) error = NULL;
  gboolean archive = FALSE;
  gboolean restore = FALSE;
  gint64 id = 0;
  const GOptionEntry more[] = {
    { "edit", 0, 0, G_OPTION_ARG_STRING, &edited,
      N_("Change this patient instead of registering one"), N_("FILE-NUMBER") },
    { "archive", 0, 0, G_OPTION_ARG_NONE, &archive, N_("With --edit: put the record away"), NULL },
    { "restore", 0, 0, G_OPTION_ARG_NONE, &restore, N_("With --edit: bring the record back"),
      NULL },
    { NULL }
  };
  int code = clinic_cli_parse (cli, clinic_cli_fields_get_entries (fields, more), "",
                               _("Registers a patient; a name is enough. The file number is made when none is given. Somebody\n"
                                 "who may be on file already is pointed out first.\n\n"
                                 "Examples:\n"
                                 "  anagenctl register --family-name Yıldız --given-name Ayşe --birth-date 1984-05-31 --phone 0664123456\n"
                                 "  anagenctl register --edit P00001 --email ''\n"),
                               &argc, &argv);

  if (code < 0 && (archive || restore) && edited == NULL)
    code = clinic_cli_usage (_("--archive and --restore go with --edit FILE-NUMBER"));

  if (code < 0)
    code = clinic_cli_open (cli, CLINIC_DB_WRITE);

  if (code != CLINIC_EXIT_DONE)
    return code;

  if (edited != NULL && (id = clinic_cli_find (cli, "patient", edited)) == 0)
    return CLINIC_EXIT_INVALID;

  if ((id = save_patient (cli, fields, id, &error)) == 0 ||
      !put_away (cli, id, archive, restore, &error))
    return error != NULL ? clinic_cli_fail (cli, error) : CLINIC_EXIT_INVALID;

  number = clinic_cli_name (cli, "patient", id);
  printf ("%s\n", number);

  return CLINIC_EXIT_DONE;
}
