/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "clinic-display-private.h"

/* More than any window has that Tab stops at. */
#define MOST_STOPS 2000

typedef gboolean (* Matches) (GtkWidget  *widget,
                              const char *name);

/* The value of a property as assistive technology is told it: there is no other way to ask. */
static char *
dup_accessible (GtkWidget             *widget,
                GtkAccessibleProperty  property)
{
  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), property))
    return NULL;

  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), property, "\001");
}

/* As written in a label, without mnemonics. */
static gboolean
is_same_text (const char *shown,
              const char *name)
{
  g_autoptr(GString) plain = NULL;

  if (shown == NULL)
    return FALSE;

  if (strcmp (shown, name) == 0)
    return TRUE;

  plain = g_string_new (shown);
  g_string_replace (plain, "_", "", 0);

  return strcmp (plain->str, name) == 0;
}

static gboolean
has_id (GtkWidget  *widget,
        const char *name)
{
  return g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), name) == 0;
}

static gboolean
has_accessible_label (GtkWidget  *widget,
                      const char *name)
{
  g_autofree char *label = dup_accessible (widget, GTK_ACCESSIBLE_PROPERTY_LABEL);

  return is_same_text (label, name);
}

static const char *
get_button_label (GtkWidget *widget)
{
  GtkWidget *child = NULL;

  if (GTK_IS_MENU_BUTTON (widget))
    return gtk_menu_button_get_label (GTK_MENU_BUTTON (widget));

  if (GTK_IS_CHECK_BUTTON (widget))
    return gtk_check_button_get_label (GTK_CHECK_BUTTON (widget));

  if (!GTK_IS_BUTTON (widget))
    return NULL;

  child = gtk_button_get_child (GTK_BUTTON (widget));

  if (ADW_IS_BUTTON_CONTENT (child))
    return adw_button_content_get_label (ADW_BUTTON_CONTENT (child));

  return gtk_button_get_label (GTK_BUTTON (widget));
}

static gboolean
has_button_label (GtkWidget  *widget,
                  const char *name)
{
  return is_same_text (get_button_label (widget), name);
}

static gboolean
has_row_title (GtkWidget  *widget,
               const char *name)
{
  return ADW_IS_PREFERENCES_ROW (widget) &&
         is_same_text (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), name);
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));

  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));

  if (GTK_IS_EDITABLE (widget))
    return gtk_editable_get_text (GTK_EDITABLE (widget));

  return NULL;
}

static gboolean
has_text (GtkWidget  *widget,
          const char *name)
{
  return g_strcmp0 (get_text (widget), name) == 0;
}

static GtkWidget *
search_tree (GtkWidget  *widget,
             Matches     matches,
             const char *name)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;

  if (matches (widget, name))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = search_tree (child, matches, name);

  return found;
}

GtkWidget *
clinic_display_find (GtkWidget  *root,
                     const char *name)
{
  const Matches ways[] = { has_id, has_accessible_label, has_button_label, has_row_title };
  GtkWidget *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ways) && found == NULL; i++)
    found = search_tree (root, ways[i], name);

  return found;
}

GtkWidget *
clinic_display_find_text (GtkWidget  *root,
                          const char *text)
{
  return search_tree (root, has_text, text);
}

static GtkWidget *
search_type (GtkWidget *widget,
             GType      type,
             guint     *left)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*left)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = search_type (child, type, left);

  return found;
}

GtkWidget *
clinic_display_find_type (GtkWidget *root,
                          GType      type,
                          guint      n)
{
  return search_type (root, type, &n);
}

/* A text that a widget of ours draws, and tells. */
static gboolean
draws_text (GtkWidget *widget)
{
  g_autofree char *label = NULL;

  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) != GTK_ACCESSIBLE_ROLE_LABEL)
    return FALSE;

  label = dup_accessible (widget, GTK_ACCESSIBLE_PROPERTY_LABEL);

  return label != NULL && *label != '\0';
}

/* A name made of what is written inside. */
static gboolean
holds_text (GtkWidget *widget)
{
  const char *text = get_text (widget);

  if (((text != NULL && *text != '\0') || draws_text (widget)) && gtk_widget_get_visible (widget))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (holds_text (child))
      return TRUE;

  return FALSE;
}

