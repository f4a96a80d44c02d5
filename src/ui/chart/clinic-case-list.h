/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-reaction-case.h"
#include "clinic-ui.h"

G_BEGIN_DECLS

/* Fills @list with what a report of a reaction must have, and whether it is there. */
void clinic_case_list_show (GtkListBox         *list,
                            ClinicCaseElements  elements);

G_END_DECLS
