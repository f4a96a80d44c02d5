/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-pain.h"
#include "clinic-locale.h"

#define N_STEPS 11

struct _ClinicChartPain
{
  ClinicChartPart parent_instance;

  GtkBox          *steps;
  GtkWidget       *unset;
  GtkLabel        *words;
  GtkToggleButton *buttons[N_STEPS];
  GSignalGroup    *signals;
  gboolean         showing;
};

G_DEFINE_FINAL_TYPE (ClinicChartPain, clinic_chart_pain, CLINIC_TYPE_CHART_PART)

static gint64
get_pain (ClinicChartPain *self)
{
  ClinicChartModel *model = clinic_chart_part_get_model (CLINIC_CHART_PART (self));

  return model != NULL ? clinic_chart_model_get_record (model)->pain : CLINIC_UNKNOWN;
}

static void
set_pain (ClinicChartPain *self,
          gint64           pain)
{
  ClinicChartModel *model = clinic_chart_part_get_model (CLINIC_CHART_PART (self));

  if (model != NULL && clinic_chart_model_get_editable (model))
    g_object_set (clinic_chart_model_get_record (model), "pain", pain, NULL);
}

static char *
format_pain (gint64 pain)
{
  return g_strdup_printf (_("Pain %d of 10"), (int) pain);
}

/* Pain that nobody asked about is not nought. */
static void
pain_changed_cb (ClinicChartPain *self)
{
  gint64 pain = get_pain (self);
  g_autofree char *words = pain != CLINIC_UNKNOWN ? format_pain (pain) : g_strdup (_("Pain: not asked"));

  self->showing = TRUE;

  for (guint i = 0; i < N_STEPS; i++)
    gtk_toggle_button_set_active (self->buttons[i], pain == (gint64) i);

  self->showing = FALSE;
  gtk_label_set_text (self->words, words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pain.unset", pain != CLINIC_UNKNOWN);
}

static void
step_toggled_cb (ClinicChartPain *self,
                 GtkToggleButton *button)
{
  if (self->showing)
    return;

  for (guint i = 0; i < N_STEPS; i++)
    if (self->buttons[i] == button)
      set_pain (self, gtk_toggle_button_get_active (button) ? (gint64) i : CLINIC_UNKNOWN);

  pain_changed_cb (self);
}

static void
unset_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ClinicChartPain *self = CLINIC_CHART_PAIN (widget);
  gint64 pain = get_pain (self);

  /* The button that was pressed goes; the keyboard stays here. */
  if (pain != CLINIC_UNKNOWN && gtk_widget_get_focus_child (widget) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->buttons[pain]));

  set_pain (self, CLINIC_UNKNOWN);
}

/* The button with the keyboard; -1: another widget, or none. */
static int
find_focus (ClinicChartPain *self)
{
  for (int i = 0; i < N_STEPS; i++)
    if (gtk_widget_has_focus (GTK_WIDGET (self->buttons[i])))
      return i;

  return -1;
}

static gboolean
clinic_chart_pain_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  ClinicChartPain *self = CLINIC_CHART_PAIN (widget);
  gboolean turned = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int at = find_focus (self);

  if (direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT)
    {
      if (at < 0)
        return GTK_WIDGET_CLASS (clinic_chart_pain_parent_class)->focus (widget, direction);

      at += (direction == GTK_DIR_RIGHT) != turned ? 1 : -1;

      return gtk_widget_grab_focus (GTK_WIDGET (self->buttons[CLAMP (at, 0, N_STEPS - 1)]));
    }

  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  at = get_pain (self) != CLINIC_UNKNOWN ? (int) get_pain (self) : 0;

  return gtk_widget_grab_focus (GTK_WIDGET (self->buttons[at]));
}

static void
clinic_chart_pain_show (ClinicChartPart  *part,
                        ClinicChartModel *model,
                        ClinicChartSheet *sheet)
{
  ClinicChartPain *self = CLINIC_CHART_PAIN (part);

  g_signal_group_set_target (self->signals, clinic_chart_model_get_record (model));
  pain_changed_cb (self);
}

static void
clinic_chart_pain_finalize (GObject *object)
{
  g_clear_object (&CLINIC_CHART_PAIN (object)->signals);
  G_OBJECT_CLASS (clinic_chart_pain_parent_class)->finalize (object);
}

static void
clinic_chart_pain_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_CHART_PAIN);
  G_OBJECT_CLASS (clinic_chart_pain_parent_class)->dispose (object);
}

static void
clinic_chart_pain_class_init (ClinicChartPainClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_chart_pain_dispose;
  G_OBJECT_CLASS (klass)->finalize = clinic_chart_pain_finalize;
  widget_class->focus = clinic_chart_pain_focus;
  CLINIC_CHART_PART_CLASS (klass)->show = clinic_chart_pain_show;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/anagen/Anagen/ui/clinic-chart-pain.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicChartPain, steps);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartPain, unset);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartPain, words);
  gtk_widget_class_install_action (widget_class, "pain.unset", NULL, unset_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "pain.unset", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_BackSpace, 0, "pain.unset", NULL);
}

static void
add_steps (ClinicChartPain *self)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autofree char *number = clinic_locale_number (i);
      g_autofree char *words = format_pain (i);
      GtkWidget *button = gtk_toggle_button_new_with_label (number);

      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
      g_signal_connect_object (button, "toggled", G_CALLBACK (step_toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_insert_child_after (self->steps, button,
                                  i > 0 ? GTK_WIDGET (self->buttons[i - 1]) : NULL);
      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
    }
}

static void
clinic_chart_pain_init (ClinicChartPain *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_steps (self);
  self->signals = g_signal_group_new (CLINIC_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::pain", G_CALLBACK (pain_changed_cb), self);
}
