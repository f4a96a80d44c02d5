/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-locale.h"
#include "clinic-report-card.h"

struct _ClinicReportCard
{
  GtkButton parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *summary;
  GtkLabel *made;
};

G_DEFINE_FINAL_TYPE (ClinicReportCard, clinic_report_card, GTK_TYPE_BUTTON)

static void
clinic_report_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_REPORT_CARD);
  G_OBJECT_CLASS (clinic_report_card_parent_class)->dispose (object);
}

static void
clinic_report_card_class_init (ClinicReportCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_report_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-report-card.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicReportCard, icon);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportCard, title);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportCard, summary);
  gtk_widget_class_bind_template_child (widget_class, ClinicReportCard, made);
}

static void
clinic_report_card_init (ClinicReportCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A report that asks for a patient is of one, others of all. */
static const char *
find_icon (ClinicReport *report)
{
  GPtrArray *parameters = clinic_report_get_parameters (report);

  for (guint i = 0; i < parameters->len; i++)
    {
      const ClinicParameter *parameter = parameters->pdata[i];

      if (parameter->type == CLINIC_PARAMETER_PATIENT)
        return "avatar-default-symbolic";
    }

  return "system-users-symbolic";
}

GtkWidget *
clinic_report_card_new (ClinicReport *report)
{
  ClinicReportCard *self = g_object_new (CLINIC_TYPE_REPORT_CARD, NULL);

  gtk_image_set_from_icon_name (self->icon, find_icon (report));
  gtk_label_set_label (self->title, clinic_report_get_title (report));
  gtk_label_set_label (self->summary, clinic_report_get_summary (report));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  clinic_report_get_title (report),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  clinic_report_get_summary (report), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "reports.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", clinic_report_get_name (report));

  return GTK_WIDGET (self);
}

void
clinic_report_card_set_made (ClinicReportCard *self,
                             const char       *date,
                             const char       *today)
{
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;
  g_autofree char *description = NULL;

  g_return_if_fail (CLINIC_IS_REPORT_CARD (self));

  gtk_widget_set_visible (GTK_WIDGET (self->made), date != NULL);

  if (date == NULL)
    return;

  day = clinic_locale_date (date);
  text = g_strcmp0 (date, today) == 0 ? g_strdup (_("Last made today"))
         /* Translators: %s is a date; of a report */
                                      : g_strdup_printf (_("Last made on %s"), day);
  gtk_label_set_label (self->made, text);
  description = g_strdup_printf ("%s %s", gtk_label_get_label (self->summary), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}
