/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-clock.h"
#include "clinic-consent-confirmation.h"
#include "clinic-consent-look.h"
#include "clinic-consent-sign.h"
#include "clinic-consent-withdrawal.h"
#include "clinic-course.h"
#include "clinic-photo-consent.h"
#include "clinic-seed.h"
#include "clinic-strokes.h"
#include "clinic-text.h"

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, message);

  return FALSE;
}

/* Name, length and bytes, so that nothing can be moved from one field to the next. */
static void
add_value (GChecksum  *checksum,
           const char *name,
           const char *value)
{
  g_autofree char *line = NULL;

  if (value == NULL)
    return;

  line = g_strdup_printf ("%s %" G_GSIZE_FORMAT " %s\n", name, strlen (value), value);
  g_checksum_update (checksum, (const guchar *) line, -1);
}

static void
add_number (GChecksum  *checksum,
            const char *name,
            gint64      number)
{
  g_autofree char *value = number != CLINIC_UNKNOWN ? g_strdup_printf ("%" G_GINT64_FORMAT, number)
                                                    : NULL;

  add_value (checksum, name, value);
}

char *
clinic_consent_fingerprint (ClinicConsent         *consent,
                            ClinicConsentTemplate *form)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_return_val_if_fail (CLINIC_IS_CONSENT (consent) && CLINIC_IS_CONSENT_TEMPLATE (form), NULL);

  add_value (checksum, "code", form->code);
  add_number (checksum, "number", form->number);
  add_value (checksum, "language", form->language);
  add_value (checksum, "purpose", form->purpose);
  add_value (checksum, "title", form->title);
  add_value (checksum, "body", form->body);
  add_number (checksum, "patient", consent->patient_id);
  add_number (checksum, "course", consent->course_id);
  add_value (checksum, "scope", consent->scope);
  add_value (checksum, "signed_at", consent->signed_at);
  add_value (checksum, "signed_name", consent->signed_name);
  add_value (checksum, "typed", consent->typed ? "1" : NULL);
  add_value (checksum, "strokes", consent->strokes);
  add_number (checksum, "staff", consent->staff_id);
  add_value (checksum, "witness", consent->witness);

  return g_strdup (g_checksum_get_string (checksum));
}

GPtrArray *
clinic_consent_list_forms (ClinicDb    *db,
                           const char  *purpose,
                           const char  *date,
                           GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "consent-forms", error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_text (statement, 1, date);
  clinic_statement_bind_text (statement, 2, purpose != NULL ? purpose : "");

  return clinic_store_list (statement, CLINIC_TYPE_CONSENT_TEMPLATE, error);
}

static gboolean
check_in_force (ClinicDb               *db,
                ClinicConsentTemplate  *form,
                const char             *today,
                GError                **error)
{
  g_autoptr(GPtrArray) forms = clinic_consent_list_forms (db, form->purpose, today, error);

  for (guint i = 0; forms != NULL && i < forms->len; i++)
    {
      if (clinic_record_get_id (forms->pdata[i]) == clinic_record_get_id (CLINIC_RECORD (form)))
        return TRUE;
    }

  return forms != NULL &&
         refuse (error, _("Form: This version is not in force. Take the latest one."));
}

static gboolean
check_course (ClinicDb       *db,
              ClinicConsent  *consent,
              GError        **error)
{
  g_autoptr(ClinicRecord) course = NULL;

  if (consent->course_id == CLINIC_UNKNOWN)
    return TRUE;

  course = clinic_store_find (db, CLINIC_TYPE_COURSE, consent->course_id, error);

  if (course == NULL)
    return FALSE;

  return CLINIC_COURSE (course)->patient_id == consent->patient_id ||
         refuse (error, _("Course: This course is another patient’s."));
}

