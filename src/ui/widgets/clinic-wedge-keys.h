/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a key is to a scanner. */

/* Its character; 0: none. A separator comes as Ctrl+]. */
char     clinic_wedge_keys_read   (guint           keyval,
                                   GdkModifierType state);
gboolean clinic_wedge_keys_modify (guint           keyval);
/* Scanners are set to end a code by Return, Tab or line feed, or by Return and line feed. */
gboolean clinic_wedge_keys_end    (guint           keyval,
                                   GdkModifierType state);
/* Moves, takes away or, in a @text, writes what no code holds: a person's key. */
gboolean clinic_wedge_keys_edit   (guint           keyval,
                                   GdkModifierType state,
                                   gboolean        text);
/* Of the number of a character, as it is dialled with Alt; 0: none. */
char     clinic_wedge_keys_digit  (guint           keyval,
                                   GdkModifierType state);

G_END_DECLS
