/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-clock.h"
#include "clinic-hours.h"
#include "clinic-rights.h"
#include "clinic-rule-book.h"
#include "clinic-seed.h"
#include "clinic-setting.h"
#include "clinic-setup.h"

typedef struct
{
  const ClinicSetup *setup;
  gint64             owner;
} Creation;

static gboolean
check_zone (const char  *zone,
            GError     **error)
{
  g_autoptr(GTimeZone) known = clinic_clock_dup_zone (zone);

  if (known != NULL)
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("Time zone: “%s” is not known. Write it like “Europe/Vienna”."), zone != NULL
                   ? zone : "");

  return FALSE;
}

static gboolean
check_clinic (ClinicClinic  *clinic,
              GError       **error)
{
  ClinicHours hours;

  return check_zone (clinic->zone, error) && clinic_hours_parse (clinic->hours, &hours, error);
}

static gboolean
check_empty (ClinicDb  *db,
             GError   **error)
{
  g_autoptr(GError) failure = NULL;
  g_autofree char *zone = clinic_act_dup_zone (db, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (zone == NULL)
    return TRUE;

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT,
                       _("There already is a clinic in this place."));

  return FALSE;
}

static gboolean
make_clinic (ClinicChange       *change,
             const ClinicSetup  *setup,
             GError            **error)
{
  g_autoptr(ClinicClinic) clinic = clinic_clinic_new ();

  g_object_set (clinic,
                "name", setup->clinic_name,
                "zone", setup->zone,
                "language", setup->language,
                "hours", setup->hours,
                "slot-minutes", setup->slot_minutes != 0 ? setup->slot_minutes : (gint64) 15,
                "demonstration", setup->demonstration,
                NULL);

  return check_clinic (clinic, error) && clinic_store_save (change, CLINIC_RECORD (clinic), error);
}

static gboolean
make_owner (ClinicChange       *change,
            const ClinicSetup  *setup,
            gint64             *owner,
            GError            **error)
{
  g_autoptr(ClinicStaff) staff = clinic_staff_new ();
  const char *roles = setup->owner_roles != NULL ? setup->owner_roles : "owner practitioner";

  g_object_set (staff, "name", setup->owner_name, "roles", roles, NULL);

  if (!clinic_rights_check_roles (roles, error))
    return FALSE;

  if (!clinic_rights_allow (roles, "clinic.create"))
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                           _("Whoever makes the clinic must have the role owner."));
      return FALSE;
    }

  if (!clinic_store_save (change, CLINIC_RECORD (staff), error))
    return FALSE;

  *owner = clinic_record_get_id (CLINIC_RECORD (staff));

  return TRUE;
}

static gboolean
make_rooms (ClinicChange       *change,
            const ClinicSetup  *setup,
            GError            **error)
{
  for (guint i = 0; setup->rooms != NULL && setup->rooms[i] != NULL; i++)
    {
      g_autoptr(ClinicRoom) room = clinic_room_new ();

      g_object_set (room, "name", setup->rooms[i], NULL);

      if (!clinic_store_save (change, CLINIC_RECORD (room), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
create (ClinicAct     *act,
        ClinicChange  *change,
        gpointer       data,
        GError       **error)
{
  Creation *creation = data;
  const ClinicSetup *setup = creation->setup;
  g_autofree char *today = NULL;

  /* The clinic's own day, which the act could not know yet. */
  if (!check_zone (setup->zone, error) || !check_empty (act->db, error))
    return FALSE;

  today = clinic_clock_today (setup->zone);
  change->today = today;

  if (!make_clinic (change, setup, error) ||
      !make_owner (change, setup, &creation->owner, error))
    return FALSE;

  /* From here on it is the owner who does it. */
  change->actor = creation->owner;

  return make_rooms (change, setup, error) && clinic_seed_load (change, error);
}

gint64
clinic_setup_create (ClinicDb           *db,
                     const ClinicSetup  *setup,
                     GError            **error)
{
  g_autoptr(ClinicAct) act = NULL;
  Creation creation = { .setup = setup };

  g_return_val_if_fail (db != NULL && setup != NULL, 0);

  act = clinic_act_new (db, 0);

  return clinic_act_run (act, "clinic.create", create, &creation, error) ? creation.owner : 0;
}

gint64
clinic_clinic_save (ClinicAct     *act,
                    ClinicClinic  *clinic,
                    GError       **error)
{
  g_return_val_if_fail (CLINIC_IS_CLINIC (clinic), 0);

  /* There is one clinic to a place. */
  if (clinic_record_get_version (CLINIC_RECORD (clinic)) == 0)
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT,
                           _("There already is a clinic in this place."));
      return 0;
    }

  return check_clinic (clinic, error) ? clinic_act_save (act, "setting.save",
                                                         CLINIC_RECORD (clinic), error) : 0;
}

static gboolean
has_role (const char *roles,
          const char *role)
{
  g_auto(GStrv) names = g_strsplit (roles != NULL ? roles : "", " ", -1);

  return g_strv_contains ((const char *const *) names, role);
}

/* Somebody other than @staff is owner and still works here. */
static gboolean
other_owner (ClinicDb     *db,
             ClinicStaff  *staff,
             gboolean     *there,
             GError      **error)
{
  g_autoptr(GPtrArray) everybody = clinic_store_list_by (db, CLINIC_TYPE_STAFF, NULL, 0, error);

  if (everybody == NULL)
    return FALSE;

  *there = FALSE;

  for (guint i = 0; i < everybody->len; i++)
    {
      ClinicStaff *other = everybody->pdata[i];

      if (clinic_record_get_id (CLINIC_RECORD (other)) != clinic_record_get_id (CLINIC_RECORD (staff)) &&
          other->archived_on == NULL && has_role (other->roles, "owner"))
        *there = TRUE;
    }

  return TRUE;
}

static gboolean
deny (GError     **error,
      const char  *message)
{
  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_DENIED, message);

  return FALSE;
}

/* @stored: as it was, NULL for somebody new. A right to change who works here must not be a way
 * to more rights. */
static gboolean
check_roles_given (ClinicAct    *act,
                   ClinicStaff  *stored,
                   ClinicStaff  *staff,
                   GError      **error)
{
  g_autoptr(ClinicRecord) actor = clinic_store_find (act->db, CLINIC_TYPE_STAFF, act->actor, error);
  const char *before = stored != NULL ? stored->roles : NULL;
  gboolean was_owner = has_role (before, "owner") && stored->archived_on == NULL;
  gboolean is_owner = has_role (staff->roles, "owner") && staff->archived_on == NULL;
  gboolean other = TRUE;

  if (actor == NULL)
    return FALSE;

  if (!has_role (CLINIC_STAFF (actor)->roles, "owner"))
    {
      if (was_owner != is_owner || has_role (before, "owner") != has_role (staff->roles, "owner"))
        return deny (error, _("Only an owner may make somebody an owner or the reverse."));

      if (clinic_record_get_id (CLINIC_RECORD (staff)) == act->actor &&
          g_strcmp0 (before, staff->roles) != 0)
        return deny (error,
                     _("Only an owner may change their own roles. Ask an owner to change yours."));
    }

  if (was_owner && !is_owner && !other_owner (act->db, staff, &other, error))
    return FALSE;

  if (other)
    return TRUE;

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("Roles: This is the last owner. Make somebody else an owner first."));

  return FALSE;
}

