/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-visit-face.h"

G_BEGIN_DECLS

/* Letters of a name that stay before anything else is left out, those it has at most where something
 * else can use the room, and pixels between texts. */
#define CLINIC_VISIT_LEAST_NAME 14
#define CLINIC_VISIT_MOST_NAME 26
#define CLINIC_VISIT_GAP 12

/* What can be said of a visit in a list. */
typedef enum
{
  CLINIC_VISIT_PART_TIME,
  CLINIC_VISIT_PART_NAME,
  CLINIC_VISIT_PART_AGE,
  CLINIC_VISIT_PART_COURSE,
  CLINIC_VISIT_PART_COCKTAIL,
  CLINIC_VISIT_PART_PRACTITIONER,
  CLINIC_VISIT_PART_STATUS,
  CLINIC_VISIT_PART_WAITED,
  CLINIC_VISIT_PART_PHONE,
  CLINIC_VISIT_N_PARTS,
  CLINIC_VISIT_PART_SIGNS = CLINIC_VISIT_N_PARTS,
} ClinicVisitPart;

/* Where one of them stands, and how it looks. */
typedef struct
{
  ClinicVisitPart part;
  guint    line;
  int      chars;           /* 0: as wide as its text; -1: what is left */
  guint    drops;           /* the highest is left out first; 0: never */
  gboolean dim;
  gboolean bold;
  gboolean caption;
  gboolean grows;           /* gets what is left once a name has all that it can use */
} ClinicVisitCell;

/* The slots of a look, from the start of each line. */
const ClinicVisitCell *clinic_visit_cells_of      (ClinicVisitLook         look,
                                                   guint                  *n);
/* The lowest number of those left out in a line of this many pixels, @letter wide each: what the
 * name needs comes first. */
guint                  clinic_visit_cells_dropped (const ClinicVisitCell  *slots,
                                                   guint                   n,
                                                   int                     letter,
                                                   int                     width);
/* What a part says, translated; NULL or "": nothing. @waited: words, or NULL. Caller frees. */
char                  *clinic_visit_part_say      (ClinicVisit            *visit,
                                                   ClinicVisitPart         part,
                                                   const char             *waited);

G_END_DECLS
