/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-consent-template.h"
#include "clinic-desk.h"

G_BEGIN_DECLS

/* What the signing window begins with, read on a worker's thread. */
typedef struct
{
  GPtrArray  *forms;            /* ClinicConsentTemplate in force, of the purpose asked for */
  guint       chosen;           /* the one in the patient's language, else in English, else the first */
  char       *name;             /* of the patient: who signs as a rule */
  char       *file_number;
} ClinicConsentStart;

void                clinic_consent_start_async  (ClinicDesk           *desk,
                                                 gint64                patient,
                                                 const char           *purpose,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
ClinicConsentStart *clinic_consent_start_finish (ClinicDesk           *desk,
                                                 GAsyncResult         *result,
                                                 GError              **error);
void                clinic_consent_start_free   (ClinicConsentStart   *self);

/* The text of a form as it is read: paragraphs into @buffer, headings and items marked by the tags
 * "heading" and "item". */
void                clinic_consent_start_show   (GtkTextBuffer         *buffer,
                                                 ClinicConsentTemplate *form);
/* "Consent to photographs (Türkçe), version 2"; caller frees. */
char               *clinic_consent_form_dup_name (ClinicConsentTemplate *form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicConsentStart, clinic_consent_start_free)

G_END_DECLS
