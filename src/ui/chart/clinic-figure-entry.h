/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_FIGURE_ENTRY (clinic_figure_entry_get_type ())
G_DECLARE_FINAL_TYPE (ClinicFigureEntry, clinic_figure_entry, CLINIC, FIGURE_ENTRY, GtkEntry)

/* A small entry for one number in a table, typed as people of the locale write it; the arrow keys
 * step it. What cannot be is marked and stays as it was typed, and the value stays what it was.
 * Properties: "value" (int64; CLINIC_UNKNOWN: empty), "decimal" (the value is in thousandths),
 * "minimum", "maximum", "step". */

G_END_DECLS
