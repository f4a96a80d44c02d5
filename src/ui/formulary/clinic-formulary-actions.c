/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-formulary-actions.h"
#include "clinic-ingredient-dialog.h"
#include "clinic-lot-dialog.h"

static void
receive_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  clinic_lot_dialog_present (widget, clinic_page_get_desk (CLINIC_PAGE (widget)), NULL);
}

static void
ingredient_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  clinic_ingredient_dialog_present (widget, clinic_page_get_desk (CLINIC_PAGE (widget)), 0);
}

void
clinic_formulary_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "formulary.receive", NULL, receive_action);
  gtk_widget_class_install_action (widget_class, "formulary.ingredient", NULL, ingredient_action);
}

void
clinic_formulary_actions_update (GtkWidget  *page,
                                 ClinicDesk *desk)
{
  static const struct { const char *action; const char *command; } needs[] = {
    { "formulary.compose", "formulary.save" }, { "formulary.ingredient", "formulary.save" },
    { "formulary.receive", "lot.save" }, { "formulary.prepare", "lot.save" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    gtk_widget_action_set_enabled (page, needs[i].action, clinic_desk_may (desk, needs[i].command));
}
