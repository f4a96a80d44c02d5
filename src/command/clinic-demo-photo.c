/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-date.h"
#include "clinic-demo-drawing.h"
#include "clinic-demo-world.h"
#include "clinic-photo.h"
#include "clinic-picture-vault.h"

/* So many dates of each of the patients photographed; drawing takes a moment. */
static const guint n_dates[] = { 4, 2 };

typedef struct
{
  gint64  patient;
  gint64  id;
  gint64  course;
  char   *day;
} Visit;

static void
visit_clear (gpointer data)
{
  g_free (((Visit *) data)->day);
}

static GArray *
list_visits (ClinicDemoWorld *self)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (self->db, "demo-photographed", &self->error);
  GArray *visits = g_array_new (FALSE, FALSE, sizeof (Visit));

  g_array_set_clear_func (visits, visit_clear);

  if (statement != NULL)
    clinic_statement_bind_text (statement, 1, self->date_today);

  while (statement != NULL && clinic_statement_step (statement, &self->error))
    {
      Visit visit = {
        clinic_statement_get_int (statement, 0), clinic_statement_get_int (statement, 1),
        clinic_statement_get_int (statement, 2),
        clinic_wall_dup_date (clinic_statement_get_text (statement, 3)),
      };

      g_array_append_val (visits, visit);
    }

  return visits;
}

/* Not through clinic_demo_write (): what a picture is found by depends on the clinic's key, which
 * is another each time. */
static void
write_photo (ClinicDemoWorld *self,
             const Visit     *visit,
             const char      *view,
             double           density,
             guint64          seed)
{
  g_autoptr(ClinicPicture) picture = clinic_demo_draw_head (view, density, seed);
  g_autoptr(ClinicPhoto) photo = clinic_photo_new ();
  g_autofree char *content = NULL;

  if (self->error != NULL ||
      (content = clinic_picture_vault_keep (self->db, picture->photo, picture->thumbnail,
                                            &self->error)) == NULL)
    return;

  g_object_set (photo, "patient-id", visit->patient, "session-id", visit->id,
                "course-id", visit->course, "view", view, "taken-on", visit->day,
                "content", content, "width", (gint64) picture->width,
                "height", (gint64) picture->height, NULL);
  clinic_store_insert_made_up (self->db, CLINIC_RECORD (photo), self->date_today, &self->error);
}

/* Visits spread over all that the patient had; more hair each time. */
static void
photograph (ClinicDemoWorld *self,
            const Visit     *visits,
            guint            n_visits,
            guint            n)
{
  static const char * const views[] = { "front", "top", "vertex" };

  for (guint i = 0; i < n; i++)
    {
      const Visit *visit = &visits[n > 1 ? i * (n_visits - 1) / (n - 1) : 0];

      for (guint j = 0; j < G_N_ELEMENTS (views); j++)
        write_photo (self, visit, views[j], 0.15 + 0.6 * i / MAX (n - 1, 1),
                     self->options->seed * 1000 + (guint64) visit->id % 97 + 10 * i + j);
    }
}

void
clinic_demo_make_photos (ClinicDemoWorld *self)
{
  g_autoptr(GArray) visits = list_visits (self);
  guint start = 0;

  for (guint i = 0; i < G_N_ELEMENTS (n_dates) && start < visits->len; i++)
    {
      const Visit *first = &g_array_index (visits, Visit, start);
      guint n = 0;

      while (start + n < visits->len && first[n].patient == first->patient)
        n++;

      photograph (self, first, n, MIN (n, n_dates[i]));
      start += n;
    }
}
