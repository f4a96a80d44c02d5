/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One word that somebody typed. A patient fits when any of these is the beginning of one of the
 * patient's tokens. */
typedef struct
{
  GPtrArray *plain;       /* char *: what names, file numbers and YYYYMMDD may begin with */
  GPtrArray *others;      /* char *: what telephone numbers and DDMMYYYY may begin with, with
                           * their first byte */
  gboolean   letters;     /* may be mistyped */
  GArray    *bits;        /* guint64: of each plain one, or NULL; made by
                           * clinic_search_word_make_bits () */
} ClinicSearchWord;

/* The words of @text as ClinicSearchWord; caller unrefs. Dates may be written with separators;
 * with @join digits that stand side by side are one number, as telephone numbers are written. */
GPtrArray *clinic_search_parse     (const char             *text,
                                    gboolean                join);

/* The signature bits that every patient with this word has, if it is a plain one. */
guint64    clinic_search_word_bits (const ClinicSearchWord *word);

/* May a patient with this signature have the word? Needs the bits of each alternative. */
void       clinic_search_word_make_bits (ClinicSearchWord   *word);
gboolean   clinic_search_word_may_fit (const ClinicSearchWord *word,
                                       guint64                 signature);

/* Does one of the sorted tokens begin with one of the word's alternatives? */
gboolean   clinic_search_word_fits (const ClinicSearchWord *word,
                                    GPtrArray              *tokens);

void       clinic_search_word_free (gpointer                word);

G_END_DECLS
