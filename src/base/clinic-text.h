/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Folds for search: NFKD, marks stripped, case folded, and ł đ ø ß æ œ ı þ ð ħ ŋ spelled in plain
 * letters; apostrophes of every kind and what is invisible dropped, digits of any script plain;
 * anything that is neither letter nor digit becomes one space; trimmed. "Şahin" → "sahin",
 * "O'Brien" → "obrien", "Müller-Lüdenscheidt" → "muller ludenscheidt". Invalid UTF-8 is made valid
 * first. Never NULL; caller frees. */
char    *clinic_text_fold             (const char *text);

/* The words of clinic_text_fold (text); NULL-terminated; caller frees with g_strfreev (). */
char   **clinic_text_fold_words       (const char *text);

/* Edit distance (insert, delete, replace, swap of neighbours) of @word to the best prefix of
 * @candidate, both folded; never more than @limit + 1. */
guint    clinic_text_prefix_distance  (const char *word,
                                       const char *candidate,
                                       guint       limit);

/* How a short list finds by what is typed, the best last. */
typedef enum
{
  CLINIC_TEXT_MATCH_NONE,
  CLINIC_TEXT_MATCH_OTHER,      /* some word is only in what else is said of it */
  CLINIC_TEXT_MATCH_PART,       /* every word is somewhere in the name */
  CLINIC_TEXT_MATCH_WORD,       /* every word begins a word of the name */
  CLINIC_TEXT_MATCH_BEGINNING,  /* the name begins like that */
  CLINIC_TEXT_MATCH_WHOLE,      /* it is the name */
} ClinicTextMatch;

/* Whether @typed means what is called @name and of which @others is said (its ingredients; may be
 * NULL). Folded as above; a part within a word counts from two letters on. Nothing typed: a match. */
ClinicTextMatch clinic_text_match (const char *typed,
                                   const char *name,
                                   const char *others);

/* TRUE when @text is NULL or holds nothing but white space. */
gboolean clinic_text_is_empty         (const char *text);

/* Trimmed copy, or NULL when nothing is left; line ends become LF, tabs spaces, other control
 * characters go; invalid UTF-8 is made valid. */
char    *clinic_text_clean            (const char *text);

/* Digits of a telephone number, without anything else; caller frees. "+43 (1) 23-4" → "431234" */
char    *clinic_text_digits           (const char *text);

/* Number of characters (code points) of valid UTF-8. */
gsize    clinic_text_length           (const char *text);

/* @text so that it stays in one piece where writing goes the other way: as its own letters read, and, for what is dialled or
 * counted, from left to right in every language. "" for NULL; caller frees. */
char    *clinic_text_isolate          (const char *text);
char    *clinic_text_isolate_number   (const char *text);

/* The same for each figure within a sentence that has a sign or a unit beside it, or is of several: "> 10 %", "-3", "6 × 4 cm",
 * "2026-11". Figures that nothing turns round stay as they are. Caller frees. */
char    *clinic_text_isolate_figures  (const char *text);

/* Each line of @text begun from that side, whatever letters it begins with, so that all stand at the same edge; it reads as
 * its own letters do. Caller frees. */
char    *clinic_text_begin_lines      (const char *text,
                                       gboolean    from_right);

/* Appends @text to @json as a quoted JSON string (RFC 8259), or null when NULL. */
void     clinic_text_append_json      (GString    *json,
                                       const char *text);

G_END_DECLS
