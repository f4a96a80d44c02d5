/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-form.h"
#include "clinic-notice.h"
#include "clinic-reaction-dialog.h"
#include "clinic-reaction-kind.h"
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
  GListStore           *kinds;
  GtkFilter            *filter;
  GCancellable         *cancellable;

  ClinicNotice         *notice;
  ClinicReactionOpen   *open;
  GtkStack             *stack;
  GtkListBox           *zones;
  GtkListBox           *kind_list;
  GtkListBox           *grades;
  GtkSearchEntry       *search;
};

typedef struct
{
  GPtrArray *kinds;
  GPtrArray *reactions;     /* still open */
} Known;

G_DEFINE_FINAL_TYPE (ClinicReactionDialog, clinic_reaction_dialog, ADW_TYPE_WINDOW)

static void
known_free (gpointer data)
{
  Known *self = data;

  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->reactions, g_ptr_array_unref);
  g_free (self);
}

static gpointer
read_known (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  Known *known = g_new0 (Known, 1);

  if ((known->kinds = clinic_store_list_by (db, CLINIC_TYPE_REACTION_KIND, NULL, 0, error)) &&
      (known->reactions = clinic_store_list_by (db, CLINIC_TYPE_REACTION, "patient_id", *(gint64 *) data, error)))
    {
      for (guint i = known->reactions->len; i > 0; i--)
        {
          if (CLINIC_REACTION (known->reactions->pdata[i - 1])->cleared != NULL)
            g_ptr_array_remove_index (known->reactions, i - 1);
        }

      return known;
    }

  known_free (known);

  return NULL;
}

static int
compare_kinds (gconstpointer a,
               gconstpointer b)
{
  const ClinicReactionKind *first = *(ClinicReactionKind *const *) a;
  const ClinicReactionKind *second = *(ClinicReactionKind *const *) b;

  return g_utf8_collate (first->name, second->name);
}

static void
known_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(ClinicReactionDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListStore) open = g_list_store_new (CLINIC_TYPE_REACTION);
  Known *known;

  if (self->desk == NULL)
    return;

  known = clinic_worker_run_finish (clinic_desk_get_reader (self->desk), result, &error);

  if (known == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          clinic_notice_set_error (self->notice, error);
          clinic_notice_set_button (self->notice, _("_Try again"), "reaction.retry");
        }

      return;
    }

  g_ptr_array_sort (known->kinds, compare_kinds);
  clinic_notice_set_text (self->notice, NULL, NULL);
  g_list_store_splice (self->kinds, 0, g_list_model_get_n_items (G_LIST_MODEL (self->kinds)),
                       known->kinds->pdata, known->kinds->len);
  g_list_store_splice (open, 0, 0, known->reactions->pdata, known->reactions->len);
  clinic_reaction_open_set (self->open, self->desk, G_LIST_MODEL (open),
                            G_LIST_MODEL (self->kinds));
  gtk_stack_set_visible_child_name (self->stack, "steps");
  gtk_widget_child_focus (GTK_WIDGET (self->zones), GTK_DIR_TAB_FORWARD);
  gtk_list_box_unselect_all (self->zones);
  known_free (known);
}

static void
retry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ClinicReactionDialog *self = CLINIC_REACTION_DIALOG (widget);

  clinic_worker_run_async (clinic_desk_get_reader (self->desk), read_known,
                           g_memdup2 (&self->reaction->patient_id, sizeof (gint64)), g_free,
                           known_free, self->cancellable, known_read_cb, g_object_ref (self));
}

static gpointer
log_reaction (ClinicAct  *act,
              gpointer    data,
              GError    **error)
{
  return GINT_TO_POINTER (clinic_reaction_log (act, data, error) != 0);
}

static void
logged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinicReactionDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 operation = 0;

  if (clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, &operation, &error) != NULL)
    {
      if (self->desk == NULL)
        return;

      clinic_toast_show (GTK_WIDGET (self), _("Reaction logged"), operation);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  if (self->desk == NULL)
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);

  if (g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_INVALID))
    clinic_form_show_error (self->form, error);

  /* The fields have no room for words. */
  clinic_notice_set_error (self->notice, error);
  clinic_notice_set_button (self->notice, NULL, NULL);
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

  g_object_set (self->reaction,
                "reaction-kind-id",
                kind != NULL ? clinic_record_get_id (CLINIC_RECORD (kind)) : CLINIC_UNKNOWN,
                "grade", CLINIC_UNKNOWN, NULL);
  clinic_reaction_steps_show_grades (self->grades, kind);
}

static void
kind_activated_cb (ClinicReactionDialog *self,
                   GtkListBoxRow        *row)
{
  gtk_widget_child_focus (GTK_WIDGET (self->grades), GTK_DIR_TAB_FORWARD);
}

static void
search_changed_cb (ClinicReactionDialog *self)
{
  gtk_string_filter_set_search (GTK_STRING_FILTER (self->filter),
                                gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* Enter in the search takes the first kind found. */
static void
search_activated_cb (ClinicReactionDialog *self)
{
  GtkListBoxRow *row;

  /* The entry tells of what was typed only a moment later. */
  search_changed_cb (self);
  row = gtk_list_box_get_row_at_index (self->kind_list, 0);

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
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  clinic_desk_run_async (self->desk, log_reaction,
                         clinic_record_copy (CLINIC_RECORD (self->reaction)), g_object_unref, NULL,
                         logged_cb, g_object_ref (self));
}

static void
open_failed_cb (ClinicReactionDialog *self,
                const GError         *error)
{
  clinic_notice_set_error (self->notice, error);
}

static void
clinic_reaction_dialog_dispose (GObject *object)
{
  ClinicReactionDialog *self = CLINIC_REACTION_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->form);
  g_clear_object (&self->reaction);
  g_clear_object (&self->kinds);
  g_clear_object (&self->filter);
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
  g_type_ensure (CLINIC_TYPE_REACTION_OPEN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-reaction-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionDialog, open);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionDialog, zones);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionDialog, kind_list);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionDialog, grades);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionDialog, search);
  gtk_widget_class_bind_template_callback (widget_class, zone_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, zone_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, grade_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_failed_cb);
  gtk_widget_class_install_action (widget_class, "reaction.retry", NULL, retry_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_reaction_dialog_init (ClinicReactionDialog *self)
{
  GtkFilterListModel *filtered;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->reaction = clinic_reaction_new ();
  self->form = clinic_form_new (GTK_WIDGET (self), CLINIC_TYPE_REACTION);
  clinic_form_set_record (self->form, CLINIC_RECORD (self->reaction), NULL);
  self->kinds = g_list_store_new (CLINIC_TYPE_REACTION_KIND);
  self->filter = GTK_FILTER (gtk_string_filter_new (gtk_property_expression_new (CLINIC_TYPE_REACTION_KIND, NULL,
                                                                                 "name")));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->kinds)),
                                        g_object_ref (self->filter));
  clinic_reaction_steps_show_zones (self->zones);
  clinic_reaction_steps_show_kinds (self->kind_list, G_LIST_MODEL (filtered));
  g_object_unref (filtered);
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
  g_object_set (self->reaction, "patient-id", patient,
                "session-id", session != 0 ? session : CLINIC_UNKNOWN, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "reaction.retry", NULL);
  gtk_window_present (GTK_WINDOW (self));
}
