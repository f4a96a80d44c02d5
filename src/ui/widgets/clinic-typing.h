/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Knows in which windows somebody typed into a field since they were opened, so that none is
 * closed over what was typed without a word. */

/* Watches all windows from now on. */
void       clinic_typing_init       (void);
/* What is typed in @window is for the moment: a search. */
void       clinic_typing_ignore     (GtkWindow *window);
/* A window above @window, however far, with something typed in it; NULL when there is none.
 * Lent. */
GtkWindow *clinic_typing_find       (GtkWindow *window);
/* The same, typed in or not. */
GtkWindow *clinic_typing_find_above (GtkWindow *window);

G_END_DECLS
