/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-aftercare-dialog.h"
#include "clinic-aftercare-work.h"
#include "clinic-form-save.h"
#include "clinic-paper-words.h"
#include "clinic-present.h"
#include "clinic-toast.h"

struct _ClinicAftercareDialog
{
  AdwWindow parent_instance;

  ClinicDesk     *desk;
  ClinicForm     *form;
  ClinicFormSave *save;
  gint64          rule;
  GPtrArray      *entries;      /* AdwEntryRow, one a language; lent */

  ClinicNotice        *notice;
  GtkWidget           *fields;
  AdwPreferencesGroup *words;
};

G_DEFINE_FINAL_TYPE (ClinicAftercareDialog, clinic_aftercare_dialog, ADW_TYPE_WINDOW)

static void
add_entry (ClinicAftercareDialog *self,
           const char            *language,
           const char            *text)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (entry), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), clinic_paper_language_name (language));
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  gtk_widget_set_name (entry, language);
  g_ptr_array_add (self->entries, entry);
  adw_preferences_group_add (self->words, entry);
}

/* The languages of papers, and any other there are words in already. */
static void
add_entries (ClinicAftercareDialog *self,
             ClinicAftercareSheet  *sheet)
{
  const char *const *known = clinic_paper_known_languages ();
  const char *const *languages = clinic_paper_languages ();

  for (guint i = 0; languages[i] != NULL; i++)
    add_entry (self, languages[i], clinic_aftercare_sheet_get_text (sheet, languages[i]));

  for (guint i = 0; known[i] != NULL; i++)
    {
      const char *text = clinic_aftercare_sheet_get_text (sheet, known[i]);

      if (text != NULL && !g_strv_contains (languages, known[i]))
        add_entry (self, known[i], text);
    }
}

/* What was read, or what came of two versions. */
static void
show_words (ClinicAftercareDialog *self)
{
  ClinicAftercareSheet *sheet = CLINIC_AFTERCARE_SHEET (clinic_form_get_record (self->form));

  if (self->entries->len == 0)
    {
      add_entries (self, sheet);
      return;
    }

  for (guint i = 0; i < self->entries->len; i++)
    {
      const char *text = clinic_aftercare_sheet_get_text (sheet, gtk_widget_get_name (self->entries->pdata[i]));

      gtk_editable_set_text (GTK_EDITABLE (self->entries->pdata[i]), text != NULL ? text : "");
    }
}

static void
take_words (ClinicAftercareDialog *self)
{
  ClinicAftercareSheet *sheet = CLINIC_AFTERCARE_SHEET (clinic_form_get_record (self->form));

  for (guint i = 0; i < self->entries->len; i++)
    clinic_aftercare_sheet_set_text (sheet, gtk_widget_get_name (self->entries->pdata[i]),
                                     gtk_editable_get_text (self->entries->pdata[i]));
}

static void
saved_cb (ClinicAftercareDialog *self,
          ClinicRecord          *record,
          gint64                 operation)
{
  clinic_toast_show (GTK_WIDGET (self), _("Aftercare saved"), operation);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicAftercareDialog *self = CLINIC_AFTERCARE_DIALOG (widget);

  if (clinic_form_save_get_base (self->save) == NULL)
    return;

  take_words (self);

  if (clinic_form_save_check (self->save))
    clinic_form_save_run (self->save, clinic_aftercare_sheet_save, NULL, NULL);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(ClinicAftercareDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicRecord) sheet = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);
  g_autoptr(ClinicRecord) draft = NULL;

  if (self->form != NULL)
    clinic_form_save_tell (self->save, error, error != NULL ? "dialog.retry" : NULL);

  if (self->form != NULL && sheet != NULL)
    {
      draft = clinic_record_copy (sheet);
      clinic_form_save_set_base (self->save, sheet);
      clinic_form_set_record (self->form, draft, clinic_desk_get_today (self->desk));
      gtk_widget_set_sensitive (self->fields, clinic_desk_may (self->desk, "aftercare.save"));
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save",
                                     clinic_desk_may (self->desk, "aftercare.save"));
      clinic_present_focus (self->fields);
    }
}

static void
retry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ClinicAftercareDialog *self = CLINIC_AFTERCARE_DIALOG (widget);

  clinic_worker_run_async (clinic_desk_get_reader (self->desk), clinic_aftercare_sheet_read,
                           g_memdup2 (&self->rule, sizeof self->rule), g_free, g_object_unref, NULL, read_cb, g_object_ref (self));
}

static void
clinic_aftercare_dialog_dispose (GObject *object)
{
  ClinicAftercareDialog *self = CLINIC_AFTERCARE_DIALOG (object);

  g_clear_object (&self->save);
  g_clear_object (&self->form);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_AFTERCARE_DIALOG);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_aftercare_dialog_parent_class)->dispose (object);
}

static void
clinic_aftercare_dialog_class_init (ClinicAftercareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_aftercare_dialog_dispose;

  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-aftercare-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicAftercareDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicAftercareDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, ClinicAftercareDialog, words);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "dialog.retry", NULL, retry_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.save",
                                       NULL);
}

static void
clinic_aftercare_dialog_init (ClinicAftercareDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->entries = g_ptr_array_new ();
}

void
clinic_aftercare_dialog_present (GtkWidget  *parent,
                                 ClinicDesk *desk,
                                 gint64      rule)
{
  ClinicAftercareDialog *self;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (parent) && CLINIC_IS_DESK (desk));

  root = gtk_widget_get_root (parent);
  self = g_object_new (CLINIC_TYPE_AFTERCARE_DIALOG,
                       "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);
  self->desk = g_object_ref (desk);
  self->rule = rule;
  self->form = clinic_form_new (GTK_WIDGET (self), CLINIC_TYPE_AFTERCARE_SHEET);
  g_signal_connect_object (self->form, "notify::record", G_CALLBACK (show_words), self, G_CONNECT_SWAPPED);
  self->save = clinic_form_save_new (desk, self->form, self->notice, "dialog.save");
  clinic_form_save_set_reader (self->save, clinic_aftercare_sheet_read);
  g_signal_connect_object (self->save, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_title (GTK_WINDOW (self), rule != 0 ? _("Aftercare") : _("New aftercare"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self), "dialog.retry", NULL);
  clinic_present (GTK_WINDOW (self));
}
