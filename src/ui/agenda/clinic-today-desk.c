/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-today-column.h"
#include "clinic-today-desk.h"
#include "clinic-today-stack.h"

#define N_COLUMNS 6

struct _ClinicTodayDesk
{
  AdwBin parent_instance;

  GListModel *visits;
  GtkStack   *stack;
};

static const char *const columns[N_COLUMNS] = {
  "expected", "here", "in_treatment", "done", "no_show", "cancelled"
};

G_DEFINE_FINAL_TYPE (ClinicTodayDesk, clinic_today_desk, ADW_TYPE_BIN)

static ClinicTodayColumn *
get_column (ClinicTodayDesk * self,
            guint n)
{
  return CLINIC_TODAY_COLUMN (gtk_widget_get_template_child (GTK_WIDGET (self),
                                                             CLINIC_TYPE_TODAY_DESK, columns[n]));
}

static void
items_changed_cb (ClinicTodayDesk *self)
{
  clinic_today_stack_choose (self->stack, self->visits, self->visits, "columns");
}

static gboolean
clinic_today_desk_grab_focus (GtkWidget *widget)
{
  ClinicTodayDesk *self = CLINIC_TODAY_DESK (widget);

  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
clinic_today_desk_dispose (GObject *object)
{
  ClinicTodayDesk *self = CLINIC_TODAY_DESK (object);

  if (self->visits != NULL)
    g_signal_handlers_disconnect_by_func (self->visits, items_changed_cb, self);

  g_clear_object (&self->visits);
  /* A bound child that is the bin's own would be unparented by both. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_TODAY_DESK);

  G_OBJECT_CLASS (clinic_today_desk_parent_class)->dispose (object);
}

static void
clinic_today_desk_class_init (ClinicTodayDeskClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_today_desk_dispose;
  widget_class->grab_focus = clinic_today_desk_grab_focus;

  g_type_ensure (CLINIC_TYPE_TODAY_COLUMN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-today-desk.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayDesk, stack);

  for (guint i = 0; i < N_COLUMNS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, columns[i], FALSE, 0);
}

static void
clinic_today_desk_init (ClinicTodayDesk *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_today_desk_set_visits (ClinicTodayDesk *self,
                              GListModel      *visits)
{
  g_return_if_fail (self->visits == NULL);

  self->visits = g_object_ref (visits);
  g_signal_connect_object (visits, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);

  for (guint i = 0; i < N_COLUMNS; i++)
    clinic_today_column_set_visits (get_column (self, i), visits);

  items_changed_cb (self);
}

void
clinic_today_desk_refresh (ClinicTodayDesk *self)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    clinic_today_column_refresh (get_column (self, i));

  items_changed_cb (self);
}
