/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>

#include <glib/gi18n-lib.h>

#include "clinic-encoding.h"
#include "clinic-error.h"

#define CHUNK (64 * 1024)

/* No row that is within the bounds of a table has such a line, in any encoding. */
#define LONGEST_LINE (8 * 1024 * 1024)

/* What the bytes of a file say of its encoding. */
typedef struct
{
  GChecksum *checksum;
  guint64    size;
  guchar     first[3];
  guint64    line;
  guint64    line_start;

  guint   missing;            /* bytes that the UTF-8 character begun still needs */
  guchar  low;                /* bounds of the next of them */
  guchar  high;
  guint64 n_letters;          /* characters of more than one byte that are right */
  guint64 letter_line;
  guint64 n_wrong;            /* bytes that cannot be UTF-8 */
  guint64 wrong_line;

  guint64 nul_even;           /* NULs at even and odd places */
  guint64 nul_odd;
  guint64 nul_line;

  guint64 undefined_line;     /* bytes that Windows-1252 does not have */
  guint64 turkish_line;       /* bytes that Windows-1254 reads differently */
  guint64 foreign_line;       /* bytes that make no words in Windows-1252 */
  guint   run;                /* letters beyond ASCII in a row */
  guchar  previous[2];
} Look;

/* The lead byte of a character of UTF-8 (Unicode 15, table 3-7); FALSE when it is none. */
static gboolean
start_letter (Look   *look,
              guchar  byte)
{
  look->low = 0x80;
  look->high = 0xbf;

  if (byte >= 0xc2 && byte <= 0xdf)
    look->missing = 1;
  else if (byte >= 0xe0 && byte <= 0xef)
    look->missing = 2;
  else if (byte >= 0xf0 && byte <= 0xf4)
    look->missing = 3;
  else
    return FALSE;

  if (byte == 0xe0)
    look->low = 0xa0;
  else if (byte == 0xed)
    look->high = 0x9f;
  else if (byte == 0xf0)
    look->low = 0x90;
  else if (byte == 0xf4)
    look->high = 0x8f;

  return TRUE;
}

static void
note_wrong (Look *look)
{
  look->missing = 0;
  look->n_wrong++;

  if (look->wrong_line == 0)
    look->wrong_line = look->line;
}

static void
look_for_utf8 (Look   *look,
               guchar  byte)
{
  if (look->missing > 0)
    {
      if (byte >= look->low && byte <= look->high)
        {
          look->low = 0x80;
          look->high = 0xbf;
          look->missing--;

          if (look->missing == 0 && look->n_letters++ == 0)
            look->letter_line = look->line;

          return;
        }

      note_wrong (look);
    }

  if (byte >= 0x80 && !start_letter (look, byte))
    note_wrong (look);
}

static gboolean
is_symbol (guchar byte)
{
  return byte > 0xa0 && byte < 0xc0 && strchr ("\xaa\xad\xb4\xb7\xba", byte) == NULL;
}

/* Signs that this is a code page other than Windows-1252: bytes it lacks; letters that Turkish
 * ones take the place of; three accented letters in a row (Greek, Cyrillic); a symbol within a
 * word ("Pawe³a" for "Paweła" in Polish). */
static void
look_for_windows (Look   *look,
                  guchar  byte)
{
  if (byte >= 0x80 && strchr ("\x81\x8d\x8f\x90\x9d", byte) != NULL && look->undefined_line == 0)
    look->undefined_line = look->line;

  if (byte >= 0x80 && strchr ("\xd0\xdd\xde\xf0\xfd\xfe", byte) != NULL && look->turkish_line == 0)
    look->turkish_line = look->line;

  look->run = byte >= 0xc0 ? look->run + 1 : 0;

  if (look->foreign_line == 0 &&
      (look->run >= 3 ||
       (is_symbol (look->previous[0]) && g_ascii_isalpha (look->previous[1]) &&
        g_ascii_isalpha (byte))))
    look->foreign_line = look->line;
}

static void
look_for_nul (Look    *look,
              guint64  place)
{
  if (place % 2 == 0)
    look->nul_even++;
  else
    look->nul_odd++;

  if (look->nul_line == 0)
    look->nul_line = look->line;
}

