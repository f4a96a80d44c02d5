/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_CONFLICT_WINDOW (clinic_conflict_window_get_type ())
G_DECLARE_FINAL_TYPE (ClinicConflictWindow, clinic_conflict_window, CLINIC, CONFLICT_WINDOW,
                      AdwWindow)

/* Two versions of one thing side by side, to choose from line by line; what was typed here is
 * marked. Knows neither records nor commands. */
ClinicConflictWindow *clinic_conflict_window_new        (GtkWidget             *parent);

/* Who wrote either side and when, under its heading; NULL: not said. */
void                  clinic_conflict_window_set_sides  (ClinicConflictWindow  *self,
                                                         const char            *mine,
                                                         const char            *theirs);
/* What is done with the choice, with a mnemonic: "_Save this" when not said. */
void                  clinic_conflict_window_set_action (ClinicConflictWindow  *self,
                                                         const char            *label);
/* One line in dispute. */
void                  clinic_conflict_window_add        (ClinicConflictWindow  *self,
                                                         const char            *label,
                                                         const char            *mine,
                                                         const char            *theirs);

/* Shows it. clinic_conflict_window_finish () gives a gboolean for each line, in their order: whether
 * mine was chosen; NULL when it was called off. Caller unrefs. */
void                  clinic_conflict_window_ask_async  (ClinicConflictWindow  *self,
                                                         GtkWidget             *parent,
                                                         GAsyncReadyCallback    callback,
                                                         gpointer               user_data);
GArray               *clinic_conflict_window_finish     (GtkWidget             *parent,
                                                         GAsyncResult          *result);

G_END_DECLS
