/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-report-card.h"
#include "clinic-report-gallery.h"

struct _ClinicReportGallery
{
  AdwBin parent_instance;

  GtkFlowBox *cards;
};

G_DEFINE_FINAL_TYPE (ClinicReportGallery, clinic_report_gallery, ADW_TYPE_BIN)

static void
clinic_report_gallery_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_REPORT_GALLERY);

  G_OBJECT_CLASS (clinic_report_gallery_parent_class)->dispose (object);
}

static void
clinic_report_gallery_class_init (ClinicReportGalleryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_report_gallery_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-report-gallery.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicReportGallery, cards);
}

static void
clinic_report_gallery_init (ClinicReportGallery *self)
{
  g_auto(GStrv) names = clinic_report_list ();

  gtk_widget_init_template (GTK_WIDGET (self));

  for (char **name = names; *name != NULL; name++)
    {
      g_autoptr(ClinicReport) report = clinic_report_load (*name, NULL);

      if (report != NULL)
        gtk_flow_box_append (self->cards, clinic_report_card_new (report));
    }

  /* The cards are what is focused, not the cells they lie in. */
  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    gtk_widget_set_focusable (cell, FALSE);
}
