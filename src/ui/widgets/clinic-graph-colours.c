/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-graph-colours.h"

/* What gives colours of the theme goes away after GTK 4.10: this file is all that knows. */

static void
look_up (GtkStyleContext *context,
         const char      *name,
         GdkRGBA         *colour,
         const char      *fallback)
{
  if (!gtk_style_context_lookup_color (context, name, colour))
    gdk_rgba_parse (colour, fallback);
}

void
clinic_graph_colours_look (GtkWidget       *widget,
                           ClinicGraphLook *look)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  gboolean strong = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());

  gtk_style_context_get_color (context, &look->text);
  look_up (context, "accent_color", &look->accent, "#1c71d8");
  look_up (context, "card_bg_color", &look->page, "#ffffff");

  /* Cards of the dark theme are translucent. */
  if (look->page.alpha < 1)
    look_up (context, "window_bg_color", &look->page, "#242424");

  look->pale = look->text;
  look->pale.alpha *= strong ? 1 : 0.65f;
  look->grid = look->text;
  look->grid.alpha *= strong ? 0.5f : 0.12f;
}

void
clinic_graph_colours_get (GtkWidget  *widget,
                          const char *name,
                          GdkRGBA    *colour)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  gtk_style_context_get_color (context, colour);

  if (name != NULL)
    gtk_style_context_lookup_color (context, name, colour);
}
