/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-booking-time.h"
#include "clinic-booking-when.h"
#include "clinic-date-button.h"
#include "clinic-typed-entry.h"

struct _ClinicBookingTime
{
  AdwBin parent_instance;

  ClinicBookingWhen *when;

  GtkEditable       *date;
  GtkEditable       *time;
  GObject           *length;
  GObject           *practitioner;
  GObject           *room;
};

static GParamSpec *when_property;

G_DEFINE_FINAL_TYPE (ClinicBookingTime, clinic_booking_time, ADW_TYPE_BIN)

static void
day_chosen_cb (ClinicBookingTime *self,
               const char        *date)
{
  clinic_booking_when_choose (self->when, date);
}

static void
clinic_booking_time_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  g_value_set_object (value, CLINIC_BOOKING_TIME (object)->when);
}

static void
clinic_booking_time_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ClinicBookingTime *self = CLINIC_BOOKING_TIME (object);

  if (self->when != NULL || (self->when = g_value_dup_object (value)) == NULL)
    return;

  clinic_typed_entry_bind (self->date, clinic_booking_when_get_typed (self->when), "date");
  clinic_typed_entry_bind (self->time, clinic_booking_when_get_typed (self->when), "time");
  clinic_pick_list_bind (clinic_booking_when_get_lengths (self->when), self->length);
  clinic_pick_list_bind (clinic_booking_when_get_people (self->when), self->practitioner);
  clinic_pick_list_bind (clinic_booking_when_get_rooms (self->when), self->room);
}

static void
clinic_booking_time_dispose (GObject *object)
{
  ClinicBookingTime *self = CLINIC_BOOKING_TIME (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_BOOKING_TIME);
  g_clear_object (&self->when);

  G_OBJECT_CLASS (clinic_booking_time_parent_class)->dispose (object);
}

static void
clinic_booking_time_class_init (ClinicBookingTimeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = clinic_booking_time_get_property;
  object_class->set_property = clinic_booking_time_set_property;
  object_class->dispose = clinic_booking_time_dispose;

  when_property = g_param_spec_object ("when", NULL, NULL, CLINIC_TYPE_BOOKING_WHEN,
                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, 1, when_property);

  g_type_ensure (CLINIC_TYPE_DATE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-booking-time.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingTime, date);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingTime, time);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingTime, length);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingTime, practitioner);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingTime, room);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
}

static void
clinic_booking_time_init (ClinicBookingTime *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
clinic_booking_time_start (ClinicBookingTime *self)
{
  gboolean date_wrong;
  gboolean time_wrong;

  g_return_val_if_fail (CLINIC_IS_BOOKING_TIME (self) && self->when != NULL, FALSE);

  g_object_get (clinic_booking_when_get_typed (self->when),
                "date-wrong", &date_wrong,
                "time-wrong", &time_wrong,
                NULL);

  if (!date_wrong && !time_wrong)
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (date_wrong ? self->date : self->time));
}
