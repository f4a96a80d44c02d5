/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-page.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_COCKTAILS_PAGE (clinic_cocktails_page_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCocktailsPage, clinic_cocktails_page, CLINIC, COCKTAILS_PAGE,
                      ClinicPage)

/* The formulary: cocktails with their versions, ingredients, and the lots on hand. */

GtkWidget *clinic_cocktails_page_new (ClinicDesk *desk);

G_END_DECLS
