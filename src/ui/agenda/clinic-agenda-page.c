/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-agenda-page.h"

struct _ClinicAgendaPage
{
  ClinicPage parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicAgendaPage, clinic_agenda_page, CLINIC_TYPE_PAGE)

static void
clinic_agenda_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_AGENDA_PAGE);

  G_OBJECT_CLASS (clinic_agenda_page_parent_class)->dispose (object);
}

static void
clinic_agenda_page_class_init (ClinicAgendaPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_agenda_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-agenda-page.ui");
}

static void
clinic_agenda_page_init (ClinicAgendaPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_agenda_page_show_day (ClinicAgendaPage *self,
                             const char       *date)
{
  g_return_if_fail (CLINIC_IS_AGENDA_PAGE (self));
}
