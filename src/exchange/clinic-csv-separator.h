/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-encoding.h"

G_BEGIN_DECLS

/* Finds the separator by the first rows: , ; TAB or |, whichever cuts them into the same number
 * of columns as the header. @how: a translated sentence; caller frees. 0 with
 * CLINIC_ERROR_INVALID when two of them do it equally well. */
char clinic_csv_separator_find (const char            *path,
                                const ClinicEncoding  *encoding,
                                char                 **how,
                                GError               **error);

G_END_DECLS
