/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-photo-load.h"
#include "clinic-photo-thumb.h"
#include "clinic-photo-timeline.h"

/* So far beyond the edge thumbnails are read, pixels. */
#define AHEAD 200

struct _ClinicPhotoTimeline
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkWidget *grid;
  GPtrArray *thumbs;          /* lent */
  guint      tick;
  gboolean   at_end;          /* the latest is to be shown first */
};

G_DEFINE_FINAL_TYPE (ClinicPhotoTimeline, clinic_photo_timeline, GTK_TYPE_WIDGET)

static gboolean
is_near (ClinicPhotoTimeline *self,
         GtkWidget           *thumb)
{
  graphene_rect_t bounds;
  graphene_rect_t window = GRAPHENE_RECT_INIT (-AHEAD, -AHEAD,
                                               gtk_widget_get_width (self->scrolled) + 2 * AHEAD,
                                               gtk_widget_get_height (self->scrolled) + 2 * AHEAD);

  return gtk_widget_compute_bounds (thumb, self->scrolled, &bounds) &&
         graphene_rect_intersection (&bounds, &window, NULL);
}

static gboolean
load_near_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       unused)
{
  ClinicPhotoTimeline *self = CLINIC_PHOTO_TIMELINE (widget);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));

  self->tick = 0;

  if (self->at_end && gtk_adjustment_get_upper (across) > 1)
    {
      self->at_end = FALSE;
      gtk_adjustment_set_value (across, gtk_adjustment_get_upper (across));
    }

  for (guint i = 0; i < self->thumbs->len; i++)
    {
      if (is_near (self, self->thumbs->pdata[i]))
        clinic_photo_thumb_load (self->thumbs->pdata[i]);
    }

  return G_SOURCE_REMOVE;
}

/* At the next frame: where everything is is known by then. */
static void
queue_load (ClinicPhotoTimeline *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), load_near_cb, NULL, NULL);
}

static void
clinic_photo_timeline_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  ClinicPhotoTimeline *self = CLINIC_PHOTO_TIMELINE (widget);

  gtk_widget_allocate (self->scrolled, width, height, baseline, NULL);
  queue_load (self);
}

static void
clinic_photo_timeline_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  gtk_widget_measure (CLINIC_PHOTO_TIMELINE (widget)->scrolled, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
clinic_photo_timeline_dispose (GObject *object)
{
  ClinicPhotoTimeline *self = CLINIC_PHOTO_TIMELINE (object);

  g_ptr_array_set_size (self->thumbs, 0);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);

  G_OBJECT_CLASS (clinic_photo_timeline_parent_class)->dispose (object);
}

static void
clinic_photo_timeline_finalize (GObject *object)
{
  g_ptr_array_unref (CLINIC_PHOTO_TIMELINE (object)->thumbs);

  G_OBJECT_CLASS (clinic_photo_timeline_parent_class)->finalize (object);
}

static void
clinic_photo_timeline_class_init (ClinicPhotoTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_photo_timeline_dispose;
  G_OBJECT_CLASS (klass)->finalize = clinic_photo_timeline_finalize;
  widget_class->size_allocate = clinic_photo_timeline_size_allocate;
  widget_class->measure = clinic_photo_timeline_measure;
  gtk_widget_class_set_css_name (widget_class, "photo-timeline");
}

static void
make_grid (ClinicPhotoTimeline *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 12);
  gtk_widget_set_halign (self->grid, GTK_ALIGN_START);
  gtk_widget_set_valign (self->grid, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->grid, 12);
  gtk_widget_set_margin_bottom (self->grid, 24);
  gtk_widget_set_margin_start (self->grid, 18);
  gtk_widget_set_margin_end (self->grid, 18);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->grid);
}

