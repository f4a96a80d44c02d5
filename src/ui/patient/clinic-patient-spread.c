/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-patient-spread.h"

/* Pixels beside each text, and at both ends of a row; room for the arrow of a head. */
#define PADDING 6
#define EDGE 6
#define ARROW 22
#define LEAST_CHOSEN 40

struct _ClinicPatientSpread
{
  GObject parent_instance;

  GArray             *places;       /* ClinicPatientPlace */
  GSimpleActionGroup *actions;
  int                 sorted;       /* -1: by none */
  gboolean            descending;
  gboolean            sorting;
  int                 width;        /* as spread last; 0: not since a change */
};

typedef enum
{
  CHANGED,
  SORTED,
  N_SIGNALS
} Signal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicPatientSpread, clinic_patient_spread, G_TYPE_OBJECT)

static ClinicPatientPlace *
place_at (ClinicPatientSpread * self,
          guint i)
{
  return &g_array_index (self->places, ClinicPatientPlace, i);
}

static void
changed (ClinicPatientSpread *self)
{
  self->width = 0;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
keep (ClinicPatientSpread *self)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->places->len; i++)
    {
      if (place_at (self, i)->shown)
        g_ptr_array_add (names, (gpointer) place_at (self, i)->column->name);
    }

  g_ptr_array_add (names, NULL);
  clinic_patient_column_keep ((const char *const *) names->pdata);
}

static void
toggle_cb (GSimpleAction        *action,
           GVariant             *state,
           ClinicPatientSpread  *self)
{
  const char *name = g_action_get_name (G_ACTION (action));

  for (guint i = 0; i < self->places->len; i++)
    {
      if (g_str_equal (place_at (self, i)->column->name, name))
        place_at (self, i)->shown = g_variant_get_boolean (state);
    }

  g_simple_action_set_state (action, state);
  keep (self);
  changed (self);
}

