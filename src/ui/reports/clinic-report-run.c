/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-photo-view.h"
#include "clinic-report-run.h"
#include "clinic-report-work.h"

/* Typing goes on for so long before the report is made again. */
#define PAUSE_MS 300
/* What takes longer says how far it is. */
#define PATIENCE_MS 1000
#define PROGRESS_MS 100

struct _ClinicReportRun
{
  GObject parent_instance;

  ClinicReport     *report;         /* the one that is open */
  ClinicReportWork *making;         /* its preview, while that is made */
  ClinicReportWork *writing;        /* its file */
  const char       *stage;
  char             *missing;
  gboolean          late;
  double            fraction;
  guint             due_source;
  guint             progress_source;
  gint64            began;          /* what is under way; monotonic */
};

/* A work that was given to the worker, and whose it is. */
typedef struct
{
  ClinicReportRun  *run;
  ClinicReportWork *work;
  ClinicDesk       *desk;           /* NULL where it only makes a preview */
} Given;

typedef enum
{
  PROPERTY_OPEN = 1,
  PROPERTY_SUMMARY,
  PROPERTY_STAGE,
  PROPERTY_MISSING,
  PROPERTY_BUSY,
  PROPERTY_EXPORTABLE,
  PROPERTY_LATE,
  PROPERTY_WORDS,
  PROPERTY_FRACTION,
  N_PROPERTIES
} Property;

typedef enum
{
  DUE,
  MADE,
  FAILED,
  WRITTEN,
  N_SIGNALS
} Signal;

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicReportRun, clinic_report_run, G_TYPE_OBJECT)

static Given *
given_new (ClinicReportRun * run,
           ClinicReportWork * work,
           ClinicDesk * desk)
{
  Given *given = g_new (Given, 1);

  given->run = g_object_ref (run);
  given->work = g_object_ref (work);
  given->desk = desk != NULL ? g_object_ref (desk) : NULL;

  return given;
}

static void
given_free (Given *given)
{
  g_object_unref (given->run);
  g_object_unref (given->work);
  g_clear_object (&given->desk);
  g_free (given);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Given, given_free)

static gboolean
is_busy (ClinicReportRun *self)
{
  return self->making != NULL || self->writing != NULL;
}

static void
notify (ClinicReportRun *self,
        Property         property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_stage (ClinicReportRun *self,
           const char      *stage)
{
  self->stage = stage;
  notify (self, PROPERTY_STAGE);
}

static void
set_missing (ClinicReportRun *self,
             const char      *missing)
{
  g_free (self->missing);
  self->missing = g_strdup (missing);
  notify (self, PROPERTY_MISSING);
}

static void
set_progress (ClinicReportRun *self,
              gboolean         late,
              double           fraction)
{
  self->fraction = fraction;
  notify (self, PROPERTY_FRACTION);
  notify (self, PROPERTY_WORDS);

  if (self->late == late)
    return;

  self->late = late;
  notify (self, PROPERTY_LATE);
}

static gboolean
progress_cb (gpointer user_data)
{
  ClinicReportRun *self = user_data;
  ClinicReportWork *work = self->writing != NULL ? self->writing : self->making;

  if (g_get_monotonic_time () - self->began >= PATIENCE_MS * 1000)
    set_progress (self, TRUE, clinic_report_work_get_fraction (work));

  return G_SOURCE_CONTINUE;
}

/* Something was begun or has ended. */
static void
follow_work (ClinicReportRun *self)
{
  notify (self, PROPERTY_BUSY);
  notify (self, PROPERTY_EXPORTABLE);

  if (!is_busy (self))
    {
      g_clear_handle_id (&self->progress_source, g_source_remove);
      set_progress (self, FALSE, self->fraction);
    }
  else if (self->progress_source == 0)
    {
      self->began = g_get_monotonic_time ();
      set_progress (self, FALSE, 0);
      self->progress_source = g_timeout_add (PROGRESS_MS, progress_cb, self);
    }
}

static void
stop_making (ClinicReportRun *self)
{
  g_clear_handle_id (&self->due_source, g_source_remove);

  if (self->making != NULL)
    clinic_report_work_cancel (self->making);

  g_clear_object (&self->making);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Given) given = user_data;
  ClinicReportRun *self = given->run;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) previews = clinic_worker_run_finish (NULL, result, &error);

  /* Another was asked for since, or nobody looks any more. */
  if (self->making != given->work)
    return;

  g_clear_object (&self->making);
  follow_work (self);

  if (previews != NULL)
    g_signal_emit (self, signals[MADE], 0, previews);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error, TRUE);

  set_stage (self, previews != NULL ? "preview" : "stopped");
}

