/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-chart-draft.h"
#include "clinic-chart-keeper.h"

/* Milliseconds: a timer of whole seconds may come almost one late. */
#define DELAY 1000
#define DELAY_AFTER_FAILURE 3000

struct _ClinicChartKeeper
{
  GObject parent_instance;

  ClinicDesk       *desk;
  ClinicChartModel *model;
  guint             timeout;
  gboolean          dropped;        /* nothing is to be kept until something more is typed */
};

enum
{
  KEPT,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicChartKeeper, clinic_chart_keeper, G_TYPE_OBJECT)

static gpointer
save_draft (ClinicAct  *act,
            gpointer    data,
            GError    **error)
{
  return GINT_TO_POINTER (clinic_chart_draft_save (act, data, error));
}

static void
draft_saved_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(ClinicChartKeeper) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *now = NULL;

  if (clinic_desk_run_finish (self->desk, result, NULL, NULL, &error) == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }

  now = clinic_desk_dup_now (self->desk);
  g_signal_emit (self, signals[KEPT], 0, now);
}

static gboolean
timeout_cb (gpointer user_data)
{
  ClinicChartKeeper *self = user_data;

  self->timeout = 0;
  clinic_desk_run_async (self->desk, save_draft, clinic_chart_model_dup_chart (self->model),
                         (GDestroyNotify) clinic_chart_free, NULL, draft_saved_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
model_touched_cb (ClinicChartKeeper *self)
{
  self->dropped = FALSE;

  if (self->timeout == 0)
    self->timeout = g_timeout_add (DELAY, timeout_cb, self);
}

/* The disk may have room again, or the file be free: tried until it is kept. */
static void
failed_cb (ClinicChartKeeper *self,
           const GError      *error)
{
  if (self->timeout == 0 && !self->dropped &&
      g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE))
    self->timeout = g_timeout_add (DELAY_AFTER_FAILURE, timeout_cb, self);
}

static void
clinic_chart_keeper_dispose (GObject *object)
{
  ClinicChartKeeper *self = CLINIC_CHART_KEEPER (object);

  clinic_chart_keeper_drop (self);
  G_OBJECT_CLASS (clinic_chart_keeper_parent_class)->dispose (object);
}

static void
clinic_chart_keeper_finalize (GObject *object)
{
  ClinicChartKeeper *self = CLINIC_CHART_KEEPER (object);

  g_clear_object (&self->model);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (clinic_chart_keeper_parent_class)->finalize (object);
}

static void
clinic_chart_keeper_class_init (ClinicChartKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = clinic_chart_keeper_dispose;
  object_class->finalize = clinic_chart_keeper_finalize;

  signals[KEPT] = g_signal_new ("kept", CLINIC_TYPE_CHART_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", CLINIC_TYPE_CHART_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
clinic_chart_keeper_init (ClinicChartKeeper *self)
{
}

ClinicChartKeeper *
clinic_chart_keeper_new (ClinicDesk       *desk,
                         ClinicChartModel *model)
{
  ClinicChartKeeper *self = g_object_new (CLINIC_TYPE_CHART_KEEPER, NULL);

  self->desk = g_object_ref (desk);
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "touched", G_CALLBACK (model_touched_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "failed", G_CALLBACK (failed_cb), NULL);

  return self;
}

void
clinic_chart_keeper_flush (ClinicChartKeeper *self)
{
  g_return_if_fail (CLINIC_IS_CHART_KEEPER (self));

  if (self->timeout == 0)
    return;

  g_source_remove (self->timeout);
  timeout_cb (self);
}

void
clinic_chart_keeper_drop (ClinicChartKeeper *self)
{
  g_return_if_fail (CLINIC_IS_CHART_KEEPER (self));

  self->dropped = TRUE;
  g_clear_handle_id (&self->timeout, g_source_remove);
}
