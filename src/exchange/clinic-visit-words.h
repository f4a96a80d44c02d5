/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What words say of the time of a reading: "baseline", "after treatment", "week 12", "T1". */
typedef enum
{
  CLINIC_VISIT_NONE,
  CLINIC_VISIT_BASELINE,
  CLINIC_VISIT_AFTER,       /* during or after treatment */
  CLINIC_VISIT_TIME,        /* so many days after the baseline */
  CLINIC_VISIT_NUMBER,      /* the so-many-eth visit or session */
  CLINIC_VISIT_LATER,       /* follow-up */
  CLINIC_VISIT_LAST,
} ClinicVisitKind;

typedef struct
{
  ClinicVisitKind kind;
  guint           value;    /* days or number */
} ClinicVisit;

/* @words: folded, all of them are to be understood. kind NONE when they are not. A nought ("week
 * 0", "T0") is the baseline; weeks have 7 days, months 30, years 365: they only serve to put
 * visits in order. */
ClinicVisit clinic_visit_parse   (const char *const  *words,
                                  guint               n_words);
/* The same for a text as it stands in a cell. */
ClinicVisit clinic_visit_read    (const char         *text);
/* The longest words of a header that are a visit. @name: those words, the caller's; NULL with
 * kind NONE. */
ClinicVisit clinic_visit_look    (const char         *header,
                                  char              **name);
gboolean    clinic_visit_equal   (const ClinicVisit  *one,
                                  const ClinicVisit  *other);
/* Whether they can be put in order among each other: not "week 12" and "session 3". */
gboolean    clinic_visit_mixed   (const ClinicVisit  *visits,
                                  guint               n_visits);
/* For g_array_sort (), when not mixed. */
int         clinic_visit_compare (const ClinicVisit  *one,
                                  const ClinicVisit  *other);

G_END_DECLS