static gboolean
is_named_itself (GtkWidget *widget)
{
  g_autofree char *label = dup_accessible (widget, GTK_ACCESSIBLE_PROPERTY_LABEL);

  if (label != NULL && *label != '\0')
    return TRUE;

  if (ADW_IS_PREFERENCES_ROW (widget))
    {
      const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));

      return title != NULL && *title != '\0';
    }

  /* A button of GTK 4.8 is labelled by its child, whatever that is. */
  if (GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget))
    return holds_text (widget);

  return gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                           GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* What is itself a part of the widget that bears the name. */
static gboolean
is_part (GtkWidget *widget,
         GtkWidget *around)
{
  if (GTK_IS_TEXT (widget))
    return GTK_IS_EDITABLE (around);

  if (GTK_IS_TOGGLE_BUTTON (widget))
    return GTK_IS_MENU_BUTTON (around) || GTK_IS_DROP_DOWN (around);

  if (GTK_IS_MENU_BUTTON (widget))
    return ADW_IS_SPLIT_BUTTON (around);

  return FALSE;
}

static gboolean
is_row (GtkWidget *widget)
{
  return GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_FLOW_BOX_CHILD (widget) ||
         strcmp (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget") == 0 ||
         strcmp (G_OBJECT_TYPE_NAME (widget), "GtkColumnViewCell") == 0 ||
         strcmp (G_OBJECT_TYPE_NAME (widget), "GtkColumnViewTitle") == 0;
}

static gboolean
is_named (GtkWidget *widget)
{
  GtkWidget *around = gtk_widget_get_parent (widget);

  if (is_named_itself (widget) || (is_row (widget) && holds_text (widget)))
    return TRUE;

  if (around != NULL && ADW_IS_ENTRY_ROW (gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW)))
    return TRUE;

  return around != NULL && is_part (widget, around) && is_named (around);
}

/* What takes the focus only to hand it on, or says itself what it is. */
static gboolean
is_frame (GtkWidget *widget)
{
  return GTK_IS_WINDOW (widget) || GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_VIEWPORT (widget) ||
         GTK_IS_LIST_BOX (widget) || GTK_IS_FLOW_BOX (widget) || GTK_IS_POPOVER (widget) ||
         GTK_IS_LABEL (widget) ||
         strcmp (G_OBJECT_TYPE_NAME (widget), "GtkColumnListView") == 0 ||
         strcmp (G_OBJECT_TYPE_NAME (widget), "GtkModelButton") == 0;
}

static char *
describe (GtkWidget *widget)
{
  GString *words = g_string_new (NULL);
  guint deep = 0;

  for (; widget != NULL && deep < 6; widget = gtk_widget_get_parent (widget), deep++)
    {
      const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget));
      g_autofree char *label = dup_accessible (widget, GTK_ACCESSIBLE_PROPERTY_LABEL);

      g_string_append_printf (words, "%s%s%s%s%s%s%s", deep > 0 ? " in " : "",
                              G_OBJECT_TYPE_NAME (widget), id != NULL ? "#" : "",
                              id != NULL ? id : "", label != NULL ? " “" : "",
                              label != NULL ? label : "", label != NULL ? "”" : "");
    }

  return g_string_free (words, FALSE);
}

static void
list_focusable (GtkWidget *widget,
                GPtrArray *list)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget) ||
      !gtk_widget_get_can_focus (widget))
    return;

  if (gtk_widget_get_focusable (widget) && !is_frame (widget))
    g_ptr_array_add (list, g_object_ref (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_focusable (child, list);
}

/* Each widget that Tab stops at, until it begins again. */
static GHashTable *
walk_with_tab (GtkWindow *window)
{
  GHashTable *stops = g_hash_table_new (NULL, NULL);
  GtkWidget *old = gtk_window_get_focus (window);

  gtk_window_set_focus (window, NULL);

  for (guint i = 0; i < MOST_STOPS; i++)
    {
      GtkWidget *focus;

      if (!gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD))
        break;

      focus = gtk_window_get_focus (window);

      if (focus == NULL || !g_hash_table_add (stops, focus))
        break;
    }

  gtk_window_set_focus (window, old);

  return stops;
}

static gboolean
holds_stop (GtkWidget  *widget,
            GHashTable *stops)
{
  GHashTableIter iter;
  gpointer stop;

  g_hash_table_iter_init (&iter, stops);

  while (g_hash_table_iter_next (&iter, &stop, NULL))
    if (stop == (gpointer) widget || gtk_widget_is_ancestor (stop, widget))
      return TRUE;

  return FALSE;
}

