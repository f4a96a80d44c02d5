/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"
#include "clinic-home-care.h"

G_BEGIN_DECLS

/* Something a consent is asked for: a course under way, treatment apart from any, photographs. */
typedef struct
{
  const char *purpose;          /* "treatment", "photo"; static */
  gint64      course;           /* CLINIC_UNKNOWN: none */
  char       *title;
  char       *state;            /* in words */
  gboolean    stands;           /* nothing is to be done */
} ClinicConsentNeed;

/* A consent that was signed. */
typedef struct
{
  gint64      id;
  char       *title;
  char       *detail;           /* when, by whom, for what, which version */
  char       *withdrawn;        /* when and why; NULL: it stands */
  gboolean    altered;          /* it is not what was signed any more */
} ClinicConsentSigned;

/* The consents and the home care of a patient, read on a worker's thread. */
typedef struct
{
  GPtrArray *needs;             /* ClinicConsentNeed */
  GPtrArray *signed_ones;       /* ClinicConsentSigned, the latest first */
  GPtrArray *home;              /* ClinicHomeCare */
} ClinicConsentsRead;

void                clinic_consents_read_async  (ClinicDesk           *desk,
                                                 gint64                patient,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
ClinicConsentsRead *clinic_consents_read_finish (ClinicDesk           *desk,
                                                 GAsyncResult         *result,
                                                 GError              **error);
void                clinic_consents_read_free   (ClinicConsentsRead   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicConsentsRead, clinic_consents_read_free)

G_END_DECLS
