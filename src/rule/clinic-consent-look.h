/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-session.h"
#include "clinic-store.h"

G_BEGIN_DECLS

/* How a consent stands. */
extern const ClinicChoice clinic_consent_states[];

/* What there is of a consent to treatment before one session. */
typedef struct
{
  gboolean    needed;           /* the clinic has a form for it in force on that day */
  const char *state;            /* "missing", "unused" (nobody ever signed one here: the clinic keeps
                                 * them elsewhere, or has only begun), "withdrawn", "outdated" (a newer version of the form is
                                 * in force), "valid" */
  gint64      consent;          /* id of the latest; CLINIC_UNKNOWN: none */
  gint64      number;           /* version of the form that was signed; CLINIC_UNKNOWN: none */
  gint64      latest;           /* version in force */
  char       *signed_on;        /* date in the clinic; NULL: never */
  char       *withdrawn_on;
  gboolean    confirmed;        /* said again before this session, or signed on its day */
} ClinicConsentLook;

/* Reads @self for @session (saved or not: patient, course and starts are read). A consent is for a
 * course; that of a session without one is a consent without one. */
gboolean clinic_consent_look_load  (ClinicDb           *db,
                                    ClinicSession      *session,
                                    ClinicConsentLook  *self,
                                    GError            **error);
void     clinic_consent_look_clear (ClinicConsentLook  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClinicConsentLook, clinic_consent_look_clear)

G_END_DECLS
