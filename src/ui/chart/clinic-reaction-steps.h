/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-reaction-kind.h"

G_BEGIN_DECLS

/* The three lists of a reaction. A row's data "value" is what it stands for: a zone's word or
 * NULL, a ClinicReactionKind, a grade (GINT_TO_POINTER; 0: the kind has none). */
void clinic_reaction_steps_show_zones  (GtkListBox         *list);
/* @kinds: GListModel of ClinicReactionKind, already filtered. */
void clinic_reaction_steps_show_kinds  (GtkListBox         *list,
                                        GListModel         *kinds);
/* Only the grades that the kind has; NULL: none is chosen. */
void clinic_reaction_steps_show_grades (GtkListBox         *list,
                                        ClinicReactionKind *kind);
/* A digit chooses the row that has it: zones are numbered as on the map, grades by themselves. */
void clinic_reaction_steps_add_digits  (GtkListBox         *list);

G_END_DECLS
