/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-locale.h"
#include "clinic-weekday-picker.h"

#define N_DAYS 7

struct _ClinicWeekdayPicker
{
  GtkBox parent_instance;

  GtkToggleButton *days[N_DAYS];        /* children; Monday first */
};

static GParamSpec *weekdays_property;

G_DEFINE_FINAL_TYPE (ClinicWeekdayPicker, clinic_weekday_picker, GTK_TYPE_BOX)

static void
toggled_cb (ClinicWeekdayPicker * self)
{
  g_object_notify_by_pspec (G_OBJECT (self), weekdays_property);
}

static GtkWidget *
make_day (ClinicWeekdayPicker *self,
          guint                weekday)
{
  g_autofree char *brief = clinic_locale_weekday (weekday, TRUE);
  g_autofree char *name = clinic_locale_weekday (weekday, FALSE);
  GtkWidget *button = gtk_toggle_button_new_with_label (brief);

  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "weekday");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
clinic_weekday_picker_get_property (GObject    *object,
                                    guint       property_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  g_value_set_uint (value, clinic_weekday_picker_get_weekdays (CLINIC_WEEKDAY_PICKER (object)));
}

static void
clinic_weekday_picker_class_init (ClinicWeekdayPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clinic_weekday_picker_get_property;

  weekdays_property = g_param_spec_uint ("weekdays", NULL, NULL, 0, 127, 0,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, 1, weekdays_property);
}

static void
clinic_weekday_picker_init (ClinicWeekdayPicker *self)
{
  guint first = clinic_locale_first_weekday ();

  for (guint i = 0; i < N_DAYS; i++)
    {
      guint weekday = (first - 1 + i) % N_DAYS + 1;
      GtkWidget *button = make_day (self, weekday);

      self->days[weekday - 1] = GTK_TOGGLE_BUTTON (button);
      gtk_box_append (GTK_BOX (self), button);
    }
}

guint
clinic_weekday_picker_get_weekdays (ClinicWeekdayPicker *self)
{
  guint weekdays = 0;

  g_return_val_if_fail (CLINIC_IS_WEEKDAY_PICKER (self), 0);

  for (guint i = 0; i < N_DAYS; i++)
    {
      if (gtk_toggle_button_get_active (self->days[i]))
        weekdays |= 1u << i;
    }

  return weekdays;
}
