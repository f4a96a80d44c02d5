/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-visit.h"

G_DEFINE_FINAL_TYPE (ClinicVisit, clinic_visit, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicVisit, patient_id,      N_("Patient"), .format = CLINIC_LINK, .links = "patient"),
  CLINIC_FIELD (ClinicVisit, course_id,       N_("Course"), .format = CLINIC_LINK, .links = "course"),
  CLINIC_FIELD (ClinicVisit, practitioner_id, N_("Practitioner"), .format = CLINIC_LINK, .links = "staff"),
  CLINIC_FIELD (ClinicVisit, room_id,         N_("Room"), .format = CLINIC_LINK, .links = "room"),
  CLINIC_FIELD (ClinicVisit, starts,          N_("Starts"), .format = CLINIC_WALL),
  CLINIC_FIELD (ClinicVisit, ends,            N_("Ends"), .format = CLINIC_WALL),
  CLINIC_FIELD (ClinicVisit, status,          N_("Status"), .format = CLINIC_CHOICE, .choices = clinic_session_statuses),
  CLINIC_FIELD (ClinicVisit, status_reason,   N_("Reason")),
  CLINIC_FIELD (ClinicVisit, overbooked,      N_("Overbooked on purpose")),
  CLINIC_FIELD (ClinicVisit, number,          N_("Number in the course")),
  CLINIC_FIELD (ClinicVisit, planned,         N_("Sessions of the course")),
  CLINIC_FIELD (ClinicVisit, signed_at,       N_("Signed at")),
  CLINIC_FIELD (ClinicVisit, file_number,     N_("File number")),
  CLINIC_FIELD (ClinicVisit, family_name,     N_("Family name")),
  CLINIC_FIELD (ClinicVisit, given_name,      N_("Given name")),
  CLINIC_FIELD (ClinicVisit, birth_date,      N_("Date of birth"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicVisit, sex,             N_("Sex"), .format = CLINIC_CHOICE, .choices = clinic_sexes),
  CLINIC_FIELD (ClinicVisit, phone,           N_("Telephone")),
  CLINIC_FIELD (ClinicVisit, practitioner,    N_("Practitioner")),
  CLINIC_FIELD (ClinicVisit, colour,          N_("Colour")),
  CLINIC_FIELD (ClinicVisit, room,            N_("Room")),
  CLINIC_FIELD (ClinicVisit, protocol,        N_("Protocol")),
  CLINIC_FIELD (ClinicVisit, cocktail,        N_("Cocktail")),
  CLINIC_FIELD (ClinicVisit, allergies,       N_("Allergies")),
  CLINIC_FIELD (ClinicVisit, conditions,      N_("Conditions")),
  CLINIC_FIELD (ClinicVisit, open_reactions,  N_("Open reactions")),
};
/* *INDENT-ON* */

static void
clinic_visit_class_init (ClinicVisitClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->subject = "patient_id";

  clinic_record_class_set_fields (record_class, "visit", N_("Visit"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_visit_init (ClinicVisit *self)
{
}

GPtrArray *
clinic_visit_list_days (ClinicDb    *db,
                        const char  *from,
                        const char  *to,
                        gint64       practitioner,
                        GError     **error)
{
  g_autoptr(ClinicStatement) statement = NULL;

  g_return_val_if_fail (db != NULL && from != NULL && to != NULL, NULL);

  statement = clinic_db_query (db, practitioner != 0 ? "visit-practitioner" : "visit-days", error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_text (statement, 1, from);
  clinic_statement_bind_text (statement, 2, to);

  if (practitioner != 0)
    clinic_statement_bind_int (statement, 3, practitioner);

  return clinic_store_list (statement, CLINIC_TYPE_VISIT, error);
}

GArray *
clinic_visit_count_slots (ClinicDb    *db,
                          const char  *from,
                          const char  *to,
                          GError     **error)
{
  g_autoptr(ClinicStatement) statement = NULL;
  g_autoptr(GArray) slots = g_array_new (FALSE, TRUE, sizeof (ClinicVisitSlot));
  GError *failure = NULL;

  g_return_val_if_fail (db != NULL && from != NULL && to != NULL, NULL);

  statement = clinic_db_query (db, "visit-slots", error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_text (statement, 1, from);
  clinic_statement_bind_text (statement, 2, to);

  while (clinic_statement_step (statement, &failure))
    {
      ClinicVisitSlot slot = { .visits = (guint) clinic_statement_get_int (statement, 2) };

      g_strlcpy (slot.starts, clinic_statement_get_text (statement, 0), sizeof slot.starts);
      g_strlcpy (slot.ends, clinic_statement_get_text (statement, 1), sizeof slot.ends);
      g_array_append_val (slots, slot);
    }

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  return g_steal_pointer (&slots);
}

GPtrArray *
clinic_visit_list_patient (ClinicDb  *db,
                           gint64     patient,
                           GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "visit-patient", error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, patient);

  return clinic_store_list (statement, CLINIC_TYPE_VISIT, error);
}

ClinicVisit *
clinic_visit_find (ClinicDb  *db,
                   gint64     session,
                   GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "visit-one", error);
  g_autoptr(GError) failure = NULL;
  ClinicRecord *record;

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, session);
  record = clinic_store_one (statement, CLINIC_TYPE_VISIT, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (record == NULL)
    g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                         _("There is no such visit any more."));

  return record != NULL ? CLINIC_VISIT (record) : NULL;
}
