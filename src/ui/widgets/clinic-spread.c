/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-spread.h"

/* Pixels at both ends of a row; room for the arrow of a head. */
#define EDGE 6
#define ARROW 22
#define LEAST_CHOSEN 40

struct _ClinicSpread
{
  GObject parent_instance;

  GArray             *places;       /* ClinicSpreadPlace */
  guint               filler;       /* gets what is left of the width */
  int                 sorted;       /* -1: by none */
  gboolean            descending;
  gboolean            sorting;
  gboolean            dropping;
  int                 width;        /* as spread last; 0: not since a change */
  int                 seen_from;    /* what of a row can be seen, from its start */
  int                 seen_to;
};

typedef enum
{
  CHANGED,
  MOVED,
  SORTED,
  N_SIGNALS
} Signal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicSpread, clinic_spread, G_TYPE_OBJECT)

static ClinicSpreadPlace *
place_at (ClinicSpread * self,
          guint i)
{
  return &g_array_index (self->places, ClinicSpreadPlace, i);
}

static void
changed (ClinicSpread *self)
{
  self->width = 0;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
clear_place (gpointer data)
{
  ClinicSpreadPlace *place = data;

  g_free (place->name);
  g_free (place->title);
}

static void
clinic_spread_finalize (GObject *object)
{
  ClinicSpread *self = CLINIC_SPREAD (object);

  g_array_unref (self->places);

  G_OBJECT_CLASS (clinic_spread_parent_class)->finalize (object);
}

static void
clinic_spread_class_init (ClinicSpreadClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = clinic_spread_finalize;

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[SORTED] = g_signal_new ("sorted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
clinic_spread_init (ClinicSpread *self)
{
  self->sorted = -1;
  self->sorting = TRUE;
  self->seen_to = G_MAXINT;
  self->places = g_array_new (FALSE, TRUE, sizeof (ClinicSpreadPlace));
  g_array_set_clear_func (self->places, clear_place);
}

ClinicSpread *
clinic_spread_new (void)
{
  return g_object_new (CLINIC_TYPE_SPREAD, NULL);
}

guint
clinic_spread_get_n (ClinicSpread *self)
{
  g_return_val_if_fail (CLINIC_IS_SPREAD (self), 0);

  return self->places->len;
}

const ClinicSpreadPlace *
clinic_spread_get_place (ClinicSpread *self,
                         guint         i)
{
  g_return_val_if_fail (CLINIC_IS_SPREAD (self), NULL);
  g_return_val_if_fail (i < self->places->len, NULL);

  return place_at (self, i);
}

void
clinic_spread_add (ClinicSpread            *self,
                   const ClinicSpreadPlace *place)
{
  ClinicSpreadPlace copy;

  g_return_if_fail (CLINIC_IS_SPREAD (self));
  g_return_if_fail (place != NULL && place->name != NULL && place->title != NULL);

  copy = *place;
  copy.name = g_strdup (place->name);
  copy.title = g_strdup (place->title);
  g_array_append_val (self->places, copy);
}

void
clinic_spread_show (ClinicSpread *self,
                    guint         i,
                    gboolean      shown)
{
  g_return_if_fail (CLINIC_IS_SPREAD (self));
  g_return_if_fail (i < self->places->len);

  if (place_at (self, i)->shown == shown)
    return;

  place_at (self, i)->shown = shown;
  place_at (self, i)->dropped = FALSE;
  changed (self);
}

void
clinic_spread_fill (ClinicSpread *self,
                    guint         i)
{
  g_return_if_fail (CLINIC_IS_SPREAD (self));
  g_return_if_fail (i < self->places->len);

  self->filler = i;
}

void
clinic_spread_set_dropping (ClinicSpread *self,
                            gboolean      dropping)
{
  g_return_if_fail (CLINIC_IS_SPREAD (self));

  if (self->dropping == dropping)
    return;

  self->dropping = dropping;
  changed (self);
}

static int
measure_title (GtkWidget               *widget,
               const ClinicSpreadPlace *place)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, place->title);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width + (place->sorts ? ARROW : 0);
}

PangoAttrList *
clinic_spread_place_dup_attributes (const ClinicSpreadPlace *place)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (place->bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));

  /* All digits are as wide as each other: what is as long has room or has not. */
  if (place->figure || place->whole)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));

  return attributes;
}

