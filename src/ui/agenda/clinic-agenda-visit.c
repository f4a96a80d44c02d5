/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-agenda-visit-menu.h"
#include "clinic-agenda-visit-words.h"
#include "clinic-agenda-visit.h"
#include "clinic-booking.h"
#include "clinic-graph-colours.h"
#include "clinic-locale.h"

#define STRIPE 4
#define INDENT 9
/* Narrower than this, signs and number give way to the name, and the name to its initials. */
#define ROOM_FOR_LINE 24
#define ROOM_FOR_NAME 56
#define ROOM_FOR_SIGNS 84
#define ROOM_FOR_NUMBER 116
#define ROOM_FOR_TIME 230

/* As the theme's class "caption" has it. */
#define SMALL 0.82

#define RADIUS 6
/* Of the practitioner's colour over the ground. */
#define TINT 0.18f

#define STATUS_SIZE 12
#define ALERT_SIZE 14

typedef enum
{
  PIECE_NAME,
  PIECE_INITIALS,
  PIECE_TIME,
  PIECE_NUMBER,
  N_PIECES
} PieceKind;

/* Text and signs are drawn: hundreds of visits are on the screen at once. */
struct _ClinicAgendaVisit
{
  GtkWidget parent_instance;

  ClinicVisit *visit;
  GdkRGBA      colour;
  gboolean     alert;
  gboolean     away;
  PangoLayout *pieces[N_PIECES];        /* made when first drawn */
};

/* *INDENT-OFF* */
G_DEFINE_FINAL_TYPE (ClinicAgendaVisit, clinic_agenda_visit, GTK_TYPE_WIDGET)
/* *INDENT-ON* */

static void
set_class (ClinicAgendaVisit *self,
           const char        *name,
           gboolean           wanted)
{
  if (wanted)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
forget_pieces (ClinicAgendaVisit *self)
{
  for (guint i = 0; i < N_PIECES; i++)
    g_clear_object (&self->pieces[i]);
}

static void
update_look (ClinicAgendaVisit *self)
{
  const char *status = self->visit->status;

  if (self->visit->colour == NULL || !gdk_rgba_parse (&self->colour, self->visit->colour))
    gdk_rgba_parse (&self->colour, "#77767b");

  self->away = g_strcmp0 (status, "cancelled") == 0 || g_strcmp0 (status, "no_show") == 0;
  set_class (self, "away", self->away);
  set_class (self, "over", g_strcmp0 (status, "done") == 0);
}

static void
update_words (ClinicAgendaVisit *self)
{
  g_autofree char *label = clinic_agenda_visit_dup_label (self->visit);
  g_autofree char *detail = clinic_agenda_visit_dup_detail (self->visit);
  ClinicVisit *visit = self->visit;

  self->alert = visit->allergies > 0 || visit->conditions > 0 || visit->open_reactions > 0;
  forget_pieces (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail, -1);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicVisit *visit = CLINIC_AGENDA_VISIT (widget)->visit;

  gtk_widget_activate_action (widget, "agenda.open", "x",
                              clinic_record_get_id (CLINIC_RECORD (visit)));
}

static void
patient_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "agenda.patient", "x",
                              CLINIC_AGENDA_VISIT (widget)->visit->patient_id);
}

static void
become_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicVisit *visit = CLINIC_AGENDA_VISIT (widget)->visit;
  const char *status = g_variant_get_string (parameter, NULL);

  if (clinic_session_may_become (visit->status, status))
    gtk_widget_activate_action (widget, "agenda.become", "(xs)",
                                clinic_record_get_id (CLINIC_RECORD (visit)), status);
}

static void
length_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicVisit *visit = CLINIC_AGENDA_VISIT (widget)->visit;

  gtk_widget_activate_action (widget, "agenda.length", "(xx)",
                              clinic_record_get_id (CLINIC_RECORD (visit)),
                              g_variant_get_int64 (parameter));
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  clinic_agenda_visit_menu_popup (widget, CLINIC_AGENDA_VISIT (widget)->visit->status, 12,
                                  gtk_widget_get_height (widget) / 2.0);
}

