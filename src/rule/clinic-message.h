/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-rule.h"

G_BEGIN_DECLS

/* What a rule says: words with {fact} and {bound.NAME} places; a [part] in brackets is left out
 * when a fact in it is not known. It is translated as a whole, before the facts go in. */
typedef struct _ClinicMessage ClinicMessage;

/* @bounds: name → gint64 * in thousandths; lent, and may change afterwards. NULL with
 * CLINIC_ERROR_INVALID. */
ClinicMessage *clinic_message_new       (const char        *text,
                                         GHashTable        *bounds,
                                         GError           **error);
void           clinic_message_free      (ClinicMessage     *self);
/* The facts (const ClinicFact *) that it names; lent. */
GPtrArray     *clinic_message_get_facts (ClinicMessage     *self);
/* Caller frees. */
char          *clinic_message_compose   (ClinicMessage     *self,
                                         ClinicFactReader   reader,
                                         gpointer           data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicMessage, clinic_message_free)

G_END_DECLS
