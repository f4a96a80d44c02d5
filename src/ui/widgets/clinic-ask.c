/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-ask.h"
#include "clinic-present.h"
#include "clinic-text.h"

/* AdwMessageDialog gives way to AdwAlertDialog in libadwaita 1.5: this file is all that knows. */

#define RESPONSE_CANCEL "cancel"
#define RESPONSE_ACT    "act"

static GtkWidget *
make_dialog (GtkWidget  *parent,
             const char *heading,
             const char *body,
             const char *action,
             gboolean    destructive)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              heading, body);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_add_response (message, RESPONSE_CANCEL, _("_Cancel"));
  adw_message_dialog_add_response (message, RESPONSE_ACT, action);
  adw_message_dialog_set_response_appearance (message, RESPONSE_ACT,
                                              destructive ? ADW_RESPONSE_DESTRUCTIVE
                                                          : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, destructive ? RESPONSE_CANCEL : RESPONSE_ACT);
  adw_message_dialog_set_close_response (message, RESPONSE_CANCEL);

  return dialog;
}

static gboolean
answer_cb (gpointer user_data)
{
  GTask *task = user_data;

  g_task_return_pointer (task, g_strdup (g_task_get_task_data (task)), g_free);

  return G_SOURCE_REMOVE;
}

/* What answers is the button of a dialog that still lives, and may close the window behind it: the answer is told once
 * the event is over and the dialog gone. Takes @task and @answer. */
static void
answer_later (GTask *task,
              char  *answer)
{
  g_task_set_task_data (task, answer, g_free);
  g_idle_add_full (G_PRIORITY_DEFAULT, answer_cb, task, g_object_unref);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  answer_later (user_data, g_strcmp0 (response, RESPONSE_ACT) == 0 ? g_strdup (response) : NULL);
}

void
clinic_ask_async (GtkWidget           *parent,
                  const char          *heading,
                  const char          *body,
                  const char          *action,
                  gboolean             destructive,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  GtkWidget *dialog;
  GTask *task;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  dialog = make_dialog (parent, heading, body, action, destructive);
  task = g_task_new (parent, NULL, callback, user_data);
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), task);
  clinic_present (GTK_WINDOW (dialog));
}

gboolean
clinic_ask_finish (GtkWidget    *parent,
                   GAsyncResult *result)
{
  g_autofree char *answer = NULL;

  g_return_val_if_fail (g_task_is_valid (result, parent), FALSE);

  answer = g_task_propagate_pointer (G_TASK (result), NULL);

  return answer != NULL;
}

static void
reason_answered_cb (AdwMessageDialog *dialog,
                    const char       *response,
                    gpointer          user_data)
{
  GtkEditable *entry = g_object_get_data (G_OBJECT (dialog), "clinic-entry");
  gboolean agreed = g_strcmp0 (response, RESPONSE_ACT) == 0;

  answer_later (user_data, agreed ? clinic_text_clean (gtk_editable_get_text (entry)) : NULL);
}

static void
reason_changed_cb (GtkEditable      *entry,
                   AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, RESPONSE_ACT,
                                           !clinic_text_is_empty (gtk_editable_get_text (entry)));
}

/* The dialog has its buttons twice, for wide and narrow, and its default is the one that may not
 * be shown: Enter would do nothing. */
