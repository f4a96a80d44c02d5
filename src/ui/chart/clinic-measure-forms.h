/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens a form for something that is measured: "any" (one reading of any metric), "scale" (the
 * stage by a scale) or one of clinic-measure-form.h. @session: the one it is taken at; 0: none. */
void clinic_measure_forms_present (GtkWidget   *parent,
                                   ClinicDesk  *desk,
                                   gint64       patient,
                                   gint64       session,
                                   const char  *form);

G_END_DECLS
