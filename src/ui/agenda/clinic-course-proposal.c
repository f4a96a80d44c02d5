/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-course-proposal.h"
#include "clinic-phase.h"
#include "clinic-planned-session.h"
#include "clinic-room.h"

static GHashTable *
copy_chosen (GHashTable *chosen)
{
  GHashTable *copy = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GHashTableIter iter;
  gpointer number;
  gpointer starts;

  if (chosen == NULL)
    return copy;

  g_hash_table_iter_init (&iter, chosen);

  while (g_hash_table_iter_next (&iter, &number, &starts))
    g_hash_table_insert (copy, number, g_strdup (starts));

  return copy;
}

ClinicCourseQuestion *
clinic_course_question_new (const ClinicCourseRequest *request,
                            GHashTable                *chosen)
{
  ClinicCourseQuestion *self = g_new0 (ClinicCourseQuestion, 1);

  self->request = *request;
  self->request.goal = g_strdup (request->goal);
  self->request.first = g_strdup (request->first);
  self->request.time = g_strdup (request->time);
  self->chosen = copy_chosen (chosen);

  return self;
}

void
clinic_course_question_free (ClinicCourseQuestion *self)
{
  if (self == NULL)
    return;

  g_free ((char *) self->request.goal);
  g_free ((char *) self->request.first);
  g_free ((char *) self->request.time);
  g_hash_table_unref (self->chosen);
  g_free (self);
}

void
clinic_course_proposal_free (ClinicCourseProposal *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->plan, clinic_course_plan_free);
  g_clear_pointer (&self->phases, g_hash_table_unref);
  g_clear_pointer (&self->rooms, g_hash_table_unref);
  g_free (self);
}

/* Everything that was settled by a person, put back into a new plan; the last of it plans the
 * rest. */
static gboolean
choose_all (ClinicDb          *db,
            ClinicCoursePlan  *plan,
            GHashTable        *chosen,
            GError           **error)
{
  GHashTableIter iter;
  gpointer number = NULL;
  gpointer starts = NULL;
  guint last = 0;

  g_hash_table_iter_init (&iter, chosen);

  while (g_hash_table_iter_next (&iter, &number, &starts))
    {
      if (GPOINTER_TO_UINT (number) > plan->sessions->len)
        continue;

      last = GPOINTER_TO_UINT (number);
      g_hash_table_insert (plan->chosen, number, g_strdup (starts));
    }

  return last == 0 ||
         clinic_course_plan_choose (db, plan, last,
                                    g_hash_table_lookup (chosen, GUINT_TO_POINTER (last)), error);
}

static GHashTable *
load_names (ClinicDb    *db,
            GType        type,
            const char  *column,
            gint64       id,
            GError     **error)
{
  g_autoptr(GPtrArray) records = clinic_store_list_by (db, type, column, id, error);
  GHashTable *names;

  if (records == NULL)
    return NULL;

  names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < records->len; i++)
    {
      gint64 key = clinic_record_get_id (records->pdata[i]);
      char *name = NULL;

      g_object_get (records->pdata[i], "name", &name, NULL);
      g_hash_table_insert (names, g_memdup2 (&key, sizeof key), name);
    }

  return names;
}

ClinicCourseProposal *
clinic_course_propose (ClinicDb                    *db,
                       const ClinicCourseQuestion  *question,
                       GError                     **error)
{
  g_autoptr(ClinicCourseProposal) self = g_new0 (ClinicCourseProposal, 1);

  self->plan = clinic_course_plan (db, &question->request, error);

  if (self->plan == NULL || !choose_all (db, self->plan, question->chosen, error))
    return NULL;

  if (question->settle && !clinic_course_plan_settle (db, self->plan, error))
    return NULL;

  self->phases = load_names (db, CLINIC_TYPE_PHASE, "protocol_id", question->request.protocol,
                             error);

  if (self->phases == NULL)
    return NULL;

  self->rooms = load_names (db, CLINIC_TYPE_ROOM, NULL, 0, error);

  return self->rooms != NULL ? g_steal_pointer (&self) : NULL;
}

static char *
join_alternatives (GPtrArray *slots)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < slots->len; i++)
    {
      ClinicSlot *slot = slots->pdata[i];

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", slot->starts);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

GPtrArray *
clinic_course_proposal_list (ClinicCourseProposal *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->plan->sessions->len; i++)
    {
      ClinicPlanned *planned = self->plan->sessions->pdata[i];
      g_autofree char *alternatives = join_alternatives (planned->alternatives);
      ClinicRecord *session;

      session = g_object_new (CLINIC_TYPE_PLANNED_SESSION,
                              "number", (gint64) planned->number,
                              "starts", planned->starts,
                              "ends", planned->ends,
                              "phase", g_hash_table_lookup (self->phases, &planned->phase),
                              "days", i > 0 ? planned->days : CLINIC_UNKNOWN,
                              "min-days", planned->min_days,
                              "max-days", planned->max_days,
                              "room", g_hash_table_lookup (self->rooms, &planned->room),
                              "words", planned->words,
                              "note", planned->note,
                              "alternatives", alternatives,
                              NULL);
      clinic_record_set_id (session, planned->number);
      g_ptr_array_add (list, session);
    }

  return list;
}

gboolean
clinic_course_proposal_take (ClinicCourseProposal      *self,
                             const ClinicCourseRequest *request)
{
  ClinicCourseRequest *planned = &self->plan->request;

  g_free ((char *) planned->goal);
  planned->goal = g_strdup (request->goal);
  planned->diagnosis = request->diagnosis;
  planned->cocktail = request->cocktail;

  return request->patient == planned->patient && request->protocol == planned->protocol &&
         request->practitioner == planned->practitioner && request->room == planned->room &&
         request->weekdays == planned->weekdays &&
         g_strcmp0 (request->first, planned->first) == 0 &&
         g_strcmp0 (request->time, planned->time) == 0;
}
