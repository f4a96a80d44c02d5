/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-about.h"
#include "clinic-choose-file.h"
#include "clinic-create-window.h"
#include "clinic-demonstration.h"
#include "clinic-notice.h"
#include "clinic-welcome.h"

struct _ClinicWelcome
{
  AdwApplicationWindow parent_instance;

  GCancellable   *cancellable;      /* of what is under way; NULL: nothing */
  char           *location;         /* tried last */
  ClinicNotice   *notice;
  GtkStack       *stack;
  GtkProgressBar *progress;
};

static guint opened_signal;

G_DEFINE_FINAL_TYPE (ClinicWelcome, clinic_welcome, ADW_TYPE_APPLICATION_WINDOW)

static void
set_busy (ClinicWelcome *self,
          const char    *words)
{
  gboolean busy = words != NULL;

  gtk_stack_set_visible_child_name (self->stack, busy ? "wait" : "choose");
  gtk_progress_bar_set_text (self->progress, words);
  gtk_progress_bar_set_fraction (self->progress, 0);
  g_clear_object (&self->cancellable);
  self->cancellable = busy ? g_cancellable_new () : NULL;
}

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

  set_busy (self, NULL);

  if (desk != NULL)
    g_signal_emit (self, opened_signal, 0, desk);
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
  set_busy (self, _("Opening…"));
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
  set_busy (self, cancellable != NULL ? _("Opening…") : NULL);
  g_set_object (&self->cancellable, cancellable);
}

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

  set_busy (self, NULL);

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
  set_busy (self, founding->demonstration ? _("Inventing people and their visits…")
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

  set_busy (self, NULL);

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
  set_busy (self, _("Opening…"));
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
demonstrate_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  clinic_welcome_demonstrate (CLINIC_WELCOME (widget), FALSE);
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

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_cancellable_cancel (CLINIC_WELCOME (widget)->cancellable);
}

static void
about_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  clinic_about_present (widget);
}

static gboolean
clinic_welcome_close_request (GtkWindow *window)
{
  g_cancellable_cancel (CLINIC_WELCOME (window)->cancellable);

  return GTK_WINDOW_CLASS (clinic_welcome_parent_class)->close_request (window);
}

static void
clinic_welcome_dispose (GObject *object)
{
  ClinicWelcome *self = CLINIC_WELCOME (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_WELCOME);

  G_OBJECT_CLASS (clinic_welcome_parent_class)->dispose (object);
}

static void
clinic_welcome_finalize (GObject *object)
{
  g_free (CLINIC_WELCOME (object)->location);

  G_OBJECT_CLASS (clinic_welcome_parent_class)->finalize (object);
}

static void
clinic_welcome_class_init (ClinicWelcomeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_welcome_dispose;
  object_class->finalize = clinic_welcome_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = clinic_welcome_close_request;

  opened_signal = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, CLINIC_TYPE_DESK);

  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicWelcome, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicWelcome, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicWelcome, progress);
  gtk_widget_class_install_action (widget_class, "welcome.create", NULL, create_action);
  gtk_widget_class_install_action (widget_class, "welcome.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "welcome.demonstrate", NULL, demonstrate_action);
  gtk_widget_class_install_action (widget_class, "welcome.retry", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "welcome.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "welcome.about", NULL, about_action);
}

static void
clinic_welcome_init (ClinicWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

ClinicWelcome *
clinic_welcome_new (GtkApplication *application)
{
  return g_object_new (CLINIC_TYPE_WELCOME, "application", application, NULL);
}
