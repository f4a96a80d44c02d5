/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-look-alikes.h"
#include "clinic-register.h"

/* Typing goes on without a look at each letter. */
#define PAUSE_MS 200

struct _ClinicLookAlikes
{
  GObject parent_instance;

  ClinicDesk    *desk;
  ClinicPatient *patient;       /* as it was typed */
  GListStore    *found;         /* ClinicPatient, "clinic-reason" on each */
  GCancellable  *cancellable;
  guint          pause;
};

typedef enum
{
  PROPERTY_FOUND = 1,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicLookAlikes, clinic_look_alikes, G_TYPE_OBJECT)

static gpointer
look_cb (ClinicDb  *db,
         gpointer   data,
         GError   **error)
{
  g_autoptr(GPtrArray) reasons = NULL;
  g_autoptr(GPtrArray) found = clinic_patient_duplicates (db, data, &reasons, error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    g_object_set_data_full (found->pdata[i], "clinic-reason", g_strdup (reasons->pdata[i]), g_free);

  return g_steal_pointer (&found);
}

static gboolean
are_shown (ClinicLookAlikes      *self,
           GPtrArray             *found)
{
  GListModel *model = G_LIST_MODEL (self->found);

  if (g_list_model_get_n_items (model) != found->len)
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      g_autoptr(ClinicRecord) shown = g_list_model_get_item (model, i);

      if (!clinic_record_equal (shown, found->pdata[i]) ||
          g_strcmp0 (g_object_get_data (G_OBJECT (shown), "clinic-reason"),
                     g_object_get_data (found->pdata[i], "clinic-reason")) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinicLookAlikes) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = NULL;

  found = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);

  if (found == NULL ||
      g_task_get_cancellable (G_TASK (result)) != self->cancellable || are_shown (self, found))
    return;

  g_list_store_splice (self->found, 0, g_list_model_get_n_items (G_LIST_MODEL (self->found)),
                       found->pdata, found->len);
}

static gboolean
pause_over_cb (gpointer user_data)
{
  ClinicLookAlikes *self = user_data;
  ClinicWorker *reader = clinic_desk_get_reader (self->desk);

  self->pause = 0;
  clinic_worker_run_async (reader, look_cb, g_object_ref (self->patient), g_object_unref,
                           (GDestroyNotify) g_ptr_array_unref, self->cancellable, looked_cb,
                           g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
clinic_look_alikes_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  if (property_id == PROPERTY_FOUND)
    g_value_set_object (value, CLINIC_LOOK_ALIKES (object)->found);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_look_alikes_dispose (GObject *object)
{
  ClinicLookAlikes *self = CLINIC_LOOK_ALIKES (object);

  clinic_look_alikes_stop (self);
  g_clear_object (&self->found);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_look_alikes_parent_class)->dispose (object);
}

static void
clinic_look_alikes_class_init (ClinicLookAlikesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clinic_look_alikes_get_property;
  object_class->dispose = clinic_look_alikes_dispose;

  properties[PROPERTY_FOUND] =
    g_param_spec_object ("found", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
clinic_look_alikes_init (ClinicLookAlikes *self)
{
  self->found = g_list_store_new (CLINIC_TYPE_PATIENT);
}

ClinicLookAlikes *
clinic_look_alikes_new (void)
{
  return g_object_new (CLINIC_TYPE_LOOK_ALIKES, NULL);
}

void
clinic_look_alikes_look (ClinicLookAlikes *self,
                         ClinicDesk       *desk,
                         ClinicPatient    *typed)
{
  g_return_if_fail (CLINIC_IS_LOOK_ALIKES (self));
  g_return_if_fail (CLINIC_IS_DESK (desk) && CLINIC_IS_PATIENT (typed));

  g_set_object (&self->desk, desk);
  clinic_look_alikes_stop (self);
  self->patient = CLINIC_PATIENT (clinic_record_copy (CLINIC_RECORD (typed)));
  self->cancellable = g_cancellable_new ();
  self->pause = g_timeout_add (PAUSE_MS, pause_over_cb, self);
}

void
clinic_look_alikes_stop (ClinicLookAlikes *self)
{
  g_return_if_fail (CLINIC_IS_LOOK_ALIKES (self));

  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->patient);
}

GListModel *
clinic_look_alikes_get_found (ClinicLookAlikes *self)
{
  g_return_val_if_fail (CLINIC_IS_LOOK_ALIKES (self), NULL);

  return G_LIST_MODEL (self->found);
}

const char *
clinic_look_alikes_get_reason (ClinicPatient *patient)
{
  return g_object_get_data (G_OBJECT (patient), "clinic-reason");
}
