/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A folder for one test; emptied and removed by remove_folder (). */
char     *make_folder          (void);
void      remove_folder        (char       *folder);
/* Names of the files in it, sorted, with "\n" after each; caller frees. */
char     *list_folder          (const char *folder);

/* What read-workbook.py prints of a workbook; the test fails where that fails. Caller frees. */
char     *read_workbook        (const char *path);
/* The number in a cell of what read_workbook () gave; fails when there is none. */
double    get_figure           (const char *cells,
                                const char *sheet,
                                const char *cell);
/* Fails unless the cell holds this text, written as JSON does. */
void      assert_text          (const char *cells,
                                const char *sheet,
                                const char *cell,
                                const char *json);
/* Opens it in LibreOffice without a window; the first worksheet as CSV. Caller frees. */
char     *convert_by_office    (const char *path,
                                const char *folder);

G_END_DECLS
