/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is loaded and planned for a course, and booking it. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-course-draft-private.h"
#include "clinic-locale.h"

static void
cancel (ClinicCourseDraft *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Sessions that stay are the same objects, so that their rows stay too, and with them the
 * keyboard. */
static void
show_sessions (ClinicCourseDraft *self)
{
  g_autoptr(GPtrArray) list = clinic_course_proposal_list (self->proposal);
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->sessions));
  guint n_same = MIN (n_shown, list->len);

  for (guint i = 0; i < n_same; i++)
    {
      g_autoptr(ClinicRecord) shown = g_list_model_get_item (G_LIST_MODEL (self->sessions), i);

      clinic_record_assign (shown, list->pdata[i]);
    }

  if (n_shown != list->len)
    g_list_store_splice (self->sessions, n_same, n_shown - n_same, list->pdata + n_same,
                         list->len - n_same);

  g_object_notify (G_OBJECT (self), "sessions");
}

/* What the plan has settled is what the next question begins with. */
static void
take_chosen (ClinicCourseDraft *self)
{
  GHashTableIter iter;
  gpointer number;
  gpointer starts;

  g_hash_table_remove_all (self->chosen);
  g_hash_table_iter_init (&iter, self->proposal->plan->chosen);

  while (g_hash_table_iter_next (&iter, &number, &starts))
    g_hash_table_insert (self->chosen, number, g_strdup (starts));
}

static gpointer
plan_course (ClinicDb  *db,
             gpointer   data,
             GError   **error)
{
  return clinic_course_propose (db, data, error);
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ClinicCourseDraft) self = user_data;
  g_autoptr(ClinicCourseProposal) proposal = NULL;
  g_autoptr(GError) error = NULL;

  proposal = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);

  if (self->desk == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);

  if (proposal != NULL)
    {
      g_clear_pointer (&self->proposal, clinic_course_proposal_free);
      self->proposal = g_steal_pointer (&proposal);
      take_chosen (self);
      show_sessions (self);
    }

  clinic_course_draft_tell (self);
  g_signal_emit_by_name (self, "planned", error);
}

static gpointer
load_options (ClinicDb  *db,
              gpointer   data,
              GError   **error)
{
  return clinic_course_options_load (db, *(gint64 *) data, error);
}

static void
options_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(ClinicCourseDraft) self = user_data;
  g_autoptr(ClinicCourseOptions) options = NULL;
  g_autoptr(GError) error = NULL;

  options = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);

  if (self->desk == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);

  if (options == NULL)
    {
      clinic_course_draft_tell (self);
      g_signal_emit_by_name (self, "planned", error);
      return;
    }

  g_set_object (&self->patient, options->patient);
  self->asking = FALSE;
  self->unplannable = options->protocols->len == 0;
  clinic_course_draft_tell (self);
  g_signal_emit_by_name (self, "loaded", options);
}

static void
tell_booked (ClinicCourseDraft *self,
             gint64             operation)
{
  guint n_sessions = self->proposal->plan->sessions->len;
  g_autofree char *name = clinic_locale_full_name (self->patient->given_name,
                                                   self->patient->family_name);
  g_autofree char *words = g_strdup_printf (ngettext ("%u session booked for %s",
                                                      "%u sessions booked for %s", n_sessions),
                                            n_sessions, name);

  g_signal_emit_by_name (self, "booked", words, operation);
}

static void
booked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinicCourseDraft) self = user_data;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree gint64 *course = NULL;
  gint64 operation = 0;

  course = clinic_desk_run_finish (CLINIC_DESK (source), result, &findings, &operation, &error);
  self->proposal = g_steal_pointer (&self->order->proposal);
  g_clear_pointer (&self->order, clinic_course_order_unref);

  if (self->desk == NULL)
    return;

  take_chosen (self);

  if (course != NULL)
    {
      tell_booked (self, operation);
      return;
    }

  show_sessions (self);
  clinic_course_draft_tell (self);
  g_signal_emit_by_name (self, "refused", error, findings);
}

