/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Decimals are kept as integers in thousandths: 1.5 ml is 1500 (µl), 2.5 mm is 2500 (µm). */

/* Reads a decimal with @mark ('.' or ',') as decimal mark, at most three decimals, optional sign,
 * no grouping, no exponent; plain or Arabic-Indic digits; white space around it. FALSE for anything
 * else, also on overflow: never a value ten times too big. */
gboolean clinic_decimal_parse        (const char *text,
                                      char        mark,
                                      gint64     *thousandths);
/* As few decimals as say it: 1500 → "1.5", 2000 → "2". Caller frees. */
char    *clinic_decimal_format       (gint64      thousandths,
                                      char        mark);
/* Rounds half away from zero; stays at the ends of the range. @value is a number. */
gint64   clinic_decimal_from_double  (double      value);
/* Text of a double rounded half away from zero to @decimals for display, '.' as mark, never "-0";
 * "" when it is no number or infinite. Caller frees. */
char    *clinic_decimal_format_double (double     value,
                                       guint      decimals);

G_END_DECLS
