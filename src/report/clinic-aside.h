/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that is written aside, in the folder of its goal and readable by its owner only, and
 * takes its name when it is whole and on the disk. Until then the goal is untouched; freed
 * before, nothing is left. */
typedef struct _ClinicAside ClinicAside;

ClinicAside *clinic_aside_new      (const char   *path,
                                    GError      **error);
const char  *clinic_aside_get_path (ClinicAside  *self);
/* Open for writing from the start; stays the aside's own. */
int          clinic_aside_get_fd   (ClinicAside  *self);
/* A folder that only this user can enter, for a library's temporary files, never in a shared
 * /tmp: in the session's own folder, which is often kept in memory, or, when they are @large,
 * beside the goal. Removed with what is in it. */
const char  *clinic_aside_get_private_folder (ClinicAside  *self,
                                              gboolean      large,
                                              GError      **error);
gboolean     clinic_aside_commit   (ClinicAside  *self,
                                    GError      **error);
void         clinic_aside_free     (ClinicAside  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicAside, clinic_aside_free)

G_END_DECLS
