/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-photo-sweep.h"
#include "clinic-upkeep.h"

#define FIRST_SECONDS (10 * 60)

struct _ClinicUpkeep
{
  GObject parent_instance;

  ClinicDesk *desk;             /* lent: it owns this */
  guint       source;
};

G_DEFINE_FINAL_TYPE (ClinicUpkeep, clinic_upkeep, G_TYPE_OBJECT)

static gpointer
sweep (ClinicAct  *act,
       gpointer    data,
       GError    **error)
{
  return GINT_TO_POINTER (clinic_photo_sweep (act, CLINIC_PHOTO_SWEEP_DAYS, NULL, error));
}

static void
swept_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL, &error);

  if (error != NULL)
    g_debug ("Upkeep: %s", error->message);
}

static gboolean
due_cb (gpointer user_data)
{
  ClinicUpkeep *self = user_data;

  self->source = g_timeout_add_seconds (clinic_upkeep_run (self), due_cb, self);

  return G_SOURCE_REMOVE;
}

static void
clinic_upkeep_finalize (GObject *object)
{
  g_clear_handle_id (&CLINIC_UPKEEP (object)->source, g_source_remove);

  G_OBJECT_CLASS (clinic_upkeep_parent_class)->finalize (object);
}

static void
clinic_upkeep_class_init (ClinicUpkeepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clinic_upkeep_finalize;
}

static void
clinic_upkeep_init (ClinicUpkeep *self)
{
  self->source = g_timeout_add_seconds (FIRST_SECONDS, due_cb, self);
}

ClinicUpkeep *
clinic_upkeep_new (ClinicDesk *desk)
{
  ClinicUpkeep *self = g_object_new (CLINIC_TYPE_UPKEEP, NULL);

  self->desk = desk;

  return self;
}

guint
clinic_upkeep_run (ClinicUpkeep *self)
{
  g_return_val_if_fail (CLINIC_IS_UPKEEP (self), FIRST_SECONDS);

  /* A program that is open before anybody signs in, and shut every evening, would never come to it. */
  if (clinic_desk_get_actor (self->desk) == NULL)
    return FIRST_SECONDS;

  clinic_desk_run_async (self->desk, sweep, NULL, NULL, NULL, swept_cb, NULL);

  return CLINIC_UPKEEP_SECONDS;
}
