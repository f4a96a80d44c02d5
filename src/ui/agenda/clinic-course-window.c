/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-course-window.h"

struct _ClinicCourseWindow
{
  AdwWindow parent_instance;

  ClinicDesk *desk;
};

G_DEFINE_FINAL_TYPE (ClinicCourseWindow, clinic_course_window, ADW_TYPE_WINDOW)

static void
clinic_course_window_dispose (GObject *object)
{
  ClinicCourseWindow *self = CLINIC_COURSE_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_COURSE_WINDOW);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_course_window_parent_class)->dispose (object);
}

static void
clinic_course_window_class_init (ClinicCourseWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_course_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-course-window.ui");
}

static void
clinic_course_window_init (ClinicCourseWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_course_window_present (GtkWidget  *parent,
                              ClinicDesk *desk,
                              gint64      patient,
                              const char *first)
{
  ClinicCourseWindow *self = g_object_new (CLINIC_TYPE_COURSE_WINDOW,
                                           "transient-for", gtk_widget_get_root (parent),
                                           NULL);

  self->desk = g_object_ref (desk);
  gtk_window_present (GTK_WINDOW (self));
}
