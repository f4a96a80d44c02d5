/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "clinic-file-watch.h"

struct _ClinicFileWatch
{
  GObject parent_instance;

  ClinicWorker *reader;
  GFileMonitor *monitor;        /* NULL: there is no file, or it cannot be watched */
  char         *trouble;
};

typedef enum
{
  PROPERTY_TROUBLE = 1,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicFileWatch, clinic_file_watch, G_TYPE_OBJECT)

static gpointer
check_place (ClinicDb  *db,
             gpointer   data,
             GError   **error)
{
  return GINT_TO_POINTER (clinic_db_check_place (db, error));
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ClinicFileWatch) self = user_data;
  g_autoptr(GError) error = NULL;

  clinic_worker_run_finish (self->reader, result, &error);

  if (g_strcmp0 (self->trouble, error != NULL ? error->message : NULL) == 0)
    return;

  g_free (self->trouble);
  self->trouble = error != NULL ? g_strdup (error->message) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_TROUBLE]);
}

/* It is written to all the time: only what comes and goes is looked at. */
static void
changed_cb (ClinicFileWatch   *self,
            GFile             *file,
            GFile             *other,
            GFileMonitorEvent  event)
{
  if (event != G_FILE_MONITOR_EVENT_CHANGED && event != G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT)
    clinic_file_watch_check (self);
}

static void
clinic_file_watch_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (property_id == PROPERTY_TROUBLE)
    g_value_set_string (value, CLINIC_FILE_WATCH (object)->trouble);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_file_watch_finalize (GObject *object)
{
  ClinicFileWatch *self = CLINIC_FILE_WATCH (object);

  g_clear_object (&self->monitor);
  g_clear_object (&self->reader);
  g_free (self->trouble);

  G_OBJECT_CLASS (clinic_file_watch_parent_class)->finalize (object);
}

static void
clinic_file_watch_class_init (ClinicFileWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clinic_file_watch_get_property;
  object_class->finalize = clinic_file_watch_finalize;

  properties[PROPERTY_TROUBLE] =
    g_param_spec_string ("trouble", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
clinic_file_watch_init (ClinicFileWatch *self)
{
}

ClinicFileWatch *
clinic_file_watch_new (const char   *location,
                       ClinicWorker *reader)
{
  ClinicFileWatch *self;
  g_autoptr(GFile) file = NULL;

  g_return_val_if_fail (location != NULL, NULL);
  g_return_val_if_fail (CLINIC_IS_WORKER (reader), NULL);

  self = g_object_new (CLINIC_TYPE_FILE_WATCH, NULL);
  self->reader = g_object_ref (reader);

  if (g_strrstr (location, "://") != NULL)
    return self;

  file = g_file_new_for_path (location);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);

  return self;
}

void
clinic_file_watch_check (ClinicFileWatch *self)
{
  g_return_if_fail (CLINIC_IS_FILE_WATCH (self));

  clinic_worker_run_async (self->reader, check_place, NULL, NULL, NULL, NULL, checked_cb,
                           g_object_ref (self));
}

const char *
clinic_file_watch_get_trouble (ClinicFileWatch *self)
{
  g_return_val_if_fail (CLINIC_IS_FILE_WATCH (self), NULL);

  return self->trouble;
}
