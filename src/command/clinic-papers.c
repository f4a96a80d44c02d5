/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-aftercare.h"
#include "clinic-clock.h"
#include "clinic-consent-sign.h"
#include "clinic-consent-withdrawal.h"
#include "clinic-locale.h"
#include "clinic-paper-words.h"
#include "clinic-papers-private.h"
#include "clinic-staff.h"

gboolean
clinic_paper_people_load (ClinicDb           *db,
                          gint64              patient,
                          ClinicPaperPeople  *self,
                          GError            **error)
{
  g_autoptr(GPtrArray) clinics = clinic_store_list_by (db, CLINIC_TYPE_CLINIC, NULL, 0, error);

  if (clinics == NULL || clinics->len == 0)
    return FALSE;

  self->clinic = g_object_ref (clinics->pdata[0]);
  self->patient = (ClinicPatient *) clinic_store_find (db, CLINIC_TYPE_PATIENT, patient, error);

  return self->patient != NULL;
}

void
clinic_paper_people_clear (ClinicPaperPeople *self)
{
  g_clear_object (&self->clinic);
  g_clear_object (&self->patient);
}

void
clinic_paper_people_head (ClinicPaperPeople *self,
                          ClinicPaper       *paper)
{
  g_autofree char *address = g_strdup (self->clinic->address != NULL ? self->clinic->address : "");
  g_autoptr(GString) below = g_string_new (NULL);

  g_strdelimit (address, "\n", ' ');
  g_string_append (below, address);

  if (self->clinic->phone != NULL)
    g_string_append_printf (below, "%s\u2066%s\u2069", below->len > 0 ? " · " : "",
                            self->clinic->phone);

  if (self->clinic->email != NULL)
    g_string_append_printf (below, "%s\u2066%s\u2069", below->len > 0 ? " · " : "",
                            self->clinic->email);

  clinic_paper_set_head (paper, self->clinic->name, below->len > 0 ? below->str : NULL);
}

static char *
isolate (const char *text)
{
  return text != NULL ? clinic_paper_isolate (text) : NULL;
}

void
clinic_paper_people_facts (ClinicPaperPeople *self,
                           ClinicPaper       *paper,
                           const char        *language)
{
  g_autofree char *name = clinic_locale_full_name (self->patient->given_name,
                                                   self->patient->family_name);
  g_autofree char *own_name = isolate (name);
  g_autofree char *number = isolate (self->patient->file_number);
  g_autofree char *born = self->patient->birth_date != NULL
                          ? clinic_paper_dup_date (language, self->patient->birth_date, FALSE)
                          : NULL;

  clinic_paper_add_fact (paper, clinic_paper_word (language, "patient"), own_name);
  clinic_paper_add_fact (paper, clinic_paper_word (language, "born"), born);
  clinic_paper_add_fact (paper, clinic_paper_word (language, "file_number"), number);
}

char *
clinic_paper_dup_staff (ClinicDb  *db,
                        gint64     staff,
                        GError   **error)
{
  g_autoptr(ClinicRecord) record = clinic_store_find (db, CLINIC_TYPE_STAFF, staff, error);

  return record != NULL ? g_strdup (CLINIC_STAFF (record)->name) : NULL;
}

/* What a consent's paper is made of. */
typedef struct
{
  ClinicPaperPeople      people;
  ClinicConsent         *consent;
  ClinicConsentTemplate *form;
  GPtrArray             *withdrawals;
  char                  *staff;
  const char            *language;
  gboolean               intact;
} Signed;

static void
signed_clear (Signed *self)
{
  clinic_paper_people_clear (&self->people);
  g_clear_object (&self->consent);
  g_clear_object (&self->form);
  g_clear_pointer (&self->withdrawals, g_ptr_array_unref);
  g_free (self->staff);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Signed, signed_clear)

static gboolean
load_signed (ClinicDb  *db,
             gint64     id,
             Signed    *self,
             GError   **error)
{
  self->consent = (ClinicConsent *) clinic_store_find (db, CLINIC_TYPE_CONSENT, id, error);

  if (self->consent == NULL)
    return FALSE;

  self->form = (ClinicConsentTemplate *) clinic_store_find (db, CLINIC_TYPE_CONSENT_TEMPLATE,
                                                            self->consent->consent_template_id,
                                                            error);
  self->withdrawals = self->form != NULL
                      ? clinic_store_list_by (db, CLINIC_TYPE_CONSENT_WITHDRAWAL, "consent_id", id,
                                              error)
                      : NULL;

  if (self->withdrawals == NULL || !clinic_consent_verify (db, id, &self->intact, error) ||
      !clinic_paper_people_load (db, self->consent->patient_id, &self->people, error))
    return FALSE;

  self->staff = clinic_paper_dup_staff (db, self->consent->staff_id, error);
  self->language = self->form->language;

  return self->staff != NULL;
}

