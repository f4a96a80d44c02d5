/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-db.h"

G_BEGIN_DECLS

/* The words of all names that begin like @word but for one letter (words of 4 or 5) or at most
 * @most letters (longer ones), the nearest first, at most 30; what @word is itself the beginning
 * of is among them. The words are kept in memory with the connection; only new ones are fetched.
 * GPtrArray of char *; caller unrefs. */
GPtrArray *clinic_search_dup_similar (ClinicDb    *db,
                                      const char  *word,
                                      guint        most,
                                      GError     **error);

G_END_DECLS
