/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choose-file.h"
#include "clinic-toast.h"

/* GtkFileChooserNative gives way to GtkFileDialog in GTK 4.10: this file is all that knows. */

static void
response_cb (GtkNativeDialog *chooser,
             int              response,
             gpointer         user_data)
{
  g_autoptr(GTask) task = user_data;
  GFile *file = response == GTK_RESPONSE_ACCEPT
                ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  g_task_return_pointer (task, file, g_object_unref);
  g_object_unref (chooser);
}

static void
add_filter (GtkFileChooser *chooser,
            const char     *name,
            const char     *pattern)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) any = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
  gtk_file_filter_set_name (any, _("All files"));
  gtk_file_filter_add_pattern (any, "*");
  gtk_file_chooser_add_filter (chooser, any);
}

void
clinic_choose_file_async (GtkWidget           *parent,
                          const char          *title,
                          gboolean             save,
                          const char          *suggested,
                          const char          *pattern_name,
                          const char          *pattern,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task;
  GtkRoot *root;
  GtkFileChooserNative *chooser;
  const char *answer = g_getenv ("ANAGEN_CHOOSE_FILE");

  g_return_if_fail (GTK_IS_WIDGET (parent));

  task = g_task_new (parent, NULL, callback, user_data);

  if (answer != NULL)
    {
      g_task_return_pointer (task, g_file_new_for_path (answer), g_object_unref);
      g_object_unref (task);
      return;
    }

  root = gtk_widget_get_root (parent);
  chooser = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                         save ? GTK_FILE_CHOOSER_ACTION_SAVE
                                              : GTK_FILE_CHOOSER_ACTION_OPEN,
                                         save ? _("_Save") : _("_Open"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);

  if (pattern != NULL)
    add_filter (GTK_FILE_CHOOSER (chooser), pattern_name, pattern);

  if (save && suggested != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), suggested);

  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

GFile *
clinic_choose_file_finish (GtkWidget    *parent,
                           GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
free_files (gpointer files)
{
  g_slist_free_full (files, g_object_unref);
}

static GSList *
list_answers (const char *answer)
{
  g_auto(GStrv) paths = g_strsplit (answer, G_SEARCHPATH_SEPARATOR_S, -1);
  GSList *files = NULL;

  for (guint i = 0; paths[i] != NULL; i++)
    files = g_slist_append (files, g_file_new_for_path (paths[i]));

  return files;
}

static void
files_response_cb (GtkNativeDialog *chooser,
                   int              response,
                   gpointer         user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GListModel) chosen = NULL;
  GSList *files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));

  for (guint i = 0; chosen != NULL && i < g_list_model_get_n_items (chosen); i++)
    {
      GFile *file = g_list_model_get_item (chosen, i);
      g_autofree char *uri = g_file_get_uri (file);

      files = g_slist_append (files, file);
      /* GTK's own chooser notes them there. */
      gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
    }

  g_task_return_pointer (task, files, free_files);
  g_object_unref (chooser);
}

void
clinic_choose_files_async (GtkWidget           *parent,
                           const char          *title,
                           const char          *type_name,
                           const char *const   *types,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  const char *answer = g_getenv ("ANAGEN_CHOOSE_FILE");
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  GTask *task;
  GtkRoot *root;
  GtkFileChooserNative *chooser;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  task = g_task_new (parent, NULL, callback, user_data);

  if (answer != NULL)
    {
      g_task_return_pointer (task, list_answers (answer), free_files);
      g_object_unref (task);
      return;
    }

  root = gtk_widget_get_root (parent);
  chooser = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                         GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  gtk_file_filter_set_name (filter, type_name);

  for (guint i = 0; types[i] != NULL; i++)
    gtk_file_filter_add_mime_type (filter, types[i]);

  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_signal_connect (chooser, "response", G_CALLBACK (files_response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

GSList *
clinic_choose_files_finish (GtkWidget    *parent,
                            GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GtkWidget) parent = user_data;
  g_autoptr(GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    clinic_toast_error (parent, error);
}

void
clinic_open_file (GtkWidget *parent,
                  GFile     *file)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, opened_cb, g_object_ref (parent));
}
