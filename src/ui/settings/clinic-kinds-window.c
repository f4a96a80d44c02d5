/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-kind-dialog.h"
#include "clinic-kinds-window.h"
#include "clinic-kinds-work.h"
#include "clinic-locale.h"
#include "clinic-notice.h"
#include "clinic-present.h"
#include "clinic-query-model.h"
#include "clinic-toast.h"

struct _ClinicKindsWindow
{
  AdwWindow parent_instance;

  ClinicDesk       *desk;
  ClinicQueryModel *kinds;
  ClinicKindsUsual  usual;
  gboolean          known;          /* what is usual was read */
  gboolean          showing;        /* the grade is being set, not chosen */

  ClinicNotice     *notice;
  GtkWidget        *all;
  AdwComboRow      *grade;
  GtkEditable      *days;
  GtkListBox       *list;
};

G_DEFINE_FINAL_TYPE (ClinicKindsWindow, clinic_kinds_window, ADW_TYPE_WINDOW)

static void
show_row (ClinicKindsWindow * self,
          GtkWidget         * row)
{
  ClinicReactionKind *kind = g_object_get_data (G_OBJECT (row), "clinic-record");
  g_autofree char *words = clinic_kinds_dup_words (kind, &self->usual);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), kind->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
}

/* What is usual, or a kind, changed: the rows stay, what they say does not. */
static void
show_rows (ClinicKindsWindow *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    show_row (self, child);
}

static void
loaded_cb (ClinicKindsWindow *self)
{
  if (self->kinds == NULL || clinic_query_model_get_loading (self->kinds))
    return;

  if (clinic_query_model_get_message (self->kinds) != NULL)
    clinic_notice_set_text (self->notice, "error", clinic_query_model_get_message (self->kinds));

  show_rows (self);
}

static void
row_activated_cb (GtkListBoxRow     *row,
                  ClinicKindsWindow *self)
{
  ClinicRecord *kind = g_object_get_data (G_OBJECT (row), "clinic-record");

  clinic_entry_dialog_present (CLINIC_TYPE_KIND_DIALOG, GTK_WIDGET (self), self->desk, 0, clinic_record_get_id (kind));
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  ClinicKindsWindow *self = user_data;
  gboolean may = clinic_desk_may (self->desk, "formulary.save");
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), may);

  if (may)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));

  g_object_set_data_full (G_OBJECT (row), "clinic-record", g_object_ref (item), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, 0);
  show_row (self, row);

  return row;
}

static void
show_usual (ClinicKindsWindow *self)
{
  g_autofree char *days = g_strdup_printf ("%d", (int) self->usual.days);

  self->showing = TRUE;
  adw_combo_row_set_selected (self->grade, (guint) MAX (self->usual.grade, 1) - 1);
  gtk_editable_set_text (self->days, days);
  self->showing = FALSE;
}

static void
usual_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(ClinicKindsWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree ClinicKindsUsual *usual = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);

  if (self->desk == NULL)
    return;

  if (usual == NULL)
    {
      clinic_notice_set_error (self->notice, error);
      return;
    }

  self->usual = *usual;
  self->known = TRUE;
  show_usual (self);
  show_rows (self);
  gtk_widget_set_sensitive (self->all, clinic_desk_may (self->desk, "setting.save"));
}

static void
read_usual (ClinicKindsWindow *self)
{
  clinic_worker_run_async (clinic_desk_get_reader (self->desk), clinic_kinds_read_usual, NULL, NULL, g_free, NULL,
                           usual_read_cb, g_object_ref (self));
}

static void
usual_set_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(ClinicKindsWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 operation = 0;
  gboolean done = clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, &operation, &error) != NULL;

  if (self->desk == NULL)
    return;

  clinic_notice_set_error (self->notice, error);

  if (done)
    clinic_toast_show (GTK_WIDGET (self->list), _("Saved"), operation);
  else
    show_usual (self);
}

static void
set_usual (ClinicKindsWindow *self,
           gint64             grade,
           gint64             days)
{
  ClinicKindsUsual *usual = g_new0 (ClinicKindsUsual, 1);

  usual->grade = grade;
  usual->days = days;
  clinic_desk_run_async (self->desk, clinic_kinds_set_usual, usual, g_free, NULL, usual_set_cb, g_object_ref (self));
}

static void
grade_chosen_cb (ClinicKindsWindow *self)
{
  gint64 grade = (gint64) adw_combo_row_get_selected (self->grade) + 1;

  if (!self->showing && self->known && grade != self->usual.grade)
    set_usual (self, grade, CLINIC_UNKNOWN);
}

static void
days_typed_cb (ClinicKindsWindow *self)
{
  gint64 days;

  if (!g_ascii_string_to_signed (gtk_editable_get_text (self->days), 10, 0, G_MAXINT, &days, NULL))
    clinic_notice_set_text (self->notice, "warning", _("The days cannot be read."));
  else
    set_usual (self, CLINIC_UNKNOWN, days);
}

static void
clinic_kinds_window_dispose (GObject *object)
{
  ClinicKindsWindow *self = CLINIC_KINDS_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_KINDS_WINDOW);
  g_clear_object (&self->kinds);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_kinds_window_parent_class)->dispose (object);
}

static void
clinic_kinds_window_class_init (ClinicKindsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_kinds_window_dispose;

  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/anagen/Anagen/ui/clinic-kinds-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicKindsWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicKindsWindow, all);
  gtk_widget_class_bind_template_child (widget_class, ClinicKindsWindow, grade);
  gtk_widget_class_bind_template_child (widget_class, ClinicKindsWindow, days);
  gtk_widget_class_bind_template_child (widget_class, ClinicKindsWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, grade_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, days_typed_cb);
  clinic_toast_pass_undo (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_kinds_window_init (ClinicKindsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_kinds_window_present (GtkWidget  *parent,
                             ClinicDesk *desk)
{
  ClinicKindsWindow *self = g_object_new (CLINIC_TYPE_KINDS_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);

  self->desk = g_object_ref (desk);
  self->kinds = clinic_query_model_new (clinic_desk_get_reader (desk), CLINIC_TYPE_REACTION_KIND, clinic_kinds_list);
  g_signal_connect_object (self->kinds, "notify::loading", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed::reaction_kind", G_CALLBACK (clinic_query_model_reload), self->kinds,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed::setting", G_CALLBACK (read_usual), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->kinds), make_row, self, NULL);
  clinic_query_model_reload (self->kinds);
  read_usual (self);
  clinic_present (GTK_WINDOW (self));
}
