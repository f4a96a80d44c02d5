/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "anagen-ui.h"
#include "clinic-typing.h"
#include "clinic-ui.h"

/* Return opens a row of choices, as space does: without this it would press the default button of
 * the dialog around it. */
static void
bind_choices (void)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };
  GtkWidgetClass *widget_class = g_type_class_ref (ADW_TYPE_COMBO_ROW);

  /* The class is held for good: what was bound stays. */
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "activate", NULL);
}

void
clinic_ui_init (void)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  /* In a static library the resource's own constructor would be left out. */
  g_resources_register (clinic_ui_get_resource ());

  gtk_css_provider_load_from_resource (provider, "/org/anagen/Anagen/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/org/anagen/Anagen/icons");
  clinic_typing_init ();
  bind_choices ();
}
