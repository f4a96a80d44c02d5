/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-worker.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_FILE_WATCH (clinic_file_watch_get_type ())
G_DECLARE_FINAL_TYPE (ClinicFileWatch, clinic_file_watch, CLINIC, FILE_WATCH, GObject)

/* Looks after the file of a clinic that is open: says so when it is moved, renamed or deleted by
 * somebody else, and when it is back. Property "trouble": in words; NULL while all is well. */
ClinicFileWatch *clinic_file_watch_new         (const char       *location,
                                                ClinicWorker     *reader);
/* Looks now. */
void             clinic_file_watch_check       (ClinicFileWatch  *self);
const char      *clinic_file_watch_get_trouble (ClinicFileWatch  *self);

G_END_DECLS
