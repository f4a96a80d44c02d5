/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-check-in-medicines.h"
#include "clinic-medicine-dialog.h"
#include "clinic-medicine-look.h"
#include "clinic-query-model.h"

struct _ClinicCheckInMedicines
{
  AdwPreferencesGroup parent_instance;

  ClinicDesk       *desk;
  ClinicCheckIn    *record;
  ClinicQueryModel *model;
  GtkListBox       *list;
  GtkWidget        *add;
};

G_DEFINE_FINAL_TYPE (ClinicCheckInMedicines, clinic_check_in_medicines, ADW_TYPE_PREFERENCES_GROUP)

static void
drop_older (GPtrArray * medicines,
            const char *today)
{
  for (guint i = medicines->len; i > 0; i--)
    {
      const char *noted = CLINIC_MEDICINE (medicines->pdata[i - 1])->noted_on;

      if (noted == NULL || strcmp (noted, today) < 0)
        g_ptr_array_remove_index (medicines, i - 1);
    }
}

/* @argument: "PATIENT TODAY" */
static GPtrArray *
list_new (ClinicDb    *db,
          const char  *argument,
          GError     **error)
{
  char *today;
  gint64 patient = g_ascii_strtoll (argument, &today, 10);
  GPtrArray *medicines = clinic_medicines_list (db, patient, today + 1, error);

  if (medicines != NULL)
    drop_older (medicines, today + 1);

  return medicines;
}

static void
answered_cb (ClinicCheckInMedicines *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), g_strcmp0 (self->record->new_medicine, "yes") == 0);
}

static void
add_cb (ClinicCheckInMedicines *self)
{
  clinic_entry_dialog_present (CLINIC_TYPE_MEDICINE_DIALOG, GTK_WIDGET (self), self->desk, self->record->patient_id, 0);
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  GtkWidget *row = adw_action_row_new ();
  ClinicMedicine *medicine = item;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), medicine->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), medicine->dose != NULL ? medicine->dose : "");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static void
show_list (ClinicCheckInMedicines *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->list), g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0);
}

static void
clinic_check_in_medicines_dispose (GObject *object)
{
  ClinicCheckInMedicines *self = CLINIC_CHECK_IN_MEDICINES (object);

  g_clear_object (&self->model);
  g_clear_object (&self->record);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_check_in_medicines_parent_class)->dispose (object);
}

static void
clinic_check_in_medicines_class_init (ClinicCheckInMedicinesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = clinic_check_in_medicines_dispose;
}

static void
clinic_check_in_medicines_init (ClinicCheckInMedicines *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->add = gtk_button_new_with_mnemonic (_("Add the _medicine…"));

  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New medicines"), -1);
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->add, "flat");
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("New medicines"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
clinic_check_in_medicines_set_record (ClinicCheckInMedicines *self,
                                      ClinicDesk             *desk,
                                      ClinicCheckIn          *record)
{
  g_autofree char *argument = g_strdup_printf ("%" G_GINT64_FORMAT " %s", record->patient_id, clinic_desk_get_today (desk));

  g_return_if_fail (CLINIC_IS_CHECK_IN_MEDICINES (self));
  g_return_if_fail (self->record == NULL);

  self->desk = g_object_ref (desk);
  self->record = g_object_ref (record);
  self->model = clinic_query_model_new (clinic_desk_get_reader (desk), CLINIC_TYPE_MEDICINE, list_new);
  clinic_query_model_set_argument (self->model, argument);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->model), make_row, NULL, NULL);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed::medicine", G_CALLBACK (clinic_query_model_reload), self->model, G_CONNECT_SWAPPED);
  g_signal_connect_object (record, "notify::new-medicine", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (self->add, clinic_desk_may (desk, "medicine.add"));
  show_list (self);
  answered_cb (self);
}
