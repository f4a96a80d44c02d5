/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-nth-part.h"

#define ACTION "parts.nth"

static AdwViewStack *
find_stack (GtkWidget *widget)
{
  AdwViewStack *found = ADW_IS_VIEW_STACK (widget) ? ADW_VIEW_STACK (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_stack (child);

  return found;
}

static void
nth_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  AdwViewStack *stack = find_stack (widget);
  g_autoptr(GtkSelectionModel) pages = adw_view_stack_get_pages (stack);
  g_autoptr(AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), g_variant_get_uint32 (parameter) - 1);
  GtkWidget *part = adw_view_stack_page_get_child (page);

  adw_view_stack_set_visible_child (stack, part);
  gtk_widget_child_focus (part, GTK_DIR_TAB_FORWARD);
}

void
clinic_nth_part_bind (GtkWidgetClass *klass,
                      guint           n)
{
  gtk_widget_class_install_action (klass, ACTION, "u", nth_action);

  for (guint i = 1; i <= n; i++)
    gtk_widget_class_add_binding_action (klass, GDK_KEY_0 + i, GDK_ALT_MASK, ACTION, "u", i);
}
