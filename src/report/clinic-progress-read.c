/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "clinic-progress.h"

/* An injected cocktail: which, in which session of which course. */
typedef struct
{
  guint32 course;
  guint32 cocktail;
  gint64  session;
} Injected;

/* What is at work while rows come in. */
typedef struct
{
  ClinicProgress      *progress;
  ClinicReportRun     *run;
  ClinicProgressNames *names;
  GArray              *readings;      /* of the course at hand */
  gint64               owner;         /* its id */
  GArray              *injected;
  GHashTable          *zones;
  gint32               from;
  gint32               to;
} Work;

static guint
find_name (ClinicProgressNames *names,
           gint64               id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (names->numbers, &id));
}

static void
add_name (ClinicProgressNames *names,
          gint64               id,
          const char          *name)
{
  g_hash_table_insert (names->numbers, g_memdup2 (&id, sizeof id),
                       GUINT_TO_POINTER (names->names->len));
  g_ptr_array_add (names->names, g_strdup (name));
}

/* Rows come in the order of ids, and a reader on the fast path asks by column number. */
static gboolean
take_name (ClinicStatement  *statement,
           gpointer          data,
           GError          **error)
{
  add_name (((Work *) data)->names, clinic_statement_get_int (statement, 0),
            clinic_statement_get_text (statement, 1));

  return TRUE;
}

static gboolean
take_metric (ClinicStatement  *statement,
             gpointer          data,
             GError          **error)
{
  ClinicProgress *progress = ((Work *) data)->progress;
  const char *direction = clinic_row_text (statement, "direction");
  gint64 decimals = clinic_row_number (statement, "decimals");
  ClinicProgressMetric metric = {
    .name = g_strdup (clinic_row_text (statement, "name")), .code = g_strdup (clinic_row_text (statement, "code")),
    .unit = clinic_reading_dup_unit (clinic_row_text (statement, "unit")),
    .error_percent = clinic_row_number (statement, "error_percent"),
    .error_absolute = clinic_row_number (statement, "error_absolute"),
    .direction = strcmp (direction, "higher") == 0 ? 1 : strcmp (direction, "lower") == 0 ? -1 : 0,
    .decimals = decimals != CLINIC_NULL ? CLAMP (decimals, 0, 3) : 1,
  };

  add_name (&progress->metrics, clinic_row_number (statement, "id"), metric.name);
  g_array_append_val (progress->kinds, metric);

  return TRUE;
}

static gboolean
is_wanted (Work                        *work,
           const ClinicProgressCourse  *course)
{
  static const char * const filters[] = { "cocktail", "diagnosis", "protocol" };
  ClinicProgress *progress = work->progress;
  ClinicProgressNames *names[] = { &progress->cocktails, &progress->diagnoses,
                                   &progress->protocols };
  const guint is[] = { course->cocktail, course->diagnosis, course->protocol };

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      gint64 id = clinic_report_run_get_id (work->run, filters[i]);

      if (id != CLINIC_NULL && is[i] != find_name (names[i], id))
        return FALSE;
    }

  /* When it was started is not known: then it is in no period. */
  return (work->from == 0 || (course->started != 0 && course->started >= work->from)) &&
         (work->to == 0 || (course->started != 0 && course->started <= work->to));
}

static gboolean
take_course (ClinicStatement  *statement,
             gpointer          data,
             GError          **error)
{
  ClinicProgress *progress = ((Work *) data)->progress;
  ClinicProgressCourse course = {
    .id = clinic_row_number (statement, "id"),
    .cocktail = find_name (&progress->cocktails, clinic_row_number (statement, "cocktail_id")),
    .diagnosis = find_name (&progress->diagnoses,
                            clinic_row_number (statement, "diagnosis_kind_id")),
    .protocol = find_name (&progress->protocols, clinic_row_number (statement, "protocol_id")),
    .started = clinic_reading_pack_day (clinic_row_text (statement, "started_on")),
    .stopped = strcmp (clinic_row_text (statement, "status"), "stopped") == 0,
    .number = progress->courses->len + 1,
    .patient = clinic_progress_number_patient (progress, clinic_row_number (statement, "patient_id")),
  };

  g_array_append_val (progress->courses, course);
  progress->n_courses++;

  return TRUE;
}

