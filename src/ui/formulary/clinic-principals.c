/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-principals.h"

/* As data/rules/principal-agents.rule has it. */
#define LEAST 2

void
clinic_principals_show (GtkImage *sign,
                        GtkLabel *words,
                        guint     number)
{
  gboolean enough = number >= LEAST;
  g_autofree char *counted = g_strdup_printf (ngettext ("%u principal agent",
                                                        "%u principal agents", number), number);
  g_autofree char *few = g_strdup_printf (ngettext ("%u principal agent: at least %u are advised",
                                                    "%u principal agents: at least %u are advised",
                                                    number), number, LEAST);

  gtk_image_set_from_icon_name (sign, enough ? "object-select-symbolic"
                                             : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (sign), enough ? "warning" : "success");
  gtk_widget_add_css_class (GTK_WIDGET (sign), enough ? "success" : "warning");
  gtk_label_set_label (words, enough ? counted : few);
}
