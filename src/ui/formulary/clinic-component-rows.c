/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-component-dose.h"
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
  g_autoptr(GHashTable) principals = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  ClinicComponentRow *row;

  g_return_if_fail (GTK_IS_LIST_BOX (list));

  *volume = 0;

  for (guint i = 0; (row = get_row (list, i)) != NULL; i++)
    {
      ClinicIngredient *ingredient = clinic_component_row_get_ingredient (row);
      g_autoptr(ClinicComponent) component = clinic_component_row_read (row, FALSE);

      *volume += component != NULL ? component->volume : 0;

      if (ingredient != NULL && g_strcmp0 (ingredient->role, "principal") == 0)
        {
          gint64 id = clinic_record_get_id (CLINIC_RECORD (ingredient));

          g_hash_table_add (principals, g_memdup2 (&id, sizeof id));
        }
    }

  *n_principals = g_hash_table_size (principals);
}

/* mg of an ingredient in all rows, which may have it in two strengths, and @units of it; CLINIC_UNKNOWN: a
 * strength is not known. */
static gint64
sum_of (GtkListBox       *list,
        ClinicIngredient *ingredient,
        gint64           *units)
{
  ClinicComponentRow *row;
  gint64 mg = 0;

  *units = 0;

  for (guint i = 0; (row = get_row (list, i)) != NULL; i++)
    {
      ClinicIngredient *other = clinic_component_row_get_ingredient (row);
      g_autoptr(ClinicComponent) component = clinic_component_row_read (row, FALSE);
      gboolean in_units;
      gint64 amount;

      if (other == NULL || ingredient == NULL ||
          clinic_record_get_id (CLINIC_RECORD (other)) != clinic_record_get_id (CLINIC_RECORD (ingredient)))
        continue;

      amount = clinic_component_dose_amount (component, &in_units);

      if (amount == CLINIC_UNKNOWN)
        return *units = CLINIC_UNKNOWN;

      *(in_units ? units : &mg) += amount;
    }

  return mg;
}

void
clinic_component_rows_tell (GtkListBox *list,
                            gint64      weight)
{
  ClinicComponentRow *row;

  g_return_if_fail (GTK_IS_LIST_BOX (list));

  for (guint i = 0; (row = get_row (list, i)) != NULL; i++)
    {
      gint64 units;
      gint64 mg = sum_of (list, clinic_component_row_get_ingredient (row), &units);

      clinic_component_row_tell (row, mg, units, weight);
    }
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
