/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"
#include "clinic-patient.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_LOOK_ALIKES (clinic_look_alikes_get_type ())
G_DECLARE_FINAL_TYPE (ClinicLookAlikes, clinic_look_alikes, CLINIC, LOOK_ALIKES, GObject)

/* Looks for those on file who are much like somebody being typed: in a moment, not at each letter;
 * what was looked for before is given up. Property "found" (GListModel of ClinicPatient; it only
 * changes when somebody else is found). */

ClinicLookAlikes *clinic_look_alikes_new        (void);
void              clinic_look_alikes_look       (ClinicLookAlikes *self,
                                                 ClinicDesk       *desk,
                                                 ClinicPatient    *typed);
/* Gives up what is under way. */
void              clinic_look_alikes_stop       (ClinicLookAlikes *self);
/* Lent. */
GListModel       *clinic_look_alikes_get_found  (ClinicLookAlikes *self);
/* Why @patient was found ("The same telephone"). Lent. */
const char       *clinic_look_alikes_get_reason (ClinicPatient    *patient);

G_END_DECLS
