/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-staff.h"

G_BEGIN_DECLS

/* What this user's desktop remembers of Anagen. The schema may be missing where it is not
 * installed: nothing is remembered then. */

/* The settings, or NULL. Lent. */
GSettings *clinic_settings_get              (void);
/* How large the window with the places was last, or (@alone) that of a patient. */
void       clinic_settings_restore_size     (GtkWindow    *window,
                                             gboolean      alone);
void       clinic_settings_save_size        (GtkWindow    *window,
                                             gboolean      alone);
/* Whether titles of windows say only a patient's file number. */
gboolean   clinic_settings_hide_names       (void);
/* The clinic that was open last; NULL: none. Caller frees. */
char      *clinic_settings_dup_clinic       (void);
void       clinic_settings_set_clinic       (const char   *location);
/* The place that was open last; NULL or "": none. Caller frees. */
char      *clinic_settings_dup_place        (void);
void       clinic_settings_set_place        (const char   *name);
/* Who acted last in the clinic at @location: an id, 0: not known. */
gint64     clinic_settings_get_actor        (const char   *location);
void       clinic_settings_set_actor        (const char   *location,
                                             ClinicStaff  *actor);
/* Whose visits the agenda of that clinic showed last: an id, 0: those of all. */
gint64     clinic_settings_get_practitioner (const char   *location);
void       clinic_settings_set_practitioner (const char   *location,
                                             gint64        practitioner);

G_END_DECLS
