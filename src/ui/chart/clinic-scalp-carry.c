/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "clinic-scalp-cells.h"
#include "clinic-scalp-places.h"

/* From one view to another a place keeps how much of its zone lies before it, and how much beside
 * it: points that are even in one view are about even in the others, and none leaves its zone. */

#define CELL  CLINIC_SCALP_CELL
#define CELLS CLINIC_SCALP_CELLS

/* How a view looks at a kind of zone. */
typedef struct
{
  gboolean across;              /* front to back runs along x, not y */
  gboolean reversed;            /* the smaller, the farther back */
  double   from;                /* what part of the other way is seen: from, where it is small, */
  double   to;                  /* to, where it is large */
} Sight;

typedef enum
{
  MIDLINE,
  NAPE,
  SIDE_LEFT,
  SIDE_RIGHT,
  N_KINDS
} Kind;

/* Of midline zones the other way runs from the patient's left (0) to the right (1); of zones at a
 * side from the crown (0) down (1). */
static const Sight sights[N_KINDS][CLINIC_SCALP_N_VIEWS] = {
  /* top, front, back, left, right */
  { { FALSE, FALSE, 0, 1 }, { FALSE, TRUE, 1, 0 }, { FALSE, FALSE, 0, 1 },
    { TRUE, FALSE, 0.5, 0 }, { TRUE, TRUE, 0.5, 1 } },
  { { FALSE, FALSE, 0, 1 }, { FALSE, TRUE, 1, 0 }, { FALSE, FALSE, 0, 1 },
    { FALSE, FALSE, 0, 0.5 }, { FALSE, FALSE, 0.5, 1 } },
  { { FALSE, FALSE, 1, 0 }, { TRUE, FALSE, 0, 1 }, { TRUE, FALSE, 0, 1 },
    { TRUE, FALSE, 0, 1 }, { TRUE, TRUE, 0, 1 } },
  { { FALSE, FALSE, 0, 1 }, { TRUE, TRUE, 0, 1 }, { TRUE, TRUE, 0, 1 },
    { TRUE, FALSE, 0, 1 }, { TRUE, TRUE, 0, 1 } },
};

/* How many cells of a zone each line has, the way that its view looks at it. */
typedef struct
{
  gboolean made;
  guint    all;
  guint8   own[CELLS];
} Lines;

#define MOST_ZONES 16

static Lines known[CLINIC_SCALP_N_VIEWS][2][MOST_ZONES];

/* Cells of a zone, line by line. */
typedef struct
{
  const guint8 *cells;
  guint         label;
  gboolean      across;
  const Lines  *lines;
} Zone;

static Kind
get_kind (const char *zone)
{
  if (g_str_equal (zone, "occipital"))
    return NAPE;

  if (g_str_has_suffix (zone, "_left"))
    return SIDE_LEFT;

  return g_str_has_suffix (zone, "_right") ? SIDE_RIGHT : MIDLINE;
}

static gboolean
has_cell (const Zone *zone,
          int         line,
          int         nth)
{
  int x = zone->across ? line : nth;
  int y = zone->across ? nth : line;

  return zone->cells[y * CELLS + x] == zone->label;
}

/* Cells of a line before the @end-th place of it. */
static int
count_line (const Zone *zone,
            int         line,
            int         end)
{
  int n = 0;

  for (int i = 0; i < end; i++)
    n += has_cell (zone, line, i);

  return n;
}

/* How much of the zone lies before @line, of 1, and of the line before @along. */
static void
measure (const Zone *zone,
         double      line,
         double      along,
         double     *before,
         double     *beside)
{
  int at = CLAMP ((int) (line / CELL), 0, CELLS - 1);
  int end = CLAMP ((int) (along / CELL), 0, CELLS - 1);
  double own = zone->lines->own[at];
  double less = own * (line / CELL - at);
  double aside = count_line (zone, at, end);

  for (int i = 0; i < at; i++)
    less += zone->lines->own[i];

  if (has_cell (zone, at, end))
    aside += along / CELL - end;

  *before = less / MAX (zone->lines->all, 1);
  *beside = own > 0 ? aside / own : 0.5;
}

/* Where in a line so many of its cells lie before. */
static double
find_along (const Zone *zone,
            int         line,
            double      wanted)
{
  int last = 0;

  for (int i = 0; i < CELLS; i++)
    {
      if (!has_cell (zone, line, i))
        continue;

      if (wanted < 1)
        return (i + wanted) * CELL;

      wanted -= 1;
      last = i;
    }

  return (last + 0.5) * CELL;
}

/* The way back of measure (). */
static void
find (const Zone *zone,
      double      before,
      double      beside,
      double     *line,
      double     *along)
{
  double left = CLAMP (before, 0.001, 0.999) * zone->lines->all;
  int at = 0;

  while (at < CELLS - 1 && (zone->lines->own[at] == 0 || left >= zone->lines->own[at]))
    left -= zone->lines->own[at++];

  *line = (at + CLAMP (left / MAX (zone->lines->own[at], 1), 0, 0.999)) * CELL;
  *along = find_along (zone, at, CLAMP (beside, 0.001, 0.999) * zone->lines->own[at]);
}

static Zone
look_at (const char      *zone,
         gboolean         male,
         ClinicScalpView  view)
{
  guint label = clinic_scalp_find_label (view, zone);
  Lines *lines = &known[view][male ? 1 : 0][label];
  Zone looked = {
    clinic_scalp_get_cells (view, male), label, sights[get_kind (zone)][view].across, lines
  };

  for (int i = 0; !lines->made && i < CELLS; i++)
    {
      lines->own[i] = count_line (&looked, i, CELLS);
      lines->all += lines->own[i];
    }

  lines->made = TRUE;

  return looked;
}

gboolean
clinic_scalp_carry (const char       *name,
                    gboolean          male,
                    ClinicScalpPlace  place,
                    ClinicScalpView   view,
                    ClinicScalpPoint *at)
{
  /* The whole scalp is carried zone by zone. */
  const char *zone = g_strcmp0 (name, "whole_scalp") == 0
                     ? clinic_scalp_zone_at (place.view, male, place.at.x, place.at.y) : name;
  const Sight *from;
  const Sight *to;
  Zone here;
  Zone there;
  double before;
  double beside;
  double line;
  double along;

  g_return_val_if_fail (view < CLINIC_SCALP_N_VIEWS && at != NULL, FALSE);

  if (zone == NULL || clinic_scalp_find_label (view, zone) == 0 ||
      clinic_scalp_find_label (place.view, zone) == 0)
    return FALSE;

  from = &sights[get_kind (zone)][place.view];
  to = &sights[get_kind (zone)][view];
  here = look_at (zone, male, place.view);
  there = look_at (zone, male, view);
  measure (&here, here.across ? place.at.x : place.at.y, here.across ? place.at.y : place.at.x,
           &before, &beside);

  before = from->reversed ? 1 - before : before;
  beside = from->from + beside * (from->to - from->from);
  beside = (beside - to->from) / (to->to - to->from);

  if (beside < 0 || beside > 1)
    return FALSE;

  find (&there, to->reversed ? 1 - before : before, beside, &line, &along);
  at->x = there.across ? line : along;
  at->y = there.across ? along : line;

  return TRUE;
}
