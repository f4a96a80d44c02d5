/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-stage-picture.h"

#define WIDTH 84
#define HEIGHT 98

struct _ClinicStagePicture
{
  GtkWidget parent_instance;

  const ClinicScale *scale;
  char              *stage;
};

G_DEFINE_FINAL_TYPE (ClinicStagePicture, clinic_stage_picture, GTK_TYPE_WIDGET)

static void
clinic_stage_picture_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  ClinicStagePicture *self = CLINIC_STAGE_PICTURE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  GdkRGBA line;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &line);
  clinic_stage_draw (cr, width, height, self->scale, self->stage, &line,
                     adw_style_manager_get_dark (adw_style_manager_get_default ()));
  cairo_destroy (cr);
}

static void
clinic_stage_picture_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
clinic_stage_picture_finalize (GObject *object)
{
  g_free (CLINIC_STAGE_PICTURE (object)->stage);
  G_OBJECT_CLASS (clinic_stage_picture_parent_class)->finalize (object);
}

static void
clinic_stage_picture_class_init (ClinicStagePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = clinic_stage_picture_finalize;
  widget_class->snapshot = clinic_stage_picture_snapshot;
  widget_class->measure = clinic_stage_picture_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
clinic_stage_picture_init (ClinicStagePicture *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
clinic_stage_picture_new (const ClinicScale *scale,
                          const char        *stage)
{
  GtkWidget *self = g_object_new (CLINIC_TYPE_STAGE_PICTURE, NULL);

  clinic_stage_picture_set (CLINIC_STAGE_PICTURE (self), scale, stage);

  return self;
}

void
clinic_stage_picture_set (ClinicStagePicture *self,
                          const ClinicScale  *scale,
                          const char         *stage)
{
  g_return_if_fail (CLINIC_IS_STAGE_PICTURE (self));

  self->scale = scale;
  g_free (self->stage);
  self->stage = g_strdup (stage);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  stage != NULL ? stage : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
