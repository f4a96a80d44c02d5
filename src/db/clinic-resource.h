/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the program carries inside: SQL, rules, reports, seeds. @path below the prefix:
 * "sql/queries/patients.sql". Never missing for a constant path: the build lists them. */
GBytes  *clinic_resource_lookup   (const char *path);
/* The same as text; caller frees; NULL when there is none. */
char    *clinic_resource_dup_text (const char *path);
gboolean clinic_resource_exists   (const char *path);
/* Names of the files in a folder ("rules/"), sorted; caller frees with g_strfreev (). */
char   **clinic_resource_list     (const char *folder);

G_END_DECLS
