/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-shortcuts.h"

/* GtkShortcutsWindow gives way to AdwShortcutsDialog in libadwaita 1.8: this file is all that
 * knows. */

/* GTK draws these keys as signs that few fonts have and no screen reader reads. */
static void
write_keys_out (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "keycap"))
    {
      const char *text = gtk_label_get_text (GTK_LABEL (widget));

      if (g_str_equal (text, "⏎"))
        gtk_label_set_text (GTK_LABEL (widget), C_("key", "Enter"));
      else if (g_str_equal (text, "␣"))
        gtk_label_set_text (GTK_LABEL (widget), C_("key", "Space"));
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    write_keys_out (child);
}

void
clinic_shortcuts_present (GtkWindow *window)
{
  g_autoptr(GtkBuilder) builder = NULL;
  GtkWindow *shortcuts;

  g_return_if_fail (GTK_IS_WINDOW (window));

  builder = gtk_builder_new_from_resource ("/org/anagen/Anagen/ui/clinic-shortcuts.ui");
  shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));
  gtk_window_set_transient_for (shortcuts, window);
  write_keys_out (GTK_WIDGET (shortcuts));
  gtk_window_present (shortcuts);
}
