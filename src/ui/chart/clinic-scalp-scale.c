/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-graph-colours.h"
#include "clinic-locale.h"
#include "clinic-scalp-paint.h"
#include "clinic-scalp-scale.h"

#define BAR   10
#define STEPS 5
#define APART 6                 /* pixels between two numbers */

struct _ClinicScalpScale
{
  GtkWidget parent_instance;

  double hottest;               /* ml per cm² */
};

G_DEFINE_FINAL_TYPE (ClinicScalpScale, clinic_scalp_scale, GTK_TYPE_WIDGET)

/* The last of the numbers says of what they are. */
static PangoLayout *
write_number (ClinicScalpScale * self,
              int step)
{
  g_autofree char *number = clinic_locale_decimal ((gint64) (self->hottest * 1000 * step / STEPS + 0.5));
  /* Translators: the end of the heat map's scale. */
  g_autofree char *words = step == STEPS ? g_strdup_printf (_("%s ml/cm²"), number) : NULL;

  return gtk_widget_create_pango_layout (GTK_WIDGET (self), words != NULL ? words : number);
}

/* Those that have room: the ends always, and no other that would touch one. */
static void
append_numbers (ClinicScalpScale *self,
                GtkSnapshot      *snapshot,
                const GdkRGBA    *colour)
{
  static const int order[STEPS + 1] = { STEPS, 0, 1, 2, 3, 4 };
  float width = gtk_widget_get_width (GTK_WIDGET (self));
  float free_from = 0;
  float free_to = width;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autoptr(PangoLayout) layout = write_number (self, order[i]);
      float x;
      int extent;

      pango_layout_get_pixel_size (layout, &extent, NULL);
      x = CLAMP (width * order[i] / STEPS - extent / 2.0f, 0, MAX (width - extent, 0));

      if (x < free_from || x + extent > free_to)
        continue;

      if (order[i] == STEPS)
        free_to = x - APART;
      else
        free_from = x + extent + APART;

      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, BAR + 3));
      gtk_snapshot_append_layout (snapshot, layout, colour);
      gtk_snapshot_restore (snapshot);
    }
}

static void
clinic_scalp_scale_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  ClinicScalpScale *self = CLINIC_SCALP_SCALE (widget);
  float width = gtk_widget_get_width (widget);
  GskColorStop stops[9];
  ClinicGraphLook look;

  clinic_graph_colours_look (widget, &look);

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      stops[i].offset = i / 8.0f;
      clinic_scalp_heat_colour (i / 8.0, &stops[i].color);
    }

  gtk_snapshot_append_linear_gradient (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, BAR),
                                       &GRAPHENE_POINT_INIT (0, 0), &GRAPHENE_POINT_INIT (width, 0),
                                       stops, G_N_ELEMENTS (stops));

  for (int step = 0; step <= STEPS; step++)
    {
      float x = width * step / STEPS;

      gtk_snapshot_append_color (snapshot, &look.pale,
                                 &GRAPHENE_RECT_INIT (CLAMP (x - 0.5f, 0, width - 1), BAR, 1, 3));
    }

  append_numbers (self, snapshot, &look.pale);
}

static void
clinic_scalp_scale_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  ClinicScalpScale *self = CLINIC_SCALP_SCALE (widget);
  g_autoptr(PangoLayout) layout = write_number (self, STEPS);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : BAR + 3 + height;
}

static void
clinic_scalp_scale_class_init (ClinicScalpScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = clinic_scalp_scale_snapshot;
  widget_class->measure = clinic_scalp_scale_measure;
  gtk_widget_class_set_css_name (widget_class, "scalpscale");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
clinic_scalp_scale_init (ClinicScalpScale *self)
{
  /* Numbers grow to the right in every language. */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
  clinic_scalp_scale_set_hottest (self, 0.1);
}

void
clinic_scalp_scale_set_hottest (ClinicScalpScale *self,
                                double            hottest)
{
  g_autofree char *number = clinic_locale_decimal ((gint64) (hottest * 1000 + 0.5));
  /* Translators: for the screen reader; %s is a number. */
  g_autofree char *words = g_strdup_printf (_("Scale of the heat map, from 0 to %s ml per cm²"), number);

  g_return_if_fail (CLINIC_IS_SCALP_SCALE (self));

  self->hottest = hottest;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