static void
add_action (ClinicPatientSpread      *self,
            const ClinicPatientPlace *place)
{
  g_autoptr(GSimpleAction) action =
    g_simple_action_new_stateful (place->column->name, NULL, g_variant_new_boolean (place->shown));

  g_signal_connect_object (action, "change-state", G_CALLBACK (toggle_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

static void
clinic_patient_spread_finalize (GObject *object)
{
  ClinicPatientSpread *self = CLINIC_PATIENT_SPREAD (object);

  g_array_unref (self->places);
  g_object_unref (self->actions);

  G_OBJECT_CLASS (clinic_patient_spread_parent_class)->finalize (object);
}

static void
clinic_patient_spread_class_init (ClinicPatientSpreadClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = clinic_patient_spread_finalize;

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[SORTED] = g_signal_new ("sorted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
clinic_patient_spread_init (ClinicPatientSpread *self)
{
  guint n;
  const ClinicPatientColumn *columns = clinic_patient_column_list (&n);

  self->sorted = -1;
  self->sorting = TRUE;
  self->actions = g_simple_action_group_new ();
  self->places = g_array_new (FALSE, TRUE, sizeof (ClinicPatientPlace));

  for (guint i = 0; i < n; i++)
    {
      ClinicPatientPlace place = { .column = &columns[i],
                                   .shown = clinic_patient_column_shown (&columns[i]) };

      g_array_append_val (self->places, place);

      if (i > 0)
        add_action (self, &place);
    }
}

ClinicPatientSpread *
clinic_patient_spread_new (void)
{
  return g_object_new (CLINIC_TYPE_PATIENT_SPREAD, NULL);
}

guint
clinic_patient_spread_get_n (ClinicPatientSpread *self)
{
  g_return_val_if_fail (CLINIC_IS_PATIENT_SPREAD (self), 0);

  return self->places->len;
}

const ClinicPatientPlace *
clinic_patient_spread_get_place (ClinicPatientSpread *self,
                                 guint                i)
{
  g_return_val_if_fail (CLINIC_IS_PATIENT_SPREAD (self), NULL);
  g_return_val_if_fail (i < self->places->len, NULL);

  return place_at (self, i);
}

GActionGroup *
clinic_patient_spread_get_actions (ClinicPatientSpread *self)
{
  g_return_val_if_fail (CLINIC_IS_PATIENT_SPREAD (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

static int
measure_title (GtkWidget                 *widget,
               const ClinicPatientColumn *column)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, _(column->title));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width + (column->sort != CLINIC_SORT_NOT ? ARROW : 0);
}

void
clinic_patient_spread_measure (ClinicPatientSpread  *self,
                               GtkWidget            *widget)
{
  PangoContext *context;
  PangoFontMetrics *metrics;
  int letter;
  gboolean differs = FALSE;

  g_return_if_fail (CLINIC_IS_PATIENT_SPREAD (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  context = gtk_widget_get_pango_context (widget);
  metrics = pango_context_get_metrics (context, NULL, NULL);
  letter = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                pango_font_metrics_get_approximate_digit_width (metrics));
  pango_font_metrics_unref (metrics);

  for (guint i = 0; i < self->places->len; i++)
    {
      ClinicPatientPlace *place = place_at (self, i);
      int title = measure_title (widget, place->column);
      int natural = MAX (PANGO_PIXELS_CEIL (letter * place->column->chars), title);
      int least = MIN (PANGO_PIXELS_CEIL (letter * MAX (place->column->chars / 2, 7)), natural);

      differs |= place->natural != natural + 2 * PADDING;
      place->natural = natural + 2 * PADDING;
      place->least = least + 2 * PADDING;
    }

  if (differs)
    changed (self);
}

static int
least_of (const ClinicPatientPlace *place)
{
  return place->chosen > 0 ? place->chosen : place->least;
}

static int
natural_of (const ClinicPatientPlace *place)
{
  return place->chosen > 0 ? place->chosen : place->natural;
}

int
clinic_patient_spread_get_least (ClinicPatientSpread *self)
{
  int least = 2 * EDGE;

  g_return_val_if_fail (CLINIC_IS_PATIENT_SPREAD (self), 0);

  for (guint i = 0; i < self->places->len; i++)
    least += place_at (self, i)->shown ? least_of (place_at (self, i)) : 0;

  return least;
}

static void
set_widths (ClinicPatientSpread *self,
            int                  width)
{
  int natural = 2 * EDGE;
  int least = clinic_patient_spread_get_least (self);
  double part;
  int left = width - 2 * EDGE;

  for (guint i = 0; i < self->places->len; i++)
    natural += place_at (self, i)->shown ? natural_of (place_at (self, i)) : 0;

  /* How much of what they wish for over the least the columns get. */
  part = natural > least ? CLAMP ((width - least) / (double) (natural - least), 0, 1) : 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      ClinicPatientPlace *place = place_at (self, i);

      if (!place->shown)
        continue;

      place->width = least_of (place) + (int) (part * (natural_of (place) - least_of (place)));
      left -= place->width;
    }

  place_at (self, 0)->width += MAX (left, 0);
}

void
clinic_patient_spread_fit (ClinicPatientSpread *self,
                           int                  width)
{
  int x = EDGE;

  g_return_if_fail (CLINIC_IS_PATIENT_SPREAD (self));

  if (width == self->width)
    return;

  self->width = width;
  set_widths (self, width);

  for (guint i = 0; i < self->places->len; i++)
    {
      ClinicPatientPlace *place = place_at (self, i);

      place->x = x;
      x += place->shown ? place->width : 0;
    }
}

void
clinic_patient_spread_choose_width (ClinicPatientSpread *self,
                                    guint                i,
                                    int                  width)
{
  g_return_if_fail (CLINIC_IS_PATIENT_SPREAD (self));
  g_return_if_fail (i < self->places->len);

  width = MAX (width, LEAST_CHOSEN);

  if (width == place_at (self, i)->chosen)
    return;

  place_at (self, i)->chosen = width;
  changed (self);
}

void
clinic_patient_spread_sort (ClinicPatientSpread *self,
                            int                  i,
                            gboolean             descending)
{
  g_return_if_fail (CLINIC_IS_PATIENT_SPREAD (self));
  g_return_if_fail (i < (int) self->places->len);

  if (self->sorted == i && self->descending == descending)
    return;

  self->sorted = i;
  self->descending = i >= 0 && descending;
  g_signal_emit (self, signals[SORTED], 0);
}

int
clinic_patient_spread_get_sorted (ClinicPatientSpread  *self,
                                  gboolean             *descending)
{
  g_return_val_if_fail (CLINIC_IS_PATIENT_SPREAD (self), -1);

  if (descending != NULL)
    *descending = self->descending;

  return self->sorted;
}

void
clinic_patient_spread_set_sorting (ClinicPatientSpread *self,
                                   gboolean             sorting)
{
  g_return_if_fail (CLINIC_IS_PATIENT_SPREAD (self));

  if (self->sorting == sorting)
    return;

  self->sorting = sorting;
  changed (self);
}

gboolean
clinic_patient_spread_get_sorting (ClinicPatientSpread *self)
{
  g_return_val_if_fail (CLINIC_IS_PATIENT_SPREAD (self), FALSE);

  return self->sorting;
}
