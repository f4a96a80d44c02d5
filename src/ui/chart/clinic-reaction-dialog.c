/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-form-save.h"
#include "clinic-present.h"
#include "clinic-reaction-dialog.h"
#include "clinic-reaction-kind.h"
#include "clinic-reaction-known.h"
#include "clinic-reaction-log.h"
#include "clinic-reaction-open.h"
#include "clinic-reaction-steps.h"
#include "clinic-toast.h"

struct _ClinicReactionDialog
{
  AdwWindow parent_instance;

  ClinicDesk           *desk;
  ClinicReaction       *reaction;
  ClinicForm           *form;
  ClinicFormSave       *save;

  GListStore           *kinds;
  GtkFilterListModel   *found;          /* of them, those that are looked for */
  ClinicNotice         *notice;
  ClinicReactionOpen   *open;
  GtkStack             *stack;
  GtkListBox           *zones;
  GtkListBox           *kind_list;
  GtkListBox           *grades;
  GtkSearchEntry       *search;
  GtkWidget            *specify;        /* words that only some kinds need */
};

G_DEFINE_FINAL_TYPE (ClinicReactionDialog, clinic_reaction_dialog, ADW_TYPE_WINDOW)

static void
known_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(ClinicReactionDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicReactionKnown) known = clinic_reaction_known_read_finish (result, &error);
  g_autoptr(GListStore) open = g_list_store_new (CLINIC_TYPE_REACTION);

  if (self->form == NULL)
    return;

  clinic_notice_set_error (self->notice, error);
  clinic_notice_set_button (self->notice, known == NULL ? _("_Try again") : NULL,
                            "reaction.retry");

  if (known == NULL)
    return;

  g_list_store_splice (self->kinds, 0, g_list_model_get_n_items (G_LIST_MODEL (self->kinds)),
                       known->kinds->pdata, known->kinds->len);
  g_list_store_splice (open, 0, 0, known->reactions->pdata, known->reactions->len);
  clinic_reaction_open_set (self->open, self->desk, G_LIST_MODEL (open),
                            G_LIST_MODEL (self->kinds));
  gtk_stack_set_visible_child_name (self->stack, "steps");
  clinic_present_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->zones, 0)));
}

static void
retry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ClinicReactionDialog *self = CLINIC_REACTION_DIALOG (widget);

  clinic_reaction_known_read_async (self->desk, self->reaction->patient_id,
                                    known_read_cb, g_object_ref (self));
}

static gboolean
log_reaction (ClinicAct     *act,
              ClinicRecord  *reaction,
              gpointer       with,
              GError       **error)
{
  return clinic_reaction_log (act, CLINIC_REACTION (reaction), error) != 0;
}

static void
logged_cb (ClinicReactionDialog *self,
           ClinicRecord         *reaction,
           gint64                operation)
{
  clinic_toast_show (GTK_WIDGET (self), _("Reaction logged"), operation);
  gtk_window_close (GTK_WINDOW (self));
}

/* What is selected is what is chosen, by whatever way. */
static void
zone_selected_cb (ClinicReactionDialog *self,
                  GtkListBoxRow        *row)
{
  if (self->reaction == NULL)
    return;

  g_object_set (self->reaction,
                "zone", row != NULL ? g_object_get_data (G_OBJECT (row), "value") : NULL, NULL);
}

static void
zone_activated_cb (ClinicReactionDialog *self,
                   GtkListBoxRow        *row)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
kind_selected_cb (ClinicReactionDialog *self,
                  GtkListBoxRow        *row)
{
  ClinicReactionKind *kind = row != NULL ? g_object_get_data (G_OBJECT (row), "value") : NULL;

  if (self->reaction == NULL)
    return;

  g_object_set (self->reaction, "grade", CLINIC_UNKNOWN, "reaction-kind-id",
                kind != NULL ? clinic_record_get_id (CLINIC_RECORD (kind)) : CLINIC_UNKNOWN, NULL);
  gtk_widget_set_visible (self->specify, kind != NULL && kind->specify);
  clinic_reaction_steps_show_grades (self->grades, kind);
}

