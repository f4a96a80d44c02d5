/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "clinic-date.h"
#include "clinic-earlier-injection.h"
#include "clinic-graph-colours.h"
#include "clinic-locale.h"
#include "clinic-reaction-timeline.h"

#define HEIGHT 92.0
#define MARGIN 24.0
#define AXIS   62.0
#define MARKS  34.0
#define RADIUS 6.0
#define YEAR   366

struct _ClinicReactionTimeline
{
  GtkWidget parent_instance;

  GArray   *days;           /* gint, of each injection; negative ones are not linked: −1 − day */
  gint64    first;          /* days since 1970 */
  gint64    onset;
  gint64    end;            /* cleared, or today */
  gint64    last;
  gboolean  open;
};

G_DEFINE_FINAL_TYPE (ClinicReactionTimeline, clinic_reaction_timeline, GTK_TYPE_WIDGET)

static double
get_x (ClinicReactionTimeline *self,
       double                  width,
       gint64                  day)
{
  double share = (double) (day - self->first) / MAX (1, self->last - self->first);

  return MARGIN + share * (width - 2 * MARGIN);
}

static void
set_colour (cairo_t       *cr,
            const GdkRGBA *colour,
            double         alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}

/* Below @x when they begin at @free_from or later; where what comes next may begin. */
static double
draw_words (ClinicReactionTimeline *self,
            cairo_t                *cr,
            double                  x,
            double                  width,
            double                  free_from,
            const char             *words)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  int text_width;
  double from;

  pango_layout_get_pixel_size (layout, &text_width, NULL);
  from = CLAMP (x - text_width / 2.0, 0, MAX (0, width - text_width));

  if (from < free_from)
    return free_from;

  cairo_move_to (cr, from, AXIS + 8);
  pango_cairo_show_layout (cr, layout);

  return from + text_width + 24;
}

/* The first day of every month, with its name where there is room. */
static void
draw_axis (ClinicReactionTimeline *self,
           cairo_t                *cr,
           double                  width,
           const ClinicGraphLook  *look)
{
  double free_from = 0;

  set_colour (cr, &look->pale, .6);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, MARGIN / 2, AXIS + .5);
  cairo_line_to (cr, width - MARGIN / 2, AXIS + .5);
  cairo_stroke (cr);

  for (gint64 day = self->first; day <= self->last; day++)
    {
      g_autofree char *date = clinic_date_from_days (day);
      g_autofree char *month = NULL;
      double x = get_x (self, width, day);

      if (!g_str_has_suffix (date, "-01"))
        continue;

      cairo_move_to (cr, floor (x) + .5, AXIS);
      cairo_line_to (cr, floor (x) + .5, AXIS + 5);
      cairo_stroke (cr);

      month = clinic_locale_month (date);
      free_from = draw_words (self, cr, x, width, free_from, month);
    }
}

static void
draw_course (ClinicReactionTimeline *self,
             cairo_t                *cr,
             double                  width,
             const GdkRGBA          *colour)
{
  double from = get_x (self, width, self->onset);
  double to = MAX (from, get_x (self, width, self->end));

  set_colour (cr, colour, .35);
  cairo_rectangle (cr, from, MARKS - 5, MAX (2, to - from), 10);
  cairo_fill (cr);
  set_colour (cr, colour, 1);
  cairo_move_to (cr, from, MARKS - 11);
  cairo_line_to (cr, from + 8, MARKS);
  cairo_line_to (cr, from, MARKS + 11);
  cairo_line_to (cr, from - 8, MARKS);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_injections (ClinicReactionTimeline *self,
                 cairo_t                *cr,
                 double                  width,
                 const ClinicGraphLook  *look)
{
  for (guint i = 0; i < self->days->len; i++)
    {
      gint day = g_array_index (self->days, gint, i);
      gboolean linked = day >= 0;
      double x = get_x (self, width, linked ? day : -1 - day);

      cairo_set_line_width (cr, 2);
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, MARKS, RADIUS, 0, 2 * G_PI);
      set_colour (cr, linked ? &look->accent : &look->page, 1);
      cairo_fill_preserve (cr);
      set_colour (cr, &look->accent, 1);
      cairo_stroke (cr);
      cairo_move_to (cr, x, MARKS + RADIUS + 1);
      cairo_line_to (cr, x, AXIS);
      cairo_set_line_width (cr, 1);
      set_colour (cr, &look->accent, .4);
      cairo_stroke (cr);
    }
}

static void
clinic_reaction_timeline_snapshot (GtkWidget   *widget,
                                   GtkSnapshot *snapshot)
{
  ClinicReactionTimeline *self = CLINIC_REACTION_TIMELINE (widget);
  double width = gtk_widget_get_width (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) gtk_widget_get_height (widget));
  ClinicGraphLook look;
  GdkRGBA bad;
  cairo_t *cr;

  if (self->last == 0)
    return;

  clinic_graph_colours_look (widget, &look);
  clinic_graph_colours_get (widget, "error_color", &bad);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  set_colour (cr, &look.pale, 1);
  draw_axis (self, cr, width, &look);
  draw_injections (self, cr, width, &look);
  draw_course (self, cr, width, &bad);
  cairo_destroy (cr);
}

static void
clinic_reaction_timeline_measure (GtkWidget      *widget,
                                  GtkOrientation  orientation,
                                  int             for_size,
                                  int            *minimum,
                                  int            *natural,
                                  int            *minimum_baseline,
                                  int            *natural_baseline)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, "Ag");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  g_object_unref (layout);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : (int) AXIS + 12 + height;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 560 : MAX (*minimum, (int) HEIGHT);
}

static void
clinic_reaction_timeline_finalize (GObject *object)
{
  g_array_unref (CLINIC_REACTION_TIMELINE (object)->days);

  G_OBJECT_CLASS (clinic_reaction_timeline_parent_class)->finalize (object);
}

static void
clinic_reaction_timeline_class_init (ClinicReactionTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = clinic_reaction_timeline_finalize;
  widget_class->snapshot = clinic_reaction_timeline_snapshot;
  widget_class->measure = clinic_reaction_timeline_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
clinic_reaction_timeline_init (ClinicReactionTimeline *self)
{
  self->days = g_array_new (FALSE, FALSE, sizeof (gint));
}

static gint64
get_day (const char *wall)
{
  g_autofree char *date = clinic_wall_dup_date (wall);

  return clinic_date_to_days (date);
}

static void
tell (ClinicReactionTimeline *self)
{
  g_autofree char *words =
    g_strdup_printf (ngettext ("%u injection in the twelve months before; the list below names it",
                               "%u injections in the twelve months before; the list below names them",
                               self->days->len), self->days->len);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
clinic_reaction_timeline_set (ClinicReactionTimeline *self,
                              ClinicReaction         *reaction,
                              GPtrArray              *earlier,
                              const char             *today)
{
  g_return_if_fail (CLINIC_IS_REACTION_TIMELINE (self) && CLINIC_IS_REACTION (reaction));

  g_array_set_size (self->days, 0);
  self->onset = get_day (reaction->onset);
  self->open = reaction->cleared == NULL;
  self->end = self->open ? clinic_date_to_days (today) : get_day (reaction->cleared);
  self->first = self->onset - YEAR;
  self->last = MAX (self->end, self->onset + 7);

  for (guint i = 0; i < earlier->len; i++)
    {
      ClinicEarlierInjection *injection = earlier->pdata[i];
      gint day = (gint) get_day (injection->starts);
      gint mark = injection->linked ? day : -1 - day;

      g_array_append_val (self->days, mark);
    }

  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