static gboolean
check_content (ClinicConsent          *consent,
               ClinicConsentTemplate  *form,
               GError                **error)
{
  gboolean photo = strcmp (form->purpose, "photo") == 0;
  g_autoptr(GPtrArray) strokes = NULL;

  if (photo != (consent->scope != NULL))
    return refuse (error, photo
                   ? _("Photographs are for: Say what they may be used for.")
                   : _("Photographs are for: Only a consent to photographs says this."));

  if (clinic_text_is_empty (consent->signed_name))
    return refuse (error, _("Name of who signed: Write it down."));

  if (consent->strokes == NULL)
    return TRUE;

  strokes = clinic_strokes_parse (consent->strokes);

  if (strokes == NULL)
    return refuse (error, _("Signature: It cannot be read."));

  return clinic_strokes_suffice (strokes) || refuse (error, _("Signature: A dot is none. Draw it."));
}

typedef struct
{
  ClinicConsent *consent;
  ClinicRecord  *saved;
} Sign;

static gboolean
sign (ClinicAct     *act,
      ClinicChange  *change,
      gpointer       data,
      GError       **error)
{
  Sign *self = data;
  g_autoptr(ClinicRecord) form = NULL;
  g_autofree char *now = clinic_clock_instant ();
  g_autofree char *fingerprint = NULL;
  ClinicConsent *consent;

  g_clear_object (&self->saved);
  self->saved = clinic_record_copy (CLINIC_RECORD (self->consent));
  consent = CLINIC_CONSENT (self->saved);
  form = clinic_store_find (act->db, CLINIC_TYPE_CONSENT_TEMPLATE, consent->consent_template_id,
                            error);

  if (form == NULL ||
      !check_in_force (act->db, CLINIC_CONSENT_TEMPLATE (form), change->today, error) ||
      !check_course (act->db, consent, error) ||
      !check_content (consent, CLINIC_CONSENT_TEMPLATE (form), error))
    return FALSE;

  g_object_set (consent, "signed-at", now, "staff-id", change->actor, NULL);
  fingerprint = clinic_consent_fingerprint (consent, CLINIC_CONSENT_TEMPLATE (form));
  g_object_set (consent, "fingerprint", fingerprint, NULL);

  return clinic_store_save (change, self->saved, error);
}

gint64
clinic_consent_sign (ClinicAct      *act,
                     ClinicConsent  *consent,
                     GError        **error)
{
  Sign data = { .consent = consent };
  g_autoptr(ClinicRecord) saved = NULL;
  gboolean done;

  g_return_val_if_fail (CLINIC_IS_CONSENT (consent), 0);
  g_return_val_if_fail (clinic_record_get_version (CLINIC_RECORD (consent)) == 0, 0);

  done = clinic_act_run (act, "consent.sign", sign, &data, error);
  saved = data.saved;

  return done ? clinic_act_take_saved (act, CLINIC_RECORD (consent), saved) : 0;
}

gboolean
clinic_consent_verify (ClinicDb  *db,
                       gint64     consent,
                       gboolean  *intact,
                       GError   **error)
{
  g_autoptr(ClinicRecord) record = clinic_store_find (db, CLINIC_TYPE_CONSENT, consent, error);
  g_autoptr(ClinicRecord) form = NULL;
  g_autofree char *fingerprint = NULL;

  g_return_val_if_fail (intact != NULL, FALSE);

  if (record == NULL ||
      (form = clinic_store_find (db, CLINIC_TYPE_CONSENT_TEMPLATE,
                                 CLINIC_CONSENT (record)->consent_template_id, error)) == NULL)
    return FALSE;

  fingerprint = clinic_consent_fingerprint (CLINIC_CONSENT (record), CLINIC_CONSENT_TEMPLATE (form));
  *intact = strcmp (fingerprint, CLINIC_CONSENT (record)->fingerprint) == 0;

  return TRUE;
}

typedef struct
{
  gint64 session;
  gint64 id;
} Confirm;

/* 0 when it was not said yet; -1 with @error. */
static gint64
find_confirmation (ClinicDb  *db,
                   gint64     consent,
                   gint64     session,
                   GError   **error)
{
  g_autoptr(GPtrArray) said = clinic_store_list_by (db, CLINIC_TYPE_CONSENT_CONFIRMATION,
                                                    "consent_id", consent, error);

  for (guint i = 0; said != NULL && i < said->len; i++)
    {
      if (CLINIC_CONSENT_CONFIRMATION (said->pdata[i])->session_id == session)
        return clinic_record_get_id (said->pdata[i]);
    }

  return said != NULL ? 0 : -1;
}

