/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-hours-day.h"
#include "clinic-hours-window.h"
#include "clinic-locale.h"
#include "clinic-notice.h"
#include "clinic-present.h"

#define N_DAYS 7

struct _ClinicHoursWindow
{
  AdwWindow parent_instance;

  char           *text;             /* as it was */
  ClinicNotice   *notice;
  GtkSwitch      *always;
  GtkWidget      *week;
  GtkListBox     *list;
  GtkButton      *same;
  GtkButton      *done;
  ClinicHoursDay *days[N_DAYS];     /* in the order of the week */
};

static guint taken_signal;

G_DEFINE_FINAL_TYPE (ClinicHoursWindow, clinic_hours_window, ADW_TYPE_WINDOW)

/* NULL: closed all week. */
static ClinicHoursDay *
find_open (ClinicHoursWindow * self)
{
  for (guint i = 0; i < N_DAYS; i++)
    {
      if (clinic_hours_day_is_open (self->days[i]))
        return self->days[i];
    }

  return NULL;
}

/* The first day that is wrong; NULL: none. */
static ClinicHoursDay *
read_days (ClinicHoursWindow *self,
           ClinicHours       *hours)
{
  ClinicHoursDay *wrong = NULL;

  for (guint i = 0; i < N_DAYS; i++)
    {
      if (!clinic_hours_day_read (self->days[i], hours) && wrong == NULL)
        wrong = self->days[i];
    }

  return wrong;
}

/* One text of several that mean the same stays as it was written. */
static char *
dup_text (ClinicHoursWindow *self,
          const ClinicHours *hours)
{
  ClinicHours before;

  if (clinic_hours_parse (self->text, &before, NULL) && clinic_hours_are_equal (hours, &before))
    return g_strdup (self->text);

  return clinic_hours_print (hours);
}

static void
done_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicHoursWindow *self = CLINIC_HOURS_WINDOW (widget);
  g_autofree char *text = NULL;
  ClinicHours hours = { 0 };
  ClinicHoursDay *wrong = NULL;

  clinic_notice_set_text (self->notice, "error", NULL);

  if (gtk_switch_get_active (self->always))
    clinic_hours_parse (NULL, &hours, NULL);
  else
    wrong = read_days (self, &hours);

  if (wrong == NULL && !gtk_switch_get_active (self->always) && find_open (self) == NULL)
    {
      wrong = self->days[0];
      clinic_notice_set_text (self->notice, "error", _("Say the hours of one day at least."));
    }

  if (wrong != NULL)
    {
      clinic_hours_day_start (wrong);
      return;
    }

  text = dup_text (self, &hours);
  g_signal_emit (self, taken_signal, 0, text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
same_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicHoursWindow *self = CLINIC_HOURS_WINDOW (widget);
  ClinicHoursDay *first = find_open (self);

  for (guint i = 0; i < N_DAYS; i++)
    {
      if (self->days[i] != first && clinic_hours_day_is_open (self->days[i]))
        clinic_hours_day_copy (self->days[i], first);
    }
}

static void
update (ClinicHoursWindow *self)
{
  ClinicHoursDay *first = find_open (self);
  g_autofree char *label = NULL;
  guint n_open = 0;

  for (guint i = 0; i < N_DAYS; i++)
    n_open += clinic_hours_day_is_open (self->days[i]);

  gtk_widget_set_sensitive (self->week, !gtk_switch_get_active (self->always));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "hours.same", n_open > 1);

  if (first == NULL)
    return;

  /* Translators: a button, gives all days that are open the hours of the first of them; %s: "Monday" */
  label = g_strdup_printf (_("_Same as %s"), clinic_hours_day_get_name (first));
  gtk_button_set_label (self->same, label);
}

static void
clinic_hours_window_dispose (GObject *object)
{
  ClinicHoursWindow *self = CLINIC_HOURS_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_HOURS_WINDOW);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (clinic_hours_window_parent_class)->dispose (object);
}

static void
clinic_hours_window_class_init (ClinicHoursWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_hours_window_dispose;

  taken_signal = g_signal_new ("taken", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-hours-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicHoursWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicHoursWindow, always);
  gtk_widget_class_bind_template_child (widget_class, ClinicHoursWindow, week);
  gtk_widget_class_bind_template_child (widget_class, ClinicHoursWindow, list);
  gtk_widget_class_bind_template_child (widget_class, ClinicHoursWindow, same);
  gtk_widget_class_bind_template_child (widget_class, ClinicHoursWindow, done);
  gtk_widget_class_bind_template_callback_full (widget_class, "toggled_cb", G_CALLBACK (update));
  gtk_widget_class_install_action (widget_class, "hours.done", NULL, done_action);
  gtk_widget_class_install_action (widget_class, "hours.same", NULL, same_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "hours.done",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "hours.done", NULL);
}

static void
clinic_hours_window_init (ClinicHoursWindow *self)
{
  guint first = clinic_locale_first_weekday () - 1;

  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < N_DAYS; i++)
    {
      GtkWidget *day = clinic_hours_day_new ((first + i) % N_DAYS);

      self->days[i] = CLINIC_HOURS_DAY (day);
      g_signal_connect_object (day, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, day);
    }

  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->done));
  update (self);
}

static void
show_text (ClinicHoursWindow *self)
{
  g_autofree char *words = NULL;
  ClinicHours hours;

  if (!clinic_hours_parse (self->text, &hours, NULL))
    {
      words = g_strdup_printf (_("“%s” cannot be read as hours. It stays until you are done with others."),
                               self->text);
      clinic_notice_set_text (self->notice, "warning", words);
      return;
    }

  if (clinic_hours_are_always (&hours))
    {
      gtk_switch_set_active (self->always, TRUE);
      return;
    }

  for (guint i = 0; i < N_DAYS; i++)
    clinic_hours_day_show (self->days[i], &hours);
}

ClinicHoursWindow *
clinic_hours_window_present (GtkWidget  *parent,
                             const char *title,
                             const char *text)
{
  ClinicHoursWindow *self;
  ClinicHoursDay *first;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);

  self = g_object_new (CLINIC_TYPE_HOURS_WINDOW, "transient-for", gtk_widget_get_root (parent),
                       "title", title, NULL);
  self->text = g_strdup (text);
  show_text (self);
  clinic_present (GTK_WINDOW (self));
  first = find_open (self);

  if (first != NULL)
    clinic_hours_day_start (first);

  return self;
}
