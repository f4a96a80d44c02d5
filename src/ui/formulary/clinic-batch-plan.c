/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-batch-choice.h"
#include "clinic-batch-plan.h"
#include "clinic-batch.h"
#include "clinic-cocktail-version.h"
#include "clinic-lot.h"

ClinicBatchPlan *
clinic_batch_plan_new (gint64      cocktail,
                       gint64      volume,
                       const char *date)
{
  ClinicBatchPlan *self = g_new0 (ClinicBatchPlan, 1);

  self->cocktail = cocktail;
  self->volume = volume;
  self->date = g_strdup (date);
  self->lots = g_ptr_array_new_with_free_func (g_object_unref);
  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  return self;
}

void
clinic_batch_plan_free (gpointer data)
{
  ClinicBatchPlan *self = data;

  g_clear_pointer (&self->pours, g_ptr_array_unref);
  g_ptr_array_unref (self->lots);
  g_ptr_array_unref (self->choices);
  g_free (self->date);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicBatchPlan, clinic_batch_plan_free)

static gboolean
read_version (ClinicDb         *db,
              ClinicBatchPlan  *self,
              GError          **error)
{
  g_autoptr(GPtrArray) versions = clinic_store_list_by (db, CLINIC_TYPE_COCKTAIL_VERSION, "cocktail_id", self->cocktail,
                                                        error);
  gint64 number = 0;

  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      ClinicCocktailVersion *version = versions->pdata[i];

      if (version->number > number)
        {
          number = version->number;
          self->version = clinic_record_get_id (CLINIC_RECORD (version));
        }
    }

  return versions != NULL;
}

static gboolean
read_lots (ClinicDb         *db,
           ClinicBatchPlan  *self,
           GError          **error)
{
  for (guint i = 0; i < self->pours->len; i++)
    {
      ClinicRecord *lot = clinic_store_find (db, CLINIC_TYPE_LOT, CLINIC_POUR (self->pours->pdata[i])->lot_id, error);
      GPtrArray *choices;

      if (lot == NULL)
        return FALSE;

      g_ptr_array_add (self->lots, lot);
      choices = clinic_batch_choice_list (db, CLINIC_LOT (lot), self->date, error);

      if (choices == NULL)
        return FALSE;

      g_ptr_array_add (self->choices, choices);
    }

  return TRUE;
}

gpointer
clinic_batch_plan_read (ClinicDb  *db,
                        gpointer   data,
                        GError   **error)
{
  ClinicBatchPlan *asked = data;
  g_autoptr(ClinicBatchPlan) self = clinic_batch_plan_new (asked->cocktail, asked->volume, asked->date);

  if (!read_version (db, self, error) ||
      (self->hours = clinic_batch_get_hours (db, error)) == 0 ||
      !(self->pours = clinic_batch_propose (db, self->version, self->volume, self->date, error)) ||
      !read_lots (db, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

gint64
clinic_batch_plan_get_missing (ClinicBatchPlan *self)
{
  gint64 missing = self->volume;

  for (guint i = 0; i < self->pours->len; i++)
    missing -= CLINIC_POUR (self->pours->pdata[i])->volume;

  return MAX (0, missing);
}
