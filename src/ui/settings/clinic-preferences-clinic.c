/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-preferences-private.h"
#include "clinic-setup.h"
#include "clinic-toast.h"

static gboolean
save_clinic (ClinicAct     *act,
             ClinicRecord  *clinic,
             gpointer       with,
             GError       **error)
{
  return clinic_clinic_save (act, CLINIC_CLINIC (clinic), error) != 0;
}

static void
saved_cb (ClinicPreferences *self,
          ClinicRecord      *clinic,
          gint64             operation)
{
  g_autoptr(ClinicRecord) draft = clinic_record_copy (clinic);

  clinic_form_set_record (self->form, draft, clinic_desk_get_today (self->desk));
  clinic_toast_show (GTK_WIDGET (self), _("Saved"), 0);
}

static void
save_clinic_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ClinicFormSave *form_save = CLINIC_PREFERENCES (widget)->save;

  if (clinic_form_save_check (form_save))
    clinic_form_save_run (form_save, save_clinic, NULL, NULL);
}

void
clinic_preferences_install_clinic (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "preferences.save-clinic", NULL,
                                   save_clinic_action);
}

void
clinic_preferences_show_clinic (ClinicPreferences *self)
{
  g_autoptr(ClinicRecord) draft = clinic_record_copy (CLINIC_RECORD (clinic_desk_get_clinic (self->desk)));
  gboolean may = clinic_desk_may (self->desk, "setting.save");

  self->form = clinic_form_new (self->clinic_group, CLINIC_TYPE_CLINIC);
  self->save = clinic_form_save_new (self->desk, self->form, self->notice, "preferences.save-clinic");
  g_signal_connect_object (self->save, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  clinic_form_set_record (self->form, draft, clinic_desk_get_today (self->desk));
  gtk_widget_set_sensitive (self->clinic_group, may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preferences.save-clinic", may);

  if (!may)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->clinic_group),
                                           _("Managers and owners may change this."));
}
