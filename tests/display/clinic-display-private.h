/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-display.h"

G_BEGIN_DECLS

/* What the parts of the harness share. */

/* The desk of the test that runs, or NULL. */
ClinicDesk *clinic_display_get_desk (void);
/* Runs what is waiting in the main context, for at most @ms. */
void        clinic_display_drain    (guint      ms);
/* Until the toplevel's last frame is drawn. */
void        clinic_display_draw     (GtkWidget *widget);
/* As clinic_display_wait (), but gives up after @ms with FALSE. */
gboolean    clinic_display_try      (ClinicDisplayCondition  condition,
                                     gpointer                data,
                                     guint                   ms);
/* The window that came last of those that are there; NULL: none is. */
GtkWindow  *clinic_display_find_top (void);
/* The window that is given the keys, made active. */
GtkWindow  *clinic_display_focus    (void);

G_END_DECLS
