/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "clinic-query-model.h"
#include "clinic-today-stack.h"

static gboolean
were_read (GListModel *visits)
{
  ClinicQueryModel *model;

  if (!CLINIC_IS_QUERY_MODEL (visits))
    return visits != NULL;

  model = CLINIC_QUERY_MODEL (visits);

  return clinic_query_model_get_argument (model) != NULL &&
         !clinic_query_model_get_loading (model) &&
         clinic_query_model_get_message (model) == NULL;
}

/* The picture only now: GTK draws one that may never be seen, and loads a library for it. */
static void
show_empty (GtkStack *stack)
{
  gtk_stack_set_visible_child_name (stack, "empty");
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (gtk_stack_get_visible_child (stack)),
                                 "x-office-calendar-symbolic");
}

void
clinic_today_stack_choose (GtkStack   *stack,
                           GListModel *shown,
                           GListModel *visits,
                           const char *full)
{
  if (shown != NULL && g_list_model_get_n_items (shown) > 0)
    gtk_stack_set_visible_child_name (stack, full);
  else if (were_read (visits))
    show_empty (stack);
}
