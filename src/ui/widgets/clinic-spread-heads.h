/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-spread.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_SPREAD_HEADS (clinic_spread_heads_get_type ())
G_DECLARE_FINAL_TYPE (ClinicSpreadHeads, clinic_spread_heads, CLINIC, SPREAD_HEADS, GtkWidget)

/* The titles over a list in columns: a click sorts, a click on the same again turns round, the
 * end of each can be dragged. */

/* @adjustment: how far the rows below are scrolled sideways. */
void clinic_spread_heads_set (ClinicSpreadHeads   *self,
                               ClinicSpread *columns,
                               GtkAdjustment        *adjustment);

G_END_DECLS
