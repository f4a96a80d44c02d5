/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-record.h"

G_BEGIN_DECLS

/* Somebody else changed @theirs while @mine was being typed: shows both side by side, field by
 * field that differs, to choose from. clinic_conflict_finish () gives a record with the version of
 * @theirs and what was chosen, to be saved again; NULL when it was called off. Caller unrefs. */
void          clinic_conflict_ask_async (GtkWidget           *parent,
                                         ClinicRecord        *base,
                                         ClinicRecord        *mine,
                                         ClinicRecord        *theirs,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
ClinicRecord *clinic_conflict_finish    (GtkWidget           *parent,
                                         GAsyncResult        *result);
/* A field's value as a person reads it; links by their number only. Caller frees. */
char         *clinic_conflict_dup_words (ClinicRecord        *record,
                                         const ClinicField   *field);

G_END_DECLS