static char *
dup_instant (Signed     *self,
             const char *instant)
{
  g_autofree char *wall = clinic_clock_wall_at (instant, self->people.clinic->zone);

  return wall != NULL ? clinic_paper_dup_date (self->language, wall, TRUE) : NULL;
}

static void
add_scope (ClinicPaper *paper,
           Signed      *self)
{
  g_autofree char *key = NULL;

  if (self->consent->scope == NULL)
    return;

  key = g_strconcat ("scope_", self->consent->scope, NULL);
  clinic_paper_add_fact (paper, clinic_paper_word (self->language, "scope"),
                         clinic_paper_word (self->language, key));
}

static void
add_signing (ClinicPaper *paper,
             Signed      *self)
{
  g_autofree char *when = dup_instant (self, self->consent->signed_at);
  g_autofree char *name = isolate (self->consent->signed_name);
  g_autofree char *staff = isolate (self->staff);
  g_autofree char *witness = isolate (self->consent->witness);
  const char *language = self->language;

  add_scope (paper, self);
  clinic_paper_add_fact (paper, clinic_paper_word (language, "signed"), when);
  clinic_paper_add_fact (paper, clinic_paper_word (language, "taken_by"), staff);
  clinic_paper_add_fact (paper, clinic_paper_word (language, "witness"), witness);

  if (self->consent->typed)
    clinic_paper_add_fact (paper, clinic_paper_word (language, "signature"),
                           clinic_paper_word (language, "typed"));

  clinic_paper_add_signature (paper, self->consent->strokes, name);
  clinic_paper_add_fact (paper, clinic_paper_word (language, "state"),
                         clinic_paper_word (language, self->intact ? "intact" : "altered"));
}

static void
add_withdrawal (ClinicPaper *paper,
                Signed      *self)
{
  for (guint i = 0; i < self->withdrawals->len; i++)
    {
      ClinicConsentWithdrawal *withdrawal = self->withdrawals->pdata[i];
      g_autofree char *when = dup_instant (self, withdrawal->withdrawn_at);
      g_autofree char *reason = isolate (withdrawal->reason);

      clinic_paper_add_heading (paper, clinic_paper_word (self->language, "withdrawn"));
      clinic_paper_add_fact (paper, clinic_paper_word (self->language, "withdrawn"), when);
      clinic_paper_add_fact (paper, clinic_paper_word (self->language, "reason"), reason);
    }
}

static void
set_foot (ClinicPaper *paper,
          Signed      *self)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->form->number);
  g_autofree char *coded = clinic_paper_phrase (self->language, "form_version", "code",
                                                self->form->code);
  g_auto(GStrv) parts = g_strsplit (coded, "{number}", 2);
  g_autofree char *version = g_strjoinv (number, parts);
  g_autofree char *when = dup_instant (self, self->consent->signed_at);
  g_autofree char *foot = g_strdup_printf ("%s · %s\n%s \u2066%s\u2069", version, when,
                                           clinic_paper_word (self->language, "fingerprint"),
                                           self->consent->fingerprint);

  clinic_paper_set_foot (paper, foot);
}

ClinicPaper *
clinic_paper_of_consent (ClinicDb  *db,
                         gint64     consent,
                         GError   **error)
{
  g_auto(Signed) self = { 0 };
  ClinicPaper *paper;

  if (!load_signed (db, consent, &self, error))
    return NULL;

  paper = clinic_paper_new (self.language, self.form->title);
  clinic_paper_people_head (&self.people, paper);
  clinic_paper_add_title (paper, self.form->title);
  clinic_paper_people_facts (&self.people, paper, self.language);
  clinic_paper_add_body (paper, self.form->body);
  add_signing (paper, &self);
  add_withdrawal (paper, &self);
  set_foot (paper, &self);

  return paper;
}

