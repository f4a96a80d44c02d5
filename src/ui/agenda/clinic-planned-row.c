/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-closures.h"
#include "clinic-date.h"
#include "clinic-direction.h"
#include "clinic-locale.h"
#include "clinic-planned-popover.h"
#include "clinic-planned-row.h"

#define N_CHOICES 4

struct _ClinicPlannedRow
{
  GtkListBoxRow parent_instance;

  ClinicPlannedSession *session;
  gint64                step;
  char                 *today;

  /* What is in these is made when there is one to be shown: most rows have none. */
  GtkWidget            *choices;
  GtkWidget            *note;
  GtkMenuButton        *edit;
};

typedef enum
{
  PROPERTY_SESSION = 1,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicPlannedRow, clinic_planned_row, GTK_TYPE_LIST_BOX_ROW)

static char *
format_days (GObject * object,
             gint64 days)
{
  g_autofree char *words = NULL;

  if (days == CLINIC_UNKNOWN)
    /* It keeps its place; a label without a letter would be read out as its type. */
    return g_strdup ("\xe2\x80\x87");

  /* Translators: days since the session before */
  words = g_strdup_printf (ngettext ("+%d day", "+%d days", (gulong) ABS (days)), (int) days);

  return clinic_direction_figures (words);
}

/* The interval is one the protocol does not have. */
static gboolean
is_off (GObject *object,
        gint64   days,
        gint64   min_days,
        gint64   max_days)
{
  return days != CLINIC_UNKNOWN && (days < min_days || days > max_days);
}

static char *
say_bounds (GObject *object,
            gint64   min_days,
            gint64   max_days)
{
  return g_strdup_printf (_("The protocol has %d to %d days"), (int) min_days, (int) max_days);
}

/* "Tue 24 Nov, 10:15", or only the time on the day that was planned. */
static char *
format_choice (ClinicPlannedRow *self,
               const char       *wall)
{
  g_autofree char *day = clinic_locale_day (wall);
  g_autofree char *time = clinic_locale_time (wall);

  if (strncmp (wall, self->session->starts, strlen ("2026-11-24")) == 0)
    return g_steal_pointer (&time);

  /* Translators: a day and a time, "Tue 24 Nov, 10:15" */
  return g_strdup_printf (C_("day and time", "%s, %s"), day, time);
}

static void
show_choice (ClinicPlannedRow *self,
             GtkWidget        *button,
             const char       *wall)
{
  g_autofree char *label = wall != NULL ? format_choice (self, wall) : NULL;

  gtk_widget_set_visible (button, wall != NULL);

  if (wall == NULL)
    return;

  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(us)",
                                    (guint) self->session->number, wall);
}

static void
make_choices (ClinicPlannedRow *self)
{
  for (guint i = 0; i < N_CHOICES; i++)
    {
      GtkWidget *button = gtk_button_new ();

      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(us)", 0, "");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "course.choose");
      gtk_widget_set_tooltip_text (button, _("Free then: take this time"));
      gtk_box_append (GTK_BOX (self->choices), button);
    }
}

static void
update_choices (ClinicPlannedRow *self)
{
  const char *alternatives = self->session->alternatives;
  g_auto(GStrv) walls = g_strsplit (alternatives != NULL ? alternatives : "", " ", N_CHOICES + 1);
  guint n_walls = MIN (g_strv_length (walls), N_CHOICES);
  guint i = 0;

  if (n_walls > 0 && gtk_widget_get_first_child (self->choices) == NULL)
    make_choices (self);

  for (GtkWidget *button = gtk_widget_get_first_child (self->choices);
       button != NULL;
       button = gtk_widget_get_next_sibling (button), i++)
    show_choice (self, button, i < n_walls ? walls[i] : NULL);

  gtk_widget_set_visible (self->choices, n_walls > 0);
}

