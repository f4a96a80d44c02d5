/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-scalp-atlas.h"

G_BEGIN_DECLS

/* The drawings looked at through a grid; private to the scalp's own files. */
#define CLINIC_SCALP_CELL  4
#define CLINIC_SCALP_CELLS (1000 / CLINIC_SCALP_CELL)

/* CLINIC_SCALP_CELLS² of them, row by row: the label of the zone of each; 0: no scalp. Static. */
const guint8 *clinic_scalp_get_cells  (ClinicScalpView  view,
                                       gboolean         male);
/* The label of a zone in a view; 0 when the view does not show it. */
guint         clinic_scalp_find_label (ClinicScalpView  view,
                                       const char      *zone);

G_END_DECLS
