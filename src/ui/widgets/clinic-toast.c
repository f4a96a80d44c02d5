/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choose-file.h"
#include "clinic-toast.h"

/* Of a line in a toast that has more than one. */
#define MOST_CHARS 60

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

static void
free_reference (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* A toast that another one is put before comes back after it, when what it says may no longer be so: what
 * was said last is all that is said. */
static void
say (GtkWidget *widget,
     AdwToast  *toast)
{
  AdwToastOverlay *overlay = find_overlay (widget);
  GWeakRef *last = overlay != NULL ? g_object_get_data (G_OBJECT (overlay), "said") : NULL;
  g_autoptr(AdwToast) before = last != NULL ? g_weak_ref_get (last) : NULL;

  if (overlay != NULL && last == NULL)
    {
      last = g_new0 (GWeakRef, 1);
      g_weak_ref_init (last, NULL);
      g_object_set_data_full (G_OBJECT (overlay), "said", last, free_reference);
    }

  if (last != NULL)
    g_weak_ref_set (last, toast);

  show (widget, toast);

  if (before != NULL)
    adw_toast_dismiss (before);
}

/* A toast takes its title for markup, in which a name may not have an ampersand. */
static AdwToast *
make_toast (const char *text)
{
  g_autofree char *title = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);

  return toast;
}

/* Lines of MOST_CHARS. A label that wraps by itself is tried in dozens of widths before the toast shows. */
static char *
break_lines (GtkWidget  *widget,
             const char *text)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  PangoContext *context = pango_layout_get_context (layout);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  GString *lines = g_string_new (NULL);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MOST_CHARS * pango_font_metrics_get_approximate_char_width (metrics));
  pango_font_metrics_unref (metrics);

  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);

      if (i > 0)
        g_string_append_c (lines, '\n');

      g_string_append_len (lines, text + line->start_index, line->length);
    }

  return g_string_free (lines, FALSE);
}

static GtkWidget *
make_lines (GtkWidget  *widget,
            const char *text)
{
  g_autofree char *lines = break_lines (widget, text);
  GtkWidget *label = gtk_label_new (lines);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return label;
}

static GtkWidget *
make_words (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

static GtkWidget *
make_note (GtkWidget  *widget,
           const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *sign = gtk_image_new_from_icon_name ("dialog-information-symbolic");

  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), make_lines (widget, text));

  return box;
}

static void
add_undo (AdwToast *toast,
          gint64    operation)
{
  if (operation == 0)
    return;

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo-operation");
  adw_toast_set_action_target (toast, "x", operation);
}

void
clinic_toast_show (GtkWidget  *widget,
                   const char *text,
                   gint64      operation)
{
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  toast = make_toast (text);
  add_undo (toast, operation);
  say (widget, toast);
}

void
clinic_toast_show_notes (GtkWidget          *widget,
                         const char         *text,
                         const char *const  *notes,
                         gint64              operation)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = make_lines (widget, text);
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget) && notes != NULL);

  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);

  for (; *notes != NULL; notes++)
    gtk_box_append (GTK_BOX (box), make_note (widget, *notes));

  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  toast = make_toast (text);
  adw_toast_set_custom_title (toast, box);
  adw_toast_set_timeout (toast, 0);
  add_undo (toast, operation);
  say (widget, toast);
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
  toast = make_toast (text);
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

  toast = make_toast (error->message);
  adw_toast_set_custom_title (toast, make_words (error->message));
  adw_toast_set_timeout (toast, 0);
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