void
clinic_course_draft_begin (ClinicCourseDraft *self,
                           ClinicDesk        *desk,
                           gint64             patient)
{
  g_return_if_fail (CLINIC_IS_COURSE_DRAFT (self) && self->desk == NULL && CLINIC_IS_DESK (desk));

  self->desk = g_object_ref (desk);
  self->asking = patient == 0;
  clinic_course_draft_tell (self);

  if (patient != 0)
    clinic_course_draft_load (self, patient);
}

void
clinic_course_draft_stop (ClinicCourseDraft *self)
{
  g_return_if_fail (CLINIC_IS_COURSE_DRAFT (self));

  cancel (self);
  g_clear_object (&self->desk);
}

void
clinic_course_draft_load (ClinicCourseDraft *self,
                          gint64             patient)
{
  g_return_if_fail (CLINIC_IS_COURSE_DRAFT (self) && self->desk != NULL);

  cancel (self);
  self->cancellable = g_cancellable_new ();
  clinic_course_draft_tell (self);
  clinic_worker_run_async (clinic_desk_get_reader (self->desk), load_options,
                           g_memdup2 (&patient, sizeof patient), g_free,
                           (GDestroyNotify) clinic_course_options_free, self->cancellable,
                           options_loaded_cb, g_object_ref (self));
}

void
clinic_course_draft_take_patient (ClinicCourseDraft *self,
                                  ClinicPatient     *patient)
{
  g_return_if_fail (CLINIC_IS_COURSE_DRAFT (self));

  if (patient != NULL)
    clinic_course_draft_load (self, clinic_record_get_id (CLINIC_RECORD (patient)));
}

gint64
clinic_course_draft_get_patient (ClinicCourseDraft *self)
{
  g_return_val_if_fail (CLINIC_IS_COURSE_DRAFT (self), 0);

  return self->patient != NULL ? clinic_record_get_id (CLINIC_RECORD (self->patient)) : 0;
}

void
clinic_course_draft_plan (ClinicCourseDraft         *self,
                          const ClinicCourseRequest *request,
                          ClinicCoursePlanning       how)
{
  ClinicCourseQuestion *question;

  g_return_if_fail (clinic_course_draft_can_plan (self) && request != NULL);

  if (how == CLINIC_COURSE_ANEW)
    g_hash_table_remove_all (self->chosen);

  question = clinic_course_question_new (request, self->chosen);
  question->settle = how == CLINIC_COURSE_NEAREST;
  cancel (self);
  self->cancellable = g_cancellable_new ();
  g_signal_emit_by_name (self, "planning");
  clinic_course_draft_tell (self);
  clinic_worker_run_async (clinic_desk_get_reader (self->desk), plan_course, question,
                           (GDestroyNotify) clinic_course_question_free,
                           (GDestroyNotify) clinic_course_proposal_free, self->cancellable,
                           planned_cb, g_object_ref (self));
}

void
clinic_course_draft_choose (ClinicCourseDraft *self,
                            guint              number,
                            const char        *starts)
{
  g_autoptr(GObject) session = NULL;

  g_return_if_fail (CLINIC_IS_COURSE_DRAFT (self) && number > 0 && starts != NULL);

  g_hash_table_insert (self->chosen, GUINT_TO_POINTER (number), g_strdup (starts));
  session = g_list_model_get_item (G_LIST_MODEL (self->sessions), number - 1);

  if (session != NULL)
    g_object_set (session, "starts", starts, NULL);
}

gboolean
clinic_course_draft_book (ClinicCourseDraft         *self,
                          const ClinicCourseRequest *request,
                          GHashTable                *reasons)
{
  g_return_val_if_fail (clinic_course_draft_can_plan (self) && self->proposal != NULL, FALSE);

  if (!clinic_course_proposal_take (self->proposal, request))
    return FALSE;

  self->order = clinic_course_order_new (g_steal_pointer (&self->proposal), reasons);
  clinic_course_draft_tell (self);
  clinic_desk_run_async (self->desk, clinic_course_order_run,
                         g_atomic_rc_box_acquire (self->order), clinic_course_order_unref, g_free,
                         booked_cb, g_object_ref (self));

  return TRUE;
}
