/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-clinic.h"
#include "clinic-room.h"
#include "clinic-staff.h"

G_BEGIN_DECLS

/* What a new clinic starts with. */
typedef struct
{
  const char         *clinic_name;
  const char         *zone;           /* an IANA name, "Europe/Vienna" */
  const char         *language;       /* "de"; NULL: not said */
  const char         *hours;          /* see clinic-hours.h; NULL: at any time */
  gint64              slot_minutes;   /* grid of the agenda; 0: 15 */
  const char         *owner_name;
  const char         *owner_roles;    /* NULL: "owner practitioner" */
  const char *const  *rooms;          /* names, NULL-terminated; NULL: none yet */
  gboolean            demonstration;
} ClinicSetup;

/* The very first command of an empty, migrated clinic: the clinic, its owner, its rooms and all
 * that is shipped with the program (ingredients, conditions, protocols, metrics…), in one
 * transaction. The owner's staff id; 0 with @error: CLINIC_ERROR_CONFLICT when there is a clinic
 * already. */
gint64   clinic_setup_create   (ClinicDb           *db,
                                const ClinicSetup  *setup,
                                GError            **error);

/* The clinic's own name, address, zone, hours (setting.save). */
gint64   clinic_clinic_save    (ClinicAct          *act,
                                ClinicClinic       *clinic,
                                GError            **error);
/* Somebody new, or changed. Only an owner gives or takes the role owner or changes their own
 * roles, and the last owner stays one (staff.save). */
gint64   clinic_staff_save     (ClinicAct          *act,
                                ClinicStaff        *staff,
                                GError            **error);
gint64   clinic_room_save      (ClinicAct          *act,
                                ClinicRoom         *room,
                                GError            **error);
/* Sets a setting by name; @value NULL: not set (setting.save). */
gboolean clinic_setting_save   (ClinicAct          *act,
                                const char         *key,
                                const char         *value,
                                GError            **error);
/* The same within a command that is under way. */
gboolean clinic_setting_put    (ClinicChange       *change,
                                const char         *key,
                                const char         *value,
                                GError            **error);

G_END_DECLS
