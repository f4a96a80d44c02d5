/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "clinic-allergy-status.h"

G_BEGIN_DECLS

/* What was asked and when, in words. */

/* "asked today", "asked 3 months ago (20 Aug 2026)". Caller frees. */
char       *clinic_asked_words_dup_when      (const char           *asked_on,
                                              const char           *today);
/* "Allergies: none known, asked today", where @n_listed stand on the list. What is on the list was asked about; an empty
 * list alone says nothing. @status may be NULL. @kind: "warn" or "note". Caller frees. */
char       *clinic_asked_words_dup_allergies (ClinicAllergyStatus  *status,
                                              guint                 n_listed,
                                              const char           *today,
                                              const char          **kind);
/* What stands in place of a list of allergies that is empty: "None known (asked 3 March 2026)", "Not asked yet". Caller frees. */
char       *clinic_asked_words_dup_unlisted  (ClinicAllergyStatus  *status);
/* The answers, each activating @action with one as its target. Caller unrefs. */
GMenuModel *clinic_asked_words_create_menu   (const char           *action,
                                              guint                 n_listed);

G_END_DECLS
