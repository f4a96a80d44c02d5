/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_FORMULARY_BROWSE (clinic_formulary_browse_get_type ())
G_DECLARE_FINAL_TYPE (ClinicFormularyBrowse, clinic_formulary_browse, CLINIC, FORMULARY_BROWSE,
                      GObject)

/* What the clinic works with, without a window: the lists "cocktails" (ClinicCocktail),
 * "ingredients" (ClinicIngredient), "lots" and "batches" (ClinicLotLine), "loading" and "message" (why
 * the cocktails could not be read; NULL). Of the cocktails those that "typed" finds (empty: all). */

/* Makes the lists; empty until they are loaded. */
void        clinic_formulary_browse_set_desk (ClinicFormularyBrowse *self,
                                              ClinicDesk            *desk);
void        clinic_formulary_browse_reload   (ClinicFormularyBrowse *self);
/* One of the lists, by the name of its property. Lent. */
GListModel *clinic_formulary_browse_get_list (ClinicFormularyBrowse *self,
                                              const char            *name);

G_END_DECLS
