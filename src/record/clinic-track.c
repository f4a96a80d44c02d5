/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-track.h"

G_DEFINE_FINAL_TYPE (ClinicTrack, clinic_track, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicTrack, patient_id, N_("Patient"), .format = CLINIC_LINK, .links = "patient", .required = TRUE),
  CLINIC_FIELD (ClinicTrack, kind,       N_("Kind"), .format = CLINIC_CHOICE, .choices = clinic_track_kinds, .required = TRUE),
  CLINIC_FIELD (ClinicTrack, since,      N_("From"), .format = CLINIC_DATE, .required = TRUE),
  CLINIC_FIELD (ClinicTrack, until,      N_("Until"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicTrack, detail,     N_("Dose and frequency"), .max = 120),
  CLINIC_FIELD (ClinicTrack, note,       N_("Note"), .max = 4000),
};
/* *INDENT-ON* */

static const char *
clinic_track_check (ClinicRecord *record,
                    const char   *today)
{
  ClinicTrack *self = CLINIC_TRACK (record);

  if (strcmp (self->since, today) > 0)
    return _("From: This is in the future.");

  if (self->until != NULL && strcmp (self->until, self->since) < 0)
    return _("Until: This is before it began.");

  return NULL;
}

static void
clinic_track_class_init (ClinicTrackClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->subject = "patient_id";
  record_class->check = clinic_track_check;

  clinic_record_class_set_fields (record_class, "track", N_("Track"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_track_init (ClinicTrack *self)
{
}

ClinicTrack *
clinic_track_new (void)
{
  return g_object_new (CLINIC_TYPE_TRACK, NULL);
}
