/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-component-rows.h"

static ClinicComponentRow *
get_row (GtkListBox *list,
         guint       n)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, n);

  return row != NULL ? CLINIC_COMPONENT_ROW (row) : NULL;
}

void
clinic_component_rows_sum (GtkListBox *list,
                           gint64     *volume,
                           guint      *n_principals)
{
  ClinicComponentRow *row;

  g_return_if_fail (GTK_IS_LIST_BOX (list));

  *volume = 0;
  *n_principals = 0;

  for (guint i = 0; (row = get_row (list, i)) != NULL; i++)
    {
      ClinicIngredient *ingredient = clinic_component_row_get_ingredient (row);
      g_autoptr(ClinicComponent) component = clinic_component_row_read (row, FALSE);

      *volume += component != NULL ? component->volume : 0;
      *n_principals += ingredient != NULL && g_strcmp0 (ingredient->role, "principal") == 0;
    }
}

void
clinic_component_rows_tell (GtkListBox *list,
                            gint64      weight)
{
  ClinicComponentRow *row;

  g_return_if_fail (GTK_IS_LIST_BOX (list));

  for (guint i = 0; (row = get_row (list, i)) != NULL; i++)
    clinic_component_row_tell (row, weight);
}

GPtrArray *
clinic_component_rows_read (GtkListBox *list)
{
  g_autoptr(GPtrArray) components = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean valid = TRUE;
  ClinicComponentRow *row;

  g_return_val_if_fail (GTK_IS_LIST_BOX (list), NULL);

  for (guint i = 0; (row = get_row (list, i)) != NULL; i++)
    {
      ClinicComponent *component = clinic_component_row_read (row, TRUE);

      if (component != NULL)
        g_ptr_array_add (components, component);
      else
        valid = FALSE;
    }

  return valid ? g_steal_pointer (&components) : NULL;
}