static void
look_at (Look         *look,
         const guchar *bytes,
         gsize         length)
{
  g_checksum_update (look->checksum, bytes, length);

  for (gsize i = 0; i < length; i++)
    {
      guchar byte = bytes[i];

      if (look->size + i < 3)
        look->first[look->size + i] = byte;

      /* Most of most files. */
      if (byte < 0x80 && byte != '\0' && look->missing == 0)
        {
          look->run = 0;
        }
      else
        {
          if (byte == '\0')
            look_for_nul (look, look->size + i);

          look_for_utf8 (look, byte);
        }

      if (byte >= 0x80 || look->previous[0] >= 0x80)
        look_for_windows (look, byte);

      if (byte == '\r' || (byte == '\n' && look->previous[0] != '\r'))
        look->line++;

      if (byte == '\r' || byte == '\n')
        look->line_start = look->size + i;

      look->previous[1] = look->previous[0];
      look->previous[0] = byte;
    }

  look->size += length;
}

/* Takes @message. */
static gboolean
refuse (GError **error,
        char    *message)
{
  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, "%s %s", message,
               _("Say which encoding the file has (UTF-8, WINDOWS-1252, WINDOWS-1254…)."));
  g_free (message);

  return FALSE;
}

static gboolean
settle (ClinicEncoding *encoding,
        const char     *name,
        guint           mark,
        const char     *how)
{
  encoding->name = g_strdup (name);
  encoding->mark = mark;
  encoding->how = g_strdup (how);

  return TRUE;
}

/* UTF-16 has a NUL in every letter that is ASCII, all on the same side. */
static const char *
find_utf16 (const Look *look)
{
  if (look->nul_odd > look->size / 8 && look->nul_odd / 8 >= look->nul_even)
    return "UTF-16LE";

  if (look->nul_even > look->size / 8 && look->nul_even / 8 >= look->nul_odd)
    return "UTF-16BE";

  return NULL;
}

static gboolean
assume_windows (const Look      *look,
                ClinicEncoding  *encoding,
                GError         **error)
{
  if (look->n_letters > 0)
    return refuse (error,
                   g_strdup_printf (_("Line %" PRIu64 " is not UTF-8, though other "
                                      "lines are."), look->wrong_line));

  if (look->undefined_line > 0)
    return refuse (error, g_strdup_printf (_("Line %" PRIu64 " is neither UTF-8 nor Windows-1252."), look->undefined_line));

  if (look->foreign_line > 0)
    return refuse (error, g_strdup_printf (_("Line %" PRIu64 " is not UTF-8, and does not look like Windows-1252 (Western Europe) either."), look->foreign_line));

  if (look->turkish_line > 0)
    return refuse (error,
                   g_strdup_printf (_("Line %" PRIu64 " has letters that are ğ, ı, İ, ş "
                                      "in Windows-1254 (Turkish) and ð, "
                                      "ý, Ý, þ in "
                                      "Windows-1252 (Western Europe)."), look->turkish_line));

  return settle (encoding, "WINDOWS-1252", 0, _("assumed, for it is not UTF-8"));
}

/* What a byte order mark says; FALSE: there is none. */
static gboolean
read_mark (const Look     *look,
           ClinicEncoding *encoding)
{
  if (look->size >= 3 && memcmp (look->first, "\xef\xbb\xbf", 3) == 0)
    return settle (encoding, "UTF-8", 3, _("by its byte order mark"));

  if (look->size >= 2 && memcmp (look->first, "\xff\xfe", 2) == 0)
    return settle (encoding, "UTF-16LE", 2, _("by its byte order mark"));

  if (look->size >= 2 && memcmp (look->first, "\xfe\xff", 2) == 0)
    return settle (encoding, "UTF-16BE", 2, _("by its byte order mark"));

  return FALSE;
}

static gboolean
judge (const Look      *look,
       ClinicEncoding  *encoding,
       GError         **error)
{
  const char *utf16;

  if (read_mark (look, encoding))
    return TRUE;

  utf16 = find_utf16 (look);

  if (utf16 != NULL)
    return settle (encoding, utf16, 0, _("by the NULs beside its letters"));

  if (look->nul_line > 0)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("Line %" PRIu64 ": there is a NUL byte, which is no text. The file "
                     "is damaged or no table."),
                   look->nul_line);
      return FALSE;
    }

  if (look->n_wrong == 0 && look->missing == 0)
    return settle (encoding, "UTF-8", 0,
                   look->n_letters > 0 ? _("every byte fits") : _("all plain ASCII"));

  /* Only the last character is wrong, and incomplete. */
  if (look->n_wrong == 0 && look->n_letters > 0)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("The file ends in the middle of a character, on line %" PRIu64
                     ": it was cut off. Please fetch it again."), look->line);
      return FALSE;
    }

  return assume_windows (look, encoding, error);
}

