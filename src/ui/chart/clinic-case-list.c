/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-case-list.h"

static void
add_element (GtkListBox           *list,
             const char           *title,
             gboolean              there)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *sign = gtk_image_new_from_icon_name (there ? "object-select-symbolic" : "dialog-warning-symbolic");

  gtk_widget_add_css_class (sign, there ? "success" : "warning");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), there ? _("Is there") : _("Is missing"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), sign);
  gtk_list_box_append (list, row);
}

void
clinic_case_list_show (GtkListBox         *list,
                       ClinicCaseElements  elements)
{
  GtkWidget *row;

  g_return_if_fail (GTK_IS_LIST_BOX (list));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);

  add_element (list, _("A patient who can be told"), elements & CLINIC_CASE_PATIENT);
  add_element (list, _("Somebody who reports it"), elements & CLINIC_CASE_REPORTER);
  add_element (list, _("A reaction"), elements & CLINIC_CASE_REACTION);
  add_element (list, _("A product that is suspected"), elements & CLINIC_CASE_SUSPECT);
}
