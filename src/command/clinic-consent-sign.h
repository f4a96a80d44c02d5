/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-consent.h"
#include "clinic-consent-template.h"
#include "clinic-session.h"

G_BEGIN_DECLS

/* What a signature stands for: SHA-256 over the form (code, number, language, title and text), whose
 * consent it is and to which course, its scope, when and by whom it was signed, and the strokes.
 * Hexadecimal; caller frees. */
char     *clinic_consent_fingerprint   (ClinicConsent          *consent,
                                        ClinicConsentTemplate  *form);

/* A patient signs (consent.sign). @consent says whose it is, the course (CLINIC_UNKNOWN: apart from
 * any), the form, the name, and either strokes or "typed"; for photographs a scope too. When it was
 * signed, who took it and its fingerprint are filled in. It cannot be taken back, only withdrawn.
 * CLINIC_ERROR_INVALID when the form is not the one in force. The consent's id; 0 with @error. */
gint64    clinic_consent_sign          (ClinicAct              *act,
                                        ClinicConsent          *consent,
                                        GError                **error);
/* Whether a signed consent still is what was signed. */
gboolean  clinic_consent_verify        (ClinicDb               *db,
                                        gint64                  consent,
                                        gboolean               *intact,
                                        GError                **error);
/* The patient said before @session that the consent to treatment stands (consent.confirm). Said
 * again, nothing more is written. CLINIC_ERROR_INVALID when none stands. The confirmation's id; 0
 * with @error. */
gint64    clinic_consent_confirm       (ClinicAct              *act,
                                        gint64                  session,
                                        GError                **error);
/* The patient takes a consent back (consent.withdraw). The withdrawal's id; 0 with @error. */
gint64    clinic_consent_withdraw      (ClinicAct              *act,
                                        gint64                  consent,
                                        const char             *reason,
                                        GError                **error);

/* Whether photographs of @patient may leave the record for @scope today: "record", "teaching" or
 * "publication" (clinic_photo_scopes). The latest consent to photographs decides; when that is
 * withdrawn, none does. FALSE with @error when it could not be read. */
gboolean  clinic_consent_allows_photos (ClinicDb               *db,
                                        gint64                  patient,
                                        const char             *scope,
                                        gboolean               *allowed,
                                        GError                **error);
/* Whether a consent to treatment stands for @course (CLINIC_UNKNOWN: apart from any) of @patient. */
gboolean  clinic_consent_stands        (ClinicDb               *db,
                                        gint64                  patient,
                                        gint64                  course,
                                        gboolean               *stands,
                                        GError                **error);

/* The forms in force on @date, the highest number of each code and language: ClinicConsentTemplate,
 * by purpose, title and language. @purpose: NULL for all. Caller unrefs. */
GPtrArray *clinic_consent_list_forms   (ClinicDb               *db,
                                        const char             *purpose,
                                        const char             *date,
                                        GError                **error);
/* A form new or changed (consent.form). One that somebody signed stays: what is changed then becomes
 * the next number, and @form is that. The form's id; 0 with @error. */
gint64    clinic_consent_form_save     (ClinicAct              *act,
                                        ClinicConsentTemplate  *form,
                                        GError                **error);
/* Puts the forms and the aftercare that come with the program into a clinic that has none
 * (consent.form). */
gboolean  clinic_consent_take_shipped  (ClinicAct              *act,
                                        GError                **error);

G_END_DECLS
