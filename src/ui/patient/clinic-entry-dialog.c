/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-ask.h"
#include "clinic-conflict.h"
#include "clinic-entry-dialog.h"
#include "clinic-form.h"
#include "clinic-notice.h"
#include "clinic-toast.h"

typedef struct
{
  ClinicDesk   *desk;
  ClinicForm   *form;
  ClinicRecord *before;
  gint64        patient;
  gint64        id;
  gboolean      loaded;
} ClinicEntryDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ClinicEntryDialog, clinic_entry_dialog, ADW_TYPE_WINDOW)

#define PRIVATE(self) \
  ((ClinicEntryDialogPrivate *) clinic_entry_dialog_get_instance_private (self))

/* What is read before anything can be typed. */
typedef struct
{
  ClinicEntryDialogClass *klass;
  gint64                  patient;
  gint64                  id;
} Wanted;

typedef struct
{
  ClinicRecord *record;
  GPtrArray    *options;        /* GPtrArray of records each */
} Found;

static void
found_free (Found *found)
{
  g_clear_object (&found->record);
  g_clear_pointer (&found->options, g_ptr_array_unref);
  g_free (found);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static ClinicNotice *
get_notice (ClinicEntryDialog * self)
{
  return CLINIC_NOTICE (gtk_widget_get_template_child (GTK_WIDGET (self), G_OBJECT_TYPE (self),
                                                       "notice"));
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      property)
{
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  g_object_get (*(GObject *const *) a, property, &one, NULL);
  g_object_get (*(GObject *const *) b, property, &other, NULL);

  return g_utf8_collate (one != NULL ? one : "", other != NULL ? other : "");
}

static gpointer
read_entry (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  Wanted *wanted = data;
  g_autoptr(Found) found = g_new0 (Found, 1);

  found->options = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  if (wanted->id != 0)
    found->record = clinic_store_find (db, wanted->klass->record_type, wanted->id, error);
  else
    found->record = g_object_new (wanted->klass->record_type, "patient-id", wanted->patient, NULL);

  if (found->record == NULL)
    return NULL;

  for (const ClinicEntryOptions *option = wanted->klass->options; option->field != NULL; option++)
    {
      GPtrArray *records = option->load (db, wanted->patient, error);

      if (records == NULL)
        return NULL;

      g_ptr_array_sort_with_data (records, compare_names, (gpointer) option->property);
      g_ptr_array_add (found->options, records);
    }

  return g_steal_pointer (&found);
}

static void
offer (ClinicEntryDialog *self,
       Found             *found)
{
  ClinicEntryDialogClass *klass = CLINIC_ENTRY_DIALOG_GET_CLASS (self);

  for (guint i = 0; i < found->options->len; i++)
    {
      GPtrArray *records = found->options->pdata[i];
      const ClinicEntryOptions *option = &klass->options[i];
      g_autoptr(GListStore) store = g_list_store_new (CLINIC_TYPE_RECORD);

      g_list_store_splice (store, 0, 0, records->pdata, records->len);
      clinic_form_set_options (PRIVATE (self)->form, option->field, G_LIST_MODEL (store),
                               option->property, option->none != NULL ? _(option->none) : NULL);
    }
}

static void
show_record (ClinicEntryDialog *self,
             ClinicRecord      *record)
{
  ClinicEntryDialogPrivate *private = PRIVATE (self);
  g_autoptr(ClinicRecord) draft = clinic_record_copy (record);

  g_set_object (&private->before, record);
  clinic_form_set_record (private->form, draft, clinic_desk_get_today (private->desk));
}

static void
entry_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(ClinicEntryDialog) self = user_data;
  ClinicEntryDialogPrivate *private = PRIVATE (self);
  GObject *fields = gtk_widget_get_template_child (GTK_WIDGET (self), G_OBJECT_TYPE (self),
                                                   "fields");
  g_autoptr(GError) error = NULL;
  g_autoptr(Found) found = NULL;

  found = clinic_worker_run_finish (clinic_desk_get_reader (private->desk), result, &error);

  if (fields == NULL)
    return;

  clinic_notice_set_error (get_notice (self), error);

  if (found == NULL)
    {
      clinic_notice_set_button (get_notice (self), _("_Retry"), "dialog.retry");
      return;
    }

  if (private->id == 0 && CLINIC_ENTRY_DIALOG_GET_CLASS (self)->dated != NULL)
    g_object_set (found->record, CLINIC_ENTRY_DIALOG_GET_CLASS (self)->dated,
                  clinic_desk_get_today (private->desk), NULL);

  offer (self, found);
  show_record (self, found->record);

  if (CLINIC_ENTRY_DIALOG_GET_CLASS (self)->prepare != NULL)
    CLINIC_ENTRY_DIALOG_GET_CLASS (self)->prepare (self, found->record);

  private->loaded = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (fields), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", TRUE);
  gtk_widget_child_focus (GTK_WIDGET (fields), GTK_DIR_TAB_FORWARD);
}

