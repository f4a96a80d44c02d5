/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-locale.h"
#include "clinic-patient-likeness.h"
#include "clinic-register.h"

/* Typing goes on without a look at each letter. */
#define PAUSE_MS 200

struct _ClinicPatientLikeness
{
  GtkWidget parent_instance;

  ClinicDesk    *desk;
  ClinicPatient *patient;       /* as it was typed */
  GListStore    *alike;         /* ClinicPatient, "clinic-reason" on each */
  GCancellable  *cancellable;
  guint          pause;
  GtkWidget     *line;
  GtkWidget     *clamp;
  GtkListBox    *list;
};

typedef enum
{
  CHOSEN,
  N_SIGNALS
} Signal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicPatientLikeness, clinic_patient_likeness, GTK_TYPE_WIDGET)

static gpointer
look_cb (ClinicDb  *db,
         gpointer   data,
         GError   **error)
{
  g_autoptr(GPtrArray) reasons = NULL;
  g_autoptr(GPtrArray) found = clinic_patient_duplicates (db, data, &reasons, error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    g_object_set_data_full (found->pdata[i], "clinic-reason", g_strdup (reasons->pdata[i]), g_free);

  return g_steal_pointer (&found);
}

static gboolean
are_shown (ClinicPatientLikeness *self,
           GPtrArray             *found)
{
  GListModel *model = G_LIST_MODEL (self->alike);

  if (g_list_model_get_n_items (model) != found->len)
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      g_autoptr(ClinicRecord) shown = g_list_model_get_item (model, i);

      if (!clinic_record_equal (shown, found->pdata[i]) ||
          g_strcmp0 (g_object_get_data (G_OBJECT (shown), "clinic-reason"),
                     g_object_get_data (found->pdata[i], "clinic-reason")) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinicPatientLikeness) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = NULL;

  found = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);

  if (found == NULL || self->list == NULL ||
      g_task_get_cancellable (G_TASK (result)) != self->cancellable || are_shown (self, found))
    return;

  g_list_store_splice (self->alike, 0, g_list_model_get_n_items (G_LIST_MODEL (self->alike)),
                       found->pdata, found->len);
  gtk_widget_set_visible (GTK_WIDGET (self), found->len > 0);
}

static gboolean
pause_over_cb (gpointer user_data)
{
  ClinicPatientLikeness *self = user_data;
  ClinicWorker *reader = clinic_desk_get_reader (self->desk);

  self->pause = 0;
  clinic_worker_run_async (reader, look_cb, g_object_ref (self->patient), g_object_unref,
                           (GDestroyNotify) g_ptr_array_unref, self->cancellable, looked_cb,
                           g_object_ref (self));

  return G_SOURCE_REMOVE;
}

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
  const char *reason = g_object_get_data (G_OBJECT (patient), "clinic-reason");
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
drop_look (ClinicPatientLikeness *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->patient);
}

static void
clinic_patient_likeness_dispose (GObject *object)
{
  ClinicPatientLikeness *self = CLINIC_PATIENT_LIKENESS (object);

  drop_look (self);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_PATIENT_LIKENESS);
  self->list = NULL;
  g_clear_object (&self->alike);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_patient_likeness_parent_class)->dispose (object);
}

static void
clinic_patient_likeness_class_init (ClinicPatientLikenessClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_patient_likeness_dispose;
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
  gtk_widget_init_template (GTK_WIDGET (self));
  self->alike = g_list_store_new (CLINIC_TYPE_PATIENT);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->alike), make_row, self, NULL);
}

void
clinic_patient_likeness_look (ClinicPatientLikeness *self,
                              ClinicDesk            *desk,
                              ClinicPatient         *patient)
{
  g_return_if_fail (CLINIC_IS_PATIENT_LIKENESS (self));
  g_return_if_fail (CLINIC_IS_DESK (desk) && CLINIC_IS_PATIENT (patient));

  g_set_object (&self->desk, desk);
  drop_look (self);
  self->patient = CLINIC_PATIENT (clinic_record_copy (CLINIC_RECORD (patient)));
  self->cancellable = g_cancellable_new ();
  self->pause = g_timeout_add (PAUSE_MS, pause_over_cb, self);
}
