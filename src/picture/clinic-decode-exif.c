/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-decode-formats.h"

#define TAG_ORIENTATION 0x0112
#define TAG_CHANGED     0x0132
#define TAG_EXIF        0x8769
#define TAG_TAKEN       0x9003
#define TYPE_TEXT       2
#define DATE_LENGTH     10

typedef struct
{
  const guint8      *data;
  gsize              length;
  gboolean           little;
  ClinicDecodeNotes *notes;
} Block;

static guint32
read_16 (const Block *block,
         guint64      at)
{
  const guint8 *data = block->data + at;

  return block->little ? (guint32) data[1] << 8 | data[0] : (guint32) data[0] << 8 | data[1];
}

static guint32
read_32 (const Block *block,
         guint64      at)
{
  guint32 first = read_16 (block, at);
  guint32 second = read_16 (block, at + 2);

  return block->little ? second << 16 | first : first << 16 | second;
}

/* "2024:05:31 12:00:00": only a day that looks like one. */
static void
take_date (const Block *block,
           guint64      at)
{
  char *text = block->notes->taken_on;

  if (at + DATE_LENGTH > block->length)
    return;

  memcpy (text, block->data + at, DATE_LENGTH);
  text[DATE_LENGTH] = '\0';

  for (guint i = 0; i < DATE_LENGTH; i++)
    {
      gboolean mark = i == 4 || i == 7;

      if (mark ? text[i] != ':' : !g_ascii_isdigit (text[i]))
        {
          text[0] = '\0';
          return;
        }
    }

  text[4] = text[7] = '-';
}

static void
read_directory (const Block *block,
                guint64      at,
                gboolean     first)
{
  gboolean followed = FALSE;
  guint32 n_entries;

  if (at < 8 || at + 2 > block->length)
    return;

  n_entries = read_16 (block, at);

  for (guint32 i = 0; i < n_entries && at + 2 + 12 * (guint64) (i + 1) <= block->length; i++)
    {
      guint64 entry = at + 2 + 12 * i;
      guint32 tag = read_16 (block, entry);

      if (tag == TAG_ORIENTATION && first)
        block->notes->orientation = read_16 (block, entry + 8);
      else if (tag == TAG_EXIF && first && !followed)
        {
          /* Once: a directory of nothing else would be read as often as it has entries. */
          followed = TRUE;
          read_directory (block, read_32 (block, entry + 8), FALSE);
        }
      else if ((tag == TAG_TAKEN && !first) || (tag == TAG_CHANGED && block->notes->taken_on[0] == '\0'))
        {
          if (read_16 (block, entry + 2) == TYPE_TEXT && read_32 (block, entry + 4) > DATE_LENGTH)
            take_date (block, read_32 (block, entry + 8));
        }
    }
}

void
clinic_decode_exif (ClinicDecodeNotes *notes,
                    const guint8      *data,
                    gsize              length)
{
  Block block = { data, length, FALSE, notes };

  if (length < 8 || (memcmp (data, "II*\0", 4) != 0 && memcmp (data, "MM\0*", 4) != 0))
    return;

  block.little = data[0] == 'I';
  read_directory (&block, read_32 (&block, 4), TRUE);
}
