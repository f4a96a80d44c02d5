/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How the text of a file is written down. */
typedef struct
{
  char    *name;        /* as iconv calls it: "UTF-8", "UTF-16LE", "WINDOWS-1252"… */
  char    *how;         /* how one knows, a translated sentence */
  guint    mark;        /* bytes of the byte order mark */
  guint64  size;        /* of the file, in bytes */
  char    *digest;      /* its SHA-256, in hexadecimal */
} ClinicEncoding;

/* Reads the whole file once, in pieces. @given: what the caller knows (any name of iconv), or
 * NULL to find out: byte order mark; UTF-8 when every byte fits; UTF-16 by its NULs; else
 * Windows-1252, unless something speaks against it, and then it is asked for
 * (CLINIC_ERROR_INVALID), for a wrong guess would change names in silence. */
gboolean      clinic_encoding_detect (const char            *path,
                                      const char            *given,
                                      ClinicEncoding        *encoding,
                                      GError               **error);
/* The file as UTF-8, behind its byte order mark. */
GInputStream *clinic_encoding_open   (const char            *path,
                                      const ClinicEncoding  *encoding,
                                      GError               **error);
void          clinic_encoding_clear  (ClinicEncoding        *encoding);

G_END_DECLS
