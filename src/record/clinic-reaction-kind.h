/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_REACTION_KIND (clinic_reaction_kind_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReactionKind, clinic_reaction_kind, CLINIC, REACTION_KIND, ClinicRecord)

/* A reaction, its expected course and the grades it has; a grade without text does not exist for
 * it. Read the members; write them through properties, so that views hear of it. */
struct _ClinicReactionKind
{
  ClinicRecord  parent_instance;

  char         *code;
  char         *name;
  char         *ctcae_term;
  char         *ctcae_version;
  char         *meddra;
  gint64        expected_days;
  gboolean      red_flag;       /* never expected, whatever its grade */
  char         *advice;         /* what to do about a red flag */
  gint64        call_grade;     /* from which on somebody is called; CLINIC_UNKNOWN: as the clinic says of all */
  gint64        call_days;      /* after how many days; CLINIC_UNKNOWN: as the clinic says of all */
  gboolean      specify;        /* "Other, specify": needs words of its own */
  char         *grade_1;
  char         *grade_2;
  char         *grade_3;
  char         *grade_4;
  char         *grade_5;
  char         *source;
};

ClinicReactionKind *clinic_reaction_kind_new       (void);
/* The definition of a grade, 1 to 5; NULL when the kind's term has no such grade. */
const char         *clinic_reaction_kind_get_grade (ClinicReactionKind *self,
                                                    gint64              grade);
/* How long a reaction of the kind may last: past it on @today when it began at @onset (a wall
 * time), or a red flag, which is never expected. */
gboolean            clinic_reaction_is_overdue     (gboolean            red_flag,
                                                    gint64              expected_days,
                                                    const char         *onset,
                                                    const char         *today);

G_END_DECLS
