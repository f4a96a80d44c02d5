/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "clinic-choices.h"
#include "clinic-date.h"
#include "clinic-decision.h"
#include "clinic-goal.h"
#include "clinic-metric.h"
#include "clinic-progress-beside.h"
#include "clinic-store.h"
#include "clinic-track.h"

static void
clear_phase (gpointer data)
{
  g_free (((ClinicProgressPhase *) data)->name);
}

static void
clear_beside (gpointer data)
{
  ClinicProgressBeside *self = data;

  g_array_unref (self->courses);
  g_array_unref (self->phases);
  g_array_unref (self->given);
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_clear_pointer (&self->metrics, g_ptr_array_unref);
  g_clear_pointer (&self->tracks, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
}

ClinicProgressBeside *
clinic_progress_beside_ref (ClinicProgressBeside *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
clinic_progress_beside_unref (ClinicProgressBeside *self)
{
  g_atomic_rc_box_release_full (self, clear_beside);
}

static double
read_day (ClinicStatement *statement,
          const char      *column)
{
  const char *wall = clinic_statement_get_text (statement,
                                                clinic_statement_find_column (statement, column));
  g_autofree char *date = clinic_wall_dup_date (wall);

  return clinic_date_to_days (date);
}

static void
take_phase (ClinicProgressBeside *self,
            ClinicStatement      *statement)
{
  const char *name = clinic_statement_get_text (statement, 2);
  ClinicProgressPhase phase = {
    .course = clinic_statement_get_int (statement, 0),
    .since = read_day (statement, "since"),
    .until = read_day (statement, "until"),
    .name = name != NULL ? g_strdup (name)
                         : g_strdup_printf (_("Phase %d"),
                                            (int) clinic_statement_get_int (statement, 1)),
  };

  g_array_append_val (self->phases, phase);
}

static void
take_given (ClinicProgressBeside *self,
            ClinicStatement      *statement)
{
  static const char *const kinds[] = { "prp", "lllt" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      ClinicProgressGiven given = { read_day (statement, "since"), kinds[i] };

      if (clinic_statement_get_int (statement, 1 + i) == 1)
        g_array_append_val (self->given, given);
    }
}

static void
take_course (ClinicProgressBeside *self,
             ClinicStatement      *statement)
{
  gint64 course = clinic_statement_get_int (statement, 0);

  g_array_append_val (self->courses, course);
}

static gboolean
each (ClinicProgressBeside  *self,
      ClinicDb              *db,
      const char            *query,
      gint64                 patient,
      void (               * take )(ClinicProgressBeside                  *self,
                                    ClinicStatement                       *statement),
      GError               **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, query, error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, patient);

  while (clinic_statement_step (statement, &failure))
    take (self, statement);

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

static gboolean
read_goals (ClinicProgressBeside  *self,
            ClinicDb              *db,
            gint64                 patient,
            GError               **error)
{
  self->metrics = g_ptr_array_new_with_free_func (g_object_unref);
  self->goals = clinic_store_list_by (db, CLINIC_TYPE_GOAL, "patient_id", patient, error);

  for (guint i = 0; self->goals != NULL && i < self->goals->len; i++)
    {
      ClinicGoal *goal = self->goals->pdata[i];
      ClinicRecord *metric = clinic_store_find (db, CLINIC_TYPE_METRIC, goal->metric_id, error);

      if (metric == NULL)
        return FALSE;

      g_ptr_array_add (self->metrics, metric);
    }

  return self->goals != NULL;
}

static int
compare_tracks (gconstpointer a,
                gconstpointer b)
{
  const ClinicTrack *one = *(ClinicTrack *const *) a;
  const ClinicTrack *other = *(ClinicTrack *const *) b;

  return g_strcmp0 (one->since, other->since);
}

static int
compare_decisions (gconstpointer a,
                   gconstpointer b)
{
  const ClinicDecision *one = *(ClinicDecision *const *) a;
  const ClinicDecision *other = *(ClinicDecision *const *) b;

  return g_strcmp0 (one->decided_on, other->decided_on);
}

static gboolean
read_records (ClinicProgressBeside  *self,
              ClinicDb              *db,
              gint64                 patient,
              GError               **error)
{
  self->tracks = clinic_store_list_by (db, CLINIC_TYPE_TRACK, "patient_id", patient, error);

  if (self->tracks == NULL)
    return FALSE;

  self->decisions = clinic_store_list_by (db, CLINIC_TYPE_DECISION, "patient_id", patient, error);

  if (self->decisions == NULL)
    return FALSE;

  g_ptr_array_sort (self->tracks, compare_tracks);
  g_ptr_array_sort (self->decisions, compare_decisions);

  return read_goals (self, db, patient, error);
}

ClinicProgressBeside *
clinic_progress_beside_read (ClinicDb  *db,
                             gint64     patient,
                             GError   **error)
{
  g_autoptr(ClinicProgressBeside) self = g_atomic_rc_box_new0 (ClinicProgressBeside);

  self->courses = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->phases = g_array_new (FALSE, FALSE, sizeof (ClinicProgressPhase));
  g_array_set_clear_func (self->phases, clear_phase);
  self->given = g_array_new (FALSE, FALSE, sizeof (ClinicProgressGiven));

  if (!each (self, db, "report-patient-courses", patient, take_course, error) ||
      !each (self, db, "progress-phases", patient, take_phase, error) ||
      !each (self, db, "progress-beside", patient, take_given, error) ||
      !read_records (self, db, patient, error))
    return NULL;

  return g_steal_pointer (&self);
}

static gboolean
is_of (ClinicProgressBeside *self,
       gint64                number,
       gint64                course)
{
  return number <= 0 || (number <= self->courses->len &&
                         g_array_index (self->courses, gint64, number - 1) == course);
}

/* A phase goes on until the next one of its course begins. */
static void
add_phases (ClinicProgressBeside *self,
            gint64                course,
            ClinicGraph          *graph)
{
  for (guint i = 0; i < self->phases->len; i++)
    {
      const ClinicProgressPhase *phase = &g_array_index (self->phases, ClinicProgressPhase, i);
      double until = phase->until + 1;

      if (!is_of (self, course, phase->course))
        continue;

      for (guint next = i + 1; next < self->phases->len; next++)
        {
          const ClinicProgressPhase *other = &g_array_index (self->phases, ClinicProgressPhase,
                                                             next);

          if (other->course == phase->course)
            {
              until = other->since;
              break;
            }
        }

      clinic_graph_add_shade (graph, phase->since, until, phase->name);
    }
}

static void
add_decisions (ClinicProgressBeside *self,
               gint64                course,
               ClinicGraph          *graph)
{
  for (guint i = 0; i < self->decisions->len; i++)
    {
      ClinicDecision *decision = self->decisions->pdata[i];
      g_autofree char *words = NULL;

      if (!is_of (self, course, decision->course_id))
        continue;

      words = g_strdup_printf (_("Decision: %s"),
                               clinic_choice_label (clinic_decisions, decision->choice));
      clinic_graph_add_flag (graph, clinic_date_to_days (decision->decided_on), words);
    }

  graph->flag_name = g_strdup (_("Decision"));
}

/* What lies before all that is shown, or after it, takes no room below the chart. */
static gboolean
is_in_sight (ClinicGraph *graph,
             double       from,
             double       to)
{
  double first = INFINITY;
  double last = -INFINITY;

  for (guint i = 0; i < clinic_graph_n_points (graph); i++)
    {
      first = MIN (first, clinic_graph_get_point (graph, i)->at);
      last = MAX (last, clinic_graph_get_point (graph, i)->at);
    }

  for (guint i = 0; i < graph->marks->len; i++)
    {
      first = MIN (first, g_array_index (graph->marks, double, i));
      last = MAX (last, g_array_index (graph->marks, double, i));
    }

  return from <= last && to >= first;
}

void
clinic_progress_beside_add (ClinicProgressBeside *self,
                            gint64                course,
                            ClinicGraph          *graph)
{
  g_return_if_fail (self != NULL && graph != NULL);

  add_phases (self, course, graph);
  add_decisions (self, course, graph);

  for (guint i = 0; i < self->tracks->len; i++)
    {
      ClinicTrack *track = self->tracks->pdata[i];
      double since = clinic_date_to_days (track->since);
      double until = track->until != NULL ? clinic_date_to_days (track->until) : INFINITY;

      if (!is_in_sight (graph, since, until))
        continue;

      clinic_graph_add_track (graph, clinic_choice_label (clinic_track_kinds, track->kind),
                              track->detail, since, until);
    }

  for (guint i = 0; i < self->given->len; i++)
    {
      const ClinicProgressGiven *given = &g_array_index (self->given, ClinicProgressGiven, i);

      if (is_in_sight (graph, given->day, given->day))
        clinic_graph_add_track (graph, clinic_choice_label (clinic_track_kinds, given->kind), NULL,
                                given->day, given->day);
    }
}

gboolean
clinic_progress_beside_find_goal (ClinicProgressBeside *self,
                                  gint64                course,
                                  const char           *metric,
                                  const char           *zone,
                                  double               *value,
                                  gboolean             *higher)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->goals->len; i++)
    {
      ClinicGoal *goal = self->goals->pdata[i];
      ClinicMetric *measured = self->metrics->pdata[i];

      if (course <= 0 || !is_of (self, course, goal->course_id) ||
          g_strcmp0 (measured->name, metric) != 0 ||
          g_strcmp0 (goal->zone != NULL ? clinic_choice_label (clinic_zones, goal->zone) : NULL,
                     zone) != 0)
        continue;

      *value = goal->value / 1000.0;
      *higher = g_strcmp0 (measured->direction, "lower") != 0;

      return TRUE;
    }

  return FALSE;
}
