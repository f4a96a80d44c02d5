/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-create-window.h"
#include "clinic-demonstration.h"
#include "clinic-welcome-private.h"

static void
founding_progress_cb (double   fraction,
                      gpointer user_data)
{
  ClinicWelcome *self = user_data;

  if (self->cancellable != NULL && self->progress != NULL)
    gtk_progress_bar_set_fraction (self->progress, fraction);
}

static void
founded_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ClinicWelcome) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *location = clinic_founding_finish (result, &error);

  clinic_welcome_set_busy (self, NULL);

  if (location != NULL)
    {
      clinic_welcome_open (self, location);
      return;
    }

  g_clear_pointer (&self->location, g_free);
  clinic_welcome_complain (self, error);
  gtk_window_present (GTK_WINDOW (self));
}

void
clinic_welcome_found (ClinicWelcome  *self,
                      ClinicFounding *founding)
{
  g_return_if_fail (CLINIC_IS_WELCOME (self));

  clinic_notice_set_error (self->notice, NULL);
  clinic_welcome_set_busy (self, founding->demonstration ? _("Inventing people and their visits…")
                                          : _("Setting up the clinic…"));
  clinic_founding_run_async (founding, founding_progress_cb, self->cancellable, founded_cb,
                             g_object_ref (self));
}

static void
make_demonstration (ClinicWelcome *self)
{
  ClinicFounding *founding = g_new0 (ClinicFounding, 1);

  founding->location = clinic_founding_demonstration ();
  founding->demonstration = TRUE;
  clinic_welcome_found (self, founding);
}

static void
demonstration_asked_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  ClinicWelcome *self = CLINIC_WELCOME (source);
  g_autofree char *location = clinic_founding_demonstration ();

  clinic_welcome_set_busy (self, NULL);

  if (clinic_demonstration_ask_finish (GTK_WINDOW (self), result))
    make_demonstration (self);
  else
    clinic_welcome_open (self, location);
}

void
clinic_welcome_demonstrate (ClinicWelcome *self,
                            gboolean       anew)
{
  g_autofree char *location = clinic_founding_demonstration ();

  g_return_if_fail (CLINIC_IS_WELCOME (self));

  if (anew || !g_file_test (location, G_FILE_TEST_EXISTS))
    {
      make_demonstration (self);
      return;
    }

  clinic_notice_set_error (self->notice, NULL);
  clinic_welcome_set_busy (self, _("Opening…"));
  clinic_demonstration_ask_async (GTK_WINDOW (self), location, demonstration_asked_cb, NULL);
}

static void
create_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  clinic_create_window_present (CLINIC_WELCOME (widget));
}

static void
demonstrate_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  clinic_welcome_demonstrate (CLINIC_WELCOME (widget), FALSE);
}

void
clinic_welcome_install_make (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "welcome.create", NULL, create_action);
  gtk_widget_class_install_action (widget_class, "welcome.demonstrate", NULL, demonstrate_action);
}
