/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-walk.h"

void
clinic_walk_by (GtkListView *list,
                int          rows)
{
  GtkSingleSelection *selection;
  guint n, now;

  g_return_if_fail (GTK_IS_LIST_VIEW (list));
  g_return_if_fail (GTK_IS_SINGLE_SELECTION (gtk_list_view_get_model (list)));

  selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (list));
  n = g_list_model_get_n_items (G_LIST_MODEL (selection));
  now = gtk_single_selection_get_selected (selection);

  if (n == 0)
    return;

  now = now == GTK_INVALID_LIST_POSITION ? 0 : (now + n + rows) % n;
  gtk_single_selection_set_selected (selection, now);
  gtk_widget_activate_action (GTK_WIDGET (list), "list.scroll-to-item", "u", now);
}

gboolean
clinic_walk_key (GtkListView *list,
                 guint        keyval)
{
  g_return_val_if_fail (GTK_IS_LIST_VIEW (list), FALSE);

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_Up) ||
      g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))) == 0)
    return FALSE;

  clinic_walk_by (list, keyval == GDK_KEY_Down ? 1 : -1);

  return TRUE;
}
