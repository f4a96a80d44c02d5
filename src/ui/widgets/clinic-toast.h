/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Says @text at the bottom of the window that @widget is in (of the window below when it is a
 * dialog about to close). @operation: what the button Undo takes back; 0: no button. */
void clinic_toast_show  (GtkWidget     *widget,
                         const char    *text,
                         gint64         operation);
/* The same with what there is to know about it (ends with NULL), a line each with a sign; stays until
 * it is dismissed, or something else is said. */
void clinic_toast_show_notes (GtkWidget          *widget,
                              const char         *text,
                              const char *const  *notes,
                              gint64              operation);
/* Says that @file was written, with a button that opens it. */
void clinic_toast_saved (GtkWidget     *widget,
                         GFile         *file);
/* Says what went wrong; stays until it is dismissed. For errors that belong to no place in the
 * page; where there is one use a ClinicNotice. */
void clinic_toast_error (GtkWidget     *widget,
                         const GError  *error);

/* To be called from class_init of a window that stands above another and has toasts of its own:
 * their Undo is done by the window below. */
void clinic_toast_pass_undo (GtkWidgetClass *widget_class);

G_END_DECLS
