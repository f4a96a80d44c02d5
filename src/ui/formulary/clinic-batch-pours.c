/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-batch-pours.h"
#include "clinic-batch.h"
#include "clinic-locale.h"
#include "clinic-lot.h"
#include "clinic-treatment.h"

struct _ClinicBatchOrder
{
  gint64     version;
  GPtrArray *pours;
  guint      hours;
  char      *note;
};

static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("clinic-pour-lot");
}

static GtkEditable *
get_row (GtkListBox *list,
         guint       n)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, n);

  return row != NULL ? GTK_EDITABLE (row) : NULL;
}

static char *
dup_label (ClinicLot *lot)
{
  g_autofree char *until = clinic_lot_dup_usable_until (lot);
  g_autofree char *date = clinic_locale_date (until);

  if (until == NULL)
    /* Translators: what a lot is of, and its number. */
    return g_strdup_printf (_("%s · %s"), lot->product, lot->number);

  /* Translators: what a lot is of, its number, and until when it may be used. */
  return g_strdup_printf (_("%s · %s · until %s"), lot->product, lot->number, date);
}

void
clinic_batch_pours_show (GtkListBox      *list,
                         ClinicBatchPlan *plan,
                         GCallback        changed,
                         gpointer         object)
{
  GtkEditable *row;

  while ((row = get_row (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));

  for (guint i = 0; i < plan->pours->len; i++)
    {
      ClinicLot *lot = plan->lots->pdata[i];
      g_autofree char *label = dup_label (lot);
      g_autofree char *volume = clinic_locale_decimal (CLINIC_POUR (plan->pours->pdata[i])->volume);

      row = GTK_EDITABLE (adw_entry_row_new ());
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
      gtk_editable_set_text (row, volume);
      adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), gtk_label_new (_("ml")));
      g_object_set_qdata_full (G_OBJECT (row), get_quark (), g_object_ref (lot), g_object_unref);
      g_signal_connect_object (row, "changed", changed, object, G_CONNECT_SWAPPED);
      gtk_list_box_append (list, GTK_WIDGET (row));
    }
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
  ClinicLot *lot = g_object_get_qdata (G_OBJECT (row), get_quark ());
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
