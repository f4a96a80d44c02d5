/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Registering patients: numbers, changes, archive. Who may be on file twice is found in
 * clinic-duplicate.c. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-finding.h"
#include "clinic-register.h"
#include "clinic-text.h"

/* Two seats may make the same number in the same moment; the second one takes the next. */
#define MOST_NUMBERS 10

/* "P00042" → 42; -1 when it is not one that this program made. */
static gint64
read_number (const char *file_number)
{
  gint64 number;
  char *end = NULL;

  if (file_number[0] != 'P' || strlen (file_number) < 6 || strlen (file_number) > 12 ||
      strspn (file_number + 1, "0123456789") != strlen (file_number + 1))
    return -1;

  number = g_ascii_strtoll (file_number + 1, &end, 10);

  return number;
}

static char *
write_number (gint64 number)
{
  return g_strdup_printf ("P%05" G_GINT64_FORMAT, number);
}

/* The highest of those given out last; 0: none. */
static gboolean
find_latest (ClinicDb  *db,
             gint64    *latest,
             GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "patient-latest-numbers", error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;

  *latest = 0;

  while (clinic_statement_step (statement, &failure))
    *latest = MAX (*latest, read_number (clinic_statement_get_text (statement, 0)));

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, failure);

  return FALSE;
}

static gboolean
is_taken (ClinicDb    *db,
          const char  *file_number,
          gboolean    *taken,
          GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "patient-by-number", error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_text (statement, 1, file_number);
  *taken = clinic_statement_step (statement, &failure);

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, failure);

  return FALSE;
}

/* Goes on from the latest, @ahead of it, in growing strides over what an import may have taken:
 * gaps do no harm. */
static char *
find_next (ClinicDb  *db,
           guint      ahead,
           GError   **error)
{
  gint64 number;
  gint64 stride = 1;

  if (!find_latest (db, &number, error))
    return NULL;

  for (number += ahead;;)
    {
      g_autofree char *next = write_number (number + stride);
      gboolean taken = FALSE;

      if (!is_taken (db, next, &taken, error))
        return NULL;

      if (!taken)
        return g_steal_pointer (&next);

      number += stride;
      stride *= 2;
    }
}

char *
clinic_patient_next_number (ClinicDb  *db,
                            GError   **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return find_next (db, 0, error);
}

/* One objection that names all candidates, by file number only. */
static GPtrArray *
object (GPtrArray *candidates,
        GPtrArray *reasons)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GString) list = g_string_new (NULL);
  g_autofree char *message = NULL;
  ClinicFinding *finding;

  if (candidates->len == 0)
    return g_steal_pointer (&found);

  for (guint i = 0; i < candidates->len; i++)
    {
      ClinicPatient *candidate = candidates->pdata[i];

      g_string_append_printf (list, "%s%s (%s)", i > 0 ? ", " : "", candidate->file_number,
                              (const char *) reasons->pdata[i]);
    }

  message = g_strdup_printf (_("Perhaps already on file: %s"), list->str);
  finding = clinic_finding_new ();
  g_object_set (finding, "rule", CLINIC_RULE_DUPLICATE, "rule-version", (gint64) 1, "severity",
                "warn",
                "message", message, NULL);
  g_ptr_array_add (found, finding);

  return g_steal_pointer (&found);
}

static GPtrArray *
find_objections (ClinicDb       *db,
                 ClinicPatient  *patient,
                 GError        **error)
{
  g_autoptr(GPtrArray) reasons = NULL;
  g_autoptr(GPtrArray) candidates = clinic_patient_duplicates (db, patient, &reasons, error);

  return candidates != NULL ? object (candidates, reasons) : NULL;
}

typedef struct
{
  ClinicPatient *patient;
  ClinicRecord  *saved;
  gboolean       numbered;   /* the program makes the file number */
  guint          ahead;      /* so many are left out: another seat that goes on steadily would
                              * always be faster */
} Registration;

/* What was found before is weighed after the save, as the finding that is kept names the
 * patient. */
static gboolean
save_and_weigh (ClinicAct     *act,
                ClinicChange  *change,
                ClinicRecord  *patient,
                GPtrArray     *found,
                GError       **error)
{
  return clinic_store_save (change, patient, error) &&
         clinic_act_weigh (act, change, found, clinic_record_get_id (patient), 0, error);
}

