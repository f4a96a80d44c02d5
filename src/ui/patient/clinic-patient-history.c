/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-allergy-dialog.h"
#include "clinic-condition-dialog.h"
#include "clinic-diagnosis-dialog.h"
#include "clinic-history-asked.h"
#include "clinic-history-end.h"
#include "clinic-history-group.h"
#include "clinic-medicine-dialog.h"
#include "clinic-patient-history.h"
#include "clinic-reaction-window.h"

struct _ClinicPatientHistory
{
  ClinicPatientSection parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicPatientHistory, clinic_patient_history, CLINIC_TYPE_PATIENT_SECTION)

static GType
find_dialog (const char *kind)
{
  if (strcmp (kind, "allergy") == 0)
    return CLINIC_TYPE_ALLERGY_DIALOG;

  if (strcmp (kind, "condition") == 0)
    return CLINIC_TYPE_CONDITION_DIALOG;

  if (strcmp (kind, "medicine") == 0)
    return CLINIC_TYPE_MEDICINE_DIALOG;

  if (strcmp (kind, "reaction") == 0)
    return CLINIC_TYPE_REACTION_WINDOW;

  return strcmp (kind, "diagnosis") == 0 ? CLINIC_TYPE_DIAGNOSIS_DIALOG : G_TYPE_INVALID;
}

static void
present (GtkWidget  *widget,
         const char *kind,
         gint64      id)
{
  ClinicPage *page = CLINIC_PAGE (widget);
  GType dialog = find_dialog (kind);

  if (dialog != G_TYPE_INVALID)
    clinic_entry_dialog_present (dialog, widget, clinic_page_get_desk (page),
                                 clinic_page_get_id (page), id);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  const char *kind = g_variant_get_string (parameter, NULL);

  if (strcmp (kind, "reaction") == 0)
    gtk_widget_activate_action (widget, "win.log-reaction", "(xx)",
                                clinic_page_get_id (CLINIC_PAGE (widget)), (gint64) 0);
  else
    present (widget, kind, 0);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  const char *kind;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &kind, &id);
  present (widget, kind, id);
}

static void
clinic_patient_history_allow (ClinicPatientSection *section)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (section));
  gboolean save = desk != NULL && clinic_desk_may (desk, "history.save");

  gtk_widget_action_set_enabled (GTK_WIDGET (section), "history.add", save);
  gtk_widget_action_set_enabled (GTK_WIDGET (section), "history.note", desk != NULL && clinic_desk_may (desk, "medicine.add"));
  gtk_widget_action_set_enabled (GTK_WIDGET (section), "history.edit", save);
  clinic_history_asked_allow (section);
  clinic_history_end_allow (section);
}

static void
clinic_patient_history_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_PATIENT_HISTORY);

  G_OBJECT_CLASS (clinic_patient_history_parent_class)->dispose (object);
}

static void
clinic_patient_history_class_init (ClinicPatientHistoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_patient_history_dispose;
  CLINIC_PATIENT_SECTION_CLASS (klass)->allow = clinic_patient_history_allow;

  g_type_ensure (CLINIC_TYPE_HISTORY_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-patient-history.ui");
  gtk_widget_class_install_action (widget_class, "history.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "history.note", "s", add_action);
  gtk_widget_class_install_action (widget_class, "history.edit", "(sx)", edit_action);
  clinic_history_asked_install (widget_class);
  clinic_history_end_install (widget_class);
}

static void
clinic_patient_history_init (ClinicPatientHistory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