static gboolean
confirm (ClinicAct     *act,
         ClinicChange  *change,
         gpointer       data,
         GError       **error)
{
  Confirm *self = data;
  g_autoptr(ClinicRecord) session = clinic_store_find (act->db, CLINIC_TYPE_SESSION, self->session,
                                                       error);
  g_autoptr(ClinicRecord) record = CLINIC_RECORD (clinic_consent_confirmation_new ());
  g_autofree char *now = clinic_clock_instant ();
  g_auto(ClinicConsentLook) look = { 0 };

  if (session == NULL ||
      !clinic_consent_look_load (act->db, CLINIC_SESSION (session), &look, error))
    return FALSE;

  if (look.consent == CLINIC_UNKNOWN || look.withdrawn_on != NULL)
    return refuse (error, _("There is no consent that stands. It has to be signed."));

  self->id = find_confirmation (act->db, look.consent, self->session, error);

  if (self->id != 0)
    return self->id > 0;

  g_object_set (record,
                "consent-id", look.consent,
                "session-id", self->session,
                "confirmed-at", now,
                "staff-id", change->actor,
                NULL);
  change->patient = CLINIC_SESSION (session)->patient_id;

  if (!clinic_store_save (change, record, error))
    return FALSE;

  self->id = clinic_record_get_id (record);

  return TRUE;
}

gint64
clinic_consent_confirm (ClinicAct  *act,
                        gint64      session,
                        GError    **error)
{
  Confirm data = { .session = session };

  if (!clinic_act_run (act, "consent.confirm", confirm, &data, error))
    return 0;

  return act->repeated ? clinic_act_find_made (act, act->done, "consent_confirmation", error)
                       : data.id;
}

typedef struct
{
  gint64      consent;
  const char *reason;
  gint64      id;
} Withdraw;

static gboolean
withdraw (ClinicAct     *act,
          ClinicChange  *change,
          gpointer       data,
          GError       **error)
{
  Withdraw *self = data;
  g_autoptr(ClinicRecord) consent = clinic_store_find (act->db, CLINIC_TYPE_CONSENT, self->consent,
                                                       error);
  g_autoptr(ClinicRecord) record = CLINIC_RECORD (clinic_consent_withdrawal_new ());
  g_autofree char *now = clinic_clock_instant ();
  g_autoptr(GPtrArray) earlier = NULL;

  if (consent == NULL ||
      (earlier = clinic_store_list_by (act->db, CLINIC_TYPE_CONSENT_WITHDRAWAL, "consent_id",
                                       self->consent, error)) == NULL)
    return FALSE;

  if (earlier->len > 0)
    return refuse (error, _("This consent was withdrawn already."));

  if (clinic_text_is_empty (self->reason))
    return refuse (error, _("Reason: Write what the patient said, if only that it is their wish."));

  g_object_set (record,
                "consent-id", self->consent,
                "withdrawn-at", now,
                "reason", self->reason,
                "staff-id", change->actor,
                NULL);
  change->patient = CLINIC_CONSENT (consent)->patient_id;

  if (!clinic_store_save (change, record, error))
    return FALSE;

  self->id = clinic_record_get_id (record);

  return TRUE;
}

gint64
clinic_consent_withdraw (ClinicAct   *act,
                         gint64       consent,
                         const char  *reason,
                         GError     **error)
{
  Withdraw data = { .consent = consent, .reason = reason };

  if (!clinic_act_run (act, "consent.withdraw", withdraw, &data, error))
    return 0;

  return act->repeated ? clinic_act_find_made (act, act->done, "consent_withdrawal", error)
                       : data.id;
}

gboolean
clinic_consent_allows_photos (ClinicDb    *db,
                              gint64       patient,
                              const char  *scope,
                              gboolean    *allowed,
                              GError     **error)
{
  ClinicPhotoConsent consent;

  g_return_val_if_fail (allowed != NULL, FALSE);

  *allowed = FALSE;

  if (!clinic_photo_consent_load (db, patient, &consent, error))
    return FALSE;

  *allowed = clinic_photo_consent_allows (&consent, scope);

  return TRUE;
}