static void
clinic_photo_timeline_init (ClinicPhotoTimeline *self)
{
  GtkScrolledWindow *scrolled;

  self->thumbs = g_ptr_array_new ();
  self->scrolled = gtk_scrolled_window_new ();
  scrolled = GTK_SCROLLED_WINDOW (self->scrolled);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  make_grid (self);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (scrolled), "value-changed",
                           G_CALLBACK (queue_load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (scrolled), "value-changed",
                           G_CALLBACK (queue_load), self, G_CONNECT_SWAPPED);
}

static void
add_day (ClinicPhotoTimeline *self,
         ClinicPhoto         *photo,
         guint                column)
{
  g_autofree char *day = clinic_photo_dup_day (photo);
  GtkWidget *label = gtk_label_new (day);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (GTK_GRID (self->grid), label, column, 0, 1, 1);
}

static void
add_compare (GtkWidget   *box,
             ClinicPhoto *photo)
{
  GtkWidget *compare = gtk_button_new_with_mnemonic (_("Compare"));
  g_autofree char *label = NULL;

  /* Translators: %s is a view: Compare photos: vertex. */
  label = g_strdup_printf (_("Compare photos: %s"), clinic_photo_get_view_label (photo));
  gtk_widget_set_halign (compare, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (compare), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (compare, _("The first and the latest beside each other"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (compare), "photos.compare");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (compare), "s", photo->view);
  gtk_box_append (GTK_BOX (box), compare);
}

static void
add_row_head (ClinicPhotoTimeline *self,
              ClinicPhoto         *photo,
              guint                n_photos,
              guint                row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (clinic_photo_get_view_label (photo));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (box, 104, -1);

  if (n_photos > 1)
    add_compare (box, photo);

  gtk_grid_attach (GTK_GRID (self->grid), box, 0, row, 1, 1);
}

/* Several of one day and view lie below each other. */
static void
add_thumb (ClinicPhotoTimeline *self,
           ClinicDesk          *desk,
           ClinicPhoto         *photo,
           guint                column,
           guint                row)
{
  GtkWidget *cell = gtk_grid_get_child_at (GTK_GRID (self->grid), column, row);
  GtkWidget *thumb = clinic_photo_thumb_new (desk, photo);

  if (cell == NULL)
    {
      cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
      gtk_grid_attach (GTK_GRID (self->grid), cell, column, row, 1, 1);
    }

  gtk_box_append (GTK_BOX (cell), thumb);
  g_ptr_array_add (self->thumbs, thumb);
}

static void
add_row (ClinicPhotoTimeline *self,
         ClinicDesk          *desk,
         GPtrArray           *photos,
         const char          *view,
         guint                row)
{
  ClinicPhoto *first = NULL;
  guint n_photos = 0;
  guint column = 0;

  for (guint i = 0; i < photos->len; i++)
    {
      ClinicPhoto *photo = photos->pdata[i];

      if (i == 0 || strcmp (photo->taken_on, CLINIC_PHOTO (photos->pdata[i - 1])->taken_on) != 0)
        column++;

      if (g_strcmp0 (photo->view, view) != 0)
        continue;

      first = first != NULL ? first : photo;
      n_photos++;
      add_thumb (self, desk, photo, column, row);
    }

  if (first != NULL)
    add_row_head (self, first, n_photos, row);
}

void
clinic_photo_timeline_show (ClinicPhotoTimeline *self,
                            ClinicDesk          *desk,
                            GPtrArray           *photos)
{
  guint column = 0;
  guint row = 1;

  g_return_if_fail (CLINIC_IS_PHOTO_TIMELINE (self));

  g_ptr_array_set_size (self->thumbs, 0);
  make_grid (self);

  for (guint i = 0; i < photos->len; i++)
    {
      ClinicPhoto *photo = photos->pdata[i];

      if (i == 0 || strcmp (photo->taken_on, CLINIC_PHOTO (photos->pdata[i - 1])->taken_on) != 0)
        add_day (self, photo, ++column);
    }

  for (const ClinicChoice *view = clinic_photo_views; view->value != NULL; view++)
    add_row (self, desk, photos, view->value, row++);

  self->at_end = TRUE;
  queue_load (self);
}