/* Courses are read in the order of their ids. */
static ClinicProgressCourse *
find_course (ClinicProgress *self,
             gint64          id)
{
  return (ClinicProgressCourse *) clinic_progress_find_course (self, id);
}

static gboolean
take_injected (ClinicStatement  *statement,
               gpointer          data,
               GError          **error)
{
  Work *work = data;
  ClinicProgressCourse *course = find_course (work->progress,
                                              clinic_statement_get_int (statement, 0));
  Injected injected = {
    .session = clinic_statement_get_int (statement, 1),
    .cocktail = find_name (&work->progress->cocktails, clinic_statement_get_int (statement, 2)),
  };

  if (course != NULL)
    {
      injected.course = course - (ClinicProgressCourse *) (void *) work->progress->courses->data;
      g_array_append_val (work->injected, injected);
    }

  return TRUE;
}

static int
compare_injected (const void *a,
                  const void *b)
{
  const Injected *one = a;
  const Injected *other = b;

  if (one->course != other->course)
    return one->course < other->course ? -1 : 1;

  if (one->cocktail != other->cocktail)
    return one->cocktail < other->cocktail ? -1 : 1;

  return (one->session > other->session) - (one->session < other->session);
}

/* The cocktail of most sessions; of two with as many, the one the clinic has had for longer. */
static void
choose_cocktails (Work *work)
{
  const Injected *rows = (const Injected *) (const void *) work->injected->data;
  guint n = work->injected->len;
  guint best = 0;
  guint first = 0;

  if (n > 1)
    qsort (work->injected->data, n, sizeof (Injected), compare_injected);

  while (first < n)
    {
      ClinicProgressCourse *course =
        &g_array_index (work->progress->courses, ClinicProgressCourse, rows[first].course);
      guint sessions = 1;
      guint end = first + 1;

      if (first == 0 || rows[first - 1].course != rows[first].course)
        best = 0;

      for (; end < n && rows[end].course == rows[first].course &&
           rows[end].cocktail == rows[first].cocktail; end++)
        sessions += rows[end].session != rows[end - 1].session;

      if (sessions > best)
        {
          best = sessions;
          course->cocktail = rows[first].cocktail;
        }

      first = end;
    }
}

static gboolean
take_session (ClinicStatement  *statement,
              gpointer          data,
              GError          **error)
{
  ClinicProgressCourse *course = find_course (((Work *) data)->progress,
                                              clinic_statement_get_int (statement, 0));

  if (course != NULL)
    course->sessions++;

  return TRUE;
}

/* Rows come session by session. */
static gboolean
take_reaction (ClinicStatement  *statement,
               gpointer          data,
               GError          **error)
{
  Work *work = data;
  ClinicProgressCourse *course = find_course (work->progress,
                                              clinic_statement_get_int (statement, 0));
  gint64 session = clinic_statement_get_int (statement, 1);

  if (course == NULL)
    return TRUE;

  course->reactions++;
  course->reaction_sessions += session != work->owner;
  work->owner = session;

  return TRUE;
}

static guint
find_zone (Work       *work,
           const char *zone)
{
  GPtrArray *zones = work->progress->zones;
  gpointer number;

  if (zone == NULL)
    return 0;

  if (g_hash_table_lookup_extended (work->zones, zone, NULL, &number))
    return GPOINTER_TO_UINT (number);

  /* Zones are a short list of words; what would be the 256th counts as none. */
  if (zones->len > G_MAXUINT8)
    return 0;

  g_ptr_array_add (zones, g_strdup (zone));
  g_hash_table_insert (work->zones, g_ptr_array_index (zones, zones->len - 1),
                       GUINT_TO_POINTER (zones->len - 1));

  return zones->len - 1;
}

static void
end_course (Work *work)
{
  ClinicProgressCourse *course = find_course (work->progress, work->owner);

  if (work->readings->len > 0 && course != NULL && course->wanted)
    clinic_progress_add_pairs (work->progress,
                               course - (ClinicProgressCourse *) (void *) work->progress->courses->data,
                               work->readings);

  g_array_set_size (work->readings, 0);
}

