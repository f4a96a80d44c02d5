/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-about.h"
#include "clinic-welcome-private.h"

static guint opened_signal;

G_DEFINE_FINAL_TYPE (ClinicWelcome, clinic_welcome, ADW_TYPE_APPLICATION_WINDOW)

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
  clinic_welcome_install_open (widget_class);
  clinic_welcome_install_make (widget_class);
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

void
clinic_welcome_set_busy (ClinicWelcome *self,
                         const char    *words)
{
  gboolean busy = words != NULL;

  gtk_stack_set_visible_child_name (self->stack, busy ? "wait" : "choose");
  gtk_progress_bar_set_text (self->progress, words);
  gtk_progress_bar_set_fraction (self->progress, 0);
  g_clear_object (&self->cancellable);
  self->cancellable = busy ? g_cancellable_new () : NULL;
}

void
clinic_welcome_tell_opened (ClinicWelcome *self,
                            ClinicDesk    *desk)
{
  g_signal_emit (self, opened_signal, 0, desk);
}
