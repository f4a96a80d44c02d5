/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-notice.h"
#include "clinic-phase-dialog.h"
#include "clinic-phase-line.h"
#include "clinic-phases-window.h"
#include "clinic-present.h"
#include "clinic-query-model.h"
#include "clinic-store.h"
#include "clinic-toast.h"

struct _ClinicPhasesWindow
{
  AdwWindow parent_instance;

  ClinicDesk       *desk;
  ClinicQueryModel *phases;
  ClinicNotice     *notice;
  GtkListBox       *list;
};

G_DEFINE_FINAL_TYPE (ClinicPhasesWindow, clinic_phases_window, ADW_TYPE_WINDOW)

static void
row_activated_cb (GtkListBoxRow      *row,
                  ClinicPhasesWindow *self)
{
  ClinicRecord *phase = g_object_get_data (G_OBJECT (row), "clinic-record");

  clinic_entry_dialog_present (CLINIC_TYPE_PHASE_DIALOG, GTK_WIDGET (self), self->desk, 0,
                               clinic_record_get_id (phase));
}

/* A phase that was changed says so in its row. */
static void
show_row (GtkWidget *row)
{
  ClinicPhaseLine *phase = g_object_get_data (G_OBJECT (row), "clinic-record");
  g_autofree char *title = clinic_phase_line_dup_title (phase);
  g_autofree char *words = clinic_phase_line_dup_words (phase);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  ClinicPhasesWindow *self = user_data;
  gboolean may = clinic_desk_may (self->desk, "protocol.save");
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), may);

  if (may)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));

  g_object_set_data_full (G_OBJECT (row), "clinic-record", g_object_ref (item), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, 0);
  g_signal_connect_object (item, "notify", G_CALLBACK (show_row), row, G_CONNECT_SWAPPED);
  show_row (row);

  return row;
}

static GPtrArray *
list_phases (ClinicDb    *db,
             const char  *argument,
             GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "phase-list", error);

  return statement != NULL ? clinic_store_list (statement, CLINIC_TYPE_PHASE_LINE, error) : NULL;
}

static void
loaded_cb (ClinicPhasesWindow *self)
{
  if (!clinic_query_model_get_loading (self->phases) && clinic_query_model_get_message (self->phases) != NULL)
    clinic_notice_set_text (self->notice, "error", clinic_query_model_get_message (self->phases));
}

static void
clinic_phases_window_dispose (GObject *object)
{
  ClinicPhasesWindow *self = CLINIC_PHASES_WINDOW (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_PHASES_WINDOW);
  g_clear_object (&self->phases);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (clinic_phases_window_parent_class)->dispose (object);
}

static void
clinic_phases_window_class_init (ClinicPhasesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_phases_window_dispose;

  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-phases-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicPhasesWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhasesWindow, list);
  clinic_toast_pass_undo (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_phases_window_init (ClinicPhasesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_phases_window_present (GtkWidget  *parent,
                              ClinicDesk *desk)
{
  ClinicPhasesWindow *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (CLINIC_IS_DESK (desk));

  self = g_object_new (CLINIC_TYPE_PHASES_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);
  self->desk = g_object_ref (desk);
  self->phases = clinic_query_model_new (clinic_desk_get_reader (desk), CLINIC_TYPE_PHASE_LINE, list_phases);
  g_signal_connect_object (self->phases, "notify::loading", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed::phase", G_CALLBACK (clinic_query_model_reload), self->phases,
                           G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->phases), make_row, self, NULL);
  clinic_query_model_reload (self->phases);
  clinic_present (GTK_WINDOW (self));
}
