/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of data/papers.ini, in the language of the paper and not of the program. Thread-safe. */

/* "de_AT.UTF-8" → "de" when there are words in it, else "en". Static. */
const char *clinic_paper_language  (const char *language);
/* The languages there are words in; NULL-terminated, static. */
const char *const *clinic_paper_languages (void);
/* Those that have a name here, also where there are no words in them yet; NULL-terminated, static. */
const char *const *clinic_paper_known_languages (void);
/* The language's own name for itself: "Türkçe"; the code when it is not known. Static. */
const char *clinic_paper_language_name (const char *language);
/* A word or phrase; the key itself when there is none. Static. */
const char *clinic_paper_word      (const char *language,
                                    const char *key);
/* The phrase with "{name}" replaced by @value, which keeps its own direction. Caller frees. */
char       *clinic_paper_phrase    (const char *language,
                                    const char *key,
                                    const char *name,
                                    const char *value);
/* A date or wall time in words; with @time also the time of a wall time. Caller frees. */
char       *clinic_paper_dup_date  (const char *language,
                                    const char *wall,
                                    gboolean    time);
/* @text between isolates, so that a date, number or name keeps its order within a line of another
 * direction. Caller frees. */
char       *clinic_paper_isolate   (const char *text);

G_END_DECLS
