/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-cocktail.h"
#include "clinic-form-save.h"
#include "clinic-formulary-lists.h"
#include "clinic-formulary.h"
#include "clinic-ingredient.h"
#include "clinic-lot-dialog.h"
#include "clinic-present.h"
#include "clinic-query-model.h"
#include "clinic-scan.h"
#include "clinic-toast.h"
#include "clinic-wedge.h"

struct _ClinicLotDialog
{
  AdwWindow parent_instance;

  ClinicDesk     *desk;
  ClinicForm     *form;
  ClinicFormSave *save;
  ClinicNotice   *notice;
  GtkWidget      *ingredient_id;
  GtkWidget      *number;
  GtkWidget      *opened_on;
  GtkWidget      *why;
  GtkEditable    *reason_row;

  ClinicQueryModel *ingredients;
  ClinicQueryModel *cocktails;
  ClinicWedge      *wedge;
  gboolean          begun;
};

G_DEFINE_FINAL_TYPE (ClinicLotDialog, clinic_lot_dialog, ADW_TYPE_WINDOW)

static gboolean
keep (ClinicAct     *act,
      ClinicRecord  *record,
      gpointer       with,
      GError       **error)
{
  return with != NULL ? clinic_lot_correct (act, CLINIC_LOT (record), with, error)
                      : clinic_lot_receive (act, CLINIC_LOT (record), error) != 0;
}

static gboolean
is_correcting (ClinicLotDialog *self)
{
  return clinic_form_save_get_base (self->save) != NULL;
}

static void
saved_cb (ClinicLotDialog *self,
          ClinicRecord    *record,
          gint64           operation)
{
  g_autofree char *text = g_strdup_printf (is_correcting (self) ? _("Lot %s is corrected") : _("Lot %s is on hand"),
                                           CLINIC_LOT (record)->number);

  clinic_toast_show (GTK_WIDGET (self), text, operation);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicLotDialog *self = CLINIC_LOT_DIALOG (widget);

  if (clinic_form_save_check (self->save))
    clinic_form_save_run (self->save, keep,
                          is_correcting (self) ? g_strdup (gtk_editable_get_text (self->reason_row)) : NULL, g_free);
}

static void
found_cb (GtkWidget              *widget,
          const ClinicGs1Reading *reading,
          ClinicLotScan          *found)
{
  clinic_lot_scan_fill (CLINIC_LOT (clinic_form_get_record (CLINIC_LOT_DIALOG (widget)->form)), reading, found->like);
}

static void
scanned_cb (ClinicLotDialog *self,
            const char      *text)
{
  if (clinic_form_get_record (self->form) != NULL)
    clinic_scan_resolve (GTK_WIDGET (self), self->desk, text, TRUE, found_cb);
}

