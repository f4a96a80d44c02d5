/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-xlsx-book.h"

G_BEGIN_DECLS

/* Puts the pictures of @sheet on the worksheet of @place, which is empty yet: those that belong
 * together in a row, each under its caption. @place: goes on to the last row that has a cell;
 * @rows gets how many there are. */
gboolean clinic_xlsx_draw_pictures (ClinicXlsxBook   *book,
                                    ClinicXlsxPlace  *place,
                                    ClinicSheet      *sheet,
                                    guint64          *rows,
                                    GCancellable     *cancellable,
                                    GError          **error);

G_END_DECLS
