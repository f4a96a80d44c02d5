/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-chart-rows.h"
#include "clinic-choices.h"
#include "clinic-draw.h"

static guint
get_rank (const char *zone)
{
  const ClinicChoice *choice = clinic_choice_find (clinic_zones, zone);

  return choice != NULL ? (guint) (choice - clinic_zones) : G_MAXINT;
}

static int
compare_zones (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const ClinicInjection *first = a;
  const ClinicInjection *second = b;

  return (int) get_rank (first->zone) - (int) get_rank (second->zone);
}

static guint
count (ClinicChartRows *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->store));
}

static void
remove_at (ClinicChartRows *self,
           guint            position)
{
  g_autoptr(GObject) record = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  g_signal_handlers_disconnect_by_func (record, self->changed, self->object);
  g_list_store_remove (self->store, position);
}

void
clinic_chart_rows_add (ClinicChartRows *self,
                       gpointer         record)
{
  g_signal_connect_object (record, "notify", self->changed, self->object, 0);

  if (CLINIC_IS_INJECTION (record))
    g_list_store_insert_sorted (self->store, record, compare_zones, NULL);
  else
    g_list_store_append (self->store, record);
}

void
clinic_chart_rows_remove (ClinicChartRows *self,
                          gpointer         record)
{
  guint position;

  if (g_list_store_find (self->store, record, &position))
    remove_at (self, position);
}

static ClinicInjection *
find_in (GPtrArray  *injections,
         const char *zone)
{
  for (guint i = 0; i < injections->len; i++)
    {
      if (g_strcmp0 (CLINIC_INJECTION (injections->pdata[i])->zone, zone) == 0)
        return injections->pdata[i];
    }

  return NULL;
}

void
clinic_chart_rows_assign_zones (ClinicChartRows *self,
                                GPtrArray       *records)
{
  for (guint i = count (self); i > 0; i--)
    {
      g_autoptr(ClinicInjection) live = g_list_model_get_item (G_LIST_MODEL (self->store), i - 1);
      ClinicInjection *wanted = find_in (records, live->zone);

      if (wanted != NULL)
        clinic_record_assign (CLINIC_RECORD (live), CLINIC_RECORD (wanted));
      else
        remove_at (self, i - 1);
    }

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr(ClinicRecord) copy = NULL;

      if (clinic_chart_rows_find_zone (self, CLINIC_INJECTION (records->pdata[i])->zone) != NULL)
        continue;

      copy = clinic_record_copy (records->pdata[i]);
      clinic_chart_rows_add (self, copy);
    }
}

static gboolean
same_lots (ClinicChartRows *self,
           GPtrArray       *draws)
{
  gboolean same = count (self) == draws->len;

  for (guint i = 0; same && i < draws->len; i++)
    {
      g_autoptr(ClinicDraw) live = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      same = live->lot_id == CLINIC_DRAW (draws->pdata[i])->lot_id;
    }

  return same;
}

void
clinic_chart_rows_assign_lots (ClinicChartRows *self,
                               GPtrArray       *records)
{
  gboolean same = same_lots (self, records);

  while (!same && count (self) > 0)
    remove_at (self, 0);

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr(ClinicRecord) record = NULL;

      if (same)
        {
          record = g_list_model_get_item (G_LIST_MODEL (self->store), i);
          clinic_record_assign (record, records->pdata[i]);
          continue;
        }

      record = clinic_record_copy (records->pdata[i]);
      clinic_chart_rows_add (self, record);
    }
}

GPtrArray *
clinic_chart_rows_copy (ClinicChartRows *self)
{
  GPtrArray *copies = g_ptr_array_new_full (count (self), g_object_unref);

  for (guint i = 0; i < count (self); i++)
    {
      g_autoptr(ClinicRecord) record = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      g_ptr_array_add (copies, clinic_record_copy (record));
    }

  return copies;
}

ClinicInjection *
clinic_chart_rows_find_zone (ClinicChartRows *self,
                             const char      *zone)
{
  for (guint i = 0; i < count (self); i++)
    {
      g_autoptr(ClinicInjection) live = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (g_strcmp0 (live->zone, zone) == 0)
        return live;
    }

  return NULL;
}

gint64
clinic_chart_rows_sum (ClinicChartRows *self,
                       gboolean         volume)
{
  gint64 sum = 0;

  for (guint i = 0; i < count (self); i++)
    {
      g_autoptr(ClinicInjection) live = g_list_model_get_item (G_LIST_MODEL (self->store), i);
      gint64 each = volume ? live->volume_per_point : 1;

      if (live->points != CLINIC_UNKNOWN && each != CLINIC_UNKNOWN)
        sum += live->points * each;
    }

  return sum;
}
