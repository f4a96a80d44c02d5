/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_SEED_LIST (clinic_seed_list_get_type ())
G_DECLARE_FINAL_TYPE (ClinicSeedList, clinic_seed_list, CLINIC, SEED_LIST, AdwBin)

/* What is shipped of one kind, each with its source and a tick. Properties, for the .ui: "seed"
 * ("seed/protocols.ini"), "by-name" (known by its name, else by its code), "label" (for those who
 * hear the window). */

/* Codes or names of what was not left ticked. */
void clinic_seed_list_add_given_up (ClinicSeedList *self,
                                    GStrvBuilder   *given_up);

G_END_DECLS
