/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Before and after, of courses that nobody is named in: the first and the latest photograph of each
 * view that shows no face, where the patient consented to more than the record. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-date.h"
#include "clinic-photo-consent.h"
#include "clinic-photo.h"
#include "clinic-picture-vault.h"
#include "clinic-progress.h"

/* About 20 KB each. */
enum { MOST_PICTURES = 400 };

enum { COURSE, COCKTAIL, DIAGNOSIS, PROTOCOL, VIEW, DAYS, PICTURES, N_FIELDS };

const char * const clinic_report_progress_photos_fields[] = {
  "course", "cocktail", "diagnosis", "protocol", "view", "days", "pictures", NULL
};

G_STATIC_ASSERT (G_N_ELEMENTS (clinic_report_progress_photos_fields) == N_FIELDS + 1);

/* The first and the latest of one view in one course. */
typedef struct
{
  guint    course;              /* place among the progress's */
  char    *view;
  char    *days[2];
  char    *contents[2];
  gint64   photos[2];
} Span;

typedef struct
{
  ClinicProgress *progress;
  GHashTable     *places;       /* course id (gint64) → place + 1, of those the report is about */
  GPtrArray      *spans;
  gint64          last;         /* course that was counted last */
  guint           n_courses;    /* with such photographs */
  guint           n_allowed;
} Collection;

static void
span_free (gpointer data)
{
  Span *span = data;

  g_free (span->view);

  for (guint i = 0; i < 2; i++)
    {
      g_free (span->days[i]);
      g_free (span->contents[i]);
    }

  g_free (span);
}

static void
collection_clear (Collection *self)
{
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->spans, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Collection, collection_clear)

static void
index_courses (Collection *self)
{
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < self->progress->courses->len; i++)
    {
      const ClinicProgressCourse *course = clinic_progress_get_course (self->progress, i);

      if (course->wanted && !course->loose)
        g_hash_table_insert (self->places, g_memdup2 (&course->id, sizeof course->id),
                             GUINT_TO_POINTER (i + 1));
    }
}

static void
set_end (Span            *span,
         guint            end,
         ClinicStatement *statement)
{
  g_free (span->days[end]);
  g_free (span->contents[end]);
  span->days[end] = g_strdup (clinic_row_text (statement, "taken_on"));
  span->contents[end] = g_strdup (clinic_row_text (statement, "content"));
  span->photos[end] = clinic_row_number (statement, "id");
}

static gboolean
take_photo (ClinicStatement  *statement,
            gpointer          data,
            GError          **error)
{
  Collection *self = data;
  gint64 id = clinic_row_number (statement, "course_id");
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &id));
  const char *view = clinic_row_text (statement, "view");
  const ClinicPhotoConsent consent = { TRUE, FALSE, clinic_row_text (statement, "scope") };
  gboolean allowed = consent.scope != NULL && clinic_photo_consent_allows (&consent, "teaching");
  Span *span = self->spans->len > 0 ? self->spans->pdata[self->spans->len - 1] : NULL;

  if (place == 0)
    return TRUE;

  if (self->last != id)
    {
      self->last = id;
      self->n_courses++;
      self->n_allowed += allowed;
    }

  if (!allowed)
    return TRUE;

  if (span == NULL || span->course != place - 1 || g_strcmp0 (span->view, view) != 0)
    {
      span = g_new0 (Span, 1);
      span->course = place - 1;
      span->view = g_strdup (view);
      set_end (span, 0, statement);
      g_ptr_array_add (self->spans, span);
    }
  else
    set_end (span, 1, statement);

  return TRUE;
}

/* In the order of the numbers that courses have in this report. */
static int
compare_spans (gconstpointer one,
               gconstpointer other)
{
  const Span *first = *(const Span * const *) one;
  const Span *second = *(const Span * const *) other;

  if (first->course != second->course)
    return first->course < second->course ? -1 : 1;

  return g_strcmp0 (first->view, second->view);
}

static guint
count_pictures (const Span *span)
{
  return span->contents[1] != NULL ? 2 : 1;
}

static gint64
get_days (const Span *span)
{
  return span->days[1] != NULL ? clinic_date_days_between (span->days[0], span->days[1]) : CLINIC_NULL;
}

