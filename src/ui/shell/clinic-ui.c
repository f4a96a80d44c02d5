/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "anagen-ui.h"
#include "clinic-hours-row.h"
#include "clinic-locale.h"
#include "clinic-one-width.h"
#include "clinic-time-zone-row.h"
#include "clinic-typing.h"
#include "clinic-ui.h"

/* The theme that GTK is told of for a moment is ours to take back. */
static gboolean own_theme;

/* Return opens a row of choices, as space does: without this it would press the default button of
 * the dialog around it. The classes are held for good: what was bound stays. */
static void
bind_choices (void)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };
  const GType types[] = { ADW_TYPE_COMBO_ROW, CLINIC_TYPE_HOURS_ROW, CLINIC_TYPE_TIME_ZONE_ROW };

  for (guint type = 0; type < G_N_ELEMENTS (types); type++)
    {
      GtkWidgetClass *widget_class = g_type_class_ref (types[type]);

      for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
        gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "activate", NULL);
    }
}

static gboolean (* menu_button_query_tooltip) (GtkWidget  *widget,
                                               int         x,
                                               int         y,
                                               gboolean    by_keys,
                                               GtkTooltip *tooltip);

static gboolean
query_closed (GtkWidget  *widget,
              int         x,
              int         y,
              gboolean    by_keys,
              GtkTooltip *tooltip)
{
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget));

  return (popover == NULL || !gtk_widget_get_visible (GTK_WIDGET (popover))) &&
         menu_button_query_tooltip (widget, x, y, by_keys, tooltip);
}

/* Whoever clicks a menu button at once, and does not move the pointer, got its tooltip over the
 * open menu, and a click on the first entry met the tooltip and closed the menu. */
static void
quiet_open_menus (void)
{
  GtkWidgetClass *widget_class = g_type_class_ref (GTK_TYPE_MENU_BUTTON);

  if (menu_button_query_tooltip != NULL)
    return;

  /* The class is held for good. */
  menu_button_query_tooltip = widget_class->query_tooltip;
  widget_class->query_tooltip = query_closed;
}

/* Of all functions of an icon theme only those that look something up may be called here. */
static gpointer
load_icons (gpointer theme)
{
  gtk_icon_theme_has_icon (theme, "anagen-report-symbolic");

  return NULL;
}

void
clinic_ui_begin (void)
{
  if (g_getenv ("GTK_THEME") == NULL)
    own_theme = g_setenv ("GTK_THEME", "Adwaita-empty", TRUE);
}

void
clinic_ui_open_display (void)
{
  gtk_init ();
  gtk_settings_get_default ();

  if (own_theme)
    g_unsetenv ("GTK_THEME");

  own_theme = FALSE;
}

static void
contrast_changed_cb (AdwStyleManager  *manager,
                     GParamSpec       *property,
                     GtkStyleProvider *strong)
{
  GdkDisplay *display = adw_style_manager_get_display (manager);

  if (display == NULL)
    display = gdk_display_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    gtk_style_context_add_provider_for_display (display, strong, GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  else
    gtk_style_context_remove_provider_for_display (display, strong);
}

/* Read while it is wanted: the desktop may ask for it at any time. */
static void
follow_contrast (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkCssProvider *strong = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (strong, "/org/anagen/Anagen/style-strong.css");
  g_signal_connect_data (manager, "notify::high-contrast", G_CALLBACK (contrast_changed_cb), strong,
                         (GClosureNotify) (void (*)(void))g_object_unref, 0);
  contrast_changed_cb (manager, NULL, GTK_STYLE_PROVIDER (strong));
}

void
clinic_ui_init (void)
{
  GtkIconTheme *icons = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  /* In a static library the resource's own constructor would be left out. */
  g_resources_register (clinic_ui_get_resource ());

  gtk_css_provider_load_from_resource (provider, "/org/anagen/Anagen/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  follow_contrast ();
  gtk_icon_theme_add_resource_path (icons, "/org/anagen/Anagen/icons");
  /* The names of all icons are read anew because of it: not by whoever draws the first one. */
  g_thread_unref (g_thread_new ("icons", load_icons, icons));
  clinic_locale_set_from_right (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL);
  clinic_typing_init ();
  clinic_one_width_init ();
  bind_choices ();
  quiet_open_menus ();
}
