/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-consent-confirmation.h"
#include "clinic-consent-sign.h"
#include "clinic-consent-withdrawal.h"
#include "clinic-demo-world.h"
#include "clinic-home-care.h"

/* A name as somebody might draw it. */
#define DRAWN "90,250,420,0 130,140,560,60 170,90,620,110 190,150,640,160 180,260,500,210;" \
  "150,190,480,420 230,180,560,470;250,250,520,700 275,210,560,740 300,250,600,790 330,205,580,840 " \
  "355,250,560,890 390,215,520,940 430,245,470,1000 500,225,430,1060 590,240,380,1130"

static ClinicConsentTemplate *
find_form (ClinicDemoWorld *self,
           const char      *purpose)
{
  if (self->forms == NULL && self->error == NULL)
    self->forms = clinic_consent_list_forms (self->db, NULL, self->date_today, &self->error);

  for (guint i = 0; self->forms != NULL && i < self->forms->len; i++)
    {
      ClinicConsentTemplate *form = self->forms->pdata[i];

      if (g_str_equal (form->purpose, purpose) && g_str_equal (form->language, "en"))
        return form;
    }

  return NULL;
}

static gint64
sign (ClinicDemoWorld *self,
      gint64           patient,
      gint64           course,
      const char      *purpose,
      gint64           day,
      gint64           staff)
{
  ClinicConsentTemplate *form = find_form (self, purpose);
  ClinicRecord *record = CLINIC_RECORD (clinic_consent_new ());
  g_autofree char *wall = clinic_demo_wall (self, day, 9 * 60 - self->offsets[day]);
  g_autofree char *at = g_strconcat (wall, ":00.000Z", NULL);
  gboolean typed = self->result.n_courses % 4 != 0;
  g_autofree char *mark = NULL;

  if (form == NULL)
    {
      g_object_unref (record);
      return 0;
    }

  g_object_set (record,
                "patient-id", patient,
                "course-id", course,
                "consent-template-id", clinic_record_get_id (CLINIC_RECORD (form)),
                "scope", g_str_equal (purpose, "photo") ? "teaching" : NULL,
                "signed-at", at,
                "signed-name", "The patient",
                "typed", typed,
                "strokes", typed ? NULL : DRAWN,
                "staff-id", staff,
                NULL);
  mark = clinic_consent_fingerprint (CLINIC_CONSENT (record), form);
  clinic_demo_text (record, "fingerprint", mark);

  return clinic_demo_write (self, record);
}

static void
withdraw (ClinicDemoWorld *self,
          gint64           consent,
          gint64           staff)
{
  ClinicRecord *record = CLINIC_RECORD (clinic_consent_withdrawal_new ());
  g_autofree char *date = clinic_demo_date (self, self->today - 1);
  g_autofree char *at = g_strconcat (date, "T15:00:00.000Z", NULL);

  g_object_set (record, "consent-id", consent, "withdrawn-at", at, "reason", "The patient’s wish",
                "staff-id", staff, NULL);
  clinic_demo_write (self, record);
}

gint64
clinic_demo_consent_course (ClinicDemoWorld *self,
                            gint64           patient,
                            gint64           course,
                            gint64           day,
                            gint64           staff,
                            gboolean         exception)
{
  gint64 consent;

  /* A consent that lies ahead is not signed yet. */
  day = MIN (day, self->today);

  /* Of those under way that are not seen today, one did not sign and one thought better of it. */
  if (exception && self->n_exceptions == 0)
    {
      self->n_exceptions++;
      return 0;
    }

  consent = sign (self, patient, course, "treatment", day, staff);

  if (exception && self->n_exceptions == 1 && consent != 0)
    {
      self->n_exceptions++;
      withdraw (self, consent, staff);
    }

  if (self->result.n_courses % 3 == 0)
    sign (self, patient, CLINIC_UNKNOWN, "photo", day, staff);

  return consent;
}

gint64
clinic_demo_consent_alone (ClinicDemoWorld *self,
                           gint64           patient,
                           gint64           staff)
{
  return sign (self, patient, CLINIC_UNKNOWN, "treatment", self->today, staff);
}

void
clinic_demo_confirm (ClinicDemoWorld *self,
                     gint64           consent,
                     gint64           session,
                     gint64           staff)
{
  ClinicRecord *record;
  g_autofree char *at = NULL;

  if (consent == 0 || session == 0)
    return;

  record = CLINIC_RECORD (clinic_consent_confirmation_new ());
  at = g_strconcat (self->date_today, "T07:00:00.000Z", NULL);
  g_object_set (record, "consent-id", consent, "session-id", session, "confirmed-at", at,
                "staff-id", staff, NULL);
  clinic_demo_write (self, record);
}

void
clinic_demo_home_care (ClinicDemoWorld *self,
                       gint64           patient,
                       gint64           course,
                       gint64           day)
{
  static const char *const items[][2] = {
    { "Minoxidil 5 % lotion", "1 ml onto the dry scalp, twice a day" },
    { "Gentle shampoo", "Every second day, lukewarm water" },
    { "Low-level light helmet", "20 minutes, three times a week" },
  };
  guint n = self->result.n_courses % G_N_ELEMENTS (items);
  ClinicRecord *record = CLINIC_RECORD (clinic_home_care_new ());

  g_object_set (record, "patient-id", patient, "course-id", course, "what", items[n][0],
                "directions", items[n][1], NULL);
  clinic_demo_take_text (record, "since", clinic_demo_date (self, MIN (day, self->today)));
  clinic_demo_write (self, record);
}
