/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-batch-pour-row.h"
#include "clinic-batch-pours.h"
#include "clinic-batch.h"
#include "clinic-locale.h"

struct _ClinicBatchOrder
{
  gint64     version;
  GPtrArray *pours;
  guint      hours;
  char      *note;
};

static GtkEditable *
get_row (GtkListBox *list,
         guint       n)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, n);

  return row != NULL ? GTK_EDITABLE (row) : NULL;
}

/* Ingredient → lot, where a person chose it. */
static GHashTable *
list_chosen (GtkListBox *list)
{
  GHashTable *chosen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GtkEditable *row;

  for (guint i = 0; (row = get_row (list, i)) != NULL; i++)
    {
      ClinicLot *lot = clinic_batch_pour_row_get_lot (CLINIC_BATCH_POUR_ROW (row));
      gint64 id = clinic_record_get_id (CLINIC_RECORD (lot));

      if (clinic_batch_pour_row_get_chosen (CLINIC_BATCH_POUR_ROW (row)))
        g_hash_table_insert (chosen, g_memdup2 (&lot->ingredient_id, sizeof id), g_memdup2 (&id, sizeof id));
    }

  return chosen;
}

/* What was chosen stays chosen when another volume is asked for. */
static void
choose_again (GtkListBox *list,
              GHashTable *chosen)
{
  GtkEditable *row;

  for (guint i = 0; (row = get_row (list, i)) != NULL; i++)
    {
      ClinicLot *lot = clinic_batch_pour_row_get_lot (CLINIC_BATCH_POUR_ROW (row));
      gint64 ingredient = lot->ingredient_id;
      const gint64 *wanted = g_hash_table_lookup (chosen, &ingredient);

      if (wanted == NULL)
        continue;

      clinic_batch_pour_row_choose (CLINIC_BATCH_POUR_ROW (row), *wanted);
      g_hash_table_remove (chosen, &ingredient);
    }
}

void
clinic_batch_pours_show (GtkListBox      *list,
                         ClinicBatchPlan *plan,
                         GCallback        changed,
                         gpointer         object)
{
  g_autoptr(GHashTable) chosen = list_chosen (list);
  GtkEditable *row;

  while ((row = get_row (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));

  for (guint i = 0; i < plan->pours->len; i++)
    {
      ClinicPour *pour = plan->pours->pdata[i];

      row = GTK_EDITABLE (clinic_batch_pour_row_new (pour->lot_id, pour->volume, plan->choices->pdata[i]));
      g_signal_connect_object (row, "changed", changed, object, G_CONNECT_SWAPPED);
      gtk_list_box_append (list, GTK_WIDGET (row));
    }

  choose_again (list, chosen);
}

gint64
clinic_batch_pours_sum (GtkListBox *list)
{
  gint64 sum = 0;
  GtkEditable *row;

  for (guint i = 0; (row = get_row (list, i)) != NULL; i++)
    {
      gint64 volume;

      if (clinic_locale_parse_decimal (gtk_editable_get_text (row), &volume))
        sum += volume;
    }

  return sum;
}

static gboolean
read_row (GtkEditable *row,
          GPtrArray   *pours)
{
  ClinicLot *lot = clinic_batch_pour_row_get_lot (CLINIC_BATCH_POUR_ROW (row));
  const char *text = gtk_editable_get_text (row);
  gint64 volume = 0;
  gboolean good = *text == '\0' || (clinic_locale_parse_decimal (text, &volume) && volume >= 0);
  ClinicPour *pour;

  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");

  if (!good || volume == 0)
    return good;

  pour = clinic_pour_new ();
  g_object_set (pour, "lot-id", clinic_record_get_id (CLINIC_RECORD (lot)), "volume", volume, NULL);
  g_ptr_array_add (pours, pour);

  return TRUE;
}

ClinicBatchOrder *
clinic_batch_pours_order (GtkListBox *list,
                          gint64      version,
                          guint       hours,
                          const char *note)
{
  g_autoptr(GPtrArray) pours = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean good = TRUE;
  ClinicBatchOrder *self;
  GtkEditable *row;

  for (guint i = 0; (row = get_row (list, i)) != NULL; i++)
    good = read_row (row, pours) && good;

  if (!good)
    return NULL;

  self = g_new0 (ClinicBatchOrder, 1);
  self->version = version;
  self->hours = hours;
  self->pours = g_steal_pointer (&pours);
  self->note = note != NULL && *note != '\0' ? g_strdup (note) : NULL;

  return self;
}

void
clinic_batch_order_free (gpointer order)
{
  ClinicBatchOrder *self = order;

  g_ptr_array_unref (self->pours);
  g_free (self->note);
  g_free (self);
}

gpointer
clinic_batch_order_run (ClinicAct  *act,
                        gpointer    order,
                        GError    **error)
{
  ClinicBatchOrder *self = order;
  gint64 id = clinic_batch_prepare (act, self->version, self->pours, self->hours, self->note, error);

  return id != 0 ? g_memdup2 (&id, sizeof id) : NULL;
}