/* @error: NULL when there is a file. */
static void
end_writing (ClinicReportRun *self,
             const GError    *error)
{
  g_autoptr(ClinicReportWork) work = g_steal_pointer (&self->writing);
  g_autoptr(GFile) file = NULL;

  follow_work (self);

  if (error == NULL)
    file = g_file_new_for_path (clinic_report_work_get_path (work));

  if (file != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[WRITTEN], 0, file);
  else
    g_signal_emit (self, signals[FAILED], 0, error, FALSE);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Given) given = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicReportWork) work = clinic_worker_run_finish (NULL, result, &error);

  if (given->run->writing == given->work)
    end_writing (given->run, error);
}

static void
write_file (Given *given)
{
  clinic_worker_run_async (clinic_desk_get_archivist (given->desk), clinic_report_work_write,
                           g_object_ref (given->work), g_object_unref, g_object_unref,
                           clinic_report_work_get_cancellable (given->work), written_cb, given);
}

static gpointer
give_out (ClinicAct  *act,
          gpointer    photos,
          GError    **error)
{
  return GINT_TO_POINTER (clinic_photo_give_out_all (act, photos, error));
}

static void
given_out_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(Given) given = user_data;
  g_autoptr(GError) error = NULL;

  clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL, &error);

  if (given->run->writing != given->work)
    return;

  if (error != NULL)
    end_writing (given->run, error);
  else
    write_file (g_steal_pointer (&given));
}

/* Photos leave with the file only once that stands in the trail. */
static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Given) given = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) photos = clinic_worker_run_finish (NULL, result, &error);
  ClinicDesk *desk = given->desk;

  if (given->run->writing != given->work)
    return;

  if (photos == NULL)
    end_writing (given->run, error);
  else if (photos->len == 0)
    write_file (g_steal_pointer (&given));
  else
    clinic_desk_run_async (desk, give_out, g_array_ref (photos),
                           (GDestroyNotify) g_array_unref, NULL, given_out_cb,
                           g_steal_pointer (&given));
}

static gboolean
due_cb (gpointer user_data)
{
  ClinicReportRun *self = user_data;

  self->due_source = 0;
  g_signal_emit (self, signals[DUE], 0);

  return G_SOURCE_REMOVE;
}