static void
read_reading (Work            *work,
              ClinicStatement *statement)
{
  gint64 visit = clinic_statement_get_int (statement, 3);
  ClinicReading reading = {
    .metric = find_name (&work->progress->metrics, clinic_statement_get_int (statement, 1)),
    .zone = find_zone (work, clinic_statement_get_text (statement, 2)),
    .visit = visit != CLINIC_NULL ? visit : -1,
    .day = clinic_reading_pack_day (clinic_statement_get_text (statement, 4)),
    .id = clinic_statement_get_int (statement, 5),
    .value = clinic_statement_get_int (statement, 6),
  };

  g_array_append_val (work->readings, reading);
}

static gboolean
take_reading (ClinicStatement  *statement,
              gpointer          data,
              GError          **error)
{
  Work *work = data;
  gint64 owner = clinic_statement_get_int (statement, 0);

  if (owner != work->owner)
    {
      end_course (work);
      work->owner = owner;
    }

  read_reading (work, statement);

  return TRUE;
}

/* A patient's readings without a course stand as if they were one, begun with the first of them. */
static void
end_patient (Work *work)
{
  ClinicProgress *progress = work->progress;
  ClinicProgressCourse course = { .id = work->owner, .loose = TRUE,
                                  .number = progress->courses->len + 1 };

  for (guint i = 0; i < work->readings->len; i++)
    {
      gint32 day = g_array_index (work->readings, ClinicReading, i).day;

      if (day != 0 && (course.started == 0 || day < course.started))
        course.started = day;
    }

  course.wanted = is_wanted (work, &course);

  if (work->readings->len > 0 && course.wanted)
    {
      course.patient = clinic_progress_number_patient (progress, course.id);
      g_array_append_val (progress->courses, course);
      clinic_progress_add_pairs (progress, progress->courses->len - 1, work->readings);
    }

  g_array_set_size (work->readings, 0);
}

static gboolean
take_loose_reading (ClinicStatement  *statement,
                    gpointer          data,
                    GError          **error)
{
  Work *work = data;
  gint64 owner = clinic_statement_get_int (statement, 0);

  if (owner != work->owner)
    {
      end_patient (work);
      work->owner = owner;
    }

  read_reading (work, statement);

  return TRUE;
}

static guint
hash_slice (gconstpointer key)
{
  const ClinicProgressSlice *slice = key;

  return slice->cocktail * 31 * 31 * 2 + slice->diagnosis * 31 * 2 + slice->protocol * 2 + slice->loose;
}

static gboolean
equal_slices (gconstpointer a,
              gconstpointer b)
{
  const ClinicProgressSlice *one = a;
  const ClinicProgressSlice *other = b;

  return one->cocktail == other->cocktail && one->diagnosis == other->diagnosis &&
         one->protocol == other->protocol && one->loose == other->loose;
}

static void
count_course (ClinicProgressSlice        *slice,
              const ClinicProgressCourse *course)
{
  slice->courses++;
  slice->stopped += course->stopped;
  slice->sessions += course->sessions;
  slice->reaction_sessions += course->reaction_sessions;
  slice->reactions += course->reactions;
}

static void
make_slices (ClinicProgress *self)
{
  g_autoptr(GHashTable) found = g_hash_table_new_full (hash_slice, equal_slices, g_free, NULL);

  for (guint i = 0; i < self->courses->len; i++)
    {
      ClinicProgressCourse *course = &g_array_index (self->courses, ClinicProgressCourse, i);
      ClinicProgressSlice slice = {
        .cocktail = course->cocktail, .diagnosis = course->diagnosis, .protocol = course->protocol,
        .loose = course->loose,
      };
      gpointer number = NULL;

      if (!course->wanted)
        continue;

      if (!g_hash_table_lookup_extended (found, &slice, NULL, &number))
        {
          number = GUINT_TO_POINTER (self->slices->len);
          g_hash_table_insert (found, g_memdup2 (&slice, sizeof slice), number);
          g_array_append_val (self->slices, slice);
        }

      course->slice = GPOINTER_TO_UINT (number);
      count_course (&g_array_index (self->slices, ClinicProgressSlice, course->slice), course);
    }

  for (guint i = 0; i < self->pairs->len; i++)
    {
      const ClinicProgressCourse *course = clinic_progress_get_course (self, clinic_progress_get_pair (self, i)->course);

      g_array_index (self->slices, ClinicProgressSlice, course->slice).measured = TRUE;
    }
}

