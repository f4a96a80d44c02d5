/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-worker.h"

/* So long nobody must have asked for anything before the log is taken into the file. */
#define IDLE_MICROSECONDS (G_USEC_PER_SEC / 5)

struct _ClinicWorker
{
  GObject parent_instance;

  GThread     *thread;
  GAsyncQueue *jobs;
};

typedef struct
{
  ClinicWorkFunc func;
  gpointer       data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
} Job;

typedef struct
{
  ClinicDb    *db;
  GAsyncQueue *jobs;
} Context;

/* Its address in the queue ends the thread. */
static char end_of_jobs;

G_DEFINE_FINAL_TYPE (ClinicWorker, clinic_worker, G_TYPE_OBJECT)

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->free_data != NULL)
    job->free_data (job->data);

  g_free (job);
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      data)
{
  clinic_db_interrupt (data);
}

static void
job_run (GTask    *task,
         ClinicDb *db)
{
  Job *job = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;
  gulong handler = 0;
  gpointer result;

  if (g_task_return_error_if_cancelled (task))
    return;

  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), db, NULL);

  result = job->func (db, job->data, &error);

  /* Waits for a handler that runs: no interruption reaches the next job. */
  g_cancellable_disconnect (cancellable, handler);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, job->free_result);
}

static gpointer
next_job (Context *context)
{
  gpointer job = g_async_queue_timeout_pop (context->jobs, IDLE_MICROSECONDS);

  if (job != NULL)
    return job;

  clinic_db_checkpoint (context->db);

  return g_async_queue_pop (context->jobs);
}

static gpointer
worker_thread (gpointer data)
{
  g_autofree Context *context = data;
  gpointer job;

  while ((job = next_job (context)) != &end_of_jobs)
    {
      g_autoptr(GTask) task = job;

      job_run (task, context->db);
    }

  clinic_db_checkpoint (context->db);
  clinic_db_close (context->db);
  g_async_queue_unref (context->jobs);

  return NULL;
}

static void
clinic_worker_finalize (GObject *object)
{
  ClinicWorker *self = CLINIC_WORKER (object);

  if (self->thread != NULL)
    {
      g_async_queue_push (self->jobs, &end_of_jobs);
      g_thread_join (self->thread);
    }

  g_async_queue_unref (self->jobs);

  G_OBJECT_CLASS (clinic_worker_parent_class)->finalize (object);
}

static void
clinic_worker_class_init (ClinicWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clinic_worker_finalize;
}

static void
clinic_worker_init (ClinicWorker *self)
{
  self->jobs = g_async_queue_new ();
}

ClinicWorker *
clinic_worker_new (ClinicDb *db)
{
  ClinicWorker *self = g_object_new (CLINIC_TYPE_WORKER, NULL);
  Context *context = g_new0 (Context, 1);

  g_return_val_if_fail (db != NULL, NULL);

  context->db = db;
  context->jobs = g_async_queue_ref (self->jobs);
  self->thread = g_thread_new ("clinic-worker", worker_thread, context);

  return self;
}

void
clinic_worker_run_async (ClinicWorker        *self,
                         ClinicWorkFunc       func,
                         gpointer             data,
                         GDestroyNotify       free_data,
                         GDestroyNotify       free_result,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  /* The worker is not the task's source: its last reference must not go on its own thread. */
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (CLINIC_IS_WORKER (self));
  g_return_if_fail (func != NULL);

  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->free_result = free_result;

  g_task_set_source_tag (task, clinic_worker_run_async);
  g_task_set_task_data (task, job, job_free);
  g_async_queue_push (self->jobs, task);
}

gpointer
clinic_worker_run_finish (ClinicWorker  *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
