/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-db.h"

G_BEGIN_DECLS

/* How a patient's latest consent to photographs stands. */
typedef struct
{
  gboolean    given;            /* ever */
  gboolean    withdrawn;
  const char *scope;            /* of clinic_photo_scopes; NULL: none */
} ClinicPhotoConsent;

gboolean clinic_photo_consent_load   (ClinicDb                  *db,
                                      gint64                     patient,
                                      ClinicPhotoConsent        *self,
                                      GError                   **error);
/* Whether it goes as far as @scope, or further, and stands. */
gboolean clinic_photo_consent_allows (const ClinicPhotoConsent  *self,
                                      const char                *scope);

G_END_DECLS
