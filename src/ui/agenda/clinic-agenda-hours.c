/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-agenda-hours.h"
#include "clinic-graph-colours.h"
#include "clinic-locale.h"

/* As the theme's class "caption" has it. */
#define SMALL 0.82
#define PALE 0.6f
#define MARGIN 10

struct _ClinicAgendaHours
{
  GtkWidget parent_instance;

  ClinicAgendaScale scale;
};

G_DEFINE_FINAL_TYPE (ClinicAgendaHours, clinic_agenda_hours, GTK_TYPE_WIDGET)

static void
draw_hour (ClinicAgendaHours * self,
           GtkSnapshot       * snapshot,
           guint               minute,
           PangoAttrList     * attributes,
           const GdkRGBA     * colour)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *wall = g_strdup_printf ("2026-01-01T%02u:00", minute / 60);
  g_autofree char *text = clinic_locale_time (wall);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int y = (int) clinic_agenda_scale_y (&self->scale, minute);
  int width;
  int height;
  int x;

  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL
      ? MARGIN : gtk_widget_get_width (widget) - MARGIN - width;
  /* The first would lie half outside. */
  y = minute == self->scale.from ? y + 1 : y - height / 2;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
clinic_agenda_hours_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  ClinicAgendaHours *self = CLINIC_AGENDA_HOURS (widget);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  GdkRGBA colour;

  clinic_graph_colours_get (widget, NULL, &colour);
  colour.alpha *= adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? 1 : PALE;
  pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));

  for (guint minute = self->scale.from; minute < self->scale.to; minute += 60)
    draw_hour (self, snapshot, minute, attributes, &colour);
}

static void
clinic_agenda_hours_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? CLINIC_AGENDA_GUTTER : 0;
}

static void
clinic_agenda_hours_class_init (ClinicAgendaHoursClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = clinic_agenda_hours_measure;
  widget_class->snapshot = clinic_agenda_hours_snapshot;
  gtk_widget_class_set_css_name (widget_class, "agendahours");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
clinic_agenda_hours_init (ClinicAgendaHours *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
clinic_agenda_hours_new (void)
{
  return g_object_new (CLINIC_TYPE_AGENDA_HOURS, NULL);
}

void
clinic_agenda_hours_set_scale (ClinicAgendaHours       *self,
                               const ClinicAgendaScale *scale)
{
  g_return_if_fail (CLINIC_IS_AGENDA_HOURS (self) && scale != NULL);

  if (self->scale.from == scale->from && self->scale.to == scale->to &&
      self->scale.minute == scale->minute)
    return;

  self->scale = *scale;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