/* Of a version that was not kept, the rule alone. */
static gboolean
take_rule (ClinicStatement  *statement,
           gpointer          data,
           GError          **error)
{
  ClinicProgress *progress = ((Work *) data)->progress;
  gint64 id = clinic_row_number (statement, "id");
  gint64 version = clinic_row_number (statement, "rule_version");
  const char *rule = clinic_row_text (statement, "rule");
  g_autofree char *words = version != CLINIC_NULL ? g_strdup_printf (_("%s, version %d"), rule, (int) version)
                                                  : g_strdup (rule);
  guint place = 1;

  while (place < progress->rules->len && !g_str_equal (progress->rules->pdata[place], words))
    place++;

  /* There are a handful; what would be too many is not told apart. */
  if (place > G_MAXUINT16)
    return TRUE;

  if (place == progress->rules->len)
    g_ptr_array_add (progress->rules, g_steal_pointer (&words));

  g_hash_table_insert (progress->ruled, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (place));

  return TRUE;
}

static gboolean
read_names (Work                 *work,
            ClinicProgressNames  *names,
            const char           *query,
            GError              **error)
{
  work->names = names;

  return clinic_report_each (work->run, query, NULL, take_name, work, error);
}

static gboolean
read_courses (Work    *work,
              GError **error)
{
  ClinicProgress *progress = work->progress;

  if (!read_names (work, &progress->cocktails, "report-progress-names-cocktail", error) ||
      !read_names (work, &progress->diagnoses, "report-progress-names-diagnosis", error) ||
      !read_names (work, &progress->protocols, "report-progress-names-protocol", error) ||
      !clinic_report_each (work->run, "report-progress-metrics", NULL, take_metric, work, error) ||
      !clinic_report_each (work->run, "report-progress-courses", NULL, take_course, work, error) ||
      !clinic_report_each (work->run, "report-progress-injected", NULL, take_injected, work,
                           error) ||
      !clinic_report_each (work->run, "report-progress-sessions", NULL, take_session, work,
                           error) ||
      !clinic_report_each (work->run, "report-progress-reactions", NULL, take_reaction, work,
                           error))
    return FALSE;

  choose_cocktails (work);

  for (guint i = 0; i < progress->courses->len; i++)
    {
      ClinicProgressCourse *course = &g_array_index (progress->courses, ClinicProgressCourse, i);

      course->wanted = is_wanted (work, course);
    }

  return TRUE;
}

static gboolean
read_readings (Work    *work,
               GError **error)
{
  static const char * const arguments[] = { "metric", NULL };

  work->owner = CLINIC_NULL;

  if (!clinic_report_each (work->run, "report-progress-rules", NULL, take_rule, work, error))
    return FALSE;

  if (!clinic_report_each (work->run, "report-progress-readings", arguments, take_reading, work,
                           error))
    return FALSE;

  end_course (work);
  work->owner = CLINIC_NULL;

  if (!clinic_report_each (work->run, "report-progress-loose-readings", arguments,
                           take_loose_reading, work, error))
    return FALSE;

  end_patient (work);

  return TRUE;
}

gboolean
clinic_progress_read (ClinicProgress   *progress,
                      ClinicReportRun  *run,
                      GError          **error)
{
  g_autoptr(GArray) readings = g_array_new (FALSE, FALSE, sizeof (ClinicReading));
  g_autoptr(GArray) injected = g_array_new (FALSE, FALSE, sizeof (Injected));
  g_autoptr(GHashTable) zones = g_hash_table_new (g_str_hash, g_str_equal);
  Work work = {
    .progress = progress, .run = run, .readings = readings, .injected = injected, .zones = zones,
    .from = clinic_reading_pack_day (clinic_report_run_get (run, "from")),
    .to = clinic_reading_pack_day (clinic_report_run_get (run, "to")),
  };

  for (guint i = 1; i < progress->zones->len; i++)
    g_hash_table_insert (zones, g_ptr_array_index (progress->zones, i), GUINT_TO_POINTER (i));

  progress->by_zone = !clinic_report_run_get_flag (run, "join-zones");
  progress->threshold = clinic_report_run_get_number (run, "threshold");

  if (!read_courses (&work, error) || !read_readings (&work, error))
    return FALSE;

  make_slices (progress);
  clinic_progress_sort (progress);

  return TRUE;
}