static gboolean
register_patient (ClinicAct     *act,
                  ClinicChange  *change,
                  gpointer       data,
                  GError       **error)
{
  Registration *registration = data;
  g_autoptr(GPtrArray) found = NULL;
  g_autofree char *number = NULL;

  g_clear_object (&registration->saved);
  registration->saved = clinic_record_copy (CLINIC_RECORD (registration->patient));

  if (registration->numbered)
    {
      if ((number = find_next (act->db, registration->ahead, error)) == NULL)
        return FALSE;

      g_object_set (registration->saved, "file-number", number, NULL);
    }

  found = find_objections (act->db, CLINIC_PATIENT (registration->saved), error);

  return found != NULL && save_and_weigh (act, change, registration->saved, found, error);
}

gint64
clinic_patient_register (ClinicAct      *act,
                         ClinicPatient  *patient,
                         GError        **error)
{
  Registration registration = { .patient = patient };
  g_autoptr(ClinicRecord) saved = NULL;
  gint64 operation;
  gboolean done = FALSE;

  g_return_val_if_fail (act != NULL && CLINIC_IS_PATIENT (patient), 0);

  operation = act->operation;
  registration.numbered = patient->file_number == NULL;

  for (guint tries = 1; !done; tries++)
    {
      g_autoptr(GError) failure = NULL;

      act->operation = operation;
      registration.ahead = tries - 1;
      done = clinic_act_run (act, "patient.register", register_patient, &registration, &failure);

      if (!done && (!registration.numbered || tries == MOST_NUMBERS ||
                    g_strcmp0 (act->constraint, "patient.file_number") != 0))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          break;
        }
    }

  saved = registration.saved;

  return done ? clinic_act_take_saved (act, CLINIC_RECORD (patient), saved) : 0;
}

/* Whether somebody else could now be meant. */
static gboolean
looks_different (ClinicPatient *before,
                 ClinicPatient *after)
{
  return g_strcmp0 (before->family_name, after->family_name) != 0 ||
         g_strcmp0 (before->given_name, after->given_name) != 0 ||
         g_strcmp0 (before->birth_date, after->birth_date) != 0;
}

static gboolean
edit_patient (ClinicAct     *act,
              ClinicChange  *change,
              gpointer       data,
              GError       **error)
{
  Registration *edit = data;
  g_autoptr(ClinicRecord) stored = NULL;
  g_autoptr(GPtrArray) found = NULL;

  g_clear_object (&edit->saved);
  edit->saved = clinic_record_copy (CLINIC_RECORD (edit->patient));
  stored = clinic_store_find (act->db, CLINIC_TYPE_PATIENT, clinic_record_get_id (edit->saved),
                              error);

  if (stored == NULL)
    return FALSE;

  if (!looks_different (CLINIC_PATIENT (stored), edit->patient))
    return clinic_store_save (change, edit->saved, error);

  found = find_objections (act->db, edit->patient, error);

  return found != NULL && save_and_weigh (act, change, edit->saved, found, error);
}

gboolean
clinic_patient_edit (ClinicAct      *act,
                     ClinicPatient  *patient,
                     GError        **error)
{
  Registration edit = { .patient = patient };
  g_autoptr(ClinicRecord) saved = NULL;
  gboolean done;

  g_return_val_if_fail (act != NULL && CLINIC_IS_PATIENT (patient), FALSE);

  done = clinic_act_run (act, "patient.edit", edit_patient, &edit, error);
  saved = edit.saved;

  return done && clinic_act_take_saved (act, CLINIC_RECORD (patient), saved) != 0;
}

static gboolean
archive (ClinicAct     *act,
         ClinicChange  *change,
         ClinicRecord  *record,
         gpointer       data,
         GError       **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (act->db, "patient-booked", error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, clinic_record_get_id (record));

  if (clinic_statement_step (statement, &failure))
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("Patient %s still has a session on %s. Cancel or finish it first."),
                   CLINIC_PATIENT (record)->file_number, clinic_statement_get_text (statement, 0));
      return FALSE;
    }

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  if (CLINIC_PATIENT (record)->archived_on == NULL)
    g_object_set (record, "archived-on", change->today, NULL);

  return TRUE;
}

gboolean
clinic_patient_archive (ClinicAct  *act,
                        gint64      patient,
                        GError    **error)
{
  return clinic_act_edit (act, "patient.archive", CLINIC_TYPE_PATIENT, patient, archive, NULL,
                          error);
}

static gboolean
restore (ClinicAct     *act,
         ClinicChange  *change,
         ClinicRecord  *record,
         gpointer       data,
         GError       **error)
{
  g_object_set (record, "archived-on", NULL, NULL);

  return TRUE;
}

gboolean
clinic_patient_restore (ClinicAct  *act,
                        gint64      patient,
                        GError    **error)
{
  return clinic_act_edit (act, "patient.archive", CLINIC_TYPE_PATIENT, patient, restore, NULL,
                          error);
}
