/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One kind of medical history under its heading: what stands, and below it, dimmed, what is past.
 * Properties, all to be given in .ui: "heading", "kind" ("allergy", the target of the action of
 * the button), "add-label" and "add-action" of the button, "nothing" (what is said when nothing
 * was ever recorded), "entries" (GListModel of ClinicHistoryEntry), "loaded". */
#define CLINIC_TYPE_HISTORY_GROUP (clinic_history_group_get_type ())
G_DECLARE_FINAL_TYPE (ClinicHistoryGroup, clinic_history_group, CLINIC, HISTORY_GROUP, AdwBin)

G_END_DECLS
