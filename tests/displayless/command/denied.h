/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "command-fixture.h"

G_BEGIN_DECLS

/* No record has it: whoever has the right is told so. */
#define NONE 17

typedef struct
{
  CommandFixture  fixture;
  gint64          import;       /* an operation that is one */
  gint64          edit;         /* an operation that every role may take back */
  char           *table;        /* a file with a table */
} World;

/* Gives one command; only whether it is refused is looked at. */
typedef void (* GiveFunc) (World      *world,
                           ClinicAct  *act,
                           GError    **error);

/* What patients sign, what they take home and what they take; what notes are written with. */
void denied_sign_consent     (World *world, ClinicAct *act, GError **error);
void denied_confirm_consent  (World *world, ClinicAct *act, GError **error);
void denied_withdraw_consent (World *world, ClinicAct *act, GError **error);
void denied_save_form        (World *world, ClinicAct *act, GError **error);
void denied_take_forms       (World *world, ClinicAct *act, GError **error);
void denied_save_aftercare   (World *world, ClinicAct *act, GError **error);
void denied_save_home_care   (World *world, ClinicAct *act, GError **error);
void denied_view_photos      (World *world, ClinicAct *act, GError **error);
void denied_give_out_photos  (World *world, ClinicAct *act, GError **error);
void denied_add_medicine     (World *world, ClinicAct *act, GError **error);
void denied_change_medicine  (World *world, ClinicAct *act, GError **error);
void denied_stop_medicine    (World *world, ClinicAct *act, GError **error);
void denied_save_phrase      (World *world, ClinicAct *act, GError **error);
void denied_remove_phrase    (World *world, ClinicAct *act, GError **error);
void denied_move_phrase      (World *world, ClinicAct *act, GError **error);
void denied_save_pull_version (World *world, ClinicAct *act, GError **error);

G_END_DECLS
