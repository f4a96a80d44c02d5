/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

/* Scales that stages of hair loss are told by. Definitions are in words of our own, after the
 * publications that .source names. */

typedef struct
{
  const char *value;            /* as it is kept and written: "IIIa" */
  const char *definition;       /* N_() */
} ClinicStage;

typedef struct
{
  const char        *name;      /* as it is kept: "norwood" */
  const char        *label;     /* N_() */
  const char        *about;     /* N_(): whom it is for and what it looks at */
  const char        *source;
  const ClinicStage *stages;    /* in their order, ends with { NULL }; of BASP the basic types and
                                 * then the specific ones, of which each alone is no stage */
  gboolean           ordered;   /* a later stage is more loss */
  gint64             edition;   /* of the definitions: goes up when their meaning changes */
} ClinicScale;

/* For CHOICE fields. */
extern const ClinicChoice clinic_scale_names[];

/* All of them; ends with one without a name. */
const ClinicScale *clinic_scales         (void);
/* By its name; NULL when there is none. */
const ClinicScale *clinic_scale_find     (const char        *name);
/* What somebody wrote for a scale ("Norwood-Hamilton", "Ludwig scale"); NULL when it is none of
 * these. */
const ClinicScale *clinic_scale_guess    (const char        *text);
/* Whether the scale of this name has such a stage; for BASP any final type. */
gboolean           clinic_scale_allows   (const char        *name,
                                          const char        *stage);
/* The place of a stage in its scale, from 0; -1 when it has none (BASP has no order). */
int                clinic_scale_rank     (const ClinicScale *self,
                                          const char        *stage);
/* The definition of a stage, translated; of a final type of BASP those of its parts. Caller
 * frees; NULL when the scale has no such stage. */
char              *clinic_scale_define   (const ClinicScale *self,
                                          const char        *stage);

/* BASP (Lee 2007): one basic type (L, M0 to M3, C0 to C3, U1 to U3) and at most one of each
 * specific type (V1 to V3, F1 to F3). The final type is written basic, V, F: "M2V1F2". */
gboolean           clinic_basp_is_valid  (const char        *final);
/* @vertex, @frontal: "V1", "F2"; NULL for none. NULL when they make no final type. Caller frees. */
char              *clinic_basp_combine   (const char        *basic,
                                          const char        *vertex,
                                          const char        *frontal);
/* The parts of a final type; those that are not there are NULL. Caller frees each. FALSE when it
 * is none. */
gboolean           clinic_basp_split     (const char        *final,
                                          char             **basic,
                                          char             **vertex,
                                          char             **frontal);

G_END_DECLS