static void
pressed_cb (ClinicAgendaVisit *self,
            int                n_press,
            double             x,
            double             y,
            GtkGesture        *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == GDK_BUTTON_SECONDARY)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      clinic_agenda_visit_menu_popup (GTK_WIDGET (self), self->visit->status, x, y);
    }
  else if (button == GDK_BUTTON_PRIMARY)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self));

      if (n_press == 2)
        {
          gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
          gtk_widget_activate_action (GTK_WIDGET (self), "visit.open", NULL);
        }
    }
}

static char *
dup_text (ClinicAgendaVisit *self,
          PieceKind          kind)
{
  ClinicVisit *visit = self->visit;

  switch (kind)
    {
    case PIECE_NAME:
      return clinic_locale_full_name (visit->given_name, visit->family_name);

    case PIECE_INITIALS:
      return clinic_locale_initials (visit->given_name, visit->family_name);

    case PIECE_TIME:
      return clinic_agenda_visit_dup_time (visit);

    case PIECE_NUMBER:
      return clinic_agenda_visit_dup_number (visit);

    case N_PIECES:
    default:
      g_assert_not_reached ();
    }
}

static PangoLayout *
get_piece (ClinicAgendaVisit *self,
           PieceKind          kind)
{
  g_autoptr(PangoAttrList) attributes = NULL;
  g_autofree char *text = NULL;
  PangoLayout *layout;

  if (self->pieces[kind] != NULL)
    return self->pieces[kind];

  text = dup_text (self, kind);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  attributes = pango_attr_list_new ();

  if (kind != PIECE_NAME)
    pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL));

  if (kind == PIECE_NAME || kind == PIECE_INITIALS)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  else
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));

  if (self->away)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));

  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, kind != PIECE_INITIALS ? PANGO_ELLIPSIZE_END
                                                             : PANGO_ELLIPSIZE_NONE);
  self->pieces[kind] = layout;

  return layout;
}

static gboolean
is_mirrored (ClinicAgendaVisit *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* @x: from where lines begin; no wider than @width, -1: as wide as it is. */
static void
draw_piece (ClinicAgendaVisit *self,
            GtkSnapshot       *snapshot,
            PieceKind          kind,
            int                x,
            int                y,
            int                width,
            const GdkRGBA     *colour)
{
  PangoLayout *layout = get_piece (self, kind);
  PangoRectangle area;

  pango_layout_set_width (layout, width >= 0 ? width * PANGO_SCALE : -1);
  pango_layout_get_pixel_extents (layout, NULL, &area);

  if (is_mirrored (self))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - area.width;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x - area.x), (float) y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static int
measure_piece (ClinicAgendaVisit *self,
               PieceKind          kind,
               int               *height)
{
  PangoLayout *layout = get_piece (self, kind);
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, height);

  return width;
}

/* From the end backwards; gives where it begins. */
static int
draw_at_end (ClinicAgendaVisit *self,
             GtkSnapshot       *snapshot,
             PieceKind          kind,
             int                end,
             int                top,
             int                line,
             const GdkRGBA     *colour)
{
  int height;
  int width = measure_piece (self, kind, &height);

  if (width == 0)
    return end;

  draw_piece (self, snapshot, kind, end - width, top + (line - height) / 2, -1, colour);

  return end - width - 4;
}

static int
draw_sign (ClinicAgendaVisit *self,
           GtkSnapshot       *snapshot,
           const char        *name,
           int                size,
           int                end,
           int                top,
           int                line,
           const GdkRGBA     *colour)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const GdkRGBA colours[] = { *colour, *colour, *colour, *colour };
  g_autoptr(GtkIconPaintable) icon = NULL;
  int x = is_mirrored (self) ? gtk_widget_get_width (widget) - end : end - size;

  icon = gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)),
                                     name, NULL, size, gtk_widget_get_scale_factor (widget),
                                     gtk_widget_get_direction (widget), 0);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x,
                                                          (float) (top + (line - size) / 2)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, size, size,
                                            colours, G_N_ELEMENTS (colours));
  gtk_snapshot_restore (snapshot);

  return end - size - 4;
}

