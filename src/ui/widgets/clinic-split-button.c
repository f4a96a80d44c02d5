/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-split-button.h"

static void
name_arrow (GtkWidget  *widget,
            const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_MENU_BUTTON (child))
        {
          gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
          gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (child)),
                                          GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
        }
    }
}

void
clinic_split_button_name (AdwSplitButton *button)
{
  g_return_if_fail (ADW_IS_SPLIT_BUTTON (button));

  name_arrow (GTK_WIDGET (button), adw_split_button_get_dropdown_tooltip (button));
}
