/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choose-file.h"
#include "clinic-welcome-private.h"

/* Where a clinic should be on this machine, and nothing is. */
static gboolean
is_missing (const char *location)
{
  return location != NULL && strstr (location, "://") == NULL &&
         !g_file_test (location, G_FILE_TEST_EXISTS);
}

void
clinic_welcome_complain (ClinicWelcome *self,
                         const GError  *error)
{
  g_return_if_fail (CLINIC_IS_WELCOME (self));

  clinic_notice_set_error (self->notice, error);

  if (is_missing (self->location))
    {
      g_autofree char *words = g_strdup_printf (_("There is no clinic at “%s”. It may have been moved, or its disk is "
                                                  "not connected. Open it where it is now, or create a new one."),
                                                self->location);

      clinic_notice_set_text (self->notice, "error", words);
    }

  clinic_notice_set_button (self->notice, self->location != NULL ? _("_Try again") : NULL,
                            "welcome.retry");
}

static void
desk_opened_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(ClinicWelcome) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDesk) desk = clinic_desk_open_finish (result, &error);

  clinic_welcome_set_busy (self, NULL);

  if (desk != NULL)
    clinic_welcome_tell_opened (self, desk);
  else
    {
      clinic_welcome_complain (self, error);
      gtk_window_present (GTK_WINDOW (self));
    }
}

void
clinic_welcome_open (ClinicWelcome *self,
                     const char    *location)
{
  g_return_if_fail (CLINIC_IS_WELCOME (self));
  g_return_if_fail (location != NULL);

  if (self->location != location)
    {
      g_free (self->location);
      self->location = g_strdup (location);
    }

  clinic_notice_set_error (self->notice, NULL);
  clinic_welcome_set_busy (self, _("Opening…"));
  clinic_desk_open_async (self->location, self->cancellable, desk_opened_cb, g_object_ref (self));
}

void
clinic_welcome_wait (ClinicWelcome *self,
                     const char    *location,
                     GCancellable  *cancellable)
{
  g_return_if_fail (CLINIC_IS_WELCOME (self));
  g_return_if_fail (location != NULL);

  g_free (self->location);
  self->location = g_strdup (location);
  clinic_welcome_set_busy (self, cancellable != NULL ? _("Opening…") : NULL);
  g_set_object (&self->cancellable, cancellable);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  ClinicWelcome *self = CLINIC_WELCOME (source);
  g_autoptr(GFile) file = clinic_choose_file_finish (GTK_WIDGET (self), result);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    clinic_welcome_open (self, path);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  clinic_choose_file_async (widget, _("Open a clinic"), FALSE, NULL, _("Clinics"), "*.anagen",
                            file_chosen_cb, NULL);
}

static void
retry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ClinicWelcome *self = CLINIC_WELCOME (widget);

  if (self->location != NULL)
    clinic_welcome_open (self, self->location);
}

void
clinic_welcome_install_open (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "welcome.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "welcome.retry", NULL, retry_action);
}
