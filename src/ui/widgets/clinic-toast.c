/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choose-file.h"
#include "clinic-toast.h"

static AdwToastOverlay *
find_below (GtkWidget *root)
{
  AdwToastOverlay *found = NULL;

  if (ADW_IS_TOAST_OVERLAY (root))
    return ADW_TOAST_OVERLAY (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_below (child);

  return found;
}

/* The overlay around @widget; for a dialog, which is about to go, that of the window below it. */
static AdwToastOverlay *
find_overlay (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *around = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (around != NULL)
    return ADW_TOAST_OVERLAY (around);

  if (GTK_IS_WINDOW (root))
    {
      GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (root));

      return find_below (parent != NULL ? GTK_WIDGET (parent) : GTK_WIDGET (root));
    }

  return NULL;
}

static void
show (GtkWidget *widget,
      AdwToast  *toast)
{
  AdwToastOverlay *overlay = find_overlay (widget);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (overlay, toast);
  else
    g_object_unref (toast);
}

void
clinic_toast_show (GtkWidget  *widget,
                   const char *text,
                   gint64      operation)
{
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  toast = adw_toast_new (text);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);

  if (operation != 0)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.undo-operation");
      adw_toast_set_action_target (toast, "x", operation);
    }

  show (widget, toast);
}

static void
open_cb (AdwToast *toast,
         gpointer  user_data)
{
  GtkWidget *overlay = user_data;

  clinic_open_file (overlay, g_object_get_data (G_OBJECT (toast), "file"));
}

void
clinic_toast_saved (GtkWidget *widget,
                    GFile     *file)
{
  AdwToastOverlay *overlay;
  AdwToast *toast;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (G_IS_FILE (file));

  overlay = find_overlay (widget);

  if (overlay == NULL)
    return;

  name = g_filename_display_basename (g_file_peek_path (file));
  text = g_strdup_printf (_("Saved “%s”"), name);
  toast = adw_toast_new (text);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_button_label (toast, _("_Open"));
  g_object_set_data_full (G_OBJECT (toast), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_cb), overlay, 0);
  adw_toast_overlay_add_toast (overlay, toast);
}

void
clinic_toast_error (GtkWidget    *widget,
                    const GError *error)
{
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  toast = adw_toast_new (error->message);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  show (widget, toast);
}

static void
undo_operation_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  GtkWindow *below = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (below != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (below), name, parameter);
}

void
clinic_toast_pass_undo (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo-operation", "x", undo_operation_action);
}