static void
reason_entered_cb (AdwEntryRow      *entry,
                   AdwMessageDialog *dialog)
{
  if (!adw_message_dialog_get_response_enabled (dialog, RESPONSE_ACT))
    return;

  adw_message_dialog_response (dialog, RESPONSE_ACT);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
suggestion_clicked_cb (GtkButton   *button,
                       GtkEditable *entry)
{
  gtk_editable_set_text (entry, gtk_button_get_label (button));
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_position (entry, -1);
}

void
clinic_ask_reason_async (GtkWidget           *parent,
                         const char          *heading,
                         const char          *body,
                         const char          *action,
                         const char * const  *suggestions,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GtkBuilder) builder = NULL;
  GtkWidget *dialog;
  GtkWidget *entry;
  GtkFlowBox *box;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  builder = gtk_builder_new_from_resource ("/org/anagen/Anagen/ui/clinic-ask-reason.ui");
  entry = GTK_WIDGET (gtk_builder_get_object (builder, "entry"));
  box = GTK_FLOW_BOX (gtk_builder_get_object (builder, "suggestions"));
  dialog = make_dialog (parent, heading, body, action, FALSE);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                      GTK_WIDGET (gtk_builder_get_object (builder, "extra")));
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), RESPONSE_ACT, FALSE);
  g_object_set_data (G_OBJECT (dialog), "clinic-entry", entry);

  for (; suggestions != NULL && *suggestions != NULL; suggestions++)
    {
      GtkWidget *button = gtk_button_new_with_label (*suggestions);

      g_signal_connect_object (button, "clicked", G_CALLBACK (suggestion_clicked_cb), entry, 0);
      gtk_flow_box_insert (box, button, -1);
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    }

  gtk_widget_set_visible (GTK_WIDGET (box), gtk_flow_box_get_child_at_index (box, 0) != NULL);
  g_signal_connect_object (entry, "changed", G_CALLBACK (reason_changed_cb), dialog, 0);
  g_signal_connect_object (entry, "entry-activated", G_CALLBACK (reason_entered_cb), dialog, 0);
  g_signal_connect (dialog, "response", G_CALLBACK (reason_answered_cb),
                    g_task_new (parent, NULL, callback, user_data));
  clinic_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

char *
clinic_ask_reason_finish (GtkWidget    *parent,
                          GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
way_chosen_cb (AdwMessageDialog *dialog,
               const char       *response,
               gpointer          user_data)
{
  answer_later (user_data, g_strdup (response));
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The dialog has its buttons twice, for wide and narrow, and in the narrow one the keyboard would
 * begin at the last: what could be regretted would be one key away. */
static gboolean
laid_out_cb (gpointer user_data)
{
  GtkWidget *dialog = user_data;
  const char *first = adw_message_dialog_get_response_label (ADW_MESSAGE_DIALOG (dialog), "0");
  GtkWidget *button = find_button (dialog, first);

  if (button != NULL)
    gtk_widget_grab_focus (button);

  return G_SOURCE_REMOVE;
}

void
clinic_ask_way_async (GtkWidget           *parent,
                      const char          *heading,
                      const char          *body,
                      const char * const  *labels,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GtkRoot *root;
  GtkWidget *dialog;
  AdwMessageDialog *message;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  root = gtk_widget_get_root (parent);
  dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body);
  message = ADW_MESSAGE_DIALOG (dialog);

  for (guint i = 0; labels[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      adw_message_dialog_add_response (message, id, labels[i]);

      if (labels[i + 1] == NULL)
        adw_message_dialog_set_response_appearance (message, id, ADW_RESPONSE_DESTRUCTIVE);
    }

  adw_message_dialog_set_default_response (message, "0");
  adw_message_dialog_set_close_response (message, "0");
  g_signal_connect (dialog, "response", G_CALLBACK (way_chosen_cb),
                    g_task_new (parent, NULL, callback, user_data));
  clinic_present (GTK_WINDOW (dialog));
  g_idle_add_full (G_PRIORITY_LOW, laid_out_cb, g_object_ref (dialog), g_object_unref);
}

guint
clinic_ask_way_finish (GtkWidget    *parent,
                       GAsyncResult *result)
{
  g_autofree char *answer = NULL;

  g_return_val_if_fail (g_task_is_valid (result, parent), 0);

  answer = g_task_propagate_pointer (G_TASK (result), NULL);

  return answer != NULL ? (guint) g_ascii_strtoull (answer, NULL, 10) : 0;
}
