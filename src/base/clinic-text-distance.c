/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-text.h"

/* Room for words of this many letters is on the stack; longer ones are rare. */
#define SHORT 48

/* The letters of a folded word. */
typedef struct
{
  gunichar *letters;
  gsize     length;
  gunichar  own[SHORT];
} Letters;

static void
letters_init (Letters    *self,
              const char *text,
              gsize       most)
{
  gsize room = MIN (strlen (text), most);

  self->letters = room > SHORT ? g_new (gunichar, room) : self->own;
  self->length = 0;

  for (const char *p = text; *p != '\0' && self->length < most; p = g_utf8_next_char (p))
    self->letters[self->length++] = g_utf8_get_char (p);
}

static void
letters_clear (Letters *self)
{
  if (self->letters != self->own)
    g_free (self->letters);
}

/* One cell of the table; @rows are this row, the last and the one before. */
static guint
measure_cell (const Letters *word,
              const Letters *candidate,
              guint         *rows[3],
              gsize          i,
              gsize          j)
{
  gboolean same = word->letters[i - 1] == candidate->letters[j - 1];
  guint least = MIN (rows[1][j], rows[0][j - 1]) + 1;

  least = MIN (least, rows[1][j - 1] + (same ? 0 : 1));

  if (i > 1 && j > 1 &&
      word->letters[i - 1] == candidate->letters[j - 2] &&
      word->letters[i - 2] == candidate->letters[j - 1])
    least = MIN (least, rows[2][j - 2] + 1);

  return least;
}

/* The least cell of row @i. Only those within @limit of the diagonal can matter. */
static guint
measure_row (const Letters *word,
             const Letters *candidate,
             guint         *rows[3],
             gsize          i,
             guint          limit)
{
  gsize first = i > limit ? i - limit : 1;
  gsize last = MIN (candidate->length, i + limit);
  guint best = first == 1 ? MIN (i, limit + 1) : limit + 1;

  rows[0][first - 1] = best;

  for (gsize j = first; j <= last; j++)
    {
      rows[0][j] = measure_cell (word, candidate, rows, i, j);
      best = MIN (best, rows[0][j]);
    }

  if (last < candidate->length)
    rows[0][last + 1] = limit + 1;

  return best;
}

/* Ends at the first row that is too far everywhere: the next ones are no nearer. */
static guint
measure (const Letters *word,
         const Letters *candidate,
         guint         *cells,
         guint          limit)
{
  gsize width = candidate->length + 1;
  guint *rows[3] = { cells, cells + width, cells + 2 * width };
  guint best = 0;

  for (gsize j = 0; j < width; j++)
    {
      rows[0][j] = MIN (j, limit + 1);
      rows[1][j] = rows[2][j] = limit + 1;
    }

  for (gsize i = 1; i <= word->length && best <= limit; i++)
    {
      guint *oldest = rows[2];

      rows[2] = rows[1];
      rows[1] = rows[0];
      rows[0] = oldest;

      best = measure_row (word, candidate, rows, i, limit);
    }

  return MIN (best, limit + 1);
}

guint
clinic_text_prefix_distance (const char *word,
                             const char *candidate,
                             guint       limit)
{
  guint own_cells[3 * (SHORT + 1)];
  g_autofree guint *cells = NULL;
  Letters word_letters;
  Letters candidate_letters;
  guint distance;

  g_return_val_if_fail (word != NULL, limit + 1);
  g_return_val_if_fail (candidate != NULL, limit + 1);

  letters_init (&word_letters, word, G_MAXUINT);
  letters_init (&candidate_letters, candidate, word_letters.length + limit);

  if (candidate_letters.length > SHORT)
    cells = g_new (guint, 3 * (candidate_letters.length + 1));

  distance = measure (&word_letters, &candidate_letters, cells != NULL ? cells : own_cells, limit);

  letters_clear (&word_letters);
  letters_clear (&candidate_letters);

  return distance;
}