/* Inside it arrows do what Tab does elsewhere. */
static gboolean
leads_on (GtkWidget *widget)
{
  const char *name = G_OBJECT_TYPE_NAME (widget);

  if (GTK_IS_LIST_BOX (widget) || GTK_IS_FLOW_BOX (widget) || GTK_IS_LIST_BASE (widget) ||
      GTK_IS_COLUMN_VIEW (widget) || GTK_IS_STACK_SWITCHER (widget) ||
      ADW_IS_VIEW_SWITCHER (widget) || GTK_IS_CALENDAR (widget) || GTK_IS_TEXT_VIEW (widget))
    return TRUE;

  /* One of ours that sees to it itself. */
  return g_str_has_prefix (name, "Clinic") &&
         GTK_WIDGET_GET_CLASS (widget)->focus !=
         GTK_WIDGET_CLASS (g_type_class_peek (g_type_parent (G_OBJECT_TYPE (widget))))->focus;
}

/* Radio buttons: Tab stops at one of them. */
static gboolean
is_reached (GtkWidget  *widget,
            GtkWidget  *root,
            GHashTable *stops)
{
  GtkWidget *around = widget;

  if (holds_stop (widget, stops))
    return TRUE;

  for (; around != NULL && around != root; around = gtk_widget_get_parent (around))
    {
      if (leads_on (around) && holds_stop (around, stops))
        return TRUE;

      if (GTK_IS_CHECK_BUTTON (around) && gtk_widget_has_css_class (around, "radio"))
        return TRUE;
    }

  return GTK_IS_CHECK_BUTTON (widget) || GTK_IS_TOGGLE_BUTTON (widget)
         ? holds_stop (gtk_widget_get_parent (widget), stops) : FALSE;
}

void
clinic_display_check (GtkWidget *root)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) stops = NULL;

  list_focusable (root, list);
  stops = walk_with_tab (GTK_WINDOW (gtk_widget_get_root (root)));

  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *words = describe (list->pdata[i]);

      if (!is_named (list->pdata[i]))
        g_test_fail_printf ("has no accessible name: %s", words);

      if (!is_reached (list->pdata[i], root, stops))
        g_test_fail_printf ("is not reached by Tab: %s", words);
    }
}

static GdkTexture *
render (GtkWidget *root)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (root));
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr(GError) error = NULL;
  GdkTexture *texture;
  graphene_rect_t bounds;
  graphene_rect_t whole;

  /* The paintable begins at the frame around the window, outside of its own coordinates. */
  g_assert_true (gtk_widget_compute_bounds (root, window, &bounds));
  g_assert_true (gtk_widget_compute_bounds (window, window, &whole));
  graphene_rect_offset (&bounds, -whole.origin.x, -whole.origin.y);
  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);

  gsk_renderer_realize (renderer, NULL, &error);
  g_assert_no_error (error);
  texture = gsk_renderer_render_texture (renderer, node, &bounds);
  gsk_renderer_unrealize (renderer);

  return texture;
}

void
clinic_display_picture (GtkWidget  *root,
                        const char *name)
{
  const char *folder = g_getenv ("ANAGEN_PICTURES");
  g_autoptr(GdkTexture) texture = NULL;
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;

  clinic_display_settle (clinic_display_get_desk ());
  g_mkdir_with_parents (folder, 0755);
  file = g_strconcat (name, ".png", NULL);
  path = g_build_filename (folder, file, NULL);
  texture = render (root);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

gboolean
clinic_display_find_ink (GtkWidget *widget,
                         int        from,
                         int        to,
                         int       *first,
                         int       *last)
{
  g_autoptr(GdkTexture) texture = render (widget);
  int width = gdk_texture_get_width (texture);
  int height = gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, (gsize) width * height);

  g_assert_true (from >= 0 && from < to && to <= width);
  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  *first = to;
  *last = -1;

  for (int y = 1; y < height - 1; y++)
    {
      for (int x = from; x < to; x++)
        {
          if (pixels[y * width + x] == pixels[width + from])
            continue;

          *first = MIN (*first, x);
          *last = MAX (*last, x);
        }
    }

  return *last >= 0;
}
