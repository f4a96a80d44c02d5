/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-chart-shelf.h"

struct _ClinicChartShelf
{
  GObject parent_instance;

  GPtrArray *keepers;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicChartShelf, clinic_chart_shelf, G_TYPE_OBJECT)

static void
clinic_chart_shelf_finalize (GObject *object)
{
  g_ptr_array_unref (CLINIC_CHART_SHELF (object)->keepers);
  G_OBJECT_CLASS (clinic_chart_shelf_parent_class)->finalize (object);
}

static void
clinic_chart_shelf_class_init (ClinicChartShelfClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clinic_chart_shelf_finalize;

  signals[CHANGED] = g_signal_new ("changed", CLINIC_TYPE_CHART_SHELF, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
clinic_chart_shelf_init (ClinicChartShelf *self)
{
  self->keepers = g_ptr_array_new_with_free_func (g_object_unref);
}

ClinicChartShelf *
clinic_chart_shelf_get (ClinicDesk *desk)
{
  ClinicChartShelf *self;

  g_return_val_if_fail (CLINIC_IS_DESK (desk), NULL);

  self = g_object_get_data (G_OBJECT (desk), "clinic-chart-shelf");

  if (self == NULL)
    {
      self = g_object_new (CLINIC_TYPE_CHART_SHELF, NULL);
      g_object_set_data_full (G_OBJECT (desk), "clinic-chart-shelf", self, g_object_unref);
    }

  return self;
}

void
clinic_chart_shelf_add (ClinicChartShelf  *self,
                        ClinicChartKeeper *keeper)
{
  g_return_if_fail (CLINIC_IS_CHART_SHELF (self));

  if (g_ptr_array_find (self->keepers, keeper, NULL))
    return;

  g_ptr_array_add (self->keepers, g_object_ref (keeper));
  clinic_chart_shelf_tell (self);
}

void
clinic_chart_shelf_remove (ClinicChartShelf  *self,
                           ClinicChartKeeper *keeper)
{
  g_return_if_fail (CLINIC_IS_CHART_SHELF (self));

  if (g_ptr_array_remove (self->keepers, keeper))
    clinic_chart_shelf_tell (self);
}

void
clinic_chart_shelf_tell (ClinicChartShelf *self)
{
  g_return_if_fail (CLINIC_IS_CHART_SHELF (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

ClinicChartKeeper *
clinic_chart_shelf_find (ClinicChartShelf *self,
                         gint64            session)
{
  g_return_val_if_fail (CLINIC_IS_CHART_SHELF (self), NULL);

  for (guint i = 0; i < self->keepers->len; i++)
    {
      ClinicChartModel *model = clinic_chart_keeper_get_model (self->keepers->pdata[i]);

      if (clinic_chart_model_get_session (model) == session)
        return self->keepers->pdata[i];
    }

  return NULL;
}

gboolean
clinic_chart_shelf_is_empty (ClinicChartShelf *self)
{
  g_return_val_if_fail (CLINIC_IS_CHART_SHELF (self), TRUE);

  return self->keepers->len == 0;
}

guint
clinic_chart_shelf_get_n_stuck (ClinicChartShelf *self)
{
  guint n = 0;

  g_return_val_if_fail (CLINIC_IS_CHART_SHELF (self), 0);

  for (guint i = 0; i < self->keepers->len; i++)
    n += clinic_chart_keeper_get_trouble (self->keepers->pdata[i]) != NULL;

  return n;
}

ClinicChartKeeper *
clinic_chart_shelf_get_stuck (ClinicChartShelf *self)
{
  g_return_val_if_fail (CLINIC_IS_CHART_SHELF (self), NULL);

  for (guint i = 0; i < self->keepers->len; i++)
    {
      if (clinic_chart_keeper_get_trouble (self->keepers->pdata[i]) != NULL)
        return self->keepers->pdata[i];
    }

  return NULL;
}

/* What is done to a keeper may take it away. */
static void
call_each (ClinicChartShelf *self,
           void (          * func )(ClinicChartKeeper *))
{
  g_autoptr(GPtrArray) keepers = g_ptr_array_copy (self->keepers, (GCopyFunc) g_object_ref, NULL);

  g_ptr_array_set_free_func (keepers, g_object_unref);

  for (guint i = 0; i < keepers->len; i++)
    func (keepers->pdata[i]);
}

void
clinic_chart_shelf_flush (ClinicChartShelf *self)
{
  g_return_if_fail (CLINIC_IS_CHART_SHELF (self));

  call_each (self, clinic_chart_keeper_flush);
}

void
clinic_chart_shelf_drop (ClinicChartShelf *self)
{
  g_return_if_fail (CLINIC_IS_CHART_SHELF (self));

  call_each (self, clinic_chart_keeper_drop);
}