static void
clinic_lot_dialog_dispose (GObject *object)
{
  ClinicLotDialog *self = CLINIC_LOT_DIALOG (object);

  g_clear_object (&self->wedge);
  g_clear_object (&self->save);
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
  gtk_widget_class_set_template_from_resource (widget_class, "/org/anagen/Anagen/ui/clinic-lot-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicLotDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicLotDialog, ingredient_id);
  gtk_widget_class_bind_template_child (widget_class, ClinicLotDialog, number);
  gtk_widget_class_bind_template_child (widget_class, ClinicLotDialog, opened_on);
  gtk_widget_class_bind_template_child (widget_class, ClinicLotDialog, why);
  gtk_widget_class_bind_template_child (widget_class, ClinicLotDialog, reason_row);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.save", NULL);
}

static void
clinic_lot_dialog_init (ClinicLotDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
options_loaded_cb (ClinicLotDialog *self)
{
  ClinicLot *lot;

  if (self->form == NULL || clinic_query_model_get_loading (self->ingredients) ||
      clinic_query_model_get_loading (self->cocktails))
    return;

  clinic_form_set_options (self->form, "ingredient_id", G_LIST_MODEL (self->ingredients), "name",
                           _("No single ingredient"));
  clinic_form_set_options (self->form, "cocktail_id", G_LIST_MODEL (self->cocktails), "name",
                           _("No ready-made cocktail"));

  /* There is something to choose from only now; a scanned code says what it is of. */
  lot = CLINIC_LOT (clinic_form_get_record (self->form));

  if (!self->begun)
    gtk_widget_grab_focus (lot->ingredient_id != CLINIC_UNKNOWN ? self->number : self->ingredient_id);

  self->begun = TRUE;
}

static void
load_options (ClinicLotDialog *self)
{
  ClinicWorker *reader = clinic_desk_get_reader (self->desk);

  self->ingredients = clinic_query_model_new (reader, CLINIC_TYPE_INGREDIENT, clinic_formulary_list_ingredients);
  self->cocktails = clinic_query_model_new (reader, CLINIC_TYPE_COCKTAIL, clinic_formulary_list_cocktails);
  g_signal_connect_object (self->ingredients, "notify::loading", G_CALLBACK (options_loaded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cocktails, "notify::loading", G_CALLBACK (options_loaded_cb), self, G_CONNECT_SWAPPED);
  clinic_query_model_set_argument (self->ingredients, "");
  clinic_query_model_set_argument (self->cocktails, "");
}

static ClinicLotDialog *
create (GtkWidget  *parent,
        ClinicDesk *desk)
{
  ClinicLotDialog *self = g_object_new (CLINIC_TYPE_LOT_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);

  self->desk = g_object_ref (desk);
  self->form = clinic_form_new (GTK_WIDGET (self), CLINIC_TYPE_LOT);
  self->save = clinic_form_save_new (desk, self->form, self->notice, "dialog.save");
  g_signal_connect_object (self->save, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  self->wedge = clinic_wedge_new (GTK_WIDGET (self));
  g_signal_connect_object (self->wedge, "scanned", G_CALLBACK (scanned_cb), self, G_CONNECT_SWAPPED);

  return self;
}

ClinicFormSave *
clinic_lot_dialog_present (GtkWidget  *parent,
                           ClinicDesk *desk,
                           ClinicLot  *draft)
{
  ClinicLotDialog *self = create (parent, desk);
  g_autoptr(ClinicRecord) lot = draft != NULL ? clinic_record_copy (CLINIC_RECORD (draft))
                                              : CLINIC_RECORD (clinic_lot_new ());

  clinic_form_set_record (self->form, lot, clinic_desk_get_today (desk));
  clinic_scan_say_unknown (CLINIC_LOT (lot), self->notice);
  load_options (self);
  clinic_present (GTK_WINDOW (self));

  return self->save;
}

static void
lot_read_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(ClinicLotDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicRecord) lot = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);
  g_autoptr(ClinicRecord) draft = NULL;

  if (self->form == NULL)
    return;

  if (lot == NULL)
    {
      clinic_notice_set_error (self->notice, error);
      return;
    }

  draft = clinic_record_copy (lot);
  clinic_form_save_set_base (self->save, lot);
  clinic_form_set_record (self->form, draft, clinic_desk_get_today (self->desk));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", TRUE);
  load_options (self);
}

void
clinic_lot_dialog_correct (GtkWidget  *parent,
                           ClinicDesk *desk,
                           gint64      lot)
{
  ClinicLotDialog *self = create (parent, desk);

  gtk_window_set_title (GTK_WINDOW (self), _("Correct a lot"));
  gtk_widget_set_visible (self->opened_on, TRUE);
  gtk_widget_set_visible (self->why, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", FALSE);
  clinic_worker_run_async (clinic_desk_get_reader (desk), clinic_formulary_find_lot, g_memdup2 (&lot, sizeof lot), g_free,
                           g_object_unref, NULL, lot_read_cb, g_object_ref (self));
  clinic_present (GTK_WINDOW (self));
}
