/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-aftercare-dialog.h"
#include "clinic-aftercare-window.h"
#include "clinic-aftercare-work.h"
#include "clinic-notice.h"
#include "clinic-paper-words.h"
#include "clinic-present.h"
#include "clinic-query-model.h"
#include "clinic-toast.h"

struct _ClinicAftercareWindow
{
  AdwWindow parent_instance;

  ClinicDesk       *desk;
  ClinicQueryModel *rules;
  ClinicQueryModel *texts;

  ClinicNotice     *notice;
  GtkStack         *stack;
  GtkListBox       *list;
};

G_DEFINE_FINAL_TYPE (ClinicAftercareWindow, clinic_aftercare_window, ADW_TYPE_WINDOW)

/* In the language of the windows, else in English, else in any. */
static char *
dup_words (ClinicAftercareWindow * self,
           gint64 rule)
{
  const char *own = clinic_paper_language (pango_language_to_string (pango_language_get_default ()));
  GListModel *texts = G_LIST_MODEL (self->texts);
  g_autofree char *words = NULL;
  int best = 0;

  for (guint i = 0; i < g_list_model_get_n_items (texts); i++)
    {
      g_autoptr(ClinicAftercareText) text = g_list_model_get_item (texts, i);
      int fits = g_str_equal (text->language, own) ? 3 : g_str_equal (text->language, "en") ? 2 : 1;

      if (text->aftercare_rule_id != rule || fits <= best)
        continue;

      best = fits;
      g_free (words);
      words = g_strdup (text->text);
    }

  return g_steal_pointer (&words);
}

static void
show_row (ClinicAftercareWindow *self,
          GtkWidget             *row)
{
  ClinicAftercareRule *rule = g_object_get_data (G_OBJECT (row), "clinic-record");
  g_autofree char *words = dup_words (self, clinic_record_get_id (CLINIC_RECORD (rule)));
  g_autofree char *length = clinic_aftercare_dup_length (rule);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words != NULL ? words : rule->code);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), length);
}

/* A rule or its words changed: the rows stay, what they say does not. */
static void
show_rows (ClinicAftercareWindow *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    show_row (self, child);
}

static void
loaded_cb (ClinicAftercareWindow *self)
{
  guint n_rules;
  const char *message;

  if (self->rules == NULL || clinic_query_model_get_loading (self->rules) ||
      clinic_query_model_get_loading (self->texts))
    return;

  n_rules = g_list_model_get_n_items (G_LIST_MODEL (self->rules));
  message = clinic_query_model_get_message (self->rules);
  clinic_notice_set_text (self->notice, "error", message);
  gtk_stack_set_visible_child_name (self->stack, n_rules > 0 || message != NULL ? "list" : "none");
  show_rows (self);
}

static void
row_activated_cb (GtkListBoxRow         *row,
                  ClinicAftercareWindow *self)
{
  ClinicRecord *rule = g_object_get_data (G_OBJECT (row), "clinic-record");

  clinic_aftercare_dialog_present (GTK_WIDGET (self), self->desk, clinic_record_get_id (rule));
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  ClinicAftercareWindow *self = user_data;
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "clinic-record", g_object_ref (item), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, 0);
  show_row (self, row);

  return row;
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  clinic_aftercare_dialog_present (widget, CLINIC_AFTERCARE_WINDOW (widget)->desk, 0);
}

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ClinicAftercareWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 operation = 0;

  clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, &operation, &error);

  if (self->desk == NULL)
    return;

  if (error != NULL)
    clinic_notice_set_error (self->notice, error);
  else
    clinic_toast_show (GTK_WIDGET (self), _("Aftercare saved"), 0);
}

static void
take_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  clinic_desk_run_async (CLINIC_AFTERCARE_WINDOW (widget)->desk, clinic_aftercare_take, NULL, NULL,
                         NULL, taken_cb, g_object_ref (widget));
}

static void
clinic_aftercare_window_dispose (GObject *object)
{
  ClinicAftercareWindow *self = CLINIC_AFTERCARE_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_AFTERCARE_WINDOW);
  g_clear_object (&self->rules);
  g_clear_object (&self->texts);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_aftercare_window_parent_class)->dispose (object);
}

static void
clinic_aftercare_window_class_init (ClinicAftercareWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_aftercare_window_dispose;

  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-aftercare-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicAftercareWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicAftercareWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicAftercareWindow, list);
  clinic_toast_pass_undo (widget_class);
  gtk_widget_class_install_action (widget_class, "aftercare.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "aftercare.take", NULL, take_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "aftercare.add", NULL);
}

static void
clinic_aftercare_window_init (ClinicAftercareWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static ClinicQueryModel *
make_model (ClinicAftercareWindow *self,
            GType                  type,
            ClinicQueryFunc        func,
            const char            *changed)
{
  ClinicQueryModel *model = clinic_query_model_new (clinic_desk_get_reader (self->desk), type, func);

  g_signal_connect_object (model, "notify::loading", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, changed, G_CALLBACK (clinic_query_model_reload), model,
                           G_CONNECT_SWAPPED);
  clinic_query_model_reload (model);

  return model;
}

void
clinic_aftercare_window_present (GtkWidget  *parent,
                                 ClinicDesk *desk)
{
  ClinicAftercareWindow *self;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (parent) && CLINIC_IS_DESK (desk));

  root = gtk_widget_get_root (parent);
  self = g_object_new (CLINIC_TYPE_AFTERCARE_WINDOW,
                       "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);
  self->desk = g_object_ref (desk);
  self->texts = make_model (self, CLINIC_TYPE_AFTERCARE_TEXT, clinic_aftercare_list_texts,
                            "changed::aftercare_text");
  self->rules = make_model (self, CLINIC_TYPE_AFTERCARE_RULE, clinic_aftercare_list_rules,
                            "changed::aftercare_rule");
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->rules), make_row, self, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "aftercare.add",
                                 clinic_desk_may (desk, "aftercare.save"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "aftercare.take",
                                 clinic_desk_may (desk, "consent.form"));
  clinic_present (GTK_WINDOW (self));
}
