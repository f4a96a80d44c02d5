/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_FINDINGS_MORE (clinic_findings_more_get_type ())
G_DECLARE_FINAL_TYPE (ClinicFindingsMore, clinic_findings_more, CLINIC, FINDINGS_MORE, GtkListBoxRow)

/* The row below findings of which some are folded: says how many, or that they can be folded again. */

GtkWidget *clinic_findings_more_new  (void);
void       clinic_findings_more_tell (ClinicFindingsMore *self,
                                      guint               n_folded,
                                      gboolean            open);

G_END_DECLS