/* What the caller says stands, unless a byte order mark says otherwise. */
static gboolean
take_given (const Look      *look,
            const char      *given,
            ClinicEncoding  *encoding,
            GError         **error)
{
  GIConv converter = g_iconv_open ("UTF-8", given);
  g_autofree char *name = g_ascii_strup (given, -1);

  if (converter == (GIConv) - 1)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("The encoding “%s” is not known."),
                   given);
      return FALSE;
    }

  g_iconv_close (converter);

  if (!read_mark (look, encoding))
    return settle (encoding, name, 0, _("as said"));

  if (g_str_has_prefix (encoding->name, name) ||
      (g_str_equal (name, "UTF8") && encoding->mark == 3))
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("The file is said to be %s, but its byte order mark says %s."), given, encoding->name);

  return FALSE;
}

static GInputStream *
open_file (const char  *path,
           GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileInputStream) stream = NULL;
  g_autoptr(GError) failure = NULL;
  struct stat status;

  /* It is read more than once. */
  if (stat (path, &status) == 0 && !S_ISREG (status.st_mode))
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("“%s” is no file."), path);
      return NULL;
    }

  stream = g_file_read (file, NULL, &failure);

  if (stream == NULL)
    g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("The file cannot be read: %s"),
                 failure->message);

  return (GInputStream *) g_steal_pointer (&stream);
}

static gboolean
look_at_file (Look          *look,
              GInputStream  *stream,
              GError       **error)
{
  g_autofree guchar *chunk = g_malloc (CHUNK);
  g_autoptr(GError) failure = NULL;
  gssize length;

  while ((length = g_input_stream_read (stream, chunk, CHUNK, NULL, &failure)) > 0)
    {
      look_at (look, chunk, length);

      if (look->size - look->line_start > LONGEST_LINE)
        {
          g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("Line %" PRIu64 ": more than %d bytes in one line. This is no "
                         "table."),
                       look->line, LONGEST_LINE);
          return FALSE;
        }
    }

  if (length < 0)
    g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("The file cannot be read: %s"),
                 failure->message);

  return length == 0;
}

gboolean
clinic_encoding_detect (const char      *path,
                        const char      *given,
                        ClinicEncoding  *encoding,
                        GError         **error)
{
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  Look look = { .checksum = checksum, .line = 1 };

  g_return_val_if_fail (path != NULL && encoding != NULL, FALSE);

  *encoding = (ClinicEncoding) { NULL };
  stream = open_file (path, error);

  if (stream == NULL || !look_at_file (&look, stream, error))
    return FALSE;

  encoding->size = look.size;
  encoding->digest = g_strdup (g_checksum_get_string (checksum));

  if (given != NULL ? take_given (&look, given, encoding, error) : judge (&look, encoding, error))
    return TRUE;

  clinic_encoding_clear (encoding);

  return FALSE;
}

GInputStream *
clinic_encoding_open (const char            *path,
                      const ClinicEncoding  *encoding,
                      GError               **error)
{
  g_autoptr(GInputStream) stream = open_file (path, error);
  g_autoptr(GCharsetConverter) converter = NULL;

  if (stream == NULL)
    return NULL;

  if (encoding->mark > 0 && g_input_stream_skip (stream, encoding->mark, NULL, error) < 0)
    return NULL;

  if (g_str_equal (encoding->name, "UTF-8") || g_str_equal (encoding->name, "UTF8"))
    return g_steal_pointer (&stream);

  converter = g_charset_converter_new ("UTF-8", encoding->name, error);

  return converter != NULL ? g_converter_input_stream_new (stream, G_CONVERTER (converter)) : NULL;
}

void
clinic_encoding_clear (ClinicEncoding *encoding)
{
  g_clear_pointer (&encoding->name, g_free);
  g_clear_pointer (&encoding->how, g_free);
  g_clear_pointer (&encoding->digest, g_free);
}