/* So many digits, which are shown whole; a sign, which is wider, in place of one. */
static int
measure_digits (GtkWidget               *widget,
                const ClinicSpreadPlace *place)
{
  g_autofree char *digits = g_strnfill (place->chars, '0');
  g_autoptr(PangoLayout) layout = NULL;
  g_autoptr(PangoAttrList) attributes = clinic_spread_place_dup_attributes (place);
  int width;

  digits[0] = '+';
  layout = gtk_widget_create_pango_layout (widget, digits);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

void
clinic_spread_measure (ClinicSpread         *self,
                       GtkWidget            *rows,
                       GtkWidget            *head)
{
  PangoContext *context;
  PangoFontMetrics *metrics;
  int letter;
  gboolean differs = FALSE;

  g_return_if_fail (CLINIC_IS_SPREAD (self));
  g_return_if_fail (GTK_IS_WIDGET (rows) && GTK_IS_WIDGET (head));

  context = gtk_widget_get_pango_context (head);
  metrics = pango_context_get_metrics (context, NULL, NULL);
  letter = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                pango_font_metrics_get_approximate_digit_width (metrics));
  pango_font_metrics_unref (metrics);

  for (guint i = 0; i < self->places->len; i++)
    {
      ClinicSpreadPlace *place = place_at (self, i);
      int natural;
      int least;

      if (place->chars == 0)
        continue;

      natural = MAX (PANGO_PIXELS_CEIL (letter * place->chars), measure_title (head, place));

      if (place->whole)
        natural = MAX (natural, measure_digits (rows, place));

      least = place->whole ? natural : MIN (PANGO_PIXELS_CEIL (letter * MAX (place->chars / 2, 7)), natural);
      differs |= place->natural != natural + 2 * CLINIC_SPREAD_PADDING;
      place->natural = natural + 2 * CLINIC_SPREAD_PADDING;
      differs |= place->least != least + 2 * CLINIC_SPREAD_PADDING;
      place->least = least + 2 * CLINIC_SPREAD_PADDING;
    }

  if (differs)
    changed (self);
}

static int
least_of (const ClinicSpreadPlace *place)
{
  return place->chosen > 0 ? place->chosen : place->least;
}

static int
natural_of (const ClinicSpreadPlace *place)
{
  return place->chosen > 0 ? place->chosen : place->natural;
}

static gboolean
may_drop (ClinicSpread *self)
{
  for (guint i = 0; self->dropping && i < self->places->len; i++)
    {
      if (place_at (self, i)->shown && place_at (self, i)->chosen > 0)
        return FALSE;
    }

  return self->dropping;
}

static gboolean
stands (const ClinicSpreadPlace *place)
{
  return place->shown && !place->dropped;
}

/* What those take at least that stand. */
static int
sum_least (ClinicSpread *self)
{
  int least = 2 * EDGE;

  for (guint i = 0; i < self->places->len; i++)
    least += stands (place_at (self, i)) ? least_of (place_at (self, i)) : 0;

  return least;
}

static void
drop_last (ClinicSpread *self,
           int           width)
{
  for (guint i = 0; i < self->places->len; i++)
    place_at (self, i)->dropped = FALSE;

  for (guint i = self->places->len; may_drop (self) && i > 1 && sum_least (self) > width; i--)
    place_at (self, i - 1)->dropped = TRUE;
}

