/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for a file to open or, with @save, to write. @suggested: a name to begin with; may be NULL.
 * @pattern: "*.xlsx" with @pattern_name "Workbooks"; NULL: any file. clinic_choose_file_finish ():
 * NULL without an error when it was called off; caller unrefs. Under tests 
 * answers at once with that path. */
void   clinic_choose_file_async  (GtkWidget            *parent,
                                  const char           *title,
                                  gboolean              save,
                                  const char           *suggested,
                                  const char           *pattern_name,
                                  const char           *pattern,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
GFile *clinic_choose_file_finish (GtkWidget            *parent,
                                  GAsyncResult         *result);

/* Asks for one or more files of these kinds ("image/png"…, NULL-terminated; together called
 * @type_name). None of them is remembered among the files used lately. clinic_choose_files_finish (): GFile;
 * NULL when it was called off; caller frees with its files. Under tests answers with the paths of
 * $ANAGEN_CHOOSE_FILE, separated by ":". */
void    clinic_choose_files_async  (GtkWidget            *parent,
                                    const char           *title,
                                    const char           *type_name,
                                    const char *const    *types,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
GSList *clinic_choose_files_finish (GtkWidget            *parent,
                                    GAsyncResult         *result);

/* Opens @file with the program the desktop has for it; a failure is told with a toast. */
void   clinic_open_file          (GtkWidget            *parent,
                                  GFile                *file);

G_END_DECLS
