/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-notice.h"
#include "clinic-photo-board.h"
#include "clinic-photo-canvas.h"
#include "clinic-photo-export.h"
#include "clinic-photo-load.h"
#include "clinic-photo-seen.h"

struct _ClinicPhotoBoard
{
  GtkWidget parent_instance;

  ClinicDesk        *desk;
  GPtrArray         *photos;
  GCancellable      *cancellable[CLINIC_PHOTO_SIDES];
  GHashTable        *seen;          /* photos that it was noted of since this was opened */
  ClinicPhotoPair   *pair;
  gboolean           showing;       /* what is shown follows, and does not lead */

  GtkWidget         *box;
  ClinicNotice      *notice;
  ClinicPhotoCanvas *canvas;
  GtkDropDown       *left;
  GtkDropDown       *right;
  GtkWidget         *choosers;
  GtkRange          *position;
  GtkLabel          *hint;
  GtkWidget         *spinner;
};

G_DEFINE_FINAL_TYPE (ClinicPhotoBoard, clinic_photo_board, GTK_TYPE_WIDGET)

static ClinicPhoto *
get_photo (ClinicPhotoBoard * self,
           guint side)
{
  return self->photos->pdata[gtk_drop_down_get_selected (side == 0 ? self->left : self->right)];
}

/* What the picture says in words, for who does not see it. */
static void
describe (ClinicPhotoBoard *self)
{
  g_autofree char *left = clinic_photo_dup_day (get_photo (self, 0));
  g_autofree char *right = clinic_photo_dup_day (get_photo (self, 1));
  g_autofree char *words =
    clinic_photo_pair_get_mode (self->pair) == CLINIC_PHOTO_ONE
    ? g_strdup_printf (_("Photo: %s, %s"), clinic_photo_get_view_label (get_photo (self, 0)), left)
    : g_strdup_printf (_("Photos: %s, %s, and %s, %s"), clinic_photo_get_view_label (get_photo (self, 0)), left,
                       clinic_photo_get_view_label (get_photo (self, 1)), right);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_pair (ClinicPhotoBoard *self)
{
  ClinicPhotoMode mode = clinic_photo_pair_get_mode (self->pair);
  const char *hint = clinic_photo_pair_get_hint (self->pair);
  gboolean over = mode == CLINIC_PHOTO_SLIDER || mode == CLINIC_PHOTO_OVERLAY;

  self->showing = TRUE;
  gtk_range_set_value (self->position, clinic_photo_pair_get_position (self->pair) * 100);
  self->showing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->right), mode != CLINIC_PHOTO_ONE);
  gtk_widget_set_visible (GTK_WIDGET (self->position), over);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->position), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mode == CLINIC_PHOTO_OVERLAY ? _("How strong the right photo is")
                                                               : _("Where the line between the photos is"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  gtk_label_set_label (self->hint, hint != NULL ? hint : "");

  if (self->photos != NULL)
    describe (self);
}

static void
position_cb (ClinicPhotoBoard *self)
{
  if (!self->showing)
    clinic_photo_pair_set_position (self->pair, gtk_range_get_value (self->position) / 100);
}

typedef struct
{
  ClinicPhotoBoard *board;
  guint             side;
} Loading;

typedef struct
{
  ClinicPhotoBoard *board;
  gint64            photo;
} Seeing;

static void
image_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Loading *loading = user_data;
  g_autoptr(ClinicPhotoBoard) self = loading->board;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicPhotoImage) image = clinic_photo_image_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->notice == NULL)
    return;

  gtk_widget_set_visible (self->spinner, FALSE);
  clinic_notice_set_error (self->notice, error);
  clinic_photo_canvas_set_image (self->canvas, loading->side, image);
}

static void
load_image (ClinicPhotoBoard *self,
            guint             side)
{
  Loading *loading = g_new0 (Loading, 1);

  loading->board = g_object_ref (self);
  loading->side = side;
  clinic_photo_image_async (self->desk, get_photo (self, side)->content, self->cancellable[side], image_cb, loading);
}

/* What the trail does not know is not shown. Another photo may have been chosen meanwhile: that one
 * waits for its own row. */
static void
seen_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree Seeing *seeing = user_data;
  g_autoptr(ClinicPhotoBoard) self = seeing->board;
  g_autoptr(GError) error = NULL;
  gboolean noted = clinic_photo_seen_finish (source, result, &error);

  if (self->notice == NULL)
    return;

  if (!noted)
    {
      g_hash_table_remove (self->seen, &seeing->photo);
      gtk_widget_set_visible (self->spinner, FALSE);
      clinic_notice_set_error (self->notice, error);
      return;
    }

  g_hash_table_insert (self->seen, g_memdup2 (&seeing->photo, sizeof seeing->photo), GINT_TO_POINTER (TRUE));

  for (guint side = 0; side < CLINIC_PHOTO_SIDES; side++)
    {
      if (clinic_record_get_id (CLINIC_RECORD (get_photo (self, side))) == seeing->photo)
        load_image (self, side);
    }
}

