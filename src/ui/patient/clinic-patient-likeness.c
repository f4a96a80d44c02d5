/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-locale.h"
#include "clinic-look-alikes.h"
#include "clinic-patient-likeness.h"

struct _ClinicPatientLikeness
{
  GtkWidget parent_instance;

  ClinicDesk       *desk;
  ClinicLookAlikes *alikes;
  GtkWidget        *line;
  GtkWidget        *clamp;
  GtkListBox       *list;
};

typedef enum
{
  CHOSEN,
  N_SIGNALS
} Signal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicPatientLikeness, clinic_patient_likeness, GTK_TYPE_WIDGET)

static void
open_clicked_cb (GtkButton             *button,
                 ClinicPatientLikeness *self)
{
  ClinicRecord *patient = g_object_get_data (G_OBJECT (button), "clinic-patient");

  g_signal_emit (self, signals[CHOSEN], 0, clinic_record_get_id (patient));
}

static char *
write_details (ClinicPatient *patient)
{
  const char *reason = clinic_look_alikes_get_reason (patient);
  g_autofree char *birth = clinic_locale_date (patient->birth_date);
  const char *phone = patient->mobile != NULL ? patient->mobile : patient->phone;
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();

  g_ptr_array_add (parts, (gpointer) reason);

  if (*birth != '\0')
    g_ptr_array_add (parts, birth);

  if (phone != NULL)
    g_ptr_array_add (parts, (gpointer) phone);

  g_ptr_array_add (parts, patient->file_number);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  ClinicPatient *patient = item;
  g_autofree char *name = clinic_locale_full_name (patient->given_name, patient->family_name);
  g_autofree char *details = write_details (patient);
  /* Translators: %s is a patient, for those who hear the window */
  g_autofree char *label = g_strdup_printf (_("Open %s"), name);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Open"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "clinic-patient", g_object_ref (patient),
                          g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_clicked_cb), user_data, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);

  return row;
}

static void
found_changed_cb (ClinicPatientLikeness *self,
                  guint                  position,
                  guint                  n_removed,
                  guint                  n_added,
                  GListModel            *found)
{
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (found) > 0);
}

static void
form_changed_cb (ClinicPatientLikeness *self,
                 GParamSpec            *pspec,
                 ClinicForm            *form)
{
  ClinicRecord *draft = clinic_form_get_record (form);

  if (draft != NULL && clinic_form_get_changed (form))
    clinic_look_alikes_look (self->alikes, self->desk, CLINIC_PATIENT (draft));
}

static void
clinic_patient_likeness_dispose (GObject *object)
{
  ClinicPatientLikeness *self = CLINIC_PATIENT_LIKENESS (object);

  clinic_look_alikes_stop (self->alikes);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_PATIENT_LIKENESS);
  self->list = NULL;
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_patient_likeness_parent_class)->dispose (object);
}

static void
clinic_patient_likeness_finalize (GObject *object)
{
  g_object_unref (CLINIC_PATIENT_LIKENESS (object)->alikes);

  G_OBJECT_CLASS (clinic_patient_likeness_parent_class)->finalize (object);
}

static void
clinic_patient_likeness_class_init (ClinicPatientLikenessClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_patient_likeness_dispose;
  G_OBJECT_CLASS (klass)->finalize = clinic_patient_likeness_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-patient-likeness.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientLikeness, line);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientLikeness, clamp);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientLikeness, list);
}

static void
clinic_patient_likeness_init (ClinicPatientLikeness *self)
{
  GListModel *found;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->alikes = clinic_look_alikes_new ();
  found = clinic_look_alikes_get_found (self->alikes);
  g_signal_connect_object (found, "items-changed", G_CALLBACK (found_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->list, found, make_row, self, NULL);
}

void
clinic_patient_likeness_follow (ClinicPatientLikeness *self,
                                ClinicDesk            *desk,
                                ClinicForm            *form)
{
  g_return_if_fail (CLINIC_IS_PATIENT_LIKENESS (self));
  g_return_if_fail (CLINIC_IS_DESK (desk) && CLINIC_IS_FORM (form));

  g_set_object (&self->desk, desk);
  g_signal_connect_object (form, "notify::valid", G_CALLBACK (form_changed_cb), self,
                           G_CONNECT_SWAPPED);
  clinic_look_alikes_look (self->alikes, desk, CLINIC_PATIENT (clinic_form_get_record (form)));
}