static void
add_lines (ClinicPaper     *paper,
           ClinicAftercare *aftercare,
           gboolean         after,
           const char      *language)
{
  static const guint shares[] = { 1, 1, 0 };

  for (guint i = 0; i < aftercare->lines->len; i++)
    {
      const ClinicAftercareLine *line = aftercare->lines->pdata[i];
      g_autofree char *when = clinic_aftercare_dup_when (line, language);
      g_autofree char *text = isolate (line->text);
      const char *cells[] = { text, when != NULL ? when : "", NULL };

      if (line->after == after)
        clinic_paper_add_row (paper, cells, shares, FALSE);
    }
}

static gboolean
has_lines (ClinicAftercare *aftercare,
           gboolean         after)
{
  for (guint i = 0; i < aftercare->lines->len; i++)
    {
      const ClinicAftercareLine *line = aftercare->lines->pdata[i];

      if (line->after == after)
        return TRUE;
    }

  return FALSE;
}

static void
add_home_care (ClinicPaper *paper,
               GPtrArray   *home,
               const char  *language)
{
  if (home->len > 0)
    clinic_paper_add_heading (paper, clinic_paper_word (language, "home_care"));

  for (guint i = 0; i < home->len; i++)
    {
      ClinicHomeCare *care = home->pdata[i];
      g_autoptr(GString) text = g_string_new (care->what);
      g_autofree char *own = NULL;

      if (care->directions != NULL)
        g_string_append_printf (text, ": %s", care->directions);

      own = isolate (text->str);

      if (care->until != NULL)
        {
          g_autofree char *date = clinic_paper_dup_date (language, care->until, FALSE);
          g_autofree char *until = clinic_paper_phrase (language, "to", "date", date);
          g_autofree char *whole = g_strconcat (own, ", ", until, NULL);

          clinic_paper_add_item (paper, whole);
        }
      else
        {
          clinic_paper_add_item (paper, own);
        }
    }
}

static void
add_aftercare (ClinicPaper       *paper,
               ClinicPaperPeople *people,
               ClinicAftercare   *aftercare,
               const char        *language)
{
  clinic_paper_add_heading (paper, clinic_paper_word (language, "after"));
  add_lines (paper, aftercare, TRUE, language);

  if (has_lines (aftercare, FALSE))
    clinic_paper_add_heading (paper, clinic_paper_word (language, "before"));

  if (aftercare->next != NULL)
    {
      g_autofree char *next = clinic_paper_dup_date (language, aftercare->next, TRUE);

      clinic_paper_add_fact (paper, clinic_paper_word (language, "next"), next);
    }

  add_lines (paper, aftercare, FALSE, language);
  add_home_care (paper, aftercare->home, language);
  clinic_paper_add_heading (paper, clinic_paper_word (language, "call"));

  if (people->clinic->phone != NULL)
    {
      g_autofree char *phone = g_strdup_printf ("\u2066%s\u2069", people->clinic->phone);

      clinic_paper_add_fact (paper, clinic_paper_word (language, "phone"), phone);
    }
}

ClinicPaper *
clinic_paper_of_aftercare (ClinicDb    *db,
                           gint64       session,
                           const char  *language,
                           GError     **error)
{
  g_autoptr(ClinicRecord) record = clinic_store_find (db, CLINIC_TYPE_SESSION, session, error);
  g_auto(ClinicPaperPeople) people = { 0 };
  g_autoptr(ClinicAftercare) aftercare = NULL;
  g_autofree char *staff = NULL;
  g_autofree char *own_staff = NULL;
  g_autofree char *when = NULL;
  ClinicPaper *paper;

  if (record == NULL ||
      !clinic_paper_people_load (db, CLINIC_SESSION (record)->patient_id, &people, error) ||
      (language == NULL &&
       (language = clinic_patient_find_language (db, CLINIC_SESSION (record)->patient_id,
                                                 error)) == NULL) ||
      (aftercare = clinic_aftercare_load (db, session, language, error)) == NULL ||
      (staff = clinic_paper_dup_staff (db, CLINIC_SESSION (record)->practitioner_id, error)) == NULL)
    return NULL;

  own_staff = isolate (staff);
  when = clinic_paper_dup_date (language, aftercare->ends, TRUE);
  paper = clinic_paper_new (language, clinic_paper_word (language, "aftercare"));
  clinic_paper_people_head (&people, paper);
  clinic_paper_add_title (paper, clinic_paper_word (language, "aftercare"));
  clinic_paper_people_facts (&people, paper, language);
  clinic_paper_add_fact (paper, clinic_paper_word (language, "session"), when);
  clinic_paper_add_fact (paper, clinic_paper_word (language, "practitioner"), own_staff);
  add_aftercare (paper, &people, aftercare, language);

  return paper;
}
