/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-booking-clash.h"
#include "clinic-locale.h"

struct _ClinicBookingClash
{
  AdwBin parent_instance;

  GtkWidget   *line;
  GtkLabel    *clash;
  GtkFlowBox  *slots;
  GtkWidget   *overbook_part;
  GtkSwitch   *overbook;
  GtkEditable *reason;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (ClinicBookingClash, clinic_booking_clash, ADW_TYPE_BIN)

static void
slot_clicked_cb (ClinicBookingClash *self,
                 GtkWidget          *button)
{
  g_autofree char *wall = g_strdup (g_object_get_data (G_OBJECT (button), "wall"));

  g_signal_emit (self, chosen_signal, 0, wall);
}

static GtkWidget *
make_slot (ClinicBookingClash  *self,
           ClinicDesk          *desk,
           const char          *wall)
{
  g_autofree char *day = clinic_locale_near_day (wall, clinic_desk_get_today (desk));
  g_autofree char *time = clinic_locale_time (wall);
  /* Translators: a day and a time that is free: "Tue 24 Nov, 10:15" */
  g_autofree char *label = g_strdup_printf (C_("free time", "%s, %s"), day, time);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "numeric");
  g_object_set_data_full (G_OBJECT (button), "wall", g_strdup (wall), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (slot_clicked_cb), self,
                           G_CONNECT_SWAPPED);

  return button;
}

static void
fill_slots (ClinicBookingClash       *self,
            ClinicDesk               *desk,
            const ClinicBookingFacts *facts)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->slots))) != NULL)
    gtk_flow_box_remove (self->slots, child);

  for (guint i = 0; facts != NULL && i < facts->slots->len; i++)
    {
      GtkWidget *button = make_slot (self, desk, ((ClinicSlot *) facts->slots->pdata[i])->starts);
      GtkWidget *holder = gtk_flow_box_child_new ();

      /* The button is what the keyboard reaches, not what holds it. */
      gtk_widget_set_focusable (holder, FALSE);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (holder), button);
      gtk_flow_box_append (self->slots, holder);
    }
}

static void
clinic_booking_clash_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_BOOKING_CLASH);

  G_OBJECT_CLASS (clinic_booking_clash_parent_class)->dispose (object);
}

static void
clinic_booking_clash_class_init (ClinicBookingClashClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_booking_clash_dispose;

  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-booking-clash.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingClash, line);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingClash, clash);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingClash, slots);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingClash, overbook_part);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingClash, overbook);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingClash, reason);
}

static void
clinic_booking_clash_init (ClinicBookingClash *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_booking_clash_show (ClinicBookingClash       *self,
                           ClinicDesk               *desk,
                           const ClinicBookingFacts *facts,
                           gboolean                  said)
{
  gboolean taken = facts != NULL && facts->clash >= CLINIC_CLASH_PRACTITIONER;

  g_return_if_fail (CLINIC_IS_BOOKING_CLASH (self) && CLINIC_IS_DESK (desk));

  fill_slots (self, desk, facts);
  gtk_widget_set_visible (GTK_WIDGET (self), facts != NULL && facts->words != NULL);
  gtk_widget_set_visible (self->line, !said);
  gtk_widget_set_visible (self->overbook_part, taken && clinic_desk_may (desk, "session.overbook"));

  if (!taken)
    gtk_switch_set_active (self->overbook, FALSE);

  if (facts != NULL && facts->words != NULL)
    gtk_label_set_label (self->clash, facts->words);
}

void
clinic_booking_clash_start (ClinicBookingClash *self)
{
  g_return_if_fail (CLINIC_IS_BOOKING_CLASH (self));

  gtk_widget_child_focus (GTK_WIDGET (self->slots), GTK_DIR_TAB_FORWARD);
}

gboolean
clinic_booking_clash_get_overbooked (ClinicBookingClash *self)
{
  g_return_val_if_fail (CLINIC_IS_BOOKING_CLASH (self), FALSE);

  return gtk_switch_get_active (self->overbook);
}

const char *
clinic_booking_clash_get_reason (ClinicBookingClash *self)
{
  g_return_val_if_fail (CLINIC_IS_BOOKING_CLASH (self), NULL);

  return gtk_switch_get_active (self->overbook) ? gtk_editable_get_text (self->reason) : NULL;
}

GtkWidget *
clinic_booking_clash_get_asking (ClinicBookingClash *self)
{
  g_return_val_if_fail (CLINIC_IS_BOOKING_CLASH (self), NULL);

  return GTK_WIDGET (self->reason);
}