/* Signs and number; gives where they begin. */
static int
draw_signs (ClinicAgendaVisit *self,
            GtkSnapshot       *snapshot,
            int                width,
            int                top,
            int                line,
            const GdkRGBA     *colour)
{
  const char *sign = clinic_agenda_visit_get_sign (self->visit);
  int end = width - 5;
  GdkRGBA warning;

  if (width >= ROOM_FOR_SIGNS && self->alert)
    {
      clinic_graph_colours_get (GTK_WIDGET (self), "warning_color", &warning);
      end = draw_sign (self, snapshot, "dialog-warning-symbolic", ALERT_SIZE, end, top, line,
                       &warning);
    }

  if (width >= ROOM_FOR_SIGNS && sign != NULL)
    end = draw_sign (self, snapshot, sign, STATUS_SIZE, end, top, line, colour);

  if (width >= ROOM_FOR_NUMBER)
    end = draw_at_end (self, snapshot, PIECE_NUMBER, end, top, line, colour);

  return end;
}

/* The name, or what there is room for of it. */
static void
draw_name (ClinicAgendaVisit *self,
           GtkSnapshot       *snapshot,
           int                width,
           int                end,
           int                top,
           int                line,
           const GdkRGBA     *colour)
{
  int height;

  if (width >= ROOM_FOR_NAME)
    {
      draw_piece (self, snapshot, PIECE_NAME, INDENT, top, MAX (end - INDENT, 1), colour);
    }
  else
    {
      measure_piece (self, PIECE_INITIALS, &height);
      draw_piece (self, snapshot, PIECE_INITIALS, STRIPE + 2, top + (line - height) / 2, -1,
                  colour);
    }
}

static void
draw_words (ClinicAgendaVisit *self,
            GtkSnapshot       *snapshot,
            int                width,
            int                height)
{
  GdkRGBA colour;
  int line;
  int small;
  int wide = measure_piece (self, PIECE_TIME, &small);
  gboolean tall;
  int end;
  int top;

  measure_piece (self, PIECE_NAME, &line);
  clinic_graph_colours_get (GTK_WIDGET (self), NULL, &colour);
  tall = height >= line + small && width >= wide + INDENT;
  top = tall ? MIN (3, (height - line - small) / 2) : MIN (3, (height - line) / 2);
  end = draw_signs (self, snapshot, width, top, line, &colour);

  if (tall)
    draw_piece (self, snapshot, PIECE_TIME, INDENT, top + line, -1, &colour);
  else if (width >= ROOM_FOR_TIME)
    end = draw_at_end (self, snapshot, PIECE_TIME, end, top, line, &colour);

  draw_name (self, snapshot, width, end, top, line, &colour);
}

static void
clinic_agenda_visit_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  if (GTK_IS_POPOVER (gtk_widget_get_last_child (widget)))
    gtk_popover_present (GTK_POPOVER (gtk_widget_get_last_child (widget)));
}

/* What has no room in it. */
static gboolean
query_tooltip_cb (ClinicAgendaVisit *self,
                  int                x,
                  int                y,
                  gboolean           keyboard,
                  GtkTooltip        *tooltip)
{
  g_autofree char *detail = clinic_agenda_visit_dup_detail (self->visit);

  gtk_tooltip_set_text (tooltip, detail);

  return TRUE;
}

static void
clinic_agenda_visit_system_setting_changed (GtkWidget        *widget,
                                            GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (clinic_agenda_visit_parent_class)->system_setting_changed (widget, setting);
  forget_pieces (CLINIC_AGENDA_VISIT (widget));
  gtk_widget_queue_draw (widget);
}

static void
clinic_agenda_visit_direction_changed (GtkWidget        *widget,
                                       GtkTextDirection  before)
{
  GTK_WIDGET_CLASS (clinic_agenda_visit_parent_class)->direction_changed (widget, before);
  forget_pieces (CLINIC_AGENDA_VISIT (widget));
}

static void
clinic_agenda_visit_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : 36;
}

