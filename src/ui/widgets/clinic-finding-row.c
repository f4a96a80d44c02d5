/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-direction.h"
#include "clinic-finding-row.h"

struct _ClinicFindingRow
{
  GtkListBoxRow parent_instance;

  ClinicFinding *finding;
  GtkImage      *sign;
  GtkLabel      *message;
  GtkLabel      *bar;
  GtkEntry      *reason;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (ClinicFindingRow, clinic_finding_row, GTK_TYPE_LIST_BOX_ROW)

static void
reason_changed_cb (ClinicFindingRow *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
clinic_finding_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_FINDING_ROW);

  G_OBJECT_CLASS (clinic_finding_row_parent_class)->dispose (object);
}

static void
clinic_finding_row_finalize (GObject *object)
{
  g_clear_object (&CLINIC_FINDING_ROW (object)->finding);

  G_OBJECT_CLASS (clinic_finding_row_parent_class)->finalize (object);
}

static void
clinic_finding_row_class_init (ClinicFindingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_finding_row_dispose;
  object_class->finalize = clinic_finding_row_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicFindingRow, sign);
  gtk_widget_class_bind_template_child (widget_class, ClinicFindingRow, message);
  gtk_widget_class_bind_template_child (widget_class, ClinicFindingRow, bar);
  gtk_widget_class_bind_template_child (widget_class, ClinicFindingRow, reason);
}

static void
clinic_finding_row_init (ClinicFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->reason, "changed", G_CALLBACK (reason_changed_cb), self);
}

/* The sign says in shape and words what the colour says too. */
static void
set_sign (ClinicFindingRow *self)
{
  const char *severity = self->finding->severity;
  const char *icon = "dialog-information-symbolic";

  if (g_strcmp0 (severity, "stop") == 0)
    icon = "action-unavailable-symbolic";
  else if (g_strcmp0 (severity, "warn") == 0)
    icon = "dialog-warning-symbolic";

  gtk_image_set_from_icon_name (self->sign, icon);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sign),
                               clinic_choice_label (clinic_bearings, severity));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sign), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  clinic_choice_label (clinic_bearings, severity), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "clinic-finding");
  gtk_widget_add_css_class (GTK_WIDGET (self), severity != NULL ? severity : "note");
}

/* There is nothing to type: the row itself takes the keyboard, and says all when it does. */
static void
set_bar (ClinicFindingRow *self)
{
  g_autofree char *label = g_strdup_printf ("%s %s", self->finding->message, self->finding->bar);
  g_autofree char *bar = clinic_direction_sentence (self->finding->bar);

  gtk_label_set_text (self->bar, bar);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

GtkWidget *
clinic_finding_row_new (ClinicFinding *finding)
{
  ClinicFindingRow *self = g_object_new (CLINIC_TYPE_FINDING_ROW, NULL);
  g_autofree char *message = NULL;
  g_autofree char *label = NULL;

  self->finding = g_object_ref (finding);
  set_sign (self);
  message = clinic_direction_sentence (finding->message);
  gtk_label_set_text (self->message, message);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), clinic_finding_row_get_asks (self));

  if (clinic_finding_row_get_barred (self))
    set_bar (self);

  /* Translators: the name of an entry; %s is what a rule objects to */
  label = g_strdup_printf (_("Reason to go on although: %s"), finding->message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);

  return GTK_WIDGET (self);
}

ClinicFinding *
clinic_finding_row_get_finding (ClinicFindingRow *self)
{
  g_return_val_if_fail (CLINIC_IS_FINDING_ROW (self), NULL);

  return self->finding;
}

gboolean
clinic_finding_row_get_asks (ClinicFindingRow *self)
{
  g_return_val_if_fail (CLINIC_IS_FINDING_ROW (self), FALSE);

  return g_strcmp0 (self->finding->severity, "note") != 0 && !clinic_finding_row_get_barred (self);
}

gboolean
clinic_finding_row_get_barred (ClinicFindingRow *self)
{
  g_return_val_if_fail (CLINIC_IS_FINDING_ROW (self), FALSE);

  return self->finding->bar != NULL;
}

const char *
clinic_finding_row_get_reason (ClinicFindingRow *self)
{
  g_return_val_if_fail (CLINIC_IS_FINDING_ROW (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->reason));
}

void
clinic_finding_row_set_reason (ClinicFindingRow *self,
                               const char       *reason)
{
  g_return_if_fail (CLINIC_IS_FINDING_ROW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->reason), reason != NULL ? reason : "");
}

void
clinic_finding_row_start (ClinicFindingRow *self)
{
  g_return_if_fail (CLINIC_IS_FINDING_ROW (self));

  gtk_widget_grab_focus (clinic_finding_row_get_asks (self) ? GTK_WIDGET (self->reason) : GTK_WIDGET (self));
}

void
clinic_finding_row_read (ClinicFindingRow *self)
{
  g_return_if_fail (CLINIC_IS_FINDING_ROW (self));

  if (!clinic_finding_row_get_barred (self))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->finding->message, -1);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
