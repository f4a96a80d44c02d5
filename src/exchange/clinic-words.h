/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of data/exchange/columns.ini: what other programs call their columns, in several
 * languages. */

/* The key of @group that lists @text (compared folded); NULL when none does. */
const char *clinic_words_find     (const char  *group,
                                   const char  *text);
/* A cell that says in as many words that there is no value: "n/a", "-", "missing". Also an empty
 * one. */
gboolean    clinic_words_is_blank (const char  *text);

typedef enum
{
  CLINIC_TOTAL_NO,
  CLINIC_TOTAL_MAYBE,           /* "SD": or somebody's initials */
  CLINIC_TOTAL_SURE,            /* "Mean", "n=13" */
} ClinicTotal;

/* Whether @text, where a patient ought to stand, rather names a figure of the whole table. */
ClinicTotal clinic_words_total    (const char  *text);

G_END_DECLS