static void
clinic_report_run_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ClinicReportRun *self = CLINIC_REPORT_RUN (object);

  switch ((Property) property_id)
    {
    case PROPERTY_OPEN:
      g_value_set_boolean (value, self->report != NULL);
      break;

    case PROPERTY_SUMMARY:
      g_value_set_string (value,
                          self->report != NULL ? clinic_report_get_summary (self->report) : "");
      break;

    case PROPERTY_STAGE:
      g_value_set_string (value, self->stage);
      break;

    case PROPERTY_MISSING:
      g_value_set_string (value, self->missing);
      break;

    case PROPERTY_BUSY:
      g_value_set_boolean (value, is_busy (self));
      break;

    case PROPERTY_EXPORTABLE:
      g_value_set_boolean (value, self->report != NULL && self->writing == NULL &&
                           self->missing == NULL);
      break;

    case PROPERTY_LATE:
      g_value_set_boolean (value, self->late);
      break;

    case PROPERTY_WORDS:
      g_value_set_string (value, self->writing != NULL ? _("Writing the file…")
                                                       : _("Making the report…"));
      break;

    case PROPERTY_FRACTION:
      g_value_set_double (value, self->fraction);
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_report_run_dispose (GObject *object)
{
  ClinicReportRun *self = CLINIC_REPORT_RUN (object);

  stop_making (self);

  if (self->writing != NULL)
    clinic_report_work_cancel (self->writing);

  g_clear_object (&self->writing);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_pointer (&self->report, clinic_report_free);
  g_clear_pointer (&self->missing, g_free);

  G_OBJECT_CLASS (clinic_report_run_parent_class)->dispose (object);
}

static void
clinic_report_run_class_init (ClinicReportRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = clinic_report_run_get_property;
  object_class->dispose = clinic_report_run_dispose;

  properties[PROPERTY_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE, flags);
  properties[PROPERTY_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  properties[PROPERTY_STAGE] = g_param_spec_string ("stage", NULL, NULL, NULL, flags);
  properties[PROPERTY_MISSING] = g_param_spec_string ("missing", NULL, NULL, NULL, flags);
  properties[PROPERTY_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROPERTY_EXPORTABLE] = g_param_spec_boolean ("exportable", NULL, NULL, FALSE, flags);
  properties[PROPERTY_LATE] = g_param_spec_boolean ("late", NULL, NULL, FALSE, flags);
  properties[PROPERTY_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, flags);
  properties[PROPERTY_FRACTION] =
    g_param_spec_double ("fraction", NULL, NULL, -1, 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[DUE] = g_signal_new ("due", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MADE] = g_signal_new ("made", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_PTR_ARRAY);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_ERROR, G_TYPE_BOOLEAN);
  signals[WRITTEN] = g_signal_new ("written", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_FILE);
}

static void
clinic_report_run_init (ClinicReportRun *self)
{
  self->stage = "loading";
}

ClinicReportRun *
clinic_report_run_new (void)
{
  return g_object_new (CLINIC_TYPE_REPORT_RUN, NULL);
}

void
clinic_report_run_take (ClinicReportRun *self,
                        ClinicReport    *report)
{
  g_autoptr(ClinicReport) before = NULL;

  g_return_if_fail (CLINIC_IS_REPORT_RUN (self));

  stop_making (self);
  before = self->report;
  self->report = report;
  set_missing (self, NULL);
  notify (self, PROPERTY_OPEN);

  if (report != NULL)
    {
      set_stage (self, "loading");
      notify (self, PROPERTY_SUMMARY);
    }

  follow_work (self);
}

ClinicReport *
clinic_report_run_get_report (ClinicReportRun *self)
{
  g_return_val_if_fail (CLINIC_IS_REPORT_RUN (self), NULL);

  return self->report;
}

void
clinic_report_run_queue (ClinicReportRun *self)
{
  g_return_if_fail (CLINIC_IS_REPORT_RUN (self));

  if (self->report == NULL)
    return;

  g_clear_handle_id (&self->due_source, g_source_remove);
  self->due_source = g_timeout_add (PAUSE_MS, due_cb, self);
}

void
clinic_report_run_make (ClinicReportRun *self,
                        ClinicDesk      *desk,
                        GHashTable      *values,
                        const char      *missing)
{
  g_return_if_fail (CLINIC_IS_REPORT_RUN (self) && self->report != NULL);

  stop_making (self);
  set_missing (self, missing);

  if (missing != NULL)
    {
      set_stage (self, "missing");
      follow_work (self);
      return;
    }

  self->making = clinic_report_work_new (clinic_report_get_name (self->report), values);

  if (g_strcmp0 (self->stage, "preview") != 0)
    set_stage (self, "loading");

  follow_work (self);
  clinic_worker_run_async (clinic_desk_get_archivist (desk), clinic_report_work_preview,
                           g_object_ref (self->making), g_object_unref,
                           (GDestroyNotify) g_ptr_array_unref,
                           clinic_report_work_get_cancellable (self->making), made_cb,
                           given_new (self, self->making, NULL));
}

void
clinic_report_run_write (ClinicReportRun *self,
                         ClinicDesk      *desk,
                         GHashTable      *values,
                         const char      *path,
                         const char      *sheet)
{
  ClinicStaff *actor = clinic_desk_get_actor (desk);
  ClinicClinic *clinic = clinic_desk_get_clinic (desk);

  g_return_if_fail (CLINIC_IS_REPORT_RUN (self) && self->report != NULL);
  g_return_if_fail (self->writing == NULL);

  self->writing = clinic_report_work_new (clinic_report_get_name (self->report), values);
  clinic_report_work_set_target (self->writing, path, sheet, actor != NULL ? actor->name : NULL,
                                 clinic != NULL ? clinic->name : NULL);
  follow_work (self);
  clinic_worker_run_async (clinic_desk_get_archivist (desk), clinic_report_work_prepare,
                           g_object_ref (self->writing), g_object_unref,
                           (GDestroyNotify) g_array_unref,
                           clinic_report_work_get_cancellable (self->writing), prepared_cb,
                           given_new (self, self->writing, desk));
}

gboolean
clinic_report_run_is_writing (ClinicReportRun *self)
{
  g_return_val_if_fail (CLINIC_IS_REPORT_RUN (self), FALSE);

  return self->writing != NULL;
}

void
clinic_report_run_cancel (ClinicReportRun *self)
{
  g_return_if_fail (CLINIC_IS_REPORT_RUN (self));

  if (self->writing != NULL)
    clinic_report_work_cancel (self->writing);
  else if (self->making != NULL)
    clinic_report_work_cancel (self->making);
}
