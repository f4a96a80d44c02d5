/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One code for each thing a caller does differently. Messages are for people: a translated
 * sentence. */
typedef enum
{
  CLINIC_ERROR_DATABASE,   /* the storage failed: say so, keep what was typed */
  CLINIC_ERROR_CONFLICT,   /* somebody was faster: a newer version, a taken time */
  CLINIC_ERROR_INVALID,    /* what was entered cannot be: the message names the field */
  CLINIC_ERROR_DENIED,     /* the acting person has no right to do this */
  CLINIC_ERROR_FINDINGS,   /* rules object: show the findings, ask for reasons, try again */
  CLINIC_ERROR_HELD,       /* another process holds the clinic's file */
} ClinicError;

#define CLINIC_ERROR (clinic_error_quark ())

GQuark clinic_error_quark (void);

G_END_DECLS
