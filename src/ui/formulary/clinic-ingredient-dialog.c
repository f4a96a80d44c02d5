/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-form-save.h"
#include "clinic-ingredient-dialog.h"
#include "clinic-ingredient-rows.h"
#include "clinic-ingredient-start.h"
#include "clinic-present.h"
#include "clinic-toast.h"

struct _ClinicIngredientDialog
{
  AdwWindow parent_instance;

  ClinicDesk     *desk;
  ClinicForm     *form;
  ClinicFormSave *save;
  ClinicNotice   *notice;
  AdwExpanderRow *groups;
  AdwExpanderRow *kinds;
};

G_DEFINE_FINAL_TYPE (ClinicIngredientDialog, clinic_ingredient_dialog, ADW_TYPE_WINDOW)

static void
saved_cb (ClinicIngredientDialog *self,
          ClinicRecord           *record,
          gint64                  operation)
{
  g_autofree char *text = g_strdup_printf (_("%s is saved"), CLINIC_INGREDIENT (record)->name);

  clinic_toast_show (GTK_WIDGET (self), text, operation);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicIngredientDialog *self = CLINIC_INGREDIENT_DIALOG (widget);
  ClinicIngredientStart *with;

  if (!clinic_form_save_check (self->save))
    return;

  with = g_new0 (ClinicIngredientStart, 1);
  with->links = clinic_ingredient_rows_read_groups (self->groups);
  with->contraindications = clinic_ingredient_rows_read_kinds (self->kinds);
  clinic_form_save_run (self->save, clinic_ingredient_start_save, with, clinic_ingredient_start_free);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(ClinicIngredientDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  ClinicIngredientStart *start = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);
  g_autoptr(ClinicRecord) draft = NULL;

  if (self->form != NULL && start == NULL)
    clinic_notice_set_error (self->notice, error);

  if (self->form != NULL && start != NULL)
    {
      draft = clinic_record_copy (CLINIC_RECORD (start->ingredient));
      clinic_form_save_set_base (self->save, CLINIC_RECORD (start->ingredient));
      clinic_form_set_record (self->form, draft, clinic_desk_get_today (self->desk));
      clinic_ingredient_rows_show_groups (self->groups, start->groups, start->links);
      clinic_ingredient_rows_show_kinds (self->kinds, start->kinds, start->contraindications);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", TRUE);
    }

  g_clear_pointer (&start, clinic_ingredient_start_free);
}

static void
clinic_ingredient_dialog_dispose (GObject *object)
{
  ClinicIngredientDialog *self = CLINIC_INGREDIENT_DIALOG (object);

  g_clear_object (&self->save);
  g_clear_object (&self->form);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_INGREDIENT_DIALOG);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_ingredient_dialog_parent_class)->dispose (object);
}

static void
clinic_ingredient_dialog_class_init (ClinicIngredientDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_ingredient_dialog_dispose;

  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/anagen/Anagen/ui/clinic-ingredient-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicIngredientDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicIngredientDialog, groups);
  gtk_widget_class_bind_template_child (widget_class, ClinicIngredientDialog, kinds);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.save", NULL);
}

static void
clinic_ingredient_dialog_init (ClinicIngredientDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_ingredient_dialog_present (GtkWidget  *parent,
                                  ClinicDesk *desk,
                                  gint64      ingredient)
{
  ClinicIngredientDialog *self = g_object_new (CLINIC_TYPE_INGREDIENT_DIALOG,
                                               "transient-for", gtk_widget_get_root (parent), NULL);

  self->desk = g_object_ref (desk);
  self->form = clinic_form_new (GTK_WIDGET (self), CLINIC_TYPE_INGREDIENT);
  self->save = clinic_form_save_new (desk, self->form, self->notice, "dialog.save");
  g_signal_connect_object (self->save, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_title (GTK_WINDOW (self), ingredient != 0 ? _("Ingredient") : _("New ingredient"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", FALSE);
  clinic_worker_run_async (clinic_desk_get_reader (desk), clinic_ingredient_start_read,
                           g_memdup2 (&ingredient, sizeof ingredient), g_free, clinic_ingredient_start_free, NULL,
                           read_cb, g_object_ref (self));
  clinic_present (GTK_WINDOW (self));
}
