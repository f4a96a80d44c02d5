/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-bar.h"
#include "clinic-chart-checker.h"
#include "clinic-finding.h"

#define DELAY 150       /* ms */

struct _ClinicChartChecker
{
  GObject parent_instance;

  ClinicDesk       *desk;
  ClinicChartModel *model;
  GCancellable     *cancellable;        /* of the check under way; NULL: none */
  guint             timeout;
};

typedef struct
{
  ClinicChart *chart;
  gint64       actor;
  gboolean     propose;
  gboolean     closed;      /* nothing can be changed any more: what is found is only said */
} Question;

typedef struct
{
  GPtrArray *draws;         /* NULL: not to be proposed */
  GPtrArray *findings;
  GArray    *doses;
} Answer;

enum
{
  CHECKED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicChartChecker, clinic_chart_checker, G_TYPE_OBJECT)

static void
question_free (gpointer data)
{
  Question *self = data;

  clinic_chart_free (self->chart);
  g_free (self);
}

static void
answer_free (gpointer data)
{
  Answer *self = data;

  g_clear_pointer (&self->draws, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->doses, g_array_unref);
  g_free (self);
}

static ClinicFinding *
find_accepted (GPtrArray     *accepted,
               ClinicFinding *finding)
{
  for (guint i = 0; i < accepted->len; i++)
    {
      ClinicFinding *other = accepted->pdata[i];

      if (g_strcmp0 (other->rule, finding->rule) == 0 &&
          g_strcmp0 (other->message, finding->message) == 0 &&
          g_strcmp0 (other->severity, finding->severity) == 0)
        return other;
    }

  return NULL;
}

/* What was accepted for this session before needs no other reason: it is only said again. */
static gboolean
soften_accepted (ClinicDb     *db,
                 ClinicChart  *chart,
                 GPtrArray    *findings,
                 gboolean      closed,
                 GError      **error)
{
  g_autoptr(GPtrArray) accepted = clinic_store_list_by (db, CLINIC_TYPE_FINDING, "session_id",
                                                        clinic_record_get_id (CLINIC_RECORD (chart->session)), error);

  if (accepted == NULL)
    return FALSE;

  for (guint i = 0; i < findings->len; i++)
    {
      ClinicFinding *before = find_accepted (accepted, findings->pdata[i]);
      g_autofree char *message = NULL;

      if (closed)
        g_object_set (findings->pdata[i], "severity", "note", NULL);

      if (before == NULL)
        continue;

      /* Translators: what a rule objects to, and why somebody went on. */
      message = g_strdup_printf (_("%s Accepted: %s"), before->message, before->reason);
      g_object_set (findings->pdata[i], "severity", "note", "message", message, NULL);
    }

  return TRUE;
}

static gpointer
ask_rules (ClinicDb  *db,
           gpointer   data,
           GError   **error)
{
  Question *question = data;
  Answer *answer = g_new0 (Answer, 1);

  if ((!question->propose || clinic_chart_propose_draws (db, question->chart, error)) &&
      (answer->findings = clinic_chart_check (db, question->chart, error)) != NULL &&
      soften_accepted (db, question->chart, answer->findings, question->closed, error) &&
      (question->actor == 0 || clinic_chart_bar (db, question->actor, answer->findings, error)) &&
      (answer->doses = clinic_chart_list_doses (db, question->chart, error)) != NULL)
    {
      if (question->propose)
        answer->draws = g_ptr_array_ref (question->chart->draws);

      return answer;
    }

  answer_free (answer);

  return NULL;
}

static void
rules_asked_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(ClinicChartChecker) self = user_data;
  g_autoptr(GError) error = NULL;
  Answer *answer = clinic_worker_run_finish (clinic_desk_get_reader (self->desk), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      g_clear_pointer (&answer, answer_free);
      return;
    }

  g_clear_object (&self->cancellable);

  if (answer == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }

  if (answer->draws != NULL)
    clinic_chart_model_take_draws (self->model, answer->draws);

  g_signal_emit (self, signals[CHECKED], 0, answer->findings, answer->doses);
  answer_free (answer);
}

static gboolean
timeout_cb (gpointer user_data)
{
  ClinicChartChecker *self = user_data;

  self->timeout = 0;
  clinic_chart_checker_start (self);

  return G_SOURCE_REMOVE;
}

static void
model_edited_cb (ClinicChartChecker *self)
{
  clinic_chart_checker_cancel (self);
  self->timeout = g_timeout_add (DELAY, timeout_cb, self);
}

static void
clinic_chart_checker_dispose (GObject *object)
{
  clinic_chart_checker_cancel (CLINIC_CHART_CHECKER (object));
  G_OBJECT_CLASS (clinic_chart_checker_parent_class)->dispose (object);
}

static void
clinic_chart_checker_finalize (GObject *object)
{
  ClinicChartChecker *self = CLINIC_CHART_CHECKER (object);

  g_clear_object (&self->model);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (clinic_chart_checker_parent_class)->finalize (object);
}

static void
clinic_chart_checker_class_init (ClinicChartCheckerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = clinic_chart_checker_dispose;
  object_class->finalize = clinic_chart_checker_finalize;

  signals[CHECKED] = g_signal_new ("checked", CLINIC_TYPE_CHART_CHECKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_PTR_ARRAY, G_TYPE_ARRAY);
  signals[FAILED] = g_signal_new ("failed", CLINIC_TYPE_CHART_CHECKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
clinic_chart_checker_init (ClinicChartChecker *self)
{
}

ClinicChartChecker *
clinic_chart_checker_new (ClinicDesk       *desk,
                          ClinicChartModel *model)
{
  ClinicChartChecker *self = g_object_new (CLINIC_TYPE_CHART_CHECKER, NULL);

  self->desk = g_object_ref (desk);
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "edited", G_CALLBACK (model_edited_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
clinic_chart_checker_start (ClinicChartChecker *self)
{
  ClinicStaff *actor;
  Question *question;

  g_return_if_fail (CLINIC_IS_CHART_CHECKER (self));

  clinic_chart_checker_cancel (self);
  question = g_new0 (Question, 1);
  question->chart = clinic_chart_model_dup_chart (self->model);
  actor = clinic_desk_get_actor (self->desk);
  question->actor = actor != NULL ? clinic_record_get_id (CLINIC_RECORD (actor)) : 0;
  question->propose = clinic_chart_model_get_editable (self->model) &&
                      clinic_chart_model_lots_follow (self->model);
  question->closed = !clinic_chart_model_get_editable (self->model);
  self->cancellable = g_cancellable_new ();
  clinic_worker_run_async (clinic_desk_get_reader (self->desk), ask_rules, question, question_free,
                           answer_free, self->cancellable, rules_asked_cb, g_object_ref (self));
}

gboolean
clinic_chart_checker_is_pending (ClinicChartChecker *self)
{
  g_return_val_if_fail (CLINIC_IS_CHART_CHECKER (self), FALSE);

  return self->timeout != 0 || self->cancellable != NULL;
}

void
clinic_chart_checker_cancel (ClinicChartChecker *self)
{
  g_return_if_fail (CLINIC_IS_CHART_CHECKER (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}