gboolean
clinic_consent_stands (ClinicDb  *db,
                       gint64     patient,
                       gint64     course,
                       gboolean  *stands,
                       GError   **error)
{
  g_autoptr(ClinicSession) session = clinic_session_new ();
  g_autofree char *zone = NULL;
  g_autofree char *now = NULL;
  g_auto(ClinicConsentLook) look = { 0 };

  g_return_val_if_fail (stands != NULL, FALSE);

  zone = clinic_act_dup_zone (db, error);

  if (zone == NULL)
    return FALSE;

  now = clinic_clock_wall (zone);
  g_object_set (session, "patient-id", patient, "course-id", course, "starts", now, NULL);

  if (!clinic_consent_look_load (db, session, &look, error))
    return FALSE;

  *stands = look.consent != CLINIC_UNKNOWN && look.withdrawn_on == NULL;

  return TRUE;
}

typedef struct
{
  ClinicConsentTemplate *form;
  ClinicRecord          *saved;
} FormSave;

/* The highest number there is of a form in its language; 0: none, -1 with @error. */
static gint64
find_highest (ClinicDb               *db,
              ClinicConsentTemplate  *form,
              GError                **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "consent-form-highest", error);

  if (statement == NULL)
    return -1;

  clinic_statement_bind_text (statement, 1, form->code);
  clinic_statement_bind_text (statement, 2, form->language);

  return clinic_statement_step (statement, error) ? clinic_statement_get_int (statement, 0) : -1;
}

static gboolean
is_signed (ClinicDb  *db,
           gint64     form,
           gboolean  *signed_by_anybody,
           GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "consent-form-signed", error);

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, form);

  if (!clinic_statement_step (statement, error))
    return FALSE;

  *signed_by_anybody = clinic_statement_get_int (statement, 0) > 0;

  return TRUE;
}

static gboolean
save_form (ClinicAct     *act,
           ClinicChange  *change,
           gpointer       data,
           GError       **error)
{
  FormSave *self = data;
  gboolean used = FALSE;
  gint64 highest;

  g_clear_object (&self->saved);
  self->saved = clinic_record_copy (CLINIC_RECORD (self->form));

  if (!clinic_record_validate (self->saved, change->today, error) ||
      (highest = find_highest (act->db, self->form, error)) < 0)
    return FALSE;

  if (clinic_record_get_version (self->saved) != 0 &&
      !is_signed (act->db, clinic_record_get_id (self->saved), &used, error))
    return FALSE;

  if (used)
    {
      clinic_record_set_id (self->saved, 0);
      clinic_record_set_version (self->saved, 0);
    }

  if (clinic_record_get_version (self->saved) == 0)
    g_object_set (self->saved, "number", highest + 1, NULL);

  return clinic_store_save (change, self->saved, error);
}

gint64
clinic_consent_form_save (ClinicAct              *act,
                          ClinicConsentTemplate  *form,
                          GError                **error)
{
  FormSave data = { .form = form };
  g_autoptr(ClinicRecord) saved = NULL;
  gboolean done;

  g_return_val_if_fail (CLINIC_IS_CONSENT_TEMPLATE (form), 0);

  if (form->number == CLINIC_UNKNOWN)
    g_object_set (form, "number", (gint64) 1, NULL);

  done = clinic_act_run (act, "consent.form", save_form, &data, error);
  saved = data.saved;

  return done ? clinic_act_take_saved (act, CLINIC_RECORD (form), saved) : 0;
}

static gboolean
take_shipped (ClinicAct     *act,
              ClinicChange  *change,
              gpointer       data,
              GError       **error)
{
  return clinic_seed_load_papers (change, error);
}

gboolean
clinic_consent_take_shipped (ClinicAct  *act,
                             GError    **error)
{
  return clinic_act_run (act, "consent.form", take_shipped, NULL, error);
}