static void
load (ClinicEntryDialog *self)
{
  ClinicEntryDialogPrivate *private = PRIVATE (self);
  Wanted *wanted = g_new0 (Wanted, 1);

  /* A class is for ever while one of it lives, and the dialog is held until this is back. */
  wanted->klass = CLINIC_ENTRY_DIALOG_GET_CLASS (self);
  wanted->patient = private->patient;
  wanted->id = private->id;
  clinic_worker_run_async (clinic_desk_get_reader (private->desk), read_entry, wanted, g_free,
                           (GDestroyNotify) found_free, NULL, entry_read_cb, g_object_ref (self));
}

typedef struct
{
  ClinicEntryDialogClass *klass;
  ClinicRecord           *record;
  char                   *reason;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->record);
  g_free (saving->reason);
  g_free (saving);
}

static gpointer
save_entry (ClinicAct  *act,
            gpointer    data,
            GError    **error)
{
  Saving *saving = data;

  clinic_act_set_reason (act, saving->reason);

  return saving->klass->save (act, saving->record, error) != 0 ? g_object_ref (saving->record)
                                                               : NULL;
}

static gpointer
read_theirs (ClinicDb  *db,
             gpointer   data,
             GError   **error)
{
  Wanted *wanted = data;

  return clinic_store_find (db, wanted->klass->record_type, wanted->id, error);
}

static void
conflict_settled_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  ClinicEntryDialog *self = CLINIC_ENTRY_DIALOG (source);
  g_autoptr(ClinicRecord) settled = clinic_conflict_finish (GTK_WIDGET (self), result);

  if (settled == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  clinic_form_set_record (PRIVATE (self)->form, settled,
                          clinic_desk_get_today (PRIVATE (self)->desk));
  gtk_widget_activate_action (GTK_WIDGET (self), "dialog.save", NULL);
}

static void
theirs_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(ClinicEntryDialog) self = user_data;
  ClinicEntryDialogPrivate *private = PRIVATE (self);
  g_autoptr(ClinicRecord) base = NULL;
  g_autoptr(ClinicRecord) theirs = NULL;
  g_autoptr(GError) error = NULL;

  theirs = clinic_worker_run_finish (clinic_desk_get_reader (private->desk), result, &error);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (theirs == NULL)
    {
      clinic_notice_set_error (get_notice (self), error);
      return;
    }

  base = g_steal_pointer (&private->before);
  private->before = g_object_ref (theirs);
  clinic_conflict_ask_async (GTK_WIDGET (self), base, clinic_form_get_record (private->form),
                             theirs, conflict_settled_cb, NULL);
}

static void
settle (ClinicEntryDialog *self)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->klass = CLINIC_ENTRY_DIALOG_GET_CLASS (self);
  wanted->id = PRIVATE (self)->id;
  clinic_worker_run_async (clinic_desk_get_reader (PRIVATE (self)->desk), read_theirs, wanted,
                           g_free, g_object_unref, NULL, theirs_read_cb, g_object_ref (self));
}

static void
tell (ClinicEntryDialog *self,
      const GError      *error)
{
  if (g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT) && PRIVATE (self)->id != 0)
    {
      settle (self);
      return;
    }

  if (g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_INVALID) &&
      clinic_form_show_error (PRIVATE (self)->form, error))
    return;

  clinic_notice_set_error (get_notice (self), error);
  clinic_notice_set_button (get_notice (self),
                            g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE)
                            ? _("_Retry") : NULL, "dialog.save");
}

