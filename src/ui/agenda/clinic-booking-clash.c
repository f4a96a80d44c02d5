/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-booking-clash.h"
#include "clinic-booking-draft.h"
#include "clinic-closures.h"
#include "clinic-locale.h"

struct _ClinicBookingClash
{
  AdwBin parent_instance;

  ClinicBookingDraft *draft;

  GtkFlowBox         *slots;
  GObject            *overbook;
  GtkWidget          *reason;
};

static GParamSpec *draft_property;

G_DEFINE_FINAL_TYPE (ClinicBookingClash, clinic_booking_clash, ADW_TYPE_BIN)

/* A button for a time that is free. The keyboard reaches it, not what holds it. */
static GtkWidget *
make_slot (gpointer item,
           gpointer user_data)
{
  ClinicBookingClash *self = user_data;
  const char *wall = gtk_string_object_get_string (item);
  const char *today = clinic_desk_get_today (clinic_booking_draft_get_desk (self->draft));
  g_autofree char *day = clinic_locale_near_day (wall, today);
  g_autofree char *time = clinic_locale_time (wall);
  /* Translators: a day and a time that is free: "Tue 24 Nov, 10:15" */
  g_autofree char *label = g_strdup_printf (C_("free time", "%s, %s"), day, time);
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *holder = gtk_flow_box_child_new ();

  gtk_widget_add_css_class (button, "numeric");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", wall);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "booking.choose");
  gtk_widget_set_focusable (holder, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (holder), button);

  return holder;
}

static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicBookingClash *self = CLINIC_BOOKING_CLASH (widget);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  clinic_booking_when_choose (clinic_booking_draft_get_when (self->draft),
                              g_variant_get_string (parameter, NULL));
  gtk_widget_grab_focus (gtk_window_get_default_widget (window));
}

static void
clinic_booking_clash_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  g_value_set_object (value, CLINIC_BOOKING_CLASH (object)->draft);
}

static void
clinic_booking_clash_set_property (GObject      *object,
                                   guint         property_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ClinicBookingClash *self = CLINIC_BOOKING_CLASH (object);
  GBindingFlags both = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;
  g_autoptr(GListModel) slots = NULL;

  if (self->draft != NULL || (self->draft = g_value_dup_object (value)) == NULL)
    return;

  g_object_get (self->draft, "free", &slots, NULL);
  gtk_flow_box_bind_model (self->slots, slots, make_slot, self, NULL);
  g_object_bind_property (self->draft, "overbook", self->overbook, "active", both);
  g_object_bind_property (self->draft, "reason", self->reason, "text", both);
}

static void
clinic_booking_clash_dispose (GObject *object)
{
  ClinicBookingClash *self = CLINIC_BOOKING_CLASH (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_BOOKING_CLASH);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (clinic_booking_clash_parent_class)->dispose (object);
}

static void
clinic_booking_clash_class_init (ClinicBookingClashClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = clinic_booking_clash_get_property;
  object_class->set_property = clinic_booking_clash_set_property;
  object_class->dispose = clinic_booking_clash_dispose;

  draft_property = g_param_spec_object ("draft", NULL, NULL, CLINIC_TYPE_BOOKING_DRAFT,
                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, 1, draft_property);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-booking-clash.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingClash, slots);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingClash, overbook);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingClash, reason);
  clinic_closures_bind (widget_class);
  gtk_widget_class_install_action (widget_class, "booking.choose", "s", choose_action);
}

static void
clinic_booking_clash_init (ClinicBookingClash *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_booking_clash_start (ClinicBookingClash *self)
{
  g_return_if_fail (CLINIC_IS_BOOKING_CLASH (self));

  gtk_widget_child_focus (GTK_WIDGET (self->slots), GTK_DIR_TAB_FORWARD);
}

void
clinic_booking_clash_start_reason (ClinicBookingClash *self)
{
  g_return_if_fail (CLINIC_IS_BOOKING_CLASH (self));

  gtk_widget_grab_focus (self->reason);
}