static gboolean
add_picture (ClinicReportRun             *run,
             ClinicSheet                 *sheet,
             const Span                  *span,
             const ClinicProgressCourse  *course,
             guint                        end,
             GError                     **error)
{
  g_autoptr(GBytes) image = clinic_picture_vault_read (run->db, span->contents[end],
                                                       CLINIC_PICTURE_THUMBNAIL, error);
  const char *view = clinic_choice_label (clinic_photo_views, span->view);
  g_autofree char *row = g_strdup_printf (_("Course %u"), course->number);
  g_autofree char *caption = end == 0 ? g_strdup_printf (_("%s, at first"), view)
                                      : g_strdup_printf (_("%s, %d days later"), view, (int) get_days (span));
  ClinicSheetPicture picture = {
    .column = 2 * clinic_photo_view_place (span->view) + end, .row = row, .caption = caption, .image = image,
    .photo = span->photos[end],
  };

  if (image == NULL)
    return FALSE;

  clinic_sheet_add_picture (sheet, &picture);

  return TRUE;
}

static void
append_span (Collection                 *self,
             ClinicSheet                *sheet,
             const guint                *map,
             const Span                 *span,
             const ClinicProgressCourse *course,
             guint                       n_shown)
{
  const ClinicProgressSlice *slice = clinic_progress_get_slice (self->progress, course->slice);
  ClinicCell cells[N_FIELDS] = { 0 };

  cells[COURSE] = clinic_cell_integer (course->number);
  cells[COCKTAIL] = clinic_cell_text (clinic_progress_get_cocktail (self->progress, slice));
  cells[DIAGNOSIS] = clinic_cell_text (clinic_progress_get_diagnosis (self->progress, slice));
  cells[PROTOCOL] = clinic_cell_text (clinic_progress_get_protocol (self->progress, slice));
  cells[VIEW] = clinic_cell_text (clinic_choice_label (clinic_photo_views, span->view));
  cells[DAYS] = clinic_cell_integer (get_days (span));
  cells[PICTURES] = clinic_cell_integer (n_shown);
  clinic_report_append (sheet, map, cells);
}

/* What is left out is left out in words. */
static void
explain (const Collection *self,
         ClinicSheet      *sheet,
         guint             n_pictures,
         guint             n_shown)
{
  g_autofree char *courses =
    g_strdup_printf (ngettext ("%u course has photographs without a face; of %u the patients consented to their use "
                               "beyond the record.",
                               "%u courses have photographs without a face; of %u the patients consented to their use "
                               "beyond the record.", self->n_courses), self->n_courses, self->n_allowed);
  g_autofree char *pictures = NULL;

  clinic_sheet_add_note (sheet, courses);

  if (n_shown == n_pictures)
    return;

  pictures = g_strdup_printf (_("The first %u of %u pictures are in the workbook."), n_shown, n_pictures);
  clinic_sheet_add_note (sheet, pictures);
}

gboolean
clinic_report_fill_progress_photos (ClinicReportRun  *run,
                                    ClinicSheet      *sheet,
                                    GError          **error)
{
  g_auto(Collection) self = { .spans = g_ptr_array_new_with_free_func (span_free) };
  g_autofree guint *map = clinic_report_map_columns (sheet, clinic_report_progress_photos_fields);
  guint n_pictures = 0, n_shown = 0;

  if ((self.progress = clinic_progress_get (run, error)) == NULL)
    return FALSE;

  index_courses (&self);

  if (!clinic_report_each (run, "report-progress-photos", NULL, take_photo, &self, error))
    return FALSE;

  g_ptr_array_sort (self.spans, compare_spans);

  for (guint i = 0; i < self.spans->len; i++)
    {
      const Span *span = self.spans->pdata[i];
      const ClinicProgressCourse *course = clinic_progress_get_course (self.progress, span->course);
      guint n = count_pictures (span);
      guint shown = n_shown + n <= MOST_PICTURES ? n : 0;

      n_pictures += n;
      n_shown += shown;
      append_span (&self, sheet, map, span, course, shown);

      for (guint end = 0; end < shown; end++)
        {
          if (!clinic_report_run_go_on (run, 0, error) ||
              !add_picture (run, sheet, span, course, end, error))
            return FALSE;
        }
    }

  explain (&self, sheet, n_pictures, n_shown);

  return TRUE;
}
