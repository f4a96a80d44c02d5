/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-batch-dialog.h"
#include "clinic-batch-plan.h"
#include "clinic-batch-pours.h"
#include "clinic-batch.h"
#include "clinic-cocktail.h"
#include "clinic-formulary-lists.h"
#include "clinic-locale.h"
#include "clinic-notice.h"
#include "clinic-present.h"
#include "clinic-query-model.h"
#include "clinic-toast.h"

#define USUAL_VOLUME 10000

struct _ClinicBatchDialog
{
  AdwWindow parent_instance;

  ClinicDesk       *desk;
  ClinicQueryModel *cocktails;
  gint64            wanted;         /* cocktail to begin with */
  gint64            version;
  guint             asked;          /* counts the plans asked for: the last one holds */
  gboolean          hours_set;

  AdwComboRow      *cocktail;
  GtkEditable      *volume;
  GtkEditable      *hours;
  GtkEditable      *note_row;
  GtkListBox       *list;
  GtkLabel         *total;
  ClinicNotice     *notice;
};

typedef struct
{
  ClinicBatchDialog *dialog;
  guint              number;
} Asked;

G_DEFINE_FINAL_TYPE (ClinicBatchDialog, clinic_batch_dialog, ADW_TYPE_WINDOW)

static void
update_total (ClinicBatchDialog *self)
{
  g_autofree char *number = clinic_locale_decimal (clinic_batch_pours_sum (self->list));
  g_autofree char *text = g_strdup_printf (_("%s ml in all"), number);

  gtk_label_set_label (self->total, text);
}

static void
show_plan (ClinicBatchDialog *self,
           ClinicBatchPlan   *plan)
{
  gint64 missing = clinic_batch_plan_get_missing (plan);
  g_autofree char *number = clinic_locale_decimal (missing);
  g_autofree char *text = g_strdup_printf (_("What is on hand does not cover %s ml of it."), number);
  g_autofree char *hours = g_strdup_printf ("%u", plan->hours);

  self->version = plan->version;
  clinic_batch_pours_show (self->list, plan, G_CALLBACK (update_total), self);
  clinic_notice_set_text (self->notice, missing > 0 ? "warning" : NULL, missing > 0 ? text : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", missing == 0 && plan->pours->len > 0);

  if (!self->hours_set)
    gtk_editable_set_text (self->hours, hours);

  self->hours_set = TRUE;
  update_total (self);
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Asked *asked = user_data;
  g_autoptr(ClinicBatchDialog) self = asked->dialog;
  g_autoptr(GError) error = NULL;
  ClinicBatchPlan *plan = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);

  if (self->desk != NULL && asked->number == self->asked)
    {
      if (plan != NULL)
        show_plan (self, plan);
      else
        clinic_notice_set_error (self->notice, error);
    }

  g_clear_pointer (&plan, clinic_batch_plan_free);
}

static void
plan (ClinicBatchDialog *self)
{
  ClinicCocktail *cocktail = adw_combo_row_get_selected_item (self->cocktail);
  gint64 volume;
  Asked *asked;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", FALSE);

  if (self->desk == NULL || cocktail == NULL ||
      !clinic_locale_parse_decimal (gtk_editable_get_text (self->volume), &volume) || volume <= 0)
    return;

  asked = g_new0 (Asked, 1);
  asked->dialog = g_object_ref (self);
  asked->number = ++self->asked;
  clinic_worker_run_async (clinic_desk_get_reader (self->desk), clinic_batch_plan_read,
                           clinic_batch_plan_new (clinic_record_get_id (CLINIC_RECORD (cocktail)), volume,
                                                  clinic_desk_get_today (self->desk)),
                           clinic_batch_plan_free, clinic_batch_plan_free, NULL, planned_cb, asked);
}

static void
cocktails_loaded_cb (ClinicBatchDialog *self)
{
  GListModel *cocktails = G_LIST_MODEL (self->cocktails);

  if (clinic_query_model_get_loading (self->cocktails))
    return;

  adw_combo_row_set_model (self->cocktail, cocktails);

  for (guint i = 0; i < g_list_model_get_n_items (cocktails); i++)
    {
      g_autoptr(ClinicRecord) cocktail = g_list_model_get_item (cocktails, i);

      if (clinic_record_get_id (cocktail) == self->wanted)
        adw_combo_row_set_selected (self->cocktail, i);
    }

  gtk_widget_grab_focus (GTK_WIDGET (self->volume));
  plan (self);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(ClinicBatchDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree gint64 *made = NULL;
  gint64 operation = 0;

  made = clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, &operation, &error);

  if (self->desk == NULL)
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", TRUE);

  if (made == NULL)
    {
      clinic_notice_set_error (self->notice, error);
      return;
    }

  clinic_toast_show (GTK_WIDGET (self), _("Batch prepared"), operation);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicBatchDialog *self = CLINIC_BATCH_DIALOG (widget);
  guint64 hours = g_ascii_strtoull (gtk_editable_get_text (self->hours), NULL, 10);
  ClinicBatchOrder *order = clinic_batch_pours_order (self->list, self->version, MIN (hours, G_MAXINT),
                                                      gtk_editable_get_text (self->note_row));

  if (order == NULL)
    {
      clinic_notice_set_text (self->notice, "warning", _("A volume that is marked cannot be read."));
      return;
    }

  gtk_widget_action_set_enabled (widget, "dialog.save", FALSE);
  clinic_desk_run_async (self->desk, clinic_batch_order_run, order, clinic_batch_order_free, g_free, prepared_cb,
                         g_object_ref (self));
}

static void
clinic_batch_dialog_dispose (GObject *object)
{
  ClinicBatchDialog *self = CLINIC_BATCH_DIALOG (object);

  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_BATCH_DIALOG);
  g_clear_object (&self->cocktails);

  G_OBJECT_CLASS (clinic_batch_dialog_parent_class)->dispose (object);
}

static void
clinic_batch_dialog_class_init (ClinicBatchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_batch_dialog_dispose;

  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_COCKTAIL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/anagen/Anagen/ui/clinic-batch-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicBatchDialog, cocktail);
  gtk_widget_class_bind_template_child (widget_class, ClinicBatchDialog, volume);
  gtk_widget_class_bind_template_child (widget_class, ClinicBatchDialog, hours);
  gtk_widget_class_bind_template_child (widget_class, ClinicBatchDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, ClinicBatchDialog, list);
  gtk_widget_class_bind_template_child (widget_class, ClinicBatchDialog, total);
  gtk_widget_class_bind_template_child (widget_class, ClinicBatchDialog, notice);
  gtk_widget_class_bind_template_callback (widget_class, plan);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.save", NULL);
}

static void
clinic_batch_dialog_init (ClinicBatchDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_batch_dialog_present (GtkWidget  *parent,
                             ClinicDesk *desk,
                             gint64      cocktail,
                             gint64      volume)
{
  ClinicBatchDialog *self = g_object_new (CLINIC_TYPE_BATCH_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  g_autofree char *text = clinic_locale_decimal (volume > 0 ? volume : USUAL_VOLUME);

  gtk_editable_set_text (self->volume, text);
  self->desk = g_object_ref (desk);
  self->wanted = cocktail;
  self->cocktails = clinic_query_model_new (clinic_desk_get_reader (desk), CLINIC_TYPE_COCKTAIL,
                                            clinic_formulary_list_cocktails);
  g_signal_connect_object (self->cocktails, "notify::loading", G_CALLBACK (cocktails_loaded_cb), self, G_CONNECT_SWAPPED);
  clinic_query_model_set_argument (self->cocktails, "");
  clinic_present (GTK_WINDOW (self));
}
