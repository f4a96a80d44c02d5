/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether a file may be written at @path: not over a database, nor over what belongs to the
 * clinic at @location, nor over the key of its trail. @key_path may be NULL. */
gboolean clinic_target_check (const char  *location,
                              const char  *key_path,
                              const char  *path,
                              GError     **error);

G_END_DECLS
