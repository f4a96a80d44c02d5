/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "clinic-direction.h"
#include "clinic-salt-map.h"
#include "clinic-scalp-atlas.h"

#define N_QUADRANTS 4
#define HEIGHT 150

struct _ClinicSaltMap
{
  GtkWidget parent_instance;

  double percents[N_QUADRANTS];
};

typedef enum
{
  PICKED,
  N_SIGNALS
} Signal;

static guint signals[N_SIGNALS];

static const ClinicScalpView views[N_QUADRANTS] = {
  CLINIC_SCALP_TOP, CLINIC_SCALP_BACK, CLINIC_SCALP_LEFT, CLINIC_SCALP_RIGHT,
};

static const int weights[N_QUADRANTS] = { 40, 24, 18, 18 };

G_DEFINE_FINAL_TYPE (ClinicSaltMap, clinic_salt_map, GTK_TYPE_WIDGET)

static void
set_colour (cairo_t *       cr,
            const GdkRGBA  *colour,
            double          alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}

/* Hair is dark where it is and gives way to the skin's colour as it goes. */
static void
draw_head (cairo_t         *cr,
           ClinicScalpView  view,
           double           percent,
           double           size,
           const GdkRGBA   *text)
{
  double left = 1 - CLAMP (percent, 0, 100) / 100;
  float x;
  float y;
  float width;
  float height;

  clinic_scalp_view_bounds (view, &x, &y, &width, &height);
  cairo_save (cr);
  cairo_scale (cr, size / MAX (width, height), size / MAX (width, height));
  cairo_translate (cr, -x - width / 2 + MAX (width, height) / 2,
                   -y - height / 2 + MAX (width, height) / 2);
  cairo_set_line_width (cr, 1.2 * MAX (width, height) / size);
  clinic_scalp_path_ears (cr, view);
  set_colour (cr, text, 0.5);
  cairo_stroke (cr);
  clinic_scalp_path_head (cr, view);
  cairo_set_source_rgb (cr, 0.94, 0.82, 0.72);
  cairo_fill_preserve (cr);
  set_colour (cr, text, 0.7);
  cairo_stroke (cr);
  clinic_scalp_path_scalp (cr, view, TRUE);
  cairo_set_source_rgba (cr, 0.30, 0.23, 0.19, percent < 0 ? 0.9 : 0.08 + 0.82 * left);
  cairo_fill_preserve (cr);
  set_colour (cr, text, 0.5);
  cairo_stroke (cr);
  clinic_scalp_path_features (cr, view);
  set_colour (cr, text, 0.5);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_words (GtkWidget     *widget,
            cairo_t       *cr,
            guint          quadrant,
            double         x,
            double         width,
            double         y,
            const GdkRGBA *text)
{
  ClinicSaltMap *self = CLINIC_SALT_MAP (widget);
  double percent = self->percents[quadrant];
  const char *name = clinic_scalp_view_label (views[quadrant]);
  g_autofree char *words = percent < 0
                           ? g_strdup_printf (C_("quadrant × weight", "%s × %d"), name,
                                              weights[quadrant])
                           : g_strdup_printf (C_("quadrant percent × weight", "%s %.0f %% × %d"),
                                              name, percent, weights[quadrant]);
  g_autofree char *whole = clinic_direction_figures (words);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, whole);
  int text_width;

  /* Where letters are large, the weight is the first that is left out. */
  pango_layout_get_pixel_size (layout, &text_width, NULL);

  if (text_width > width && percent >= 0)
    {
      g_autofree char *short_words = g_strdup_printf (C_("quadrant percent", "%s %.0f %%"), name, percent);
      g_autofree char *short_whole = clinic_direction_figures (short_words);

      pango_layout_set_text (layout, short_whole, -1);
    }
  else if (text_width > width)
    {
      pango_layout_set_text (layout, name, -1);
    }

  pango_layout_set_width (layout, (int) width * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  set_colour (cr, text, 1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* Never mirrored: left and right are the patient's. */
static void
clinic_salt_map_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  ClinicSaltMap *self = CLINIC_SALT_MAP (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double each = width / N_QUADRANTS;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, "0");
  double size;
  GdkRGBA text;
  int line;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
  pango_layout_get_pixel_size (layout, NULL, &line);
  size = MIN (each - 12, height - line - 10);

  for (guint i = 0; i < N_QUADRANTS; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, i * each + (each - size) / 2, 2);
      draw_head (cr, views[i], self->percents[i], size, &text);
      cairo_restore (cr);
      draw_words (widget, cr, i, i * each, each, height - line - 2, &text);
    }

  cairo_destroy (cr);
}

static void
clinic_salt_map_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 360 : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 520 : HEIGHT;
}

static void
pressed_cb (ClinicSaltMap *self,
            int            n,
            double         x,
            double         y)
{
  double each = gtk_widget_get_width (GTK_WIDGET (self)) / (double) N_QUADRANTS;

  g_signal_emit (self, signals[PICKED], 0, (guint) CLAMP (x / each, 0, N_QUADRANTS - 1));
}

static void
clinic_salt_map_class_init (ClinicSaltMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = clinic_salt_map_snapshot;
  widget_class->measure = clinic_salt_map_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
clinic_salt_map_init (ClinicSaltMap *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  for (guint i = 0; i < N_QUADRANTS; i++)
    self->percents[i] = -1;

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The four quadrants of the scalp"), -1);
}

void
clinic_salt_map_set (ClinicSaltMap *self,
                     const double   percents[4])
{
  g_return_if_fail (CLINIC_IS_SALT_MAP (self));

  for (guint i = 0; i < N_QUADRANTS; i++)
    self->percents[i] = percents[i];

  gtk_widget_queue_draw (GTK_WIDGET (self));
}
