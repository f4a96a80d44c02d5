/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-db.h"

G_BEGIN_DECLS

/* Where photographs lie: in the clinic's own database, so that a backup and a server have them,
 * and so that they are saved in the transaction that speaks of them; each sealed with
 * XChaCha20-Poly1305 (libsodium) under a key derived from the clinic's, and found by a keyed
 * BLAKE2b hash of what it is. The same picture is kept once. Read is only what is whole: what was
 * damaged, exchanged or sealed by another clinic is an error. */

typedef enum
{
  CLINIC_PICTURE_PHOTO,
  CLINIC_PICTURE_THUMBNAIL,
} ClinicPictureKind;

/* Keeps @photo and its @thumbnail, both encoded, in the caller's transaction; nothing is written
 * when they are there already. Returns the content hash that finds them; caller frees. NULL with
 * @error. */
char     *clinic_picture_vault_keep  (ClinicDb           *db,
                                      GBytes             *photo,
                                      GBytes             *thumbnail,
                                      GError            **error);
/* Whether both are there; says nothing of whether they are whole. */
gboolean  clinic_picture_vault_has   (ClinicDb           *db,
                                      const char         *content,
                                      gboolean           *has,
                                      GError            **error);
/* What was kept; CLINIC_ERROR_DATABASE when it is missing or not what was kept. Caller unrefs. */
GBytes   *clinic_picture_vault_read  (ClinicDb           *db,
                                      const char         *content,
                                      ClinicPictureKind   kind,
                                      GError            **error);

/* Told of each photo whose picture is missing or damaged. */
typedef void (* ClinicPictureDamageFunc) (gint64       photo,
                                          const char  *what,
                                          gpointer     user_data);

/* Opens the picture and the thumbnail of every photo. How many photos were looked at, or -1 with
 * @error when that cannot be done at all (the key, the database). */
gint64    clinic_picture_vault_check (ClinicDb                 *db,
                                      ClinicPictureDamageFunc   found,
                                      gpointer                  user_data,
                                      GCancellable             *cancellable,
                                      GError                  **error);

G_END_DECLS
