/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The photographs of a patient, and the pictures themselves where the patient agreed to that. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-patient-courses.h"
#include "clinic-photo-consent.h"
#include "clinic-photo.h"
#include "clinic-picture-vault.h"
#include "clinic-report-private.h"

/* About 20 KB each: what still opens everywhere, and can be sent. */
enum { MOST_PICTURES = 400 };

enum { TAKEN_ON, VIEW, COURSE, SESSION_NUMBER, PICTURE, NOTE, N_FIELDS };

const char * const clinic_report_patient_photos_fields[] = {
  "taken_on", "view", "course", "session_number", "picture", "note", NULL
};

G_STATIC_ASSERT (G_N_ELEMENTS (clinic_report_patient_photos_fields) == N_FIELDS + 1);

typedef struct
{
  char   *taken_on;
  char   *view;
  char   *content;
  char   *note;
  gint64  id;
  gint64  course;               /* its number */
  gint64  session;              /* its number */
} Photo;

typedef struct
{
  GHashTable *courses;
  GPtrArray  *photos;           /* Photo */
} Photos;

static void
photo_free (gpointer data)
{
  Photo *photo = data;

  g_free (photo->taken_on);
  g_free (photo->view);
  g_free (photo->content);
  g_free (photo->note);
  g_free (photo);
}

static void
photos_clear (Photos *photos)
{
  g_clear_pointer (&photos->courses, g_hash_table_unref);
  g_clear_pointer (&photos->photos, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Photos, photos_clear)

static gboolean
take_photo (ClinicStatement  *statement,
            gpointer          data,
            GError          **error)
{
  Photos *photos = data;
  Photo *photo = g_new0 (Photo, 1);
  gint64 course = clinic_patient_courses_get_number (photos->courses,
                                                     clinic_row_number (statement, "course_id"));

  photo->id = clinic_row_number (statement, "id");
  photo->taken_on = g_strdup (clinic_row_text (statement, "taken_on"));
  photo->view = g_strdup (clinic_row_text (statement, "view"));
  photo->content = g_strdup (clinic_row_text (statement, "content"));
  photo->note = g_strdup (clinic_row_text (statement, "note"));
  photo->course = course != 0 ? course : CLINIC_NULL;
  photo->session = clinic_row_number (statement, "number");
  g_ptr_array_add (photos->photos, photo);

  return TRUE;
}

static gboolean
add_picture (ClinicReportRun  *run,
             ClinicSheet      *sheet,
             const Photo      *photo,
             GError          **error)
{
  g_autoptr(GBytes) image = clinic_picture_vault_read (run->db, photo->content,
                                                       CLINIC_PICTURE_THUMBNAIL, error);
  const char *view = clinic_choice_label (clinic_photo_views, photo->view);
  g_autofree char *caption = photo->session != CLINIC_NULL
                             ? g_strdup_printf (_("%s, session %d"), view, (int) photo->session)
                             : g_strdup (view);
  ClinicSheetPicture picture = {
    .column = clinic_photo_view_place (photo->view), .row = photo->taken_on, .caption = caption, .image = image,
    .photo = photo->id,
  };

  if (image == NULL)
    return FALSE;

  clinic_sheet_add_picture (sheet, &picture);

  return TRUE;
}

static void
append_photo (ClinicSheet *sheet,
              const guint *map,
              const Photo *photo,
              gboolean     shown)
{
  ClinicCell cells[N_FIELDS] = { 0 };

  cells[TAKEN_ON] = clinic_cell_date (photo->taken_on);
  cells[VIEW] = clinic_cell_text (clinic_choice_label (clinic_photo_views, photo->view));
  cells[COURSE] = clinic_cell_integer (photo->course);
  cells[SESSION_NUMBER] = clinic_cell_integer (photo->session);
  cells[PICTURE] = clinic_cell_flag (shown);
  cells[NOTE] = clinic_cell_text (photo->note);
  clinic_report_append (sheet, map, cells);
}

/* What is left out is left out in words. */
static void
explain (ClinicSheet              *sheet,
         const ClinicPhotoConsent *consent,
         gboolean                  may,
         guint                     n,
         guint                     first)
{
  g_autofree char *few = NULL;

  if (n == 0)
    clinic_sheet_add_note (sheet, _("No photographs were taken."));
  else if (consent->withdrawn)
    clinic_sheet_add_note (sheet, _("The pictures are left out: the patient withdrew the consent to photographs."));
  else if (!may)
    clinic_sheet_add_note (sheet, _("The pictures are left out: the patient did not consent to photographs."));
  else
    clinic_sheet_add_note (sheet, _("The pictures are small, at most 320 pixels, and hold nothing of the file they came from."));

  if (!may || first == 0)
    return;

  few = g_strdup_printf (_("The latest %u of %u pictures are in the workbook."), n - first, n);
  clinic_sheet_add_note (sheet, few);
}

gboolean
clinic_report_fill_patient_photos (ClinicReportRun  *run,
                                   ClinicSheet      *sheet,
                                   GError          **error)
{
  static const char * const arguments[] = { "patient", NULL };
  g_auto(Photos) photos = { .photos = g_ptr_array_new_with_free_func (photo_free) };
  g_autofree guint *map = clinic_report_map_columns (sheet, clinic_report_patient_photos_fields);
  ClinicPhotoConsent consent;
  gboolean may;
  guint first;

  if (!clinic_photo_consent_load (run->db, clinic_report_run_get_id (run, "patient"), &consent, error) ||
      (photos.courses = clinic_patient_courses_read (run, error)) == NULL ||
      !clinic_report_each (run, "report-patient-photos", arguments, take_photo, &photos, error))
    return FALSE;

  may = clinic_photo_consent_allows (&consent, "record");
  first = photos.photos->len > MOST_PICTURES ? photos.photos->len - MOST_PICTURES : 0;

  for (guint i = 0; i < photos.photos->len; i++)
    {
      const Photo *photo = photos.photos->pdata[i];
      gboolean shown = may && i >= first;

      append_photo (sheet, map, photo, shown);

      if (shown && (!clinic_report_run_go_on (run, 0, error) ||
                    !add_picture (run, sheet, photo, error)))
        return FALSE;
    }

  explain (sheet, &consent, may, photos.photos->len, first);

  return TRUE;
}
