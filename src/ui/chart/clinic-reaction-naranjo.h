/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_REACTION_NARANJO (clinic_reaction_naranjo_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReactionNaranjo, clinic_reaction_naranjo, CLINIC, REACTION_NARANJO,
                      AdwBin)

/* Naranjo's ten questions, answered yes, no or not known by a click or by the keys 1, 2 and 3, and
 * their sum. Property "answers": ten letters (clinic-causality.h); NULL: nothing was answered. */

G_END_DECLS
