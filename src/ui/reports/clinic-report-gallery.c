/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-report-card.h"
#include "clinic-report-gallery.h"
#include "clinic-report-memory.h"
#include "clinic-rights.h"

struct _ClinicReportGallery
{
  AdwBin parent_instance;

  GtkFlowBox *cards;
  ClinicDesk *desk;
  GPtrArray  *reports;          /* Offer, one a card */
};

typedef struct
{
  char *name;
  char *right;          /* that whoever makes it needs */
} Offer;

G_DEFINE_FINAL_TYPE (ClinicReportGallery, clinic_report_gallery, ADW_TYPE_BIN)

static void
offer_free (gpointer data)
{
  Offer *offer = data;

  g_free (offer->name);
  g_free (offer->right);
  g_free (offer);
}

static GtkWidget *
get_cell (ClinicReportGallery *self,
          guint                i)
{
  return GTK_WIDGET (gtk_flow_box_get_child_at_index (self->cards, (int) i));
}

/* One may have been made since it was seen last. */
static void
clinic_report_gallery_map (GtkWidget *widget)
{
  ClinicReportGallery *self = CLINIC_REPORT_GALLERY (widget);

  for (guint i = 0; self->desk != NULL && i < self->reports->len; i++)
    {
      Offer *offer = self->reports->pdata[i];
      GtkWidget *card = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (get_cell (self, i)));
      g_autofree char *made =
        clinic_report_memory_dup_made (clinic_desk_get_location (self->desk), offer->name);

      clinic_report_card_set_made (CLINIC_REPORT_CARD (card), made,
                                   clinic_desk_get_today (self->desk));
    }

  GTK_WIDGET_CLASS (clinic_report_gallery_parent_class)->map (widget);
}

static void
clinic_report_gallery_dispose (GObject *object)
{
  g_clear_object (&CLINIC_REPORT_GALLERY (object)->desk);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_REPORT_GALLERY);

  G_OBJECT_CLASS (clinic_report_gallery_parent_class)->dispose (object);
}

static void
clinic_report_gallery_finalize (GObject *object)
{
  g_ptr_array_unref (CLINIC_REPORT_GALLERY (object)->reports);

  G_OBJECT_CLASS (clinic_report_gallery_parent_class)->finalize (object);
}

static void
clinic_report_gallery_class_init (ClinicReportGalleryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_report_gallery_dispose;
  G_OBJECT_CLASS (klass)->finalize = clinic_report_gallery_finalize;
  widget_class->map = clinic_report_gallery_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-report-gallery.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicReportGallery, cards);
}

static void
clinic_report_gallery_init (ClinicReportGallery *self)
{
  g_auto(GStrv) names = clinic_report_list ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->reports = g_ptr_array_new_with_free_func (offer_free);

  for (char **name = names; *name != NULL; name++)
    {
      g_autoptr(ClinicReport) report = clinic_report_load (*name, NULL);
      Offer *offer;

      if (report == NULL)
        continue;

      gtk_flow_box_append (self->cards, clinic_report_card_new (report));
      offer = g_new (Offer, 1);
      offer->name = g_strdup (*name);
      offer->right = g_strdup (clinic_report_get_right (report));
      g_ptr_array_add (self->reports, offer);
    }

  /* The cards are what is focused, not the cells they lie in. */
  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    gtk_widget_set_focusable (cell, FALSE);
}

static void
actor_cb (ClinicReportGallery *self,
          GParamSpec          *pspec,
          ClinicDesk          *desk)
{
  for (guint i = 0; i < self->reports->len; i++)
    {
      Offer *offer = self->reports->pdata[i];

      gtk_widget_set_visible (get_cell (self, i), clinic_desk_may (desk, offer->right));
    }
}

void
clinic_report_gallery_set_desk (ClinicReportGallery *self,
                                ClinicDesk          *desk)
{
  g_return_if_fail (CLINIC_IS_REPORT_GALLERY (self) && CLINIC_IS_DESK (desk));

  g_set_object (&self->desk, desk);
  g_signal_connect_object (desk, "notify::actor", G_CALLBACK (actor_cb), self, G_CONNECT_SWAPPED);
  actor_cb (self, NULL, desk);
}

gboolean
clinic_report_gallery_allows (ClinicDesk   *desk,
                              ClinicReport *report)
{
  return report == NULL || (clinic_desk_may (desk, "report.run") &&
                            clinic_desk_may (desk, clinic_report_get_right (report)));
}

ClinicReport *
clinic_report_gallery_load (ClinicDesk  *desk,
                            const char  *name,
                            GError     **error)
{
  g_autoptr(ClinicReport) report = clinic_report_load (name, error);
  g_autofree char *words = NULL;

  if (report == NULL || clinic_report_gallery_allows (desk, report))
    return g_steal_pointer (&report);

  words = clinic_rights_dup_refusal (clinic_report_get_right (report));
  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_DENIED, words);

  return NULL;
}