static GtkWidget *
make_note (ClinicPlannedRow *self)
{
  GtkWidget *note = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sign = gtk_image_new_from_icon_name ("dialog-information-symbolic");
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_margin_start (note, 34);
  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_widget_add_css_class (sign, "warning");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (note), sign);
  gtk_box_append (GTK_BOX (note), label);
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (self->choices)), note,
                              gtk_widget_get_prev_sibling (self->choices));

  return note;
}

static void
update_note (ClinicPlannedRow *self)
{
  const char *note = self->session->note;

  if (self->note == NULL && note != NULL)
    self->note = make_note (self);

  if (self->note == NULL)
    return;

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (self->note)), note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
}

static void
choose (ClinicPlannedRow *self,
        const char       *wall)
{
  if (wall != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "course.choose", "(us)",
                                (guint) self->session->number, wall);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicPlannedRow *self = CLINIC_PLANNED_ROW (widget);
  gint64 minutes = g_variant_get_int32 (parameter);
  gint64 span = ABS (minutes) == 1 ? minutes * self->step : minutes;
  g_autofree char *wall = clinic_wall_add_minutes (self->session->starts, span);

  choose (self, wall);
}

static void
make_popover (GtkMenuButton *button,
              gpointer       user_data)
{
  ClinicPlannedRow *self = user_data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, clinic_planned_popover_new (self->session, self->today));
}

static void
clinic_planned_row_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  if (property_id == PROPERTY_SESSION)
    g_value_set_object (value, CLINIC_PLANNED_ROW (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_planned_row_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  if (property_id == PROPERTY_SESSION)
    CLINIC_PLANNED_ROW (object)->session = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_planned_row_dispose (GObject *object)
{
  ClinicPlannedRow *self = CLINIC_PLANNED_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_PLANNED_ROW);
  g_clear_object (&self->session);
  g_clear_pointer (&self->today, g_free);

  G_OBJECT_CLASS (clinic_planned_row_parent_class)->dispose (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "planned.move",
                                       "i", -24 * 60);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "planned.move",
                                       "i", 24 * 60);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "planned.move",
                                       "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "planned.move",
                                       "i", 1);
}

static void
clinic_planned_row_class_init (ClinicPlannedRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_planned_row_dispose;
  object_class->get_property = clinic_planned_row_get_property;
  object_class->set_property = clinic_planned_row_set_property;

  properties[PROPERTY_SESSION] =
    g_param_spec_object ("session", NULL, NULL, CLINIC_TYPE_PLANNED_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-planned-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicPlannedRow, choices);
  gtk_widget_class_bind_template_child (widget_class, ClinicPlannedRow, edit);
  gtk_widget_class_bind_template_callback (widget_class, format_days);
  gtk_widget_class_bind_template_callback (widget_class, is_off);
  gtk_widget_class_bind_template_callback (widget_class, say_bounds);
  clinic_closures_bind (widget_class);

  gtk_widget_class_install_action (widget_class, "planned.move", "i", move_action);
  bind_keys (widget_class);
}

static void
clinic_planned_row_init (ClinicPlannedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->edit, make_popover, self, NULL);
}

GtkWidget *
clinic_planned_row_new (ClinicPlannedSession *session,
                        gint64                step,
                        const char           *today)
{
  ClinicPlannedRow *self = g_object_new (CLINIC_TYPE_PLANNED_ROW, "session", session, NULL);

  self->step = step > 0 ? step : 15;
  self->today = g_strdup (today);
  g_signal_connect_object (session, "notify::alternatives", G_CALLBACK (update_choices), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::starts", G_CALLBACK (update_choices), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::note", G_CALLBACK (update_note), self, G_CONNECT_SWAPPED);
  update_choices (self);
  update_note (self);

  return GTK_WIDGET (self);
}

ClinicPlannedSession *
clinic_planned_row_get_session (ClinicPlannedRow *self)
{
  return self->session;
}

void
clinic_planned_row_edit (ClinicPlannedRow *self)
{
  /* GTK 4.8 has one made only where the button itself is pressed. */
  make_popover (self->edit, self);
  gtk_menu_button_popup (self->edit);
}
