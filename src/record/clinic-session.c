/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-date.h"
#include "clinic-session.h"

G_DEFINE_FINAL_TYPE (ClinicSession, clinic_session, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicSession, patient_id,      N_("Patient"), .format = CLINIC_LINK, .links = "patient", .required = TRUE),
  CLINIC_FIELD (ClinicSession, course_id,       N_("Course"), .format = CLINIC_LINK, .links = "course"),
  CLINIC_FIELD (ClinicSession, phase_id,        N_("Phase"), .format = CLINIC_LINK, .links = "phase"),
  CLINIC_FIELD (ClinicSession, number,          N_("Number in the course"), .min = 1, .max = 1000),
  CLINIC_FIELD (ClinicSession, practitioner_id, N_("Practitioner"), .format = CLINIC_LINK, .links = "staff", .required = TRUE),
  CLINIC_FIELD (ClinicSession, room_id,         N_("Room"), .format = CLINIC_LINK, .links = "room"),
  CLINIC_FIELD (ClinicSession, starts,          N_("Starts"), .format = CLINIC_WALL, .required = TRUE),
  CLINIC_FIELD (ClinicSession, ends,            N_("Ends"), .format = CLINIC_WALL, .required = TRUE),
  CLINIC_FIELD (ClinicSession, status,          N_("Status"), .format = CLINIC_CHOICE, .choices = clinic_session_statuses, .required = TRUE),
  CLINIC_FIELD (ClinicSession, status_reason,   N_("Reason"), .max = 400),
  CLINIC_FIELD (ClinicSession, overbooked,      N_("Overbooked on purpose")),
  CLINIC_FIELD (ClinicSession, technique,       N_("Technique"), .format = CLINIC_CHOICE, .choices = clinic_techniques),
  CLINIC_FIELD (ClinicSession, gauge,           N_("Needle gauge"), .max = 20),
  CLINIC_FIELD (ClinicSession, needle_mm,       N_("Needle length (mm)"), .format = CLINIC_DECIMAL, .max = 50000),
  CLINIC_FIELD (ClinicSession, device,          N_("Device"), .max = 80),
  CLINIC_FIELD (ClinicSession, anaesthetic,     N_("Anaesthetic"), .max = 120),
  CLINIC_FIELD (ClinicSession, pain,            N_("Pain (0–10)"), .max = 10),
  CLINIC_FIELD (ClinicSession, prp,             N_("PRP today"), .min = 1, .max = 1),
  CLINIC_FIELD (ClinicSession, lllt,            N_("Laser today"), .min = 1, .max = 1),
  CLINIC_FIELD (ClinicSession, began,           N_("Treatment began"), .format = CLINIC_WALL),
  CLINIC_FIELD (ClinicSession, finished,        N_("Treatment ended"), .format = CLINIC_WALL),
  CLINIC_FIELD (ClinicSession, notes,           N_("Notes"), .max = 20000),
  CLINIC_FIELD (ClinicSession, signed_at,       N_("Signed at"), .max = 40),
  CLINIC_FIELD (ClinicSession, signed_by,       N_("Signed by"), .format = CLINIC_LINK, .links = "staff"),
  CLINIC_FIELD (ClinicSession, signature,       N_("Signature"), .max = 128),
};
/* *INDENT-ON* */

static const char *
clinic_session_check (ClinicRecord *record,
                      const char   *today)
{
  ClinicSession *self = CLINIC_SESSION (record);
  gint64 minutes = clinic_wall_to_minutes (self->ends) - clinic_wall_to_minutes (self->starts);
  guint n_signed =
    (self->signed_at != NULL) + (self->signed_by != CLINIC_UNKNOWN) + (self->signature != NULL);

  if (minutes <= 0)
    return _("Ends: A session ends after it starts.");

  /* The database relies on it when it looks for double bookings. */
  if (minutes > CLINIC_SESSION_LONGEST)
    return _("Ends: A session lasts at most 480 minutes.");

  if (self->finished != NULL && self->began == NULL)
    return _("Treatment began: What ended also began.");

  if (self->finished != NULL && strcmp (self->finished, self->began) < 0)
    return _("Treatment ended: A treatment ends after it began.");

  if (n_signed != 0 && n_signed != 3)
    return _("Signed at: A signature consists of when, by whom and the mark itself.");

  return NULL;
}

static void
clinic_session_class_init (ClinicSessionClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->subject = "patient_id";
  record_class->check = clinic_session_check;

  clinic_record_class_set_fields (record_class, "session", N_("Session"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_session_init (ClinicSession *self)
{
}

ClinicSession *
clinic_session_new (void)
{
  return g_object_new (CLINIC_TYPE_SESSION, NULL);
}