static void
entry_saved_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(ClinicEntryDialog) self = user_data;
  g_autoptr(ClinicRecord) saved = NULL;
  g_autoptr(GError) error = NULL;
  gint64 operation = 0;

  saved = clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, &operation, &error);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", TRUE);

  if (saved == NULL)
    {
      tell (self, error);
      return;
    }

  clinic_toast_show (GTK_WIDGET (self), _(CLINIC_ENTRY_DIALOG_GET_CLASS (self)->done), operation);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save (ClinicEntryDialog *self,
      const char        *reason)
{
  ClinicEntryDialogPrivate *private = PRIVATE (self);
  Saving *saving = g_new0 (Saving, 1);

  /* What goes to the worker is a copy: the form goes on holding the draft. */
  saving->klass = CLINIC_ENTRY_DIALOG_GET_CLASS (self);
  saving->record = clinic_record_copy (clinic_form_get_record (private->form));
  saving->reason = g_strdup (reason);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", FALSE);
  clinic_desk_run_async (private->desk, save_entry, saving, saving_free, g_object_unref,
                         entry_saved_cb, g_object_ref (self));
}

static void
reason_given_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  ClinicEntryDialog *self = CLINIC_ENTRY_DIALOG (source);
  g_autofree char *reason = clinic_ask_reason_finish (GTK_WIDGET (self), result);

  if (reason != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    save (self, reason);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicEntryDialog *self = CLINIC_ENTRY_DIALOG (widget);
  ClinicEntryDialogPrivate *private = PRIVATE (self);
  ClinicEntryDialogClass *klass = CLINIC_ENTRY_DIALOG_GET_CLASS (self);
  g_autoptr(GError) error = NULL;
  const char *heading = NULL;

  if (!private->loaded)
    return;

  clinic_notice_set_text (get_notice (self), "error", NULL);

  if (!clinic_form_validate (private->form, clinic_desk_get_today (private->desk), &error))
    {
      if (!clinic_form_show_error (private->form, error))
        clinic_notice_set_error (get_notice (self), error);

      return;
    }

  if (klass->ask != NULL && private->id != 0)
    heading = klass->ask (private->before, clinic_form_get_record (private->form));

  if (heading != NULL)
    clinic_ask_reason_async (widget, heading, NULL, _("_Save"), NULL, reason_given_cb, NULL);
  else
    save (self, NULL);
}

static void
retry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  load (CLINIC_ENTRY_DIALOG (widget));
}

static void
clinic_entry_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), G_OBJECT_TYPE (object));

  G_OBJECT_CLASS (clinic_entry_dialog_parent_class)->dispose (object);
}

static void
clinic_entry_dialog_finalize (GObject *object)
{
  ClinicEntryDialogPrivate *private = PRIVATE (CLINIC_ENTRY_DIALOG (object));

  g_clear_object (&private->form);
  g_clear_object (&private->before);
  g_clear_object (&private->desk);

  G_OBJECT_CLASS (clinic_entry_dialog_parent_class)->finalize (object);
}

static void
clinic_entry_dialog_class_init (ClinicEntryDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_entry_dialog_dispose;
  object_class->finalize = clinic_entry_dialog_finalize;

  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "dialog.retry", NULL, retry_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_entry_dialog_init (ClinicEntryDialog *self)
{
}

void
clinic_entry_dialog_class_bind (ClinicEntryDialogClass *klass,
                                const char             *resource)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, resource);
  gtk_widget_class_bind_template_child_full (widget_class, "notice", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "fields", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "save", FALSE, 0);
}

void
clinic_entry_dialog_present (GType       type,
                             GtkWidget  *parent,
                             ClinicDesk *desk,
                             gint64      patient,
                             gint64      id)
{
  ClinicEntryDialog *self;
  GtkRoot *root;
  GObject *button;

  g_return_if_fail (g_type_is_a (type, CLINIC_TYPE_ENTRY_DIALOG));
  g_return_if_fail (GTK_IS_WIDGET (parent) && CLINIC_IS_DESK (desk));

  root = gtk_widget_get_root (parent);
  self = g_object_new (type, "modal", TRUE,
                       "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);
  PRIVATE (self)->desk = g_object_ref (desk);
  PRIVATE (self)->patient = patient;
  PRIVATE (self)->id = id;
  PRIVATE (self)->form = clinic_form_new (GTK_WIDGET (self),
                                          CLINIC_ENTRY_DIALOG_GET_CLASS (self)->record_type);
  button = gtk_widget_get_template_child (GTK_WIDGET (self), type, "save");
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (button));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", FALSE);
  load (self);
  gtk_window_present (GTK_WINDOW (self));
}
