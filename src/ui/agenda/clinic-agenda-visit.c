/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-agenda-visit-menu.h"
#include "clinic-agenda-visit-words.h"
#include "clinic-agenda-visit.h"
#include "clinic-booking.h"
#include "clinic-locale.h"

#define STRIPE 4
#define INDENT 9
/* Narrower than this, signs and number give way to the name, and the name to its initials. */
#define ROOM_FOR_NAME 56
#define ROOM_FOR_SIGNS 84
#define ROOM_FOR_NUMBER 116
#define ROOM_FOR_TIME 230

struct _ClinicAgendaVisit
{
  GtkWidget parent_instance;

  ClinicVisit *visit;
  GdkRGBA      colour;

  GtkWidget   *name;
  GtkWidget   *initials;
  GtkWidget   *time;
  GtkWidget   *number;
  GtkWidget   *status;
  GtkWidget   *alert;
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
update_look (ClinicAgendaVisit *self)
{
  const char *status = self->visit->status;
  const char *sign = clinic_agenda_visit_get_sign (self->visit);

  if (self->visit->colour == NULL || !gdk_rgba_parse (&self->colour, self->visit->colour))
    gdk_rgba_parse (&self->colour, "#77767b");

  set_class (self, "away", g_strcmp0 (status, "cancelled") == 0 ||
             g_strcmp0 (status, "no_show") == 0);
  set_class (self, "over", g_strcmp0 (status, "done") == 0);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->status), sign);
  gtk_widget_set_visible (self->status, sign != NULL);
}

static void
update_words (ClinicAgendaVisit *self)
{
  ClinicVisit *visit = self->visit;
  g_autofree char *name = clinic_locale_full_name (visit->given_name, visit->family_name);
  g_autofree char *initials = clinic_locale_initials (visit->given_name, visit->family_name);
  g_autofree char *time = clinic_agenda_visit_dup_time (visit);
  g_autofree char *number = clinic_agenda_visit_dup_number (visit);
  g_autofree char *label = clinic_agenda_visit_dup_label (visit);
  g_autofree char *detail = clinic_agenda_visit_dup_detail (visit);
  g_autofree char *alerts = clinic_agenda_visit_dup_alerts (visit);

  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_label_set_label (GTK_LABEL (self->initials), initials);
  gtk_label_set_label (GTK_LABEL (self->time), time);
  gtk_label_set_label (GTK_LABEL (self->number), number);
  gtk_widget_set_visible (self->number, *number != '\0');
  gtk_widget_set_visible (self->alert, alerts != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
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

static void
place (ClinicAgendaVisit *self,
       GtkWidget         *child,
       int                x,
       int                y,
       int                width,
       int                height)
{
  int all = gtk_widget_get_width (GTK_WIDGET (self));

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = all - x - width;

  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

/* From the end backwards; gives where it begins. */
static int
place_at_end (ClinicAgendaVisit *self,
              GtkWidget         *child,
              gboolean           wanted,
              int                end,
              int                y,
              int                line)
{
  int width;
  int least;

  wanted = wanted && gtk_widget_get_visible (child);
  gtk_widget_set_child_visible (child, wanted);

  if (!wanted)
    return end;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &width, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  place (self, child, end - width, y + (line - MAX (line, least)) / 2, width, MAX (line, least));

  return end - width - 4;
}

/* The name, or what there is room for of it. */
static void
place_name (ClinicAgendaVisit *self,
            int                width,
            int                top,
            int                end,
            int                line)
{
  gboolean whole = width >= ROOM_FOR_NAME;
  GtkWidget *shown = whole ? self->name : self->initials;
  int indent = whole ? INDENT : STRIPE + 2;
  int least;

  gtk_widget_set_child_visible (self->name, whole);
  gtk_widget_set_child_visible (self->initials, !whole);
  gtk_widget_measure (shown, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  place (self, shown, indent, top, MAX ((whole ? end : width - 1) - indent, least), line);
}

static void
clinic_agenda_visit_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  ClinicAgendaVisit *self = CLINIC_AGENDA_VISIT (widget);
  gboolean tall;
  int line;
  int small;
  int wide;
  int end = width - 5;
  int top;

  gtk_widget_measure (self->name, GTK_ORIENTATION_VERTICAL, -1, &line, NULL, NULL, NULL);
  gtk_widget_measure (self->time, GTK_ORIENTATION_VERTICAL, -1, &small, NULL, NULL, NULL);
  gtk_widget_measure (self->time, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wide, NULL, NULL);
  tall = height >= line + small && width >= wide + INDENT;
  top = tall ? MIN (3, (height - line - small) / 2) : MIN (3, (height - line) / 2);

  end = place_at_end (self, self->alert, width >= ROOM_FOR_SIGNS, end, top, line);
  end = place_at_end (self, self->status, width >= ROOM_FOR_SIGNS, end, top, line);
  end = place_at_end (self, self->number, width >= ROOM_FOR_NUMBER, end, top, line);

  if (tall)
    {
      gtk_widget_set_child_visible (self->time, TRUE);
      place (self, self->time, INDENT, top + line, MAX (width - INDENT - 4, wide), small);
    }
  else
    {
      end = place_at_end (self, self->time, width >= ROOM_FOR_TIME, end, top, line);
    }

  place_name (self, width, top, end, line);

  if (GTK_IS_POPOVER (gtk_widget_get_last_child (widget)))
    gtk_popover_present (GTK_POPOVER (gtk_widget_get_last_child (widget)));
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

static void
clinic_agenda_visit_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  ClinicAgendaVisit *self = CLINIC_AGENDA_VISIT (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA tint = self->colour;

  tint.alpha = 0.18;
  gtk_snapshot_append_color (snapshot, &tint, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_snapshot_append_color (snapshot, &self->colour,
                             &GRAPHENE_RECT_INIT (mirrored ? width - STRIPE : 0, 0, STRIPE,
                                                  height));

  GTK_WIDGET_CLASS (clinic_agenda_visit_parent_class)->snapshot (widget, snapshot);
}

static void
clinic_agenda_visit_dispose (GObject *object)
{
  ClinicAgendaVisit *self = CLINIC_AGENDA_VISIT (object);
  GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (self));

  /* A menu that is still open. */
  if (GTK_IS_POPOVER (child))
    gtk_widget_unparent (child);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_AGENDA_VISIT);
  g_clear_object (&self->visit);

  G_OBJECT_CLASS (clinic_agenda_visit_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "visit.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "visit.patient", NULL, patient_action);
  gtk_widget_class_install_action (widget_class, "visit.become", "s", become_action);
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

  gtk_widget_class_set_css_name (widget_class, "agendavisit");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-agenda-visit.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaVisit, name);
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaVisit, initials);
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaVisit, time);
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaVisit, number);
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaVisit, status);
  gtk_widget_class_bind_template_child (widget_class, ClinicAgendaVisit, alert);
  add_keys (widget_class);
}

static void
clinic_agenda_visit_init (ClinicAgendaVisit *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
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
