/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-booking-words.h"
#include "clinic-locale.h"

const char *
clinic_booking_gap_words (ClinicBookingGap gap)
{
  switch (gap)
    {
    case CLINIC_BOOKING_NOBODY:
      return _("Choose who comes first.");

    case CLINIC_BOOKING_NO_NAME:
      return _("A family name is needed.");

    case CLINIC_BOOKING_NO_PRACTITIONER:
      return _("Nobody treats patients yet.");

    case CLINIC_BOOKING_NO_TIME:
      return _("This date or time cannot be read.");

    case CLINIC_BOOKING_NO_REASON:
      return _("Say why this visit is booked beside another.");

    case CLINIC_BOOKING_WHOLE:
    default:
      return NULL;
    }
}

char *
clinic_booking_dup_patient_words (ClinicPatient *patient,
                                  const char    *today)
{
  g_autofree char *born = clinic_locale_date (patient->birth_date);
  g_autofree char *age = clinic_locale_age (patient->birth_date, today);
  const char *phone = patient->mobile != NULL ? patient->mobile : patient->phone;
  g_autoptr(GString) about = g_string_new (patient->file_number);

  if (patient->birth_date != NULL)
    g_string_append_printf (about, " · %s (%s)", born, age);

  if (phone != NULL)
    g_string_append_printf (about, " · %s", phone);

  return g_string_free (g_steal_pointer (&about), FALSE);
}

char *
clinic_booking_dup_course_words (const ClinicBookingFacts *facts)
{
  g_autofree char *due = clinic_locale_day (facts->due);
  g_autofree char *booked = clinic_locale_wall (facts->booked);

  if (facts->planned == 0)
    return g_strdup ("");

  if (facts->number == 0 && facts->booked == NULL)
    return g_strdup_printf (_("All %d sessions have been"), (int) facts->planned);

  if (facts->number == 0)
    return g_strdup_printf (_("All %d sessions are booked; next on %s"), (int) facts->planned,
                            booked);

  if (facts->due == NULL)
    return g_strdup_printf (_("Session %d of %d is next"), (int) facts->number,
                            (int) facts->planned);

  return g_strdup_printf (_("Session %d of %d is next, due %s"), (int) facts->number,
                          (int) facts->planned, due);
}

char *
clinic_booking_dup_booked_words (ClinicPatient *patient,
                                 const char    *starts,
                                 const char    *today)
{
  g_autofree char *name = clinic_locale_full_name (patient->given_name, patient->family_name);
  g_autofree char *day = clinic_locale_near_day (starts, today);
  g_autofree char *time = clinic_locale_time (starts);

  /* Translators: name, day, time: "Ayşe Yıldız is booked: Tue 24 Nov, 10:15" */
  return g_strdup_printf (_("%s is booked: %s, %s"), name, day, time);
}