/* One colour for ground and tint: each layer of a rounded shape is dear. */
static void
draw_ground (ClinicAgendaVisit *self,
             GtkSnapshot       *snapshot,
             int                width,
             int                height)
{
  GdkRGBA ground;
  GskRoundedRect shape;

  clinic_graph_colours_get (GTK_WIDGET (self), "view_bg_color", &ground);
  ground.red += (self->colour.red - ground.red) * TINT;
  ground.green += (self->colour.green - ground.green) * TINT;
  ground.blue += (self->colour.blue - ground.blue) * TINT;

  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (0, 0, width, height), RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &ground, &shape.bounds);
  gtk_snapshot_append_color (snapshot, &self->colour,
                             &GRAPHENE_RECT_INIT (is_mirrored (self) ? width - STRIPE : 0, 0,
                                                  STRIPE, height));
  gtk_snapshot_pop (snapshot);
}

static void
clinic_agenda_visit_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  ClinicAgendaVisit *self = CLINIC_AGENDA_VISIT (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  gboolean tight = width < ROOM_FOR_NAME || height < ROOM_FOR_LINE;

  draw_ground (self, snapshot, width, height);

  if (tight)
    gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  draw_words (self, snapshot, width, height);

  if (tight)
    gtk_snapshot_pop (snapshot);
}

static void
clinic_agenda_visit_dispose (GObject *object)
{
  ClinicAgendaVisit *self = CLINIC_AGENDA_VISIT (object);
  GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (self));

  /* A menu that is still open. */
  if (GTK_IS_POPOVER (child))
    gtk_widget_unparent (child);

  forget_pieces (self);
  g_clear_object (&self->visit);

  G_OBJECT_CLASS (clinic_agenda_visit_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "visit.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "visit.patient", NULL, patient_action);
  gtk_widget_class_install_action (widget_class, "visit.become", "s", become_action);
  gtk_widget_class_install_action (widget_class, "visit.length", "x", length_action);
  gtk_widget_class_install_action (widget_class, "visit.menu", NULL, menu_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "visit.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "visit.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, 0, "visit.patient", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "visit.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "visit.menu",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, 0, "visit.become", "s", "arrived");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, 0, "visit.become", "s",
                                       "confirmed");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "visit.become", "s", "no_show");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "visit.become", "s",
                                       "cancelled");
}

static void
clinic_agenda_visit_class_init (ClinicAgendaVisitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_agenda_visit_dispose;
  widget_class->measure = clinic_agenda_visit_measure;
  widget_class->size_allocate = clinic_agenda_visit_size_allocate;
  widget_class->snapshot = clinic_agenda_visit_snapshot;
  widget_class->system_setting_changed = clinic_agenda_visit_system_setting_changed;
  widget_class->direction_changed = clinic_agenda_visit_direction_changed;

  gtk_widget_class_set_css_name (widget_class, "agendavisit");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  add_keys (widget_class);
}

static void
clinic_agenda_visit_init (ClinicAgendaVisit *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
clinic_agenda_visit_new (ClinicVisit *visit)
{
  ClinicAgendaVisit *self = g_object_new (CLINIC_TYPE_AGENDA_VISIT, NULL);

  clinic_agenda_visit_set_visit (self, visit);

  return GTK_WIDGET (self);
}

ClinicVisit *
clinic_agenda_visit_get_visit (ClinicAgendaVisit *self)
{
  g_return_val_if_fail (CLINIC_IS_AGENDA_VISIT (self), NULL);

  return self->visit;
}

void
clinic_agenda_visit_set_visit (ClinicAgendaVisit *self,
                               ClinicVisit       *visit)
{
  g_return_if_fail (CLINIC_IS_AGENDA_VISIT (self) && CLINIC_IS_VISIT (visit));

  if (!g_set_object (&self->visit, visit))
    return;

  update_look (self);
  update_words (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
clinic_agenda_visit_can_move (ClinicAgendaVisit *self)
{
  g_return_val_if_fail (CLINIC_IS_AGENDA_VISIT (self), FALSE);

  return g_strcmp0 (self->visit->status, "booked") == 0 ||
         g_strcmp0 (self->visit->status, "confirmed") == 0;
}
