/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-locale.h"
#include "clinic-visit-cells.h"
#include "clinic-visit-texts.h"

static const ClinicVisitCell mine[] = {
  { CLINIC_VISIT_PART_TIME, 0, 6, .dim = TRUE },
  { CLINIC_VISIT_PART_NAME, 0, -1, .bold = TRUE },
  { CLINIC_VISIT_PART_AGE, 0, 9, 2, .dim = TRUE },
  { CLINIC_VISIT_PART_COURSE, 0, 6 },
  { CLINIC_VISIT_PART_COCKTAIL, 0, 16, 3, .dim = TRUE, .grows = TRUE },
  { CLINIC_VISIT_PART_SIGNS, 0, 13 },
  { CLINIC_VISIT_PART_STATUS, 0, 12, 1 },
};

static const ClinicVisitCell clinic[] = {
  { CLINIC_VISIT_PART_TIME, 0, 6, .dim = TRUE },
  { CLINIC_VISIT_PART_NAME, 0, -1, .bold = TRUE },
  { CLINIC_VISIT_PART_AGE, 0, 9, 3, .dim = TRUE },
  { CLINIC_VISIT_PART_COURSE, 0, 6, 2 },
  { CLINIC_VISIT_PART_PRACTITIONER, 0, 16, 1, .dim = TRUE, .grows = TRUE },
  { CLINIC_VISIT_PART_SIGNS, 0, 13 },
  { CLINIC_VISIT_PART_STATUS, 0, 12 },
};

static const ClinicVisitCell card[] = {
  { CLINIC_VISIT_PART_NAME, 0, -1, .bold = TRUE },
  { CLINIC_VISIT_PART_SIGNS, 0, 0 },
  { CLINIC_VISIT_PART_TIME, 1, 0, .caption = TRUE },
  { CLINIC_VISIT_PART_WAITED, 1, 0, .bold = TRUE, .caption = TRUE },
  { CLINIC_VISIT_PART_PRACTITIONER, 1, -1, .dim = TRUE, .caption = TRUE },
  { CLINIC_VISIT_PART_PHONE, 2, -1, .dim = TRUE, .caption = TRUE },
};

G_DEFINE_ENUM_TYPE (ClinicVisitLook, clinic_visit_look,
                    G_DEFINE_ENUM_VALUE (CLINIC_VISIT_LOOK_MINE, "mine"),
                    G_DEFINE_ENUM_VALUE (CLINIC_VISIT_LOOK_CLINIC, "clinic"),
                    G_DEFINE_ENUM_VALUE (CLINIC_VISIT_LOOK_CARD, "card"))

const ClinicVisitCell *
clinic_visit_cells_of (ClinicVisitLook look,
                       guint * n)
{
  switch (look)
    {
    case CLINIC_VISIT_LOOK_CARD:
      *n = G_N_ELEMENTS (card);
      return card;

    case CLINIC_VISIT_LOOK_CLINIC:
      *n = G_N_ELEMENTS (clinic);
      return clinic;

    case CLINIC_VISIT_LOOK_MINE:
    default:
      *n = G_N_ELEMENTS (mine);
      return mine;
    }
}

guint
clinic_visit_cells_dropped (const ClinicVisitCell *slots,
                            guint                  n,
                            int                    letter,
                            int                    width)
{
  for (guint highest = 4; highest > 0; highest--)
    {
      int needed = CLINIC_VISIT_LEAST_NAME * letter;

      for (guint i = 0; i < n; i++)
        {
          if (slots[i].chars > 0 && slots[i].drops < highest)
            needed += slots[i].chars * letter + CLINIC_VISIT_GAP;
        }

      if (needed <= width)
        return highest;
    }

  return 1;
}

char *
clinic_visit_part_say (ClinicVisit     *visit,
                       ClinicVisitPart  part,
                       const char      *waited)
{
  g_return_val_if_fail (CLINIC_IS_VISIT (visit), NULL);

  switch (part)
    {
    case CLINIC_VISIT_PART_TIME:
      return clinic_locale_time (visit->starts);

    case CLINIC_VISIT_PART_NAME:
      return clinic_locale_list_name (visit->family_name, visit->given_name);

    case CLINIC_VISIT_PART_AGE:
      return clinic_visit_age (visit);

    case CLINIC_VISIT_PART_COURSE:
      return clinic_visit_nth (visit);

    case CLINIC_VISIT_PART_COCKTAIL:
      return g_strdup (visit->cocktail);

    case CLINIC_VISIT_PART_PRACTITIONER:
      return g_strdup (visit->practitioner);

    case CLINIC_VISIT_PART_STATUS:
      return clinic_visit_state (visit);

    case CLINIC_VISIT_PART_WAITED:
      return g_strdup (waited);

    case CLINIC_VISIT_PART_PHONE:
      return g_strdup (visit->phone);

    case CLINIC_VISIT_PART_SIGNS:
    default:
      return NULL;
    }
}
