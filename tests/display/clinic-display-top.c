/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-display-private.h"

static gboolean
is_laid_out_or_gone (gpointer data)
{
  GtkWindow **window = data;

  return *window == NULL || !gtk_widget_get_mapped (GTK_WIDGET (*window)) ||
         gtk_widget_get_width (GTK_WIDGET (*window)) > 0;
}

GtkWindow *
clinic_display_find_top (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  GtkWindow *top = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (gtk_widget_get_mapped (GTK_WIDGET (window)))
        top = window;
    }

  return top;
}

static gboolean
is_any_there (gpointer data)
{
  return clinic_display_find_top () != NULL;
}

GtkWindow *
clinic_display_top (void)
{
  GtkWindow *top = NULL;
  GtkWindow *found;

  clinic_display_settle (clinic_display_get_desk ());

  /* A window on its way out may be closed by the very drawing that is waited for here: then it is the next one's turn. */
  do
    {
      /* Between a window that goes and the one that comes forward none is on top. */
      clinic_display_wait (is_any_there, NULL);
      g_set_weak_pointer (&top, clinic_display_find_top ());
      clinic_display_wait (is_laid_out_or_gone, &top);

      for (guint i = 0; i < 2 && top != NULL; i++)
        clinic_display_draw (GTK_WIDGET (top));
    }
  while (top == NULL || !gtk_widget_get_mapped (GTK_WIDGET (top)));

  found = top;
  g_clear_weak_pointer (&top);

  return found;
}
