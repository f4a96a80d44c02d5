/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "clinic-scalp-places.h"

/* So near to the midline a place belongs to neither side. */
#define MIDDLE 6.0

static GArray *
make_places (void)
{
  return g_array_new (FALSE, FALSE, sizeof (ClinicScalpPlace));
}

static void
append_view (GString         *text,
             GArray          *places,
             ClinicScalpView  view)
{
  gboolean first = TRUE;

  for (guint i = 0; i < places->len; i++)
    {
      const ClinicScalpPlace *place = &g_array_index (places, ClinicScalpPlace, i);

      if (place->view != view)
        continue;

      if (first)
        g_string_append_printf (text, "%s%s:", text->len > 0 ? ";" : "",
                                clinic_scalp_view_name (view));

      g_string_append_printf (text, "%s%d,%d", first ? "" : " ", (int) (place->at.x + 0.5),
                              (int) (place->at.y + 0.5));
      first = FALSE;
    }
}

char *
clinic_scalp_places_format (GArray *places)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (int view = 0; view < CLINIC_SCALP_N_VIEWS; view++)
    append_view (text, places, (ClinicScalpView) view);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The length of the view's name and its colon; 0 for what is none. */
static gsize
find_view (const char      *text,
           ClinicScalpView *view)
{
  for (int i = 0; i < CLINIC_SCALP_N_VIEWS; i++)
    {
      const char *name = clinic_scalp_view_name ((ClinicScalpView) i);

      if (g_str_has_prefix (text, name) && text[strlen (name)] == ':')
        {
          *view = (ClinicScalpView) i;
          return strlen (name) + 1;
        }
    }

  return 0;
}

static gboolean
parse_place (const char       *word,
             ClinicScalpPlace *place)
{
  char *end;

  place->at.x = g_ascii_strtod (word, &end);

  if (end == word || *end != ',')
    return FALSE;

  word = end + 1;
  place->at.y = g_ascii_strtod (word, &end);

  return end != word && *end == '\0' && place->at.x >= 0 && place->at.y >= 0 &&
         place->at.x <= CLINIC_SCALP_SIZE && place->at.y <= CLINIC_SCALP_SIZE;
}

static gboolean
parse_view (GArray     *places,
            const char *text)
{
  ClinicScalpPlace place;
  gsize length = find_view (text, &place.view);
  g_auto(GStrv) words = NULL;

  if (length == 0)
    return FALSE;

  words = g_strsplit (text + length, " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      if (!parse_place (*word, &place))
        return FALSE;

      g_array_append_val (places, place);
    }

  return words[0] != NULL;
}

GArray *
clinic_scalp_places_parse (const char *text)
{
  g_autoptr(GArray) places = make_places ();
  g_auto(GStrv) views = NULL;

  if (text == NULL || *text == '\0')
    return NULL;

  views = g_strsplit (text, ";", -1);

  for (char **view = views; *view != NULL; view++)
    {
      if (!parse_view (places, *view))
        return NULL;
    }

  return g_steal_pointer (&places);
}

GArray *
clinic_scalp_places_spread (gboolean    male,
                            const char *zone,
                            guint       n)
{
  ClinicScalpView view = clinic_scalp_best_view (zone);
  g_autoptr(GArray) points = clinic_scalp_fill (view, male, zone, n);
  GArray *places = make_places ();

  for (guint i = 0; i < points->len; i++)
    {
      ClinicScalpPoint *point = &g_array_index (points, ClinicScalpPoint, i);
      ClinicScalpPlace place = { view, { floor (point->x + 0.5), floor (point->y + 0.5) } };

      g_array_append_val (places, place);
    }

  return places;
}

GArray *
clinic_scalp_places_see (GArray          *places,
                         const char      *zone,
                         gboolean         male,
                         ClinicScalpView  view)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (ClinicScalpSpot));

  for (guint i = 0; i < places->len; i++)
    {
      ClinicScalpPlace place = g_array_index (places, ClinicScalpPlace, i);
      ClinicScalpSpot spot = { place.at, i };

      if (place.view == view || clinic_scalp_carry (zone, male, place, view, &spot.at))
        g_array_append_val (spots, spot);
    }

  return spots;
}

ClinicScalpView
clinic_scalp_mirror_view (ClinicScalpView view)
{
  if (view == CLINIC_SCALP_LEFT)
    return CLINIC_SCALP_RIGHT;

  return view == CLINIC_SCALP_RIGHT ? CLINIC_SCALP_LEFT : view;
}

ClinicScalpPlace
clinic_scalp_mirror_place (ClinicScalpPlace place)
{
  ClinicScalpPlace mirrored = {
    clinic_scalp_mirror_view (place.view), { CLINIC_SCALP_SIZE - place.at.x, place.at.y }
  };

  return mirrored;
}

ClinicScalpSide
clinic_scalp_get_side (ClinicScalpPlace place)
{
  double right = place.at.x - CLINIC_SCALP_SIZE / 2;

  if (place.view == CLINIC_SCALP_LEFT)
    return CLINIC_SCALP_SIDE_LEFT;

  if (place.view == CLINIC_SCALP_RIGHT)
    return CLINIC_SCALP_SIDE_RIGHT;

  if (fabs (right) <= MIDDLE)
    return CLINIC_SCALP_SIDE_MIDDLE;

  /* From in front the patient's right is on the left. */
  return (right > 0) == (place.view != CLINIC_SCALP_FRONT) ? CLINIC_SCALP_SIDE_RIGHT
                                                           : CLINIC_SCALP_SIDE_LEFT;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const ClinicScalpPlace *first = a;
  const ClinicScalpPlace *second = b;

  if (first->view != second->view)
    return (int) first->view - (int) second->view;

  if (first->at.y != second->at.y)
    return first->at.y < second->at.y ? -1 : 1;

  return (first->at.x > second->at.x) - (first->at.x < second->at.x);
}

GArray *
clinic_scalp_places_match (GArray          *places,
                           ClinicScalpSide  from)
{
  GArray *matched = make_places ();

  for (guint i = 0; i < places->len; i++)
    {
      ClinicScalpPlace place = g_array_index (places, ClinicScalpPlace, i);
      ClinicScalpSide side = clinic_scalp_get_side (place);
      ClinicScalpPlace other = clinic_scalp_mirror_place (place);

      if (side == from || side == CLINIC_SCALP_SIDE_MIDDLE)
        g_array_append_val (matched, place);

      if (side == from)
        g_array_append_val (matched, other);
    }

  /* The same places are the same text, whichever side they came from. */
  g_array_sort (matched, compare_places);

  return matched;
}

GArray *
clinic_scalp_places_mirror (GArray *places)
{
  GArray *mirrored = make_places ();

  for (guint i = 0; i < places->len; i++)
    {
      ClinicScalpPlace place =
        clinic_scalp_mirror_place (g_array_index (places, ClinicScalpPlace, i));

      g_array_append_val (mirrored, place);
    }

  return mirrored;
}
