/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-chart-draft.h"
#include "clinic-chart-shelf.h"

/* Milliseconds: a timer of whole seconds may come almost one late. */
#define DELAY 1000
/* As many of these are waited after a failure. */
#define PAUSE 3

struct _ClinicChartKeeper
{
  GObject parent_instance;

  ClinicDesk       *desk;
  ClinicChartModel *model;
  guint             timeout;
  guint64           typed;          /* how often something was typed */
  guint64           sent;           /* how much of that was sent to be written */
  guint64           kept;           /* how much is on the disk, or was given up */
  guint             n_writing;
  guint             pause;          /* so often the timer comes before the next attempt */
  GError           *trouble;        /* NULL: none that is known of */
};

/* One writing under way. */
typedef struct
{
  ClinicChartKeeper *keeper;
  guint64            typed;
} Writing;

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
writing_free (Writing *self)
{
  g_object_unref (self->keeper);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

/* On the shelf stands what is not kept, and nothing else. */
static void
update_shelf (ClinicChartKeeper *self)
{
  ClinicChartShelf *shelf = clinic_chart_shelf_get (self->desk);

  if (clinic_chart_keeper_is_kept (self))
    clinic_chart_shelf_remove (shelf, self);
  else
    clinic_chart_shelf_add (shelf, self);
}

static void
take_failure (ClinicChartKeeper *self,
              const GError      *error)
{
  g_clear_error (&self->trouble);
  self->trouble = g_error_copy (error);
  self->pause = PAUSE;
  clinic_chart_shelf_tell (clinic_chart_shelf_get (self->desk));
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
take_success (ClinicChartKeeper *self)
{
  g_autofree char *now = clinic_desk_dup_now (self->desk);

  g_clear_error (&self->trouble);
  update_shelf (self);
  g_signal_emit (self, signals[KEPT], 0, now);
}

static void
draft_saved_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(Writing) writing = user_data;
  ClinicChartKeeper *self = writing->keeper;
  g_autoptr(GError) error = NULL;

  clinic_desk_run_finish (self->desk, result, NULL, NULL, &error);
  self->n_writing--;

  /* Given up meanwhile. */
  if (self->kept >= writing->typed)
    return;

  if (error != NULL)
    {
      take_failure (self, error);
      return;
    }

  self->kept = writing->typed;
  take_success (self);
}

static void
write_draft (ClinicChartKeeper *self)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->keeper = g_object_ref (self);
  writing->typed = self->sent = self->typed;
  self->n_writing++;
  clinic_desk_run_async (self->desk, save_draft, clinic_chart_model_dup_chart (self->model),
                         (GDestroyNotify) clinic_chart_free, NULL, draft_saved_cb, writing);
}

/* The disk may have room again, or the file be free: tried until it is kept. What somebody else
 * forbids is left until something more is typed, or it is asked for. */
static gboolean
is_due (ClinicChartKeeper *self)
{
  if (self->pause > 0)
    {
      self->pause--;
      return FALSE;
    }

  return self->n_writing == 0 &&
         (self->sent != self->typed ||
          g_error_matches (self->trouble, CLINIC_ERROR, CLINIC_ERROR_DATABASE));
}

static gboolean
timeout_cb (gpointer user_data)
{
  ClinicChartKeeper *self = user_data;

  if (clinic_chart_keeper_is_kept (self))
    {
      self->timeout = 0;
      return G_SOURCE_REMOVE;
    }

  if (is_due (self))
    write_draft (self);

  return G_SOURCE_CONTINUE;
}

static void
model_touched_cb (ClinicChartKeeper *self)
{
  self->typed++;
  update_shelf (self);

  if (self->timeout == 0)
    self->timeout = g_timeout_add (DELAY, timeout_cb, self);
}

static void
clinic_chart_keeper_dispose (GObject *object)
{
  ClinicChartKeeper *self = CLINIC_CHART_KEEPER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  G_OBJECT_CLASS (clinic_chart_keeper_parent_class)->dispose (object);
}

static void
clinic_chart_keeper_finalize (GObject *object)
{
  ClinicChartKeeper *self = CLINIC_CHART_KEEPER (object);

  g_clear_error (&self->trouble);
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

  return self;
}

ClinicChartModel *
clinic_chart_keeper_get_model (ClinicChartKeeper *self)
{
  g_return_val_if_fail (CLINIC_IS_CHART_KEEPER (self), NULL);

  return self->model;
}

gboolean
clinic_chart_keeper_is_kept (ClinicChartKeeper *self)
{
  g_return_val_if_fail (CLINIC_IS_CHART_KEEPER (self), TRUE);

  return self->kept == self->typed;
}

const GError *
clinic_chart_keeper_get_trouble (ClinicChartKeeper *self)
{
  g_return_val_if_fail (CLINIC_IS_CHART_KEEPER (self), NULL);

  return self->trouble;
}

void
clinic_chart_keeper_flush (ClinicChartKeeper *self)
{
  g_return_if_fail (CLINIC_IS_CHART_KEEPER (self));

  if (clinic_chart_keeper_is_kept (self) || (self->n_writing > 0 && self->sent == self->typed))
    return;

  self->pause = 0;
  write_draft (self);
}

void
clinic_chart_keeper_drop (ClinicChartKeeper *self)
{
  g_return_if_fail (CLINIC_IS_CHART_KEEPER (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_error (&self->trouble);
  self->kept = self->sent = self->typed;
  update_shelf (self);
}
