/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <zlib.h>

#include "clinic-error.h"
#include "clinic-xlsx-check.h"

/* The parts of a zip file, as PKWARE's APPNOTE 6.3 (4.3) lays them out; little endian. */
enum { END_SIZE = 22, ENTRY_SIZE = 46, LOCAL_SIZE = 30, CHUNK = 64 * 1024 };

static const char row_start[] = "<row ";

typedef struct
{
  char    *name;
  guint32  method;
  guint32  checksum;
  guint32  packed;
  guint32  size;
  guint32  offset;
} Entry;

/* What is seen while a part streams by. */
typedef struct
{
  guint32 checksum;
  guint64 size;
  guint64 rows;
  char    tail[sizeof row_start - 2];      /* the end of the chunk before, for a word that is cut
                                            * in two */
  char last;
} Seen;

static guint32
read_16 (const guint8 *at)
{
  return at[0] | at[1] << 8;
}

static guint32
read_32 (const guint8 *at)
{
  return read_16 (at) | read_16 (at + 2) << 16;
}

static guint64
count_rows (const char *data,
            gsize       length)
{
  guint64 n = 0;
  const char *at = data;

  while ((at = memmem (at, length - (at - data), row_start, sizeof row_start - 1)) != NULL)
    n++, at += sizeof row_start - 1;

  return n;
}

static void
see (Seen         *seen,
     const guint8 *data,
     gsize         length)
{
  char seam[2 * sizeof seen->tail];
  gsize kept = MIN (length, sizeof seen->tail);

  if (length == 0)
    return;

  seen->checksum = crc32_z (seen->checksum, data, length);
  memcpy (seam, seen->tail, sizeof seen->tail);
  memcpy (seam + sizeof seen->tail, data, kept);
  seen->rows += count_rows (seam, sizeof seen->tail + kept) + count_rows ((const char *) data,
                                                                          length);

  memmove (seen->tail, seen->tail + kept, sizeof seen->tail - kept);
  memcpy (seen->tail + sizeof seen->tail - kept, data + length - kept, kept);
  seen->size += length;

  for (gsize i = length; i > 0; i--)
    {
      if (!g_ascii_isspace (data[i - 1]))
        {
          seen->last = data[i - 1];
          break;
        }
    }
}

static gboolean
inflate_entry (const guint8  *packed,
               gsize          length,
               Seen          *seen,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(GConverter) inflater =
    G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW));
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED)
    {
      gsize used = 0, made = 0;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      result = g_converter_convert (inflater, packed, length, chunk, CHUNK,
                                    G_CONVERTER_INPUT_AT_END, &used, &made, error);

      if (result == G_CONVERTER_ERROR)
        return FALSE;

      see (seen, chunk, made);
      packed += used;
      length -= used;
    }

  return TRUE;
}

static gboolean
check_entry (const guint8  *file,
             gsize          length,
             const Entry   *entry,
             Seen          *seen,
             GCancellable  *cancellable,
             GError       **error)
{
  gsize start = entry->offset;

  *seen = (Seen) { .checksum = crc32_z (0, NULL, 0) };

  if (start + LOCAL_SIZE > length)
    return FALSE;

  start += LOCAL_SIZE + read_16 (file + start + 26) + read_16 (file + start + 28);

  if (start + entry->packed > length)
    return FALSE;

  if (entry->method == 0)
    see (seen, file + start, entry->packed);
  else if (!inflate_entry (file + start, entry->packed, seen, cancellable, error))
    return FALSE;

  return seen->checksum == entry->checksum && seen->size == entry->size &&
         (seen->last == '>' || g_str_has_prefix (entry->name, "xl/media/"));
}

/* How many rows a worksheet must have; G_MAXUINT64 for other parts. */
static guint64
get_wanted_rows (const char *name,
                 GArray     *rows)
{
  guint number;

  if (sscanf (name, "xl/worksheets/sheet%u.xml", &number) != 1 || number == 0 || number > rows->len)
    return G_MAXUINT64;

  return g_array_index (rows, guint64, number - 1);
}

static gboolean
check_entries (const guint8  *file,
               gsize          length,
               GArray        *rows,
               GCancellable  *cancellable,
               GError       **error)
{
  gsize at = length >= END_SIZE ? read_32 (file + length - END_SIZE + 16) : length;
  guint n = length >= END_SIZE ? read_16 (file + length - END_SIZE + 10) : 0;
  guint sheets = 0;

  for (guint i = 0; i < n; i++)
    {
      const guint8 *from = file + at;
      g_autofree char *name = NULL;
      guint64 wanted;
      Entry entry;
      Seen seen;

      if (at + ENTRY_SIZE > length || at + ENTRY_SIZE + read_16 (from + 28) > length)
        return FALSE;

      name = g_strndup ((const char *) from + ENTRY_SIZE, read_16 (from + 28));
      wanted = get_wanted_rows (name, rows);
      entry = (Entry) { name, read_16 (from + 10), read_32 (from + 16), read_32 (from + 20),
                        read_32 (from + 24), read_32 (from + 42) };

      if (!check_entry (file, length, &entry, &seen, cancellable, error) ||
          (wanted != G_MAXUINT64 && seen.rows != wanted))
        return FALSE;

      sheets += wanted != G_MAXUINT64;
      at += ENTRY_SIZE + read_16 (from + 28) + read_16 (from + 30) + read_16 (from + 32);
    }

  return sheets == rows->len;
}

gboolean
clinic_xlsx_check (const char    *path,
                   GArray        *rows,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(GMappedFile) file = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (path != NULL && rows != NULL, FALSE);

  if ((file = g_mapped_file_new (path, FALSE, error)) == NULL)
    return FALSE;

  if (check_entries ((const guint8 *) g_mapped_file_get_contents (file),
                     g_mapped_file_get_length (file),
                     rows, cancellable, &failure))
    return TRUE;

  if (failure != NULL && failure->domain == G_IO_ERROR && failure->code == G_IO_ERROR_CANCELLED)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  g_clear_error (&failure);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _("The workbook was not written whole. Is the disk full?"));

  return FALSE;
}
