/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-booking-who.h"
#include "clinic-patient-search.h"

struct _ClinicBookingWho
{
  AdwBin parent_instance;

  ClinicBookingDraft  *draft;

  ClinicPatientSearch *search;
  GtkWidget           *change;
  GObject             *belongs;
  GtkWidget           *given_name;
  GtkWidget           *family_name;
  GtkWidget           *mobile;
};

static GParamSpec *draft_property;

G_DEFINE_FINAL_TYPE (ClinicBookingWho, clinic_booking_who, ADW_TYPE_BIN)

static void
patient_chosen_cb (ClinicBookingWho *self,
                   ClinicPatient    *patient)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  clinic_booking_draft_set_patient (self->draft, clinic_record_get_id (CLINIC_RECORD (patient)));
  gtk_widget_grab_focus (gtk_window_get_default_widget (window));
}

static void
register_cb (ClinicBookingWho *self,
             const char       *typed)
{
  g_autofree char *given_name = NULL;

  clinic_booking_draft_register (self->draft, typed);
  g_object_get (self->draft, "given-name", &given_name, NULL);
  gtk_widget_grab_focus (*given_name == '\0' ? self->given_name : self->mobile);
}

/* A search entry keeps Escape to itself. */
static gboolean
search_key_cb (ClinicBookingWho *self,
               guint             keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);

  return GDK_EVENT_STOP;
}

static void
change_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicBookingWho *self = CLINIC_BOOKING_WHO (widget);

  if (clinic_booking_draft_get_busy (self->draft))
    return;

  clinic_booking_draft_set_patient (self->draft, 0);
  clinic_patient_search_set_patient (self->search, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
clinic_booking_who_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  g_value_set_object (value, CLINIC_BOOKING_WHO (object)->draft);
}

static void
bind_text (ClinicBookingWho *self,
           GtkWidget        *entry,
           const char       *property)
{
  g_object_bind_property (self->draft, property, entry, "text",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static void
clinic_booking_who_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ClinicBookingWho *self = CLINIC_BOOKING_WHO (object);

  if (self->draft != NULL || (self->draft = g_value_dup_object (value)) == NULL)
    return;

  bind_text (self, self->given_name, "given-name");
  bind_text (self, self->family_name, "family-name");
  bind_text (self, self->mobile, "mobile");
  g_object_bind_property (self->draft, "belongs", self->belongs, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static void
clinic_booking_who_dispose (GObject *object)
{
  ClinicBookingWho *self = CLINIC_BOOKING_WHO (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_BOOKING_WHO);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (clinic_booking_who_parent_class)->dispose (object);
}

static void
clinic_booking_who_class_init (ClinicBookingWhoClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = clinic_booking_who_get_property;
  object_class->set_property = clinic_booking_who_set_property;
  object_class->dispose = clinic_booking_who_dispose;

  draft_property = g_param_spec_object ("draft", NULL, NULL, CLINIC_TYPE_BOOKING_DRAFT,
                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, 1, draft_property);

  g_type_ensure (CLINIC_TYPE_PATIENT_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-booking-who.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingWho, search);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingWho, change);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingWho, belongs);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingWho, given_name);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingWho, family_name);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingWho, mobile);
  gtk_widget_class_bind_template_callback (widget_class, patient_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, register_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_install_action (widget_class, "booking.change", NULL, change_action);
}

static void
clinic_booking_who_init (ClinicBookingWho *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_booking_who_begin (ClinicBookingWho *self,
                          ClinicDesk       *desk,
                          gboolean          fixed)
{
  g_return_if_fail (CLINIC_IS_BOOKING_WHO (self) && CLINIC_IS_DESK (desk));

  clinic_patient_search_set_desk (self->search, desk);
  gtk_widget_set_visible (self->change, !fixed);
}

void
clinic_booking_who_start (ClinicBookingWho *self,
                          ClinicBookingGap  gap)
{
  g_return_if_fail (CLINIC_IS_BOOKING_WHO (self));

  gtk_widget_grab_focus (gap == CLINIC_BOOKING_NO_NAME ? self->family_name
                                                       : GTK_WIDGET (self->search));
}
