/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-default-dialog.h"
#include "clinic-default-words.h"
#include "clinic-defaults-window.h"
#include "clinic-defaults.h"
#include "clinic-gradual-model.h"
#include "clinic-notice.h"
#include "clinic-present.h"
#include "clinic-query-model.h"
#include "clinic-toast.h"

struct _ClinicDefaultsWindow
{
  AdwWindow parent_instance;

  ClinicDesk         *desk;
  ClinicQueryModel   *model;
  ClinicGradualModel *rows;
  ClinicNotice       *notice;
  AdwViewStack       *sections;
  GtkBox             *lists;      /* the last is seen; those before it go */
};

G_DEFINE_FINAL_TYPE (ClinicDefaultsWindow, clinic_defaults_window, ADW_TYPE_WINDOW)

static void
row_activated_cb (GtkListBoxRow        * row,
                  ClinicDefaultsWindow * self)
{
  clinic_default_dialog_present (GTK_WIDGET (self), self->desk, g_object_get_data (G_OBJECT (row), "clinic-record"));
}

static void
show_row (ClinicDefault *item,
          GParamSpec    *spec,
          GtkWidget     *row)
{
  g_autofree char *line = clinic_default_words_dup_line (item);
  GtkWidget *mark = g_object_get_data (G_OBJECT (row), "clinic-mark");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  gtk_widget_set_visible (mark, clinic_default_words_is_own (item));
}

static GtkWidget *
make_mark (void)
{
  GtkWidget *mark = gtk_label_new (_("Changed"));

  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (mark, "clinic-chip");

  return mark;
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  ClinicDefaultsWindow *self = user_data;
  gboolean may = clinic_desk_may (self->desk, "setting.save");
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *mark = make_mark ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), may);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);

  if (may)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));

  g_object_set_data (G_OBJECT (row), "clinic-mark", mark);
  g_object_set_data_full (G_OBJECT (row), "clinic-record", g_object_ref (item), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, 0);
  g_signal_connect_object (item, "notify::value", G_CALLBACK (show_row), row, 0);
  show_row (item, NULL, row);

  return row;
}

static void
loaded_cb (ClinicDefaultsWindow *self)
{
  if (self->model != NULL && clinic_query_model_get_message (self->model) != NULL)
    clinic_notice_set_text (self->notice, "error", clinic_query_model_get_message (self->model));
}

static GPtrArray *
list_section (ClinicDb    *db,
              const char  *section,
              GError     **error)
{
  return clinic_defaults_list (db, section, error);
}

/* So that a page of it is as much as can be seen: the clamp around it keeps it from finding out. */
static void
set_adjustment (GtkListBox *list)
{
  GtkWidget *area = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_SCROLLED_WINDOW);

  gtk_list_box_set_adjustment (list, gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (area)));
}

static GtkListBox *
add_list (ClinicDefaultsWindow *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Clinical defaults"), -1);
  gtk_box_append (self->lists, list);
  set_adjustment (GTK_LIST_BOX (list));

  return GTK_LIST_BOX (list);
}

static void
emptied_cb (ClinicGradualModel *rows,
            GParamSpec         *spec,
            GtkWidget          *list)
{
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (list)), list);
}

/* Two hundred rows do not go in one turn, but nobody sees them meanwhile. */
static void
remove_list (ClinicDefaultsWindow *self)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->lists));

  if (self->rows == NULL)
    return;

  gtk_widget_set_visible (list, FALSE);
  g_signal_connect_object (self->rows, "notify::model", G_CALLBACK (emptied_cb), list, 0);
  clinic_gradual_model_shrink (self->rows);
  g_clear_object (&self->rows);
}

/* Its rows are many: only one section has them. */
static void
show_section (ClinicDefaultsWindow *self)
{
  const char *section = adw_view_stack_get_visible_child_name (self->sections);

  if (section == NULL || self->desk == NULL)
    return;

  remove_list (self);
  g_clear_object (&self->model);
  self->model = clinic_query_model_new (clinic_desk_get_reader (self->desk), CLINIC_TYPE_DEFAULT, list_section);
  g_signal_connect_object (self->model, "notify::loading", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  clinic_query_model_set_argument (self->model, section);
  self->rows = clinic_gradual_model_new (G_LIST_MODEL (self->model));
  gtk_list_box_bind_model (add_list (self), G_LIST_MODEL (self->rows), make_row, self, NULL);
}

static void
changed_cb (ClinicDefaultsWindow *self)
{
  if (self->model != NULL)
    clinic_query_model_reload (self->model);
}

/* It is gone for whoever looks; then its rows go, and it itself with the last. */
static gboolean
clinic_defaults_window_close_request (GtkWindow *window)
{
  ClinicDefaultsWindow *self = CLINIC_DEFAULTS_WINDOW (window);

  if (self->rows == NULL)
    return GDK_EVENT_STOP;

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->rows, "notify::model", G_CALLBACK (gtk_window_destroy), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  remove_list (self);

  return GDK_EVENT_STOP;
}

static void
clinic_defaults_window_dispose (GObject *object)
{
  ClinicDefaultsWindow *self = CLINIC_DEFAULTS_WINDOW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->rows);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_DEFAULTS_WINDOW);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (clinic_defaults_window_parent_class)->dispose (object);
}

static void
clinic_defaults_window_class_init (ClinicDefaultsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_defaults_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = clinic_defaults_window_close_request;

  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/anagen/Anagen/ui/clinic-defaults-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicDefaultsWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicDefaultsWindow, sections);
  gtk_widget_class_bind_template_child (widget_class, ClinicDefaultsWindow, lists);
  clinic_toast_pass_undo (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_defaults_window_init (ClinicDefaultsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_defaults_window_present (GtkWidget  *parent,
                                ClinicDesk *desk)
{
  static const char *const tables[] = { "setting", "metric", "condition_kind" };
  ClinicDefaultsWindow *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && CLINIC_IS_DESK (desk));

  self = g_object_new (CLINIC_TYPE_DEFAULTS_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);
  self->desk = g_object_ref (desk);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *signal = g_strconcat ("changed::", tables[i], NULL);

      g_signal_connect_object (desk, signal, G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }

  g_signal_connect_object (self->sections, "notify::visible-child", G_CALLBACK (show_section), self, G_CONNECT_SWAPPED);
  show_section (self);
  clinic_present (GTK_WINDOW (self));
}
