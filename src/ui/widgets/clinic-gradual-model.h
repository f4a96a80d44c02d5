/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_GRADUAL_MODEL (clinic_gradual_model_get_type ())
G_DECLARE_FINAL_TYPE (ClinicGradualModel, clinic_gradual_model, CLINIC, GRADUAL_MODEL, GObject)

/* Another list, property "model", that a view takes a screenful at a time: a GtkListView makes
 * the widgets of two hundred rows at once, before its first picture. The first rows are there at
 * once, of the others a few follow for each picture while the main loop has nothing else to do; then it
 * is the same list.
 * "dear", for a GtkListBox whose rows are many widgets each: few at a time, but all before the next
 * picture. */
ClinicGradualModel *clinic_gradual_model_new       (GListModel         *model);
ClinicGradualModel *clinic_gradual_model_new_dear  (GListModel         *model);
void                clinic_gradual_model_set_model (ClinicGradualModel *self,
                                                    GListModel         *model);
/* For a list that is not seen any more: it takes nothing from the other one, and what it has goes a few at a
 * time, the last first. Then "model" is NULL. */
void                clinic_gradual_model_shrink    (ClinicGradualModel *self);

G_END_DECLS
