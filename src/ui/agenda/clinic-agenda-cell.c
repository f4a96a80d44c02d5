/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-agenda-cell.h"
#include "clinic-date.h"
#include "clinic-direction.h"
#include "clinic-graph-colours.h"
#include "clinic-locale.h"

#define RADIUS 6
#define INDENT 9
#define BAR 4
/* Of the accent colour where nothing is booked, and how much more where all is. */
#define LEAST_TINT 0.05f
#define MORE_TINT 0.35f
/* As the theme's class "caption" has it. */
#define SMALL 0.82

struct _ClinicAgendaCell
{
  GtkWidget parent_instance;

  char             *starts;
  ClinicAgendaHour  hour;
};

G_DEFINE_FINAL_TYPE (ClinicAgendaCell, clinic_agenda_cell, GTK_TYPE_WIDGET)

static char *
dup_visits (ClinicAgendaCell * self)
{
  return g_strdup_printf (ngettext ("%u visit", "%u visits", self->hour.visits),
                          self->hour.visits);
}

/* How much is booked. */
static char *
dup_share (ClinicAgendaCell * self)
{
  int share = clinic_agenda_hour_get_share (&self->hour);
  g_autofree char *number = NULL;
  g_autofree char *words = NULL;

  if (share < 0)
    return g_strdup (_("Closed"));

  number = clinic_locale_number (share);
  /* Translators: how much of the time is booked: "84 % booked" */
  words = g_strdup_printf (_("%s %% booked"), number);

  return clinic_direction_figures (words);
}

static char *
dup_label (ClinicAgendaCell *self)
{
  g_autofree char *date = clinic_wall_dup_date (self->starts);
  g_autofree char *ends = clinic_wall_add_minutes (self->starts, 60);
  g_autofree char *day = clinic_locale_long_date (date);
  g_autofree char *from = clinic_locale_time (self->starts);
  g_autofree char *to = clinic_locale_time (ends);
  g_autofree char *visits = dup_visits (self);
  g_autofree char *share = dup_share (self);

  /* Translators: "Monday 23 November 2026, 09:00–10:00: 38 visits, 84 % booked" */
  return g_strdup_printf (_("%s, %s–%s: %s, %s"), day, from, to, visits, share);
}

static gboolean
is_mirrored (ClinicAgendaCell *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* Gives the height. */
static int
draw_text (ClinicAgendaCell *self,
           GtkSnapshot      *snapshot,
           const char       *text,
           gboolean          small,
           int               y,
           const GdkRGBA    *colour)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  PangoRectangle area;

  pango_attr_list_insert (attributes, small ? pango_attr_scale_new (SMALL)
                                            : pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, MAX (width - 2 * INDENT, 1) * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &area);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) ((is_mirrored (self)
                                                          ? width - INDENT - area.width : INDENT) -
                                                         area.x), (float) y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);

  return area.height;
}

static void
draw_shape (GtkSnapshot   *snapshot,
            double         x,
            double         y,
            double         width,
            double         height,
            double         radius,
            const GdkRGBA *colour)
{
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width,
                                                                (float) height), (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, colour, &shape.bounds);
  gtk_snapshot_pop (snapshot);
}

/* How much is booked: also for those who do not tell the tints apart. */
static void
draw_bar (ClinicAgendaCell *self,
          GtkSnapshot      *snapshot,
          double            share,
          GdkRGBA           colour)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * INDENT;
  int y = gtk_widget_get_height (GTK_WIDGET (self)) - BAR - 7;
  double filled = width * share;

  if (width < BAR)
    return;

  if (filled >= BAR)
    draw_shape (snapshot, is_mirrored (self) ? INDENT + width - filled : INDENT, y, filled, BAR,
                BAR / 2.0, &colour);

  colour.alpha *= 0.2f;
  draw_shape (snapshot, INDENT, y, width, BAR, BAR / 2.0, &colour);
}

static void
clinic_agenda_cell_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  ClinicAgendaCell *self = CLINIC_AGENDA_CELL (widget);
  double share = CLAMP (clinic_agenda_hour_get_share (&self->hour), 0, 100) / 100.0;
  gboolean free_time = self->hour.visits == 0 && self->hour.booked == 0;
  g_autofree char *visits = free_time ? g_strdup (_("Free")) : dup_visits (self);
  g_autofree char *words = dup_share (self);
  GdkRGBA accent;
  GdkRGBA text;
  GdkRGBA tint;
  int y = 6;

  if (!gtk_widget_get_focusable (widget))
    return;

  clinic_graph_colours_get (widget, "accent_bg_color", &accent);
  clinic_graph_colours_get (widget, NULL, &text);
  tint = accent;
  tint.alpha = LEAST_TINT + MORE_TINT * (float) share;
  draw_shape (snapshot, 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget), RADIUS,
              &tint);
  y += draw_text (self, snapshot, visits, free_time, y, &text);

  if (free_time)
    return;

  draw_text (self, snapshot, words, TRUE, y, &text);
  draw_bar (self, snapshot, share, accent);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "agenda.show-day", "s", CLINIC_AGENDA_CELL (widget)->starts);
}

static void
released_cb (ClinicAgendaCell *self)
{
  if (gtk_widget_get_focusable (GTK_WIDGET (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "cell.open", NULL);
}

static gboolean
query_tooltip_cb (ClinicAgendaCell *self,
                  int               x,
                  int               y,
                  gboolean          keyboard,
                  GtkTooltip       *tooltip)
{
  g_autofree char *label = self->starts != NULL ? dup_label (self) : NULL;

  gtk_tooltip_set_text (tooltip, label);

  return gtk_widget_get_focusable (GTK_WIDGET (self));
}

static void
clinic_agenda_cell_finalize (GObject *object)
{
  g_free (CLINIC_AGENDA_CELL (object)->starts);

  G_OBJECT_CLASS (clinic_agenda_cell_parent_class)->finalize (object);
}

static void
clinic_agenda_cell_class_init (ClinicAgendaCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = clinic_agenda_cell_finalize;
  widget_class->snapshot = clinic_agenda_cell_snapshot;
  gtk_widget_class_set_css_name (widget_class, "agendacell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_install_action (widget_class, "cell.open", NULL, open_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "cell.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "cell.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "cell.open", NULL);
}

static void
clinic_agenda_cell_init (ClinicAgendaCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

GtkWidget *
clinic_agenda_cell_new (void)
{
  return g_object_new (CLINIC_TYPE_AGENDA_CELL, NULL);
}

void
clinic_agenda_cell_show (ClinicAgendaCell       *self,
                         const char             *starts,
                         const ClinicAgendaHour *hour)
{
  g_autofree char *label = NULL;

  g_return_if_fail (CLINIC_IS_AGENDA_CELL (self) && starts != NULL && hour != NULL);

  g_free (self->starts);
  self->starts = g_strdup (starts);
  self->hour = *hour;
  label = dup_label (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), hour->open > 0 || hour->visits > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
