/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-shortcuts.h"

/* GtkShortcutsWindow gives way to AdwShortcutsDialog in libadwaita 1.8: this file is all that
 * knows. */

void
clinic_shortcuts_attach (GtkApplicationWindow *window)
{
  g_autoptr(GtkBuilder) builder = NULL;
  GObject *overlay;

  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (window));

  builder = gtk_builder_new_from_resource ("/org/anagen/Anagen/ui/clinic-shortcuts.ui");
  overlay = gtk_builder_get_object (builder, "help_overlay");
  gtk_application_window_set_help_overlay (window, GTK_SHORTCUTS_WINDOW (overlay));
}
