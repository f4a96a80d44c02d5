/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-shortcuts.h"

/* GtkShortcutsWindow gives way to AdwShortcutsDialog in libadwaita 1.8: this file is all that
 * knows. */

void
clinic_shortcuts_present (GtkWindow *window)
{
  g_autoptr(GtkBuilder) builder = NULL;
  GtkWindow *shortcuts;

  g_return_if_fail (GTK_IS_WINDOW (window));

  builder = gtk_builder_new_from_resource ("/org/anagen/Anagen/ui/clinic-shortcuts.ui");
  shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));
  gtk_window_set_transient_for (shortcuts, window);
  gtk_window_present (shortcuts);
}
