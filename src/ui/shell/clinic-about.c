/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-about.h"

/* AdwAboutWindow gives way to AdwAboutDialog in libadwaita 1.5: this file is all that knows. */

void
clinic_about_present (GtkWidget *parent)
{
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  root = gtk_widget_get_root (parent);
  adw_show_about_window (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                         "application-name", "Anagen",
                         "application-icon", "org.anagen.Anagen",
                         "version", PACKAGE_VERSION,
                         "developer-name", _("The Anagen developers"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Keeps the records of a hair mesotherapy clinic: who comes, "
                                       "what is injected where, and what it does."),
                         /* Translators: your name or names, one a line */
                         "translator-credits", _("translator-credits"),
                         NULL);
}
