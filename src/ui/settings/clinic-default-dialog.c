/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-ask.h"
#include "clinic-default-dialog.h"
#include "clinic-default-words.h"
#include "clinic-defaults.h"
#include "clinic-notice.h"
#include "clinic-present.h"
#include "clinic-toast.h"

struct _ClinicDefaultDialog
{
  AdwWindow parent_instance;

  ClinicDesk    *desk;
  ClinicDefault *item;
  char          *value;             /* to be set once it is said why; NULL: as shipped */

  ClinicNotice        *notice;
  AdwPreferencesGroup *group;
  AdwComboRow         *choice;
  GtkEditable         *typed;
  AdwActionRow        *shipped;
};

typedef struct
{
  char *key;
  char *value;
  char *reason;
} Order;

G_DEFINE_FINAL_TYPE (ClinicDefaultDialog, clinic_default_dialog, ADW_TYPE_WINDOW)

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->key);
  g_free (order->value);
  g_free (order->reason);
  g_free (order);
}

static gpointer
set_default (ClinicAct  *act,
             gpointer    data,
             GError    **error)
{
  const Order *order = data;

  clinic_act_set_reason (act, order->reason);

  return GINT_TO_POINTER (clinic_default_set (act, order->key, order->value, error));
}

static void
set_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(ClinicDefaultDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 operation = 0;

  if (clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, &operation, &error) == NULL)
    {
      if (self->notice != NULL)
        clinic_notice_set_error (self->notice, error);

      return;
    }

  clinic_toast_show (GTK_WIDGET (self), _("Saved"), operation);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
run (ClinicDefaultDialog *self,
     const char          *reason)
{
  Order *order = g_new0 (Order, 1);

  order->key = g_strdup (self->item->key);
  order->value = g_strdup (self->value);
  order->reason = g_strdup (reason);
  clinic_desk_run_async (self->desk, set_default, order, order_free, NULL, set_cb, g_object_ref (self));
}

static void
reason_given_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  ClinicDefaultDialog *self = CLINIC_DEFAULT_DIALOG (source);
  g_autofree char *reason = clinic_ask_reason_finish (GTK_WIDGET (self), result);

  if (reason != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    run (self, reason);
}

/* NULL when it cannot be read. */
static char *
dup_chosen (ClinicDefaultDialog *self)
{
  const ClinicChoice *choices = clinic_default_words_choices (self->item);

  if (choices == NULL)
    return clinic_default_words_dup_typed (self->item, gtk_editable_get_text (self->typed));

  return g_strdup (choices[adw_combo_row_get_selected (self->choice)].value);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicDefaultDialog *self = CLINIC_DEFAULT_DIALOG (widget);

  g_free (self->value);
  self->value = dup_chosen (self);

  if (self->value == NULL)
    clinic_notice_set_text (self->notice, "warning", _("This is no number."));
  else if (clinic_default_is_looser (self->item, self->value))
    clinic_ask_reason_async (widget, _("Why does the clinic warn of less?"),
                             _("The reason is kept with the change, and everybody who treats is warned of less from now on."),
                             _("_Save"), NULL, reason_given_cb, NULL);
  else
    run (self, NULL);
}

static void
shipped_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinicDefaultDialog *self = CLINIC_DEFAULT_DIALOG (widget);

  g_clear_pointer (&self->value, g_free);
  run (self, NULL);
}

static void
clinic_default_dialog_dispose (GObject *object)
{
  ClinicDefaultDialog *self = CLINIC_DEFAULT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_DEFAULT_DIALOG);
  g_clear_object (&self->desk);
  g_clear_object (&self->item);
  g_clear_pointer (&self->value, g_free);

  G_OBJECT_CLASS (clinic_default_dialog_parent_class)->dispose (object);
}

static void
clinic_default_dialog_class_init (ClinicDefaultDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_default_dialog_dispose;

  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/anagen/Anagen/ui/clinic-default-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicDefaultDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicDefaultDialog, group);
  gtk_widget_class_bind_template_child (widget_class, ClinicDefaultDialog, choice);
  gtk_widget_class_bind_template_child (widget_class, ClinicDefaultDialog, typed);
  gtk_widget_class_bind_template_child (widget_class, ClinicDefaultDialog, shipped);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "dialog.shipped", NULL, shipped_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.save", NULL);
}

static void
clinic_default_dialog_init (ClinicDefaultDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
offer_choices (ClinicDefaultDialog *self,
               const ClinicChoice  *choices)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint i = 0; choices[i].value != NULL; i++)
    {
      gtk_string_list_append (labels, _(choices[i].label));

      if (g_strcmp0 (choices[i].value, self->item->value) == 0)
        chosen = i;
    }

  adw_combo_row_set_model (self->choice, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->choice, chosen);
}

static void
show_item (ClinicDefaultDialog *self)
{
  ClinicDefault *item = self->item;
  const ClinicChoice *choices = clinic_default_words_choices (item);
  GtkWidget *row = choices != NULL ? GTK_WIDGET (self->choice) : GTK_WIDGET (self->typed);
  g_autofree char *value = clinic_default_words_dup_value (item, item->value);
  g_autofree char *shipped = clinic_default_words_dup_value (item, item->shipped);

  adw_preferences_group_set_title (self->group, item->title);
  g_object_set (row, "title", item->label, "visible", TRUE, NULL);
  gtk_widget_grab_focus (row);

  if (choices != NULL)
    offer_choices (self, choices);
  else
    gtk_editable_set_text (self->typed, item->value != NULL ? value : "");

  adw_action_row_set_subtitle (self->shipped, item->known ? shipped : _("Nothing was shipped: it is the clinic’s own"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.shipped", clinic_default_words_is_own (item));

  if (g_str_has_prefix (item->key, "metric/"))
    adw_preferences_group_set_description (self->group, _("No measured value changes. Progress is judged by it from now on, "
                                                          "also of what was measured before."));
  else if (item->source != NULL)
    adw_preferences_group_set_description (self->group, item->source);
}

void
clinic_default_dialog_present (GtkWidget     *parent,
                               ClinicDesk    *desk,
                               ClinicDefault *item)
{
  ClinicDefaultDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && CLINIC_IS_DEFAULT (item));

  self = g_object_new (CLINIC_TYPE_DEFAULT_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  self->desk = g_object_ref (desk);
  self->item = g_object_ref (item);
  show_item (self);
  clinic_present (GTK_WINDOW (self));
}
