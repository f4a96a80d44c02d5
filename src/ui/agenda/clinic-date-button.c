/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-agenda-range.h"
#include "clinic-date-button.h"
#include "clinic-date.h"

struct _ClinicDateButton
{
  AdwBin parent_instance;

  char          *date;
  char          *label;
  gboolean       show_week_numbers;
  gboolean       quiet;         /* the calendar is set, not chosen from */

  GtkMenuButton *button;
  GtkCalendar   *calendar;
};

typedef enum
{
  PROPERTY_DATE = 1,
  PROPERTY_LABEL,
  PROPERTY_SHOW_WEEK_NUMBERS,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (ClinicDateButton, clinic_date_button, ADW_TYPE_BIN)

static void
set_date (ClinicDateButton *self,
          const char       *date)
{
  g_autoptr(GDateTime) day = NULL;

  if (date == NULL || !clinic_date_is_valid (date))
    return;

  g_free (self->date);
  self->date = g_strdup (date);
  day = clinic_agenda_range_new_day (date);
  self->quiet = TRUE;
  gtk_calendar_select_day (self->calendar, day);
  self->quiet = FALSE;
}

static void
day_selected_cb (ClinicDateButton *self)
{
  g_autoptr(GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

  if (self->quiet)
    return;

  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, chosen_signal, 0, date);
}

static void
clinic_date_button_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ClinicDateButton *self = CLINIC_DATE_BUTTON (object);

  switch ((Property) property_id)
    {
    case PROPERTY_DATE:
      g_value_set_string (value, self->date);
      break;

    case PROPERTY_LABEL:
      g_value_set_string (value, self->label);
      break;

    case PROPERTY_SHOW_WEEK_NUMBERS:
      g_value_set_boolean (value, self->show_week_numbers);
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_date_button_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ClinicDateButton *self = CLINIC_DATE_BUTTON (object);

  switch ((Property) property_id)
    {
    case PROPERTY_DATE:
      set_date (self, g_value_get_string (value));
      break;

    case PROPERTY_LABEL:
      g_free (self->label);
      self->label = g_value_dup_string (value);

      if (self->label != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                        GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);

      break;

    case PROPERTY_SHOW_WEEK_NUMBERS:
      self->show_week_numbers = g_value_get_boolean (value);
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_date_button_dispose (GObject *object)
{
  CLINIC_DATE_BUTTON (object)->quiet = TRUE;
  /* The bin takes its child out itself; the template must not have done so before. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_DATE_BUTTON);

  G_OBJECT_CLASS (clinic_date_button_parent_class)->dispose (object);
}

static void
clinic_date_button_finalize (GObject *object)
{
  ClinicDateButton *self = CLINIC_DATE_BUTTON (object);

  g_free (self->date);
  g_free (self->label);

  G_OBJECT_CLASS (clinic_date_button_parent_class)->finalize (object);
}

static void
clinic_date_button_class_init (ClinicDateButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = clinic_date_button_get_property;
  object_class->set_property = clinic_date_button_set_property;
  object_class->dispose = clinic_date_button_dispose;
  object_class->finalize = clinic_date_button_finalize;

  properties[PROPERTY_DATE] = g_param_spec_string ("date", NULL, NULL, NULL, flags);
  properties[PROPERTY_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROPERTY_SHOW_WEEK_NUMBERS] =
    g_param_spec_boolean ("show-week-numbers", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-date-button.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicDateButton, button);
  gtk_widget_class_bind_template_child (widget_class, ClinicDateButton, calendar);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
}

static void
clinic_date_button_init (ClinicDateButton *self)
{
  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->quiet = FALSE;
}
