/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-store.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_COMPOSITION_LINE (clinic_composition_line_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCompositionLine, clinic_composition_line, CLINIC, COMPOSITION_LINE,
                      ClinicRecord)

/* A component of a version of a cocktail, with the names of what it speaks of. Read from a query,
 * never stored. */
struct _ClinicCompositionLine
{
  ClinicRecord  parent_instance;

  gint64        version_id;
  gint64        number;         /* of the version */
  char         *made_on;
  gint64        ingredient_id;
  char         *ingredient;
  char         *class;
  char         *role;
  gboolean      withdrawn;
  gint64        strength;
  char         *strength_unit;
  gint64        volume;
  gint64        total;          /* of the version, in thousandths of a ml */
};

/* Of all versions of a cocktail (its id as text), the newest first; caller unrefs. */
GPtrArray *clinic_composition_line_list   (ClinicDb               *db,
                                           const char             *cocktail,
                                           GError                **error);
/* Thousandths of mg (or units) in a ml of the mixture; CLINIC_UNKNOWN without a strength. */
gint64     clinic_composition_line_per_ml (ClinicCompositionLine  *self);

G_END_DECLS
