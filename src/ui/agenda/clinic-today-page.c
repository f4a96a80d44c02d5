/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-today-page.h"

struct _ClinicTodayPage
{
  ClinicPage parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicTodayPage, clinic_today_page, CLINIC_TYPE_PAGE)

static void
clinic_today_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_TODAY_PAGE);

  G_OBJECT_CLASS (clinic_today_page_parent_class)->dispose (object);
}

static void
clinic_today_page_class_init (ClinicTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_today_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-today-page.ui");
}

static void
clinic_today_page_init (ClinicTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
clinic_today_page_new (ClinicDesk *desk)
{
  return g_object_new (CLINIC_TYPE_TODAY_PAGE, "desk", desk, NULL);
}