static void
kind_activated_cb (ClinicReactionDialog *self,
                   GtkListBoxRow        *row)
{
  gtk_widget_child_focus (GTK_WIDGET (self->grades), GTK_DIR_TAB_FORWARD);
}

/* Enter in the search takes the first kind found. */
static void
search_activated_cb (ClinicReactionDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->kind_list, 0);

  if (row == NULL)
    return;

  gtk_list_box_select_row (self->kind_list, row);
  kind_activated_cb (self, row);
}

/* The last step: it is logged. */
static void
grade_activated_cb (ClinicReactionDialog *self,
                    GtkListBoxRow        *row)
{
  gint64 grade = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "value"));

  if (gtk_list_box_get_selected_row (self->zones) == NULL)
    {
      clinic_notice_set_text (self->notice, "warning", _("Choose where it is first."));
      return;
    }

  g_object_set (self->reaction, "grade", grade != 0 ? grade : CLINIC_UNKNOWN, NULL);
  clinic_notice_set_text (self->notice, NULL, NULL);
  clinic_form_save_run (self->save, log_reaction, NULL, NULL);
}

static void
clinic_reaction_dialog_dispose (GObject *object)
{
  ClinicReactionDialog *self = CLINIC_REACTION_DIALOG (object);

  g_clear_object (&self->form);
  g_clear_object (&self->save);
  g_clear_object (&self->reaction);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_REACTION_DIALOG);
  G_OBJECT_CLASS (clinic_reaction_dialog_parent_class)->dispose (object);
}

static void
clinic_reaction_dialog_class_init (ClinicReactionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_reaction_dialog_dispose;
  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_REACTION_KIND);
  g_type_ensure (CLINIC_TYPE_REACTION_OPEN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-reaction-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionDialog, kinds);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionDialog, found);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionDialog, open);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionDialog, zones);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionDialog, kind_list);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionDialog, grades);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionDialog, search);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionDialog, specify);
  gtk_widget_class_bind_template_callback (widget_class, zone_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, zone_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, grade_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, clinic_notice_set_error);
  gtk_widget_class_install_action (widget_class, "reaction.retry", NULL, retry_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_reaction_dialog_init (ClinicReactionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->reaction = clinic_reaction_new ();
  self->form = clinic_form_new (GTK_WIDGET (self), CLINIC_TYPE_REACTION);
  clinic_form_set_record (self->form, CLINIC_RECORD (self->reaction), NULL);
  clinic_reaction_steps_show_zones (self->zones);
  clinic_reaction_steps_add_digits (self->zones);
  clinic_reaction_steps_add_digits (self->grades);
  clinic_reaction_steps_show_kinds (self->kind_list, G_LIST_MODEL (self->found));
}

void
clinic_reaction_present (GtkWidget  *parent,
                         ClinicDesk *desk,
                         gint64      patient,
                         gint64      session)
{
  ClinicReactionDialog *self = g_object_new (CLINIC_TYPE_REACTION_DIALOG,
                                             "transient-for", gtk_widget_get_root (parent),
                                             NULL);

  self->desk = g_object_ref (desk);
  self->save = clinic_form_save_new (desk, self->form, self->notice, NULL);
  g_signal_connect_object (self->save, "saved", G_CALLBACK (logged_cb), self, G_CONNECT_SWAPPED);
  /* The fields have no room for words. */
  g_signal_connect_object (self->save, "failed", G_CALLBACK (clinic_notice_set_error),
                           self->notice, G_CONNECT_SWAPPED);
  g_object_bind_property (self->save, "saving", self->stack, "sensitive",
                          G_BINDING_INVERT_BOOLEAN);
  g_object_set (self->reaction, "patient-id", patient,
                "session-id", session != 0 ? session : CLINIC_UNKNOWN, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "reaction.retry", NULL);
  clinic_present (GTK_WINDOW (self));
}
