/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-medicine-look.h"
#include "clinic-medicine-names.h"
#include "clinic-wrap.h"

/* More letters leave fewer. */
#define MOST 6

struct _ClinicMedicineNames
{
  AdwPreferencesRow parent_instance;

  GtkWidget *buttons[MOST];
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (ClinicMedicineNames, clinic_medicine_names, ADW_TYPE_PREFERENCES_ROW)

static void
clicked_cb (GtkButton           * button,
            ClinicMedicineNames * self)
{
  g_autofree char *name = g_strdup (gtk_button_get_label (button));

  g_signal_emit (self, chosen_signal, 0, name);
}

static void
clinic_medicine_names_class_init (ClinicMedicineNamesClass *klass)
{
  chosen_signal = g_signal_new ("chosen", CLINIC_TYPE_MEDICINE_NAMES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
clinic_medicine_names_init (ClinicMedicineNames *self)
{
  GtkWidget *wrap = g_object_new (CLINIC_TYPE_WRAP, "spacing", 6, "row-spacing", 6, NULL);

  gtk_widget_set_margin_top (wrap, 6);
  gtk_widget_set_margin_bottom (wrap, 6);
  gtk_widget_set_margin_start (wrap, 12);
  gtk_widget_set_margin_end (wrap, 12);

  for (guint i = 0; i < MOST; i++)
    {
      self->buttons[i] = gtk_button_new_with_label ("");
      gtk_widget_set_visible (self->buttons[i], FALSE);
      g_signal_connect_object (self->buttons[i], "clicked", G_CALLBACK (clicked_cb), self, 0);
      gtk_widget_set_parent (self->buttons[i], wrap);
    }

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), wrap);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Names of medicines"), -1);
}

void
clinic_medicine_names_show (ClinicMedicineNames *self,
                            GPtrArray           *matches)
{
  guint n = 0;

  g_return_if_fail (CLINIC_IS_MEDICINE_NAMES (self));

  for (guint i = 0; i < matches->len && n < MOST; i++)
    {
      ClinicMedicineMatch *match = matches->pdata[i];

      if (match->whole)
        continue;

      gtk_button_set_label (GTK_BUTTON (self->buttons[n]), match->name);
      gtk_widget_set_visible (self->buttons[n++], TRUE);
    }

  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);

  for (; n < MOST; n++)
    gtk_widget_set_visible (self->buttons[n], FALSE);
}
