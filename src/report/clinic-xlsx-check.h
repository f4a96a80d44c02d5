/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads a written workbook again: every part has its length and checksum and ends where XML
 * ends (pictures aside), and the worksheets hold @rows (GArray of guint64, in their order). A library that does
 * not look whether its temporary files could be written says "no error" on a full disk. */
gboolean clinic_xlsx_check (const char    *path,
                            GArray        *rows,
                            GCancellable  *cancellable,
                            GError       **error);

G_END_DECLS