typedef struct
{
  ClinicStaff  *staff;
  ClinicRecord *saved;
} StaffSave;

static gboolean
save_staff (ClinicAct     *act,
            ClinicChange  *change,
            gpointer       data,
            GError       **error)
{
  StaffSave *save = data;
  g_autoptr(ClinicRecord) stored = NULL;

  g_clear_object (&save->saved);
  save->saved = clinic_record_copy (CLINIC_RECORD (save->staff));

  if (clinic_record_get_version (save->saved) != 0)
    {
      stored = clinic_store_find (act->db, CLINIC_TYPE_STAFF, clinic_record_get_id (save->saved),
                                  error);

      if (stored == NULL)
        return FALSE;
    }

  return check_roles_given (act, (ClinicStaff *) stored, save->staff, error) &&
         clinic_store_save (change, save->saved, error);
}

gint64
clinic_staff_save (ClinicAct    *act,
                   ClinicStaff  *staff,
                   GError      **error)
{
  StaffSave save = { .staff = staff };
  g_autoptr(ClinicRecord) saved = NULL;
  ClinicHours hours;
  gboolean done;

  g_return_val_if_fail (CLINIC_IS_STAFF (staff), 0);

  if (!clinic_rights_check_roles (staff->roles, error) ||
      !clinic_hours_parse (staff->hours, &hours, error))
    return 0;

  done = clinic_act_run (act, "staff.save", save_staff, &save, error);
  saved = save.saved;

  return done ? clinic_act_take_saved (act, CLINIC_RECORD (staff), saved) : 0;
}

gint64
clinic_room_save (ClinicAct   *act,
                  ClinicRoom  *room,
                  GError     **error)
{
  g_return_val_if_fail (CLINIC_IS_ROOM (room), 0);

  return clinic_act_save (act, "room.save", CLINIC_RECORD (room), error);
}

typedef struct
{
  const char *key;
  const char *value;
} Setting;

/* A rule is changed to something that it can be, or not at all: a bad setting would stop every
 * booking and chart. */
static gboolean
check_rules (ClinicDb    *db,
             const char  *key,
             GError     **error)
{
  g_autoptr(ClinicRuleBook) book = NULL;

  if (!g_str_has_prefix (key, "rule."))
    return TRUE;

  book = clinic_rule_book_open (db, error);

  return book != NULL;
}

gboolean
clinic_setting_put (ClinicChange  *change,
                    const char    *key,
                    const char    *value,
                    GError       **error)
{
  GError *failure = NULL;
  g_autoptr(ClinicRecord) record = clinic_store_find_by (change->db, CLINIC_TYPE_SETTING, "key", key, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  if (record == NULL)
    record = CLINIC_RECORD (clinic_setting_new ());

  g_object_set (record, "key", key, "value", value, NULL);

  return clinic_store_save (change, record, error) && check_rules (change->db, key, error);
}

static gboolean
save_setting (ClinicAct     *act,
              ClinicChange  *change,
              gpointer       data,
              GError       **error)
{
  Setting *setting = data;

  return clinic_setting_put (change, setting->key, setting->value, error);
}

gboolean
clinic_setting_save (ClinicAct   *act,
                     const char  *key,
                     const char  *value,
                     GError     **error)
{
  Setting setting = { key, value };

  g_return_val_if_fail (key != NULL, FALSE);

  return clinic_act_run (act, "setting.save", save_setting, &setting, error);
}