int
clinic_spread_get_least (ClinicSpread *self)
{
  int least = 2 * EDGE;

  g_return_val_if_fail (CLINIC_IS_SPREAD (self), 0);

  if (may_drop (self))
    return self->places->len > 0 ? least + least_of (place_at (self, 0)) : least;

  for (guint i = 0; i < self->places->len; i++)
    least += place_at (self, i)->shown ? least_of (place_at (self, i)) : 0;

  return least;
}

static void
set_widths (ClinicSpread *self,
            int           width)
{
  int natural = 2 * EDGE;
  int least;
  double part;
  int left = width - 2 * EDGE;

  drop_last (self, width);
  least = sum_least (self);

  for (guint i = 0; i < self->places->len; i++)
    natural += stands (place_at (self, i)) ? natural_of (place_at (self, i)) : 0;

  /* How much of what they wish for over the least the columns get. */
  part = natural > least ? CLAMP ((width - least) / (double) (natural - least), 0, 1) : 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      ClinicSpreadPlace *place = place_at (self, i);

      if (!stands (place))
        continue;

      place->width = least_of (place) + (int) (part * (natural_of (place) - least_of (place)));
      left -= place->width;
    }

  if (self->filler < self->places->len)
    place_at (self, self->filler)->width += MAX (left, 0);
}

void
clinic_spread_fit (ClinicSpread *self,
                   int           width)
{
  int x = EDGE;

  g_return_if_fail (CLINIC_IS_SPREAD (self));

  if (width == self->width)
    return;

  self->width = width;
  set_widths (self, width);

  for (guint i = 0; i < self->places->len; i++)
    {
      ClinicSpreadPlace *place = place_at (self, i);

      place->x = x;
      x += stands (place) ? place->width : 0;
    }
}

void
clinic_spread_look_at (ClinicSpread *self,
                       int           from,
                       int           to)
{
  g_return_if_fail (CLINIC_IS_SPREAD (self));

  if (self->seen_from == from && self->seen_to == to)
    return;

  self->seen_from = from;
  self->seen_to = to;
  g_signal_emit (self, signals[MOVED], 0);
}

gboolean
clinic_spread_is_seen (ClinicSpread *self,
                       guint         i)
{
  const ClinicSpreadPlace *place;

  g_return_val_if_fail (CLINIC_IS_SPREAD (self), FALSE);

  place = clinic_spread_get_place (self, i);

  return stands (place) && place->x < self->seen_to && place->x + place->width > self->seen_from;
}

void
clinic_spread_choose_width (ClinicSpread *self,
                            guint         i,
                            int           width)
{
  g_return_if_fail (CLINIC_IS_SPREAD (self));
  g_return_if_fail (i < self->places->len);

  width = MAX (width, LEAST_CHOSEN);

  if (width == place_at (self, i)->chosen)
    return;

  place_at (self, i)->chosen = width;
  changed (self);
}

void
clinic_spread_sort (ClinicSpread *self,
                    int           i,
                    gboolean      descending)
{
  g_return_if_fail (CLINIC_IS_SPREAD (self));
  g_return_if_fail (i < (int) self->places->len);

  if (self->sorted == i && self->descending == descending)
    return;

  self->sorted = i;
  self->descending = i >= 0 && descending;
  g_signal_emit (self, signals[SORTED], 0);
}

int
clinic_spread_get_sorted (ClinicSpread         *self,
                          gboolean             *descending)
{
  g_return_val_if_fail (CLINIC_IS_SPREAD (self), -1);

  if (descending != NULL)
    *descending = self->descending;

  return self->sorted;
}

void
clinic_spread_set_sorting (ClinicSpread *self,
                           gboolean      sorting)
{
  g_return_if_fail (CLINIC_IS_SPREAD (self));

  if (self->sorting == sorting)
    return;

  self->sorting = sorting;
  changed (self);
}

gboolean
clinic_spread_get_sorting (ClinicSpread *self)
{
  g_return_val_if_fail (CLINIC_IS_SPREAD (self), FALSE);

  return self->sorting;
}
