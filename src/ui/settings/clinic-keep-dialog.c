/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "clinic-form.h"
#include "clinic-hours-row.h"
#include "clinic-keep-dialog.h"
#include "clinic-notice.h"
#include "clinic-present.h"
#include "clinic-room.h"
#include "clinic-setup.h"
#include "clinic-toast.h"

static const char * const role_names[] = { "receptionist", "practitioner", "manager", "owner" };

struct _ClinicKeepDialog
{
  AdwWindow parent_instance;

  ClinicDesk   *desk;
  ClinicForm   *form;
  ClinicNotice *notice;
  GtkWidget    *name;
  GtkWidget    *hours;
  GtkWidget    *roles;
  GtkButton    *save_button;
};

G_DEFINE_FINAL_TYPE (ClinicKeepDialog, clinic_keep_dialog, ADW_TYPE_WINDOW)

static gpointer
save (ClinicAct  *act,
      gpointer    data,
      GError    **error)
{
  ClinicRecord *record = data;
  gint64 id = CLINIC_IS_STAFF (record) ? clinic_staff_save (act, CLINIC_STAFF (record), error)
                                       : clinic_room_save (act, CLINIC_ROOM (record), error);

  return id != 0 ? g_object_ref (record) : NULL;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ClinicKeepDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 operation;
  g_autoptr(ClinicRecord) record = clinic_desk_run_finish (CLINIC_DESK (source), result, NULL,
                                                           &operation, &error);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "keep.save", TRUE);

  if (record != NULL)
    {
      clinic_toast_show (GTK_WIDGET (self), _("Saved"), operation);
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (self->form != NULL && !clinic_form_show_error (self->form, error))
    clinic_notice_set_error (self->notice, error);
}

static GtkCheckButton *
get_check (ClinicKeepDialog *self,
           const char       *role)
{
  GObject *check = gtk_widget_get_template_child (GTK_WIDGET (self), CLINIC_TYPE_KEEP_DIALOG,
                                                  role);

  return GTK_CHECK_BUTTON (check);
}

/* Roles are words in one field. */
static void
take_roles (ClinicKeepDialog *self,
            ClinicRecord     *record)
{
  g_autoptr(GString) roles = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (role_names); i++)
    {
      if (gtk_check_button_get_active (get_check (self, role_names[i])))
        g_string_append_printf (roles, "%s%s", roles->len > 0 ? " " : "", role_names[i]);
    }

  g_object_set (record, "roles", roles->str, NULL);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicKeepDialog *self = CLINIC_KEEP_DIALOG (widget);
  ClinicRecord *record = clinic_form_get_record (self->form);
  g_autoptr(GError) error = NULL;

  clinic_notice_set_error (self->notice, NULL);

  if (CLINIC_IS_STAFF (record))
    take_roles (self, record);

  if (!clinic_form_validate (self->form, clinic_desk_get_today (self->desk), &error))
    {
      clinic_notice_set_error (self->notice, error);
      return;
    }

  gtk_widget_action_set_enabled (widget, "keep.save", FALSE);
  clinic_desk_run_async (self->desk, save, clinic_record_copy (record), g_object_unref,
                         g_object_unref, saved_cb, g_object_ref (self));
}

static void
clinic_keep_dialog_dispose (GObject *object)
{
  ClinicKeepDialog *self = CLINIC_KEEP_DIALOG (object);

  g_clear_object (&self->form);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_KEEP_DIALOG);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_keep_dialog_parent_class)->dispose (object);
}

static void
clinic_keep_dialog_class_init (ClinicKeepDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_keep_dialog_dispose;

  g_type_ensure (CLINIC_TYPE_HOURS_ROW);
  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-keep-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicKeepDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicKeepDialog, name);
  gtk_widget_class_bind_template_child (widget_class, ClinicKeepDialog, hours);
  gtk_widget_class_bind_template_child (widget_class, ClinicKeepDialog, roles);
  gtk_widget_class_bind_template_child (widget_class, ClinicKeepDialog, save_button);

  for (guint i = 0; i < G_N_ELEMENTS (role_names); i++)
    gtk_widget_class_bind_template_child_full (widget_class, role_names[i], FALSE, 0);

  gtk_widget_class_install_action (widget_class, "keep.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_keep_dialog_init (ClinicKeepDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->save_button));
}

static void
show_roles (ClinicKeepDialog *self,
            const char       *roles)
{
  g_auto(GStrv) words = g_strsplit (roles != NULL ? roles : "", " ", -1);

  for (guint i = 0; i < G_N_ELEMENTS (role_names); i++)
    gtk_check_button_set_active (get_check (self, role_names[i]),
                                 g_strv_contains ((const char * const *) words, role_names[i]));
}

static void
set_title (ClinicKeepDialog *self,
           ClinicRecord     *record)
{
  gboolean new = clinic_record_get_id (record) == 0;

  if (CLINIC_IS_STAFF (record))
    gtk_window_set_title (GTK_WINDOW (self), new ? _("Somebody new") : _("Person"));
  else
    gtk_window_set_title (GTK_WINDOW (self), new ? _("A new room") : _("Room"));
}

void
clinic_keep_dialog_present (GtkWidget    *parent,
                            ClinicDesk   *desk,
                            ClinicRecord *record)
{
  g_autoptr(ClinicRecord) draft = NULL;
  ClinicKeepDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (CLINIC_IS_STAFF (record) || CLINIC_IS_ROOM (record));

  self = g_object_new (CLINIC_TYPE_KEEP_DIALOG, "transient-for", gtk_widget_get_root (parent),
                       NULL);
  self->desk = g_object_ref (desk);
  self->form = clinic_form_new (GTK_WIDGET (self), G_OBJECT_TYPE (record));
  draft = clinic_record_copy (record);
  clinic_form_set_record (self->form, draft, clinic_desk_get_today (desk));
  gtk_widget_set_visible (self->hours, CLINIC_IS_STAFF (record));
  gtk_widget_set_visible (self->roles, CLINIC_IS_STAFF (record));
  show_roles (self, CLINIC_IS_STAFF (record) ? CLINIC_STAFF (record)->roles : NULL);
  set_title (self, record);
  gtk_window_set_default_size (GTK_WINDOW (self), 440, CLINIC_IS_STAFF (record) ? 520 : 200);
  gtk_widget_grab_focus (self->name);
  clinic_present (GTK_WINDOW (self));
}
