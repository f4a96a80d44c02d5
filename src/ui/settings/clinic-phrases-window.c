/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-form-save.h"
#include "clinic-phrase-row.h"
#include "clinic-phrases-window.h"
#include "clinic-phrases.h"
#include "clinic-present.h"
#include "clinic-query-model.h"
#include "clinic-toast.h"

struct _ClinicPhrasesWindow
{
  AdwWindow parent_instance;

  ClinicDesk       *desk;
  ClinicForm       *form;
  ClinicFormSave   *save;
  ClinicQueryModel *phrases;
  ClinicNotice     *notice;
  GtkListBox       *list;
  GtkWidget        *fields;
  GtkWidget        *short_key;
};

G_DEFINE_FINAL_TYPE (ClinicPhrasesWindow, clinic_phrases_window, ADW_TYPE_WINDOW)

static void
edit (ClinicPhrasesWindow *self,
      ClinicSnippet       *phrase)
{
  g_autoptr(ClinicRecord) draft = phrase != NULL ? clinic_record_copy (CLINIC_RECORD (phrase))
                                                 : CLINIC_RECORD (clinic_snippet_new ());

  clinic_form_set_record (self->form, draft, clinic_desk_get_today (self->desk));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->fields),
                                   phrase != NULL ? _("Phrase") : _("A new phrase"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "phrases.new", phrase != NULL);
}

static gboolean
save_phrase (ClinicAct     *act,
             ClinicRecord  *record,
             gpointer       with,
             GError       **error)
{
  return clinic_phrases_save (act, CLINIC_SNIPPET (record), error) != 0;
}

static void
saved_cb (ClinicPhrasesWindow *self,
          ClinicRecord        *record,
          gint64               operation)
{
  clinic_toast_show (GTK_WIDGET (self), _("Saved"), operation);
  edit (self, NULL);
  gtk_widget_grab_focus (self->short_key);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicFormSave *save = CLINIC_PHRASES_WINDOW (widget)->save;

  if (clinic_form_save_check (save))
    clinic_form_save_run (save, save_phrase, NULL, NULL);
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  ClinicPhrasesWindow *self = CLINIC_PHRASES_WINDOW (widget);

  edit (self, NULL);
  gtk_widget_grab_focus (self->short_key);
}

static void
arranged_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(ClinicPhrasesWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 operation = 0;
  gboolean done = clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, &operation, &error) != NULL;

  if (self->desk == NULL)
    return;

  clinic_notice_set_error (self->notice, error);

  if (done)
    clinic_toast_show (GTK_WIDGET (self), _("Saved"), operation);
}

static void
run (ClinicPhrasesWindow *self,
     gint64               phrase,
     int                  by)
{
  clinic_phrase_arrange_async (self->desk, phrase, by, arranged_cb, g_object_ref (self));
}

/* A key: the phrase of the row that has the keyboard. */
static void
arrange_focused_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  ClinicPhrasesWindow *self = CLINIC_PHRASES_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if (row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self->list)))
    run (self, clinic_record_get_id (CLINIC_RECORD (clinic_phrase_row_get (row))), g_variant_get_int32 (parameter));
}

static void
arrange_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  gint64 phrase;
  int by;

  g_variant_get (parameter, "(xi)", &phrase, &by);
  run (CLINIC_PHRASES_WINDOW (widget), phrase, by);
}

static void
row_activated_cb (GtkListBoxRow       *row,
                  ClinicPhrasesWindow *self)
{
  edit (self, clinic_phrase_row_get (GTK_WIDGET (row)));
  gtk_widget_grab_focus (self->short_key);
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  GtkWidget *row = clinic_phrase_row_new (item);

  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), user_data, 0);

  return row;
}

static GPtrArray *
list_phrases (ClinicDb    *db,
              const char  *argument,
              GError     **error)
{
  return clinic_phrases_list (db, error);
}

static void
clinic_phrases_window_dispose (GObject *object)
{
  ClinicPhrasesWindow *self = CLINIC_PHRASES_WINDOW (object);

  g_clear_object (&self->form);
  g_clear_object (&self->save);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);

  g_clear_object (&self->phrases);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_PHRASES_WINDOW);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (clinic_phrases_window_parent_class)->dispose (object);
}

static void
clinic_phrases_window_class_init (ClinicPhrasesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_phrases_window_dispose;

  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-phrases-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicPhrasesWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhrasesWindow, list);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhrasesWindow, fields);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhrasesWindow, short_key);
  gtk_widget_class_install_action (widget_class, "phrases.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "phrases.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "phrases.arrange", "(xi)", arrange_action);
  gtk_widget_class_install_action (widget_class, "phrases.arrange-focused", "i", arrange_focused_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "phrases.arrange-focused", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "phrases.arrange-focused", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "phrases.arrange-focused", "i", 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  clinic_toast_pass_undo (widget_class);
}

static void
clinic_phrases_window_init (ClinicPhrasesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
allow (ClinicPhrasesWindow *self)
{
  gboolean may = clinic_desk_may (self->desk, "snippet.save");

  gtk_widget_set_sensitive (self->fields, may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "phrases.save", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "phrases.arrange", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "phrases.arrange-focused", may);
}

void
clinic_phrases_window_present (GtkWidget  *parent,
                               ClinicDesk *desk)
{
  ClinicPhrasesWindow *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (CLINIC_IS_DESK (desk));

  self = g_object_new (CLINIC_TYPE_PHRASES_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);
  self->desk = g_object_ref (desk);
  self->form = clinic_form_new (self->fields, CLINIC_TYPE_SNIPPET);
  self->save = clinic_form_save_new (desk, self->form, self->notice, "phrases.save");
  g_signal_connect_object (self->save, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  self->phrases = clinic_query_model_new (clinic_desk_get_reader (desk), CLINIC_TYPE_SNIPPET, list_phrases);
  clinic_query_model_reload (self->phrases);
  g_signal_connect_object (desk, "changed::snippet", G_CALLBACK (clinic_query_model_reload),
                           self->phrases, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->phrases), make_row, self, NULL);
  edit (self, NULL);
  allow (self);
  clinic_present (GTK_WINDOW (self));
}
