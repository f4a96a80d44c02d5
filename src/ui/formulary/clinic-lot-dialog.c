/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-cocktail.h"
#include "clinic-form.h"
#include "clinic-formulary-lists.h"
#include "clinic-formulary.h"
#include "clinic-ingredient.h"
#include "clinic-lot-dialog.h"
#include "clinic-notice.h"
#include "clinic-query-model.h"
#include "clinic-toast.h"

struct _ClinicLotDialog
{
  AdwWindow parent_instance;

  ClinicDesk   *desk;
  ClinicForm   *form;
  ClinicNotice *notice;
  GtkWidget    *ingredient_id;

  ClinicQueryModel *ingredients;
  ClinicQueryModel *cocktails;
  gboolean          begun;
};

G_DEFINE_FINAL_TYPE (ClinicLotDialog, clinic_lot_dialog, ADW_TYPE_WINDOW)

static gpointer
receive (ClinicAct  *act,
         gpointer    data,
         GError    **error)
{
  return clinic_lot_receive (act, data, error) != 0 ? g_object_ref (data) : NULL;
}

static void
received_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(ClinicLotDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicLot) lot = NULL;
  g_autofree char *text = NULL;
  gint64 operation = 0;

  lot = clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, &operation, &error);

  if (self->desk == NULL)
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", TRUE);

  if (lot == NULL)
    {
      if (!clinic_form_show_error (self->form, error))
        clinic_notice_set_error (self->notice, error);

      return;
    }

  text = g_strdup_printf (_("Lot %s is on hand"), lot->number);
  clinic_toast_show (GTK_WIDGET (self), text, operation);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicLotDialog *self = CLINIC_LOT_DIALOG (widget);
  g_autoptr(GError) error = NULL;

  clinic_notice_set_error (self->notice, NULL);

  if (!clinic_form_validate (self->form, clinic_desk_get_today (self->desk), &error))
    {
      if (!clinic_form_show_error (self->form, error))
        clinic_notice_set_error (self->notice, error);

      return;
    }

  gtk_widget_action_set_enabled (widget, "dialog.save", FALSE);
  clinic_desk_run_async (self->desk, receive, clinic_record_copy (clinic_form_get_record (self->form)),
                         g_object_unref, g_object_unref, received_cb, g_object_ref (self));
}

static void
clinic_lot_dialog_dispose (GObject *object)
{
  ClinicLotDialog *self = CLINIC_LOT_DIALOG (object);

  g_clear_object (&self->form);
  g_clear_object (&self->ingredients);
  g_clear_object (&self->cocktails);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_LOT_DIALOG);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_lot_dialog_parent_class)->dispose (object);
}

static void
clinic_lot_dialog_class_init (ClinicLotDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_lot_dialog_dispose;

  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-lot-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicLotDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicLotDialog, ingredient_id);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_lot_dialog_init (ClinicLotDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
ingredients_loaded_cb (ClinicLotDialog *self)
{
  if (self->form == NULL || clinic_query_model_get_loading (self->ingredients))
    return;

  clinic_form_set_options (self->form, "ingredient_id", G_LIST_MODEL (self->ingredients), "name",
                           _("No single ingredient"));

  /* There is something to choose from only now. */
  if (!self->begun)
    gtk_widget_grab_focus (self->ingredient_id);

  self->begun = TRUE;
}

static void
cocktails_loaded_cb (ClinicLotDialog *self)
{
  if (self->form != NULL && !clinic_query_model_get_loading (self->cocktails))
    clinic_form_set_options (self->form, "cocktail_id", G_LIST_MODEL (self->cocktails), "name",
                             _("No ready-made cocktail"));
}

static void
load_options (ClinicLotDialog *self)
{
  ClinicWorker *reader = clinic_desk_get_reader (self->desk);

  self->ingredients = clinic_query_model_new (reader, CLINIC_TYPE_INGREDIENT,
                                              clinic_formulary_list_ingredients);
  self->cocktails = clinic_query_model_new (reader, CLINIC_TYPE_COCKTAIL,
                                            clinic_formulary_list_cocktails);
  g_signal_connect_object (self->ingredients, "notify::loading",
                           G_CALLBACK (ingredients_loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cocktails, "notify::loading",
                           G_CALLBACK (cocktails_loaded_cb), self, G_CONNECT_SWAPPED);
  clinic_query_model_set_argument (self->ingredients, "");
  clinic_query_model_set_argument (self->cocktails, "");
}

void
clinic_lot_dialog_present (GtkWidget  *parent,
                           ClinicDesk *desk)
{
  ClinicLotDialog *self = g_object_new (CLINIC_TYPE_LOT_DIALOG,
                                        "transient-for", gtk_widget_get_root (parent),
                                        NULL);
  g_autoptr(ClinicLot) lot = clinic_lot_new ();

  self->desk = g_object_ref (desk);
  self->form = clinic_form_new (GTK_WIDGET (self), CLINIC_TYPE_LOT);
  clinic_form_set_record (self->form, CLINIC_RECORD (lot), clinic_desk_get_today (desk));
  load_options (self);
  gtk_window_present (GTK_WINDOW (self));
}
