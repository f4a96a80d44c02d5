/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-cocktail.h"
#include "clinic-desk.h"

G_BEGIN_DECLS

/* A new cocktail, or a new version of one, as it crosses to the worker. */
typedef struct _ClinicCocktailOrder ClinicCocktailOrder;

/* @cocktail: of which it is a version; NULL: a new one of this name. Takes @components (GPtrArray of
 * ClinicComponent). */
ClinicCocktailOrder *clinic_cocktail_order_new  (ClinicCocktail  *cocktail,
                                                 const char      *name,
                                                 GPtrArray       *components,
                                                 const char      *note);
void                 clinic_cocktail_order_free (gpointer         order);
/* For clinic_desk_run_async (): gint64 id, newly allocated. */
gpointer             clinic_cocktail_order_run  (ClinicAct       *act,
                                                 gpointer         order,
                                                 GError         **error);

G_END_DECLS
