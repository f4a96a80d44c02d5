/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-progress.h"
#include "clinic-scale.h"

enum {
  COURSE, PATIENT, COCKTAIL, DIAGNOSIS, PROTOCOL, SCALE, SEEN, FIRST, FIRST_PLACE, LAST, LAST_PLACE, DAYS, CHANGE, EDITION,
  N_FIELDS
};

const char * const clinic_report_progress_stages_fields[] = {
  "course", "patient", "cocktail", "diagnosis", "protocol", "scale", "seen", "first", "first_place", "last", "last_place",
  "days", "change", "edition", NULL
};

G_STATIC_ASSERT (G_N_ELEMENTS (clinic_report_progress_stages_fields) == N_FIELDS + 1);

/* One scale of the course at hand. */
typedef struct
{
  const ClinicScale *scale;
  char              *first;
  char              *last;
  gint32             first_day;
  gint32             last_day;
  guint              n;
} Series;

typedef struct
{
  ClinicProgress *progress;
  ClinicSheet    *sheet;
  guint          *map;
  GArray         *series;
  gint64          course;
} Stages;

static void
series_clear (gpointer data)
{
  Series *series = data;

  g_free (series->first);
  g_free (series->last);
}

static ClinicCell
make_place (const ClinicScale *scale,
            const char        *stage)
{
  int rank = clinic_scale_rank (scale, stage);

  return clinic_cell_integer (rank >= 0 ? rank + 1 : CLINIC_NULL);
}

static void
append_series (Stages                     *stages,
               const ClinicProgressCourse *course,
               const Series               *series)
{
  const ClinicProgressSlice *slice = clinic_progress_get_slice (stages->progress, course->slice);
  gboolean paired = series->first_day != series->last_day;
  ClinicCell cells[N_FIELDS] = {
    [COURSE] = clinic_cell_integer (course->number),
    [PATIENT] = clinic_cell_integer (course->patient),
    [COCKTAIL] = clinic_cell_text (clinic_progress_get_cocktail (stages->progress, slice)),
    [DIAGNOSIS] = clinic_cell_text (clinic_progress_get_diagnosis (stages->progress, slice)),
    [PROTOCOL] = clinic_cell_text (clinic_progress_get_protocol (stages->progress, slice)),
    [SCALE] = clinic_cell_text (_(series->scale->label)),
    [SEEN] = clinic_cell_integer (series->n),
    [FIRST] = clinic_cell_text (series->first),
    [FIRST_PLACE] = make_place (series->scale, series->first),
    [EDITION] = clinic_cell_integer (series->scale->edition),
  };

  if (paired)
    {
      cells[LAST] = clinic_cell_text (series->last);
      cells[LAST_PLACE] = make_place (series->scale, series->last);
      cells[DAYS] = clinic_cell_integer (clinic_reading_days (series->first_day, series->last_day));
    }

  if (paired && series->scale->ordered)
    cells[CHANGE] = clinic_cell_integer (clinic_scale_rank (series->scale, series->last) -
                                         clinic_scale_rank (series->scale, series->first));

  clinic_report_append (stages->sheet, stages->map, cells);
}

static void
end_course (Stages *stages)
{
  const ClinicProgressCourse *course = clinic_progress_find_course (stages->progress, stages->course);

  for (guint i = 0; course != NULL && course->wanted && i < stages->series->len; i++)
    append_series (stages, course, &g_array_index (stages->series, Series, i));

  g_array_set_size (stages->series, 0);
}

static Series *
find_series (Stages            *stages,
             const ClinicScale *scale)
{
  Series series = { .scale = scale };

  for (guint i = 0; i < stages->series->len; i++)
    {
      if (g_array_index (stages->series, Series, i).scale == scale)
        return &g_array_index (stages->series, Series, i);
    }

  g_array_append_val (stages->series, series);

  return &g_array_index (stages->series, Series, stages->series->len - 1);
}

/* Rows come course by course, in the order they were seen. What is no stage of a scale is left out: it cannot be compared. */
static gboolean
take_stage (ClinicStatement  *statement,
            gpointer          data,
            GError          **error)
{
  Stages *stages = data;
  gint64 course = clinic_row_number (statement, "course_id");
  const ClinicScale *scale = clinic_scale_guess (clinic_row_text (statement, "scale"));
  const char *stage = clinic_row_text (statement, "stage");
  Series *series;

  if (course != stages->course)
    end_course (stages);

  stages->course = course;

  if (scale == NULL || !clinic_scale_allows (scale->name, stage))
    return TRUE;

  series = find_series (stages, scale);
  series->last_day = clinic_reading_pack_day (clinic_row_text (statement, "seen"));

  if (series->n++ == 0)
    {
      series->first = g_strdup (stage);
      series->first_day = series->last_day;
    }

  g_free (series->last);
  series->last = g_strdup (stage);

  return TRUE;
}

gboolean
clinic_report_fill_progress_stages (ClinicReportRun  *run,
                                    ClinicSheet      *sheet,
                                    GError          **error)
{
  g_autofree guint *map = clinic_report_map_columns (sheet, clinic_report_progress_stages_fields);
  g_autoptr(GArray) series = g_array_new (FALSE, TRUE, sizeof (Series));
  Stages stages = { .progress = clinic_progress_get (run, error), .sheet = sheet, .map = map, .series = series };

  if (stages.progress == NULL)
    return FALSE;

  g_array_set_clear_func (series, series_clear);

  if (!clinic_report_each (run, "report-progress-stages", NULL, take_stage, &stages, error))
    return FALSE;

  end_course (&stages);

  return TRUE;
}
