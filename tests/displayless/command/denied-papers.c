/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-aftercare.h"
#include "clinic-consent-sign.h"
#include "clinic-history.h"
#include "clinic-photo-view.h"
#include "clinic-phrases.h"
#include "clinic-pull-save.h"
#include "clinic-pull.h"
#include "denied.h"

void
denied_sign_consent (World      *world,
                     ClinicAct  *act,
                     GError    **error)
{
  g_autoptr(ClinicConsent) consent = clinic_consent_new ();

  g_object_set (consent, "patient-id", world->fixture.patient, NULL);
  clinic_consent_sign (act, consent, error);
}

void
denied_confirm_consent (World      *world,
                        ClinicAct  *act,
                        GError    **error)
{
  clinic_consent_confirm (act, NONE, error);
}

void
denied_withdraw_consent (World      *world,
                         ClinicAct  *act,
                         GError    **error)
{
  clinic_consent_withdraw (act, NONE, "Wants no more", error);
}

void
denied_save_form (World      *world,
                  ClinicAct  *act,
                  GError    **error)
{
  g_autoptr(ClinicConsentTemplate) form = clinic_consent_template_new ();

  g_object_set (form, "code", "treatment", "language", "en", "title", "Consent", NULL);
  clinic_consent_form_save (act, form, error);
}

void
denied_take_forms (World      *world,
                   ClinicAct  *act,
                   GError    **error)
{
  clinic_consent_take_shipped (act, error);
}

void
denied_save_aftercare (World      *world,
                       ClinicAct  *act,
                       GError    **error)
{
  const char *const texts[] = { "en", "Do not wash", NULL };
  g_autoptr(ClinicAftercareRule) rule = clinic_aftercare_rule_new ();

  clinic_aftercare_save (act, rule, texts, 0, error);
}

void
denied_save_home_care (World      *world,
                       ClinicAct  *act,
                       GError    **error)
{
  g_autoptr(ClinicHomeCare) care = clinic_home_care_new ();

  g_object_set (care, "patient-id", world->fixture.patient, NULL);
  clinic_home_care_save (act, care, error);
}

void
denied_view_photos (World      *world,
                    ClinicAct  *act,
                    GError    **error)
{
  clinic_photo_note_viewed (act, world->fixture.patient, NULL, 0, error);
}

void
denied_give_out_photos (World      *world,
                        ClinicAct  *act,
                        GError    **error)
{
  const gint64 photo = 1;

  clinic_photo_give_out (act, world->fixture.patient, &photo, 1, error);
}

void
denied_save_phrase (World      *world,
                    ClinicAct  *act,
                    GError    **error)
{
  g_autoptr(ClinicSnippet) snippet = clinic_snippet_new ();

  clinic_phrases_save (act, snippet, error);
}

void
denied_remove_phrase (World      *world,
                      ClinicAct  *act,
                      GError    **error)
{
  clinic_phrases_remove (act, NONE, error);
}

void
denied_move_phrase (World      *world,
                    ClinicAct  *act,
                    GError    **error)
{
  clinic_phrases_move (act, NONE, 1, error);
}

void
denied_save_pull_version (World      *world,
                          ClinicAct  *act,
                          GError    **error)
{
  g_autoptr(ClinicPullVersion) version = clinic_pull_rule_to_version (clinic_pull_rule_find ("share_10"));

  clinic_pull_save_version (act, version, error);
}

void
denied_add_medicine (World      *world,
                     ClinicAct  *act,
                     GError    **error)
{
  g_autoptr(ClinicMedicine) medicine = clinic_medicine_new ();

  clinic_medicine_save (act, medicine, error);
}

void
denied_change_medicine (World      *world,
                        ClinicAct  *act,
                        GError    **error)
{
  g_autoptr(ClinicMedicine) medicine = clinic_medicine_new ();

  clinic_record_set_id (CLINIC_RECORD (medicine), NONE);
  clinic_record_set_version (CLINIC_RECORD (medicine), 1);
  clinic_medicine_save (act, medicine, error);
}

void
denied_stop_medicine (World      *world,
                      ClinicAct  *act,
                      GError    **error)
{
  clinic_medicine_stop (act, NONE, NULL, error);
}
