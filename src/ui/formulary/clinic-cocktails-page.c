/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-cocktails-page.h"

struct _ClinicCocktailsPage
{
  ClinicPage parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicCocktailsPage, clinic_cocktails_page, CLINIC_TYPE_PAGE)

static void
clinic_cocktails_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_COCKTAILS_PAGE);

  G_OBJECT_CLASS (clinic_cocktails_page_parent_class)->dispose (object);
}

static void
clinic_cocktails_page_class_init (ClinicCocktailsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_cocktails_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-cocktails-page.ui");
}

static void
clinic_cocktails_page_init (ClinicCocktailsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
clinic_cocktails_page_new (ClinicDesk *desk)
{
  return g_object_new (CLINIC_TYPE_COCKTAILS_PAGE, "desk", desk, NULL);
}