static void
load (ClinicPhotoBoard *self,
      guint             side)
{
  ClinicPhoto *photo = get_photo (self, side);
  gint64 id = clinic_record_get_id (CLINIC_RECORD (photo));
  Seeing *seeing;

  g_cancellable_cancel (self->cancellable[side]);
  g_clear_object (&self->cancellable[side]);
  self->cancellable[side] = g_cancellable_new ();
  /* Nothing of the photo before may stand under the name of the new one. */
  clinic_photo_canvas_set_image (self->canvas, side, NULL);
  gtk_widget_set_visible (self->spinner, TRUE);

  if (g_hash_table_lookup (self->seen, &id))
    {
      load_image (self, side);
      return;
    }

  /* It is being noted already, for the other side. */
  if (!g_hash_table_insert (self->seen, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (FALSE)))
    return;

  seeing = g_new0 (Seeing, 1);
  seeing->board = g_object_ref (self);
  seeing->photo = id;
  clinic_photo_seen_async (self->desk, photo->patient_id, id, seen_cb, seeing);
}

static void
chosen_cb (ClinicPhotoBoard  *self,
           GParamSpec        *pspec,
           GtkDropDown       *chooser)
{
  load (self, chooser == self->left ? 0 : 1);
  describe (self);
}

static void
clinic_photo_board_dispose (GObject *object)
{
  ClinicPhotoBoard *self = CLINIC_PHOTO_BOARD (object);

  for (guint i = 0; i < CLINIC_PHOTO_SIDES; i++)
    {
      g_cancellable_cancel (self->cancellable[i]);
      g_clear_object (&self->cancellable[i]);
    }

  if (self->pair != NULL)
    g_signal_handlers_disconnect_by_data (self->pair, self);

  self->pair = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_PHOTO_BOARD);
  g_clear_pointer (&self->photos, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_photo_board_parent_class)->dispose (object);
}

static void
clinic_photo_board_class_init (ClinicPhotoBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_photo_board_dispose;
  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_PHOTO_CANVAS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/anagen/Anagen/ui/clinic-photo-board.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoBoard, box);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoBoard, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoBoard, canvas);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoBoard, left);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoBoard, right);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoBoard, choosers);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoBoard, position);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoBoard, hint);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoBoard, spinner);
  gtk_widget_class_bind_template_callback (widget_class, position_cb);
}

/* Left is left, before is before, in every language. */
static void
clinic_photo_board_init (ClinicPhotoBoard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_set_direction (self->choosers, GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (GTK_WIDGET (self->position), GTK_TEXT_DIR_LTR);
  self->pair = clinic_photo_canvas_get_pair (self->canvas);
  g_signal_connect_object (self->pair, "changed", G_CALLBACK (show_pair), self, G_CONNECT_SWAPPED);
  show_pair (self);
}

static void
fill_chooser (ClinicPhotoBoard  *self,
              GtkDropDown       *chooser,
              guint              chosen)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->photos->len; i++)
    {
      g_autofree char *day = clinic_photo_dup_day (self->photos->pdata[i]);
      g_autofree char *name = g_strdup_printf (_("%s, %s"), clinic_photo_get_view_label (self->photos->pdata[i]),
                                               day);

      gtk_string_list_append (names, name);
    }

  gtk_drop_down_set_model (chooser, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (chooser, chosen);
  g_signal_connect_object (chooser, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

void
clinic_photo_board_show (ClinicPhotoBoard *self,
                         ClinicDesk       *desk,
                         GPtrArray        *photos,
                         guint             left,
                         guint             right)
{
  g_return_if_fail (CLINIC_IS_PHOTO_BOARD (self) && self->photos == NULL);
  g_return_if_fail (left < photos->len && right < photos->len);

  self->desk = g_object_ref (desk);
  self->photos = g_ptr_array_ref (photos);
  fill_chooser (self, self->left, left);
  fill_chooser (self, self->right, right);
  load (self, 0);
  load (self, 1);
  show_pair (self);
}

ClinicPhotoPair *
clinic_photo_board_get_pair (ClinicPhotoBoard *self)
{
  g_return_val_if_fail (CLINIC_IS_PHOTO_BOARD (self), NULL);

  return self->pair;
}

ClinicPhoto *
clinic_photo_board_get_photo (ClinicPhotoBoard *self)
{
  g_return_val_if_fail (CLINIC_IS_PHOTO_BOARD (self), NULL);

  return get_photo (self, 0);
}

void
clinic_photo_board_save (ClinicPhotoBoard *self,
                         const char       *suffix)
{
  g_return_if_fail (CLINIC_IS_PHOTO_BOARD (self));

  clinic_photo_export (GTK_WIDGET (self), self->desk, self->pair, get_photo (self, 0), get_photo (self, 1), suffix);
}

gboolean
clinic_photo_board_is_whole (ClinicPhotoBoard *self)
{
  int width, height;

  g_return_val_if_fail (CLINIC_IS_PHOTO_BOARD (self), FALSE);

  for (guint side = 0; side < CLINIC_PHOTO_SIDES; side++)
    {
      clinic_photo_pair_get_size (self->pair, side, &width, &height);

      if (width == 0)
        return FALSE;
    }

  return TRUE;
}

void
clinic_photo_board_tell (ClinicPhotoBoard *self,
                         const GError     *error)
{
  g_return_if_fail (CLINIC_IS_PHOTO_BOARD (self));

  if (self->notice != NULL)
    clinic_notice_set_error (self->notice, error);
}

void
clinic_photo_board_start (ClinicPhotoBoard *self)
{
  g_return_if_fail (CLINIC_IS_PHOTO_BOARD (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}
