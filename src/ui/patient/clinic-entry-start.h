/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"

G_BEGIN_DECLS

/* What a link of the record may be: ClinicRecord records for a patient, read on a worker. */
typedef GPtrArray *(* ClinicOptionsFunc) (ClinicDb  *db,
                                          gint64     patient,
                                          GError   **error);

typedef struct
{
  const char        *field;
  const char        *property;      /* what names the records; they are sorted by it */
  const char        *none;          /* N_(): stands for no record; NULL: one must be chosen */
  ClinicOptionsFunc  load;
} ClinicEntryOptions;

/* What is read before anything can be typed into an entry dialog. */
typedef struct
{
  ClinicRecord *record;
  GPtrArray    *options;        /* GListModel of the records for each of the options */
} ClinicEntryStart;

void              clinic_entry_start_free   (ClinicEntryStart          *self);
/* @id: the record's; 0: a new one of @patient. @options ends with { NULL } and is kept. */
void              clinic_entry_start_async  (ClinicDesk                *desk,
                                             GType                      record_type,
                                             const ClinicEntryOptions  *options,
                                             gint64                     patient,
                                             gint64                     id,
                                             GAsyncReadyCallback        callback,
                                             gpointer                   user_data);
ClinicEntryStart *clinic_entry_start_finish (GAsyncResult              *result,
                                             GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicEntryStart, clinic_entry_start_free)

G_END_DECLS
