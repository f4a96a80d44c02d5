/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-photo.h"

G_DEFINE_FINAL_TYPE (ClinicPhoto, clinic_photo, CLINIC_TYPE_RECORD)

const ClinicChoice clinic_photo_views[] = {
  { "front", N_("Front") },
  { "top", N_("Top") },
  { "vertex", N_("Vertex") },
  { "left", N_("Left") },
  { "right", N_("Right") },
  { "back", N_("Back") },
  { "close_up", N_("Close-up") },
  { NULL }
};

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicPhoto, patient_id,  N_("Patient"), .format = CLINIC_LINK, .links = "patient", .required = TRUE),
  CLINIC_FIELD (ClinicPhoto, session_id,  N_("Session"), .format = CLINIC_LINK, .links = "session"),
  CLINIC_FIELD (ClinicPhoto, course_id,   N_("Course"), .format = CLINIC_LINK, .links = "course"),
  CLINIC_FIELD (ClinicPhoto, view,        N_("View"), .format = CLINIC_CHOICE, .choices = clinic_photo_views, .required = TRUE),
  CLINIC_FIELD (ClinicPhoto, taken_on,    N_("Taken on"), .format = CLINIC_DATE, .required = TRUE),
  CLINIC_FIELD (ClinicPhoto, content,     N_("Picture"), .required = TRUE, .max = 64),
  CLINIC_FIELD (ClinicPhoto, width,       N_("Width (pixels)"), .required = TRUE, .min = 1, .max = 100000),
  CLINIC_FIELD (ClinicPhoto, height,      N_("Height (pixels)"), .required = TRUE, .min = 1, .max = 100000),
  CLINIC_FIELD (ClinicPhoto, note,        N_("Note"), .max = 1000),
  CLINIC_FIELD (ClinicPhoto, archived_on, N_("Archived on"), .format = CLINIC_DATE),
};
/* *INDENT-ON* */

static const char *
clinic_photo_check (ClinicRecord *record,
                    const char   *today)
{
  ClinicPhoto *self = CLINIC_PHOTO (record);

  if (strcmp (self->taken_on, today) > 0)
    return _("Taken on: This is in the future.");

  return NULL;
}

static void
clinic_photo_class_init (ClinicPhotoClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->subject = "patient_id";
  record_class->check = clinic_photo_check;

  clinic_record_class_set_fields (record_class, "photo", N_("Photo"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_photo_init (ClinicPhoto *self)
{
}

ClinicPhoto *
clinic_photo_new (void)
{
  return g_object_new (CLINIC_TYPE_PHOTO, NULL);
}

guint
clinic_photo_view_place (const char *view)
{
  guint place = 0;

  while (clinic_photo_views[place].value != NULL &&
         g_strcmp0 (clinic_photo_views[place].value, view) != 0)
    place++;

  return place;
}
