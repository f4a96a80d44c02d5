/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-photo-board.h"
#include "clinic-photo-keep.h"
#include "clinic-photo-patient.h"
#include "clinic-photo-tags.h"
#include "clinic-photo-window.h"
#include "clinic-present.h"
#include "clinic-toast.h"

struct _ClinicPhotoWindow
{
  AdwWindow parent_instance;

  ClinicDesk       *desk;
  ClinicPhotoPair  *pair;
  gboolean          showing;        /* what is shown follows, and does not lead */
  gboolean          compared;       /* two photos were there to be seen */

  AdwWindowTitle   *title;
  ClinicPhotoBoard *board;
  GtkToggleButton  *one;
  GtkToggleButton  *side;
  GtkToggleButton  *slider;
  GtkToggleButton  *overlay;
};

G_DEFINE_FINAL_TYPE (ClinicPhotoWindow, clinic_photo_window, ADW_TYPE_WINDOW)

static guint compared_signal;

/* Both were read, and stand beside or over each other. */
static void
tell_compared (ClinicPhotoWindow *self)
{
  cairo_matrix_t place;

  if (self->compared || clinic_photo_pair_get_mode (self->pair) == CLINIC_PHOTO_ONE ||
      !clinic_photo_pair_place (self->pair, 0, 1, 1, &place) || !clinic_photo_pair_place (self->pair, 1, 1, 1, &place))
    return;

  self->compared = TRUE;
  g_signal_emit (self, compared_signal, 0);
}

static void
show_pair (ClinicPhotoWindow *self)
{
  GtkToggleButton *modes[] = { self->one, self->side, self->slider, self->overlay };
  ClinicPhotoMode mode = clinic_photo_pair_get_mode (self->pair);
  gboolean aligning = clinic_photo_pair_wanted_side (self->pair) >= 0;

  self->showing = TRUE;
  gtk_toggle_button_set_active (modes[mode], TRUE);
  self->showing = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo-window.align", mode != CLINIC_PHOTO_ONE && !aligning);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo-window.save",
                                 mode != CLINIC_PHOTO_ONE && clinic_photo_board_is_whole (self->board) &&
                                 self->desk != NULL && clinic_desk_may (self->desk, "photo.export"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo-window.reset-align",
                                 aligning || clinic_photo_pair_get_aligned (self->pair));
  tell_compared (self);
}

static void
mode_cb (ClinicPhotoWindow *self,
         GParamSpec        *pspec,
         GtkToggleButton   *button)
{
  GtkToggleButton *modes[] = { self->one, self->side, self->slider, self->overlay };

  for (guint i = 0; !self->showing && gtk_toggle_button_get_active (button) && i < G_N_ELEMENTS (modes); i++)
    {
      if (modes[i] == button)
        clinic_photo_pair_set_mode (self->pair, i);
    }
}

static void
align_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ClinicPhotoWindow *self = CLINIC_PHOTO_WINDOW (widget);

  clinic_photo_pair_begin_align (self->pair);
  clinic_photo_board_start (self->board);
}

static void
reset_align_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  clinic_photo_pair_stop_align (CLINIC_PHOTO_WINDOW (widget)->pair);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  clinic_photo_board_save (CLINIC_PHOTO_WINDOW (widget)->board, g_variant_get_string (parameter, NULL));
}

static void
tags_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicPhotoWindow *self = CLINIC_PHOTO_WINDOW (widget);

  clinic_photo_tags_present (widget, self->desk, clinic_photo_board_get_photo (self->board));
}

static gpointer
archive_photo (ClinicAct  *act,
               gpointer    data,
               GError    **error)
{
  return GINT_TO_POINTER (clinic_photo_archive (act, *(gint64 *) data, TRUE, error));
}

static void
archived_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(ClinicPhotoWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 operation;

  clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, &operation, &error);

  if (self->board == NULL)
    return;

  clinic_photo_board_tell (self->board, error);

  if (error != NULL)
    return;

  clinic_toast_show (GTK_WIDGET (self), _("Photo archived"), operation);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
archive_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinicPhotoWindow *self = CLINIC_PHOTO_WINDOW (widget);
  gint64 id = clinic_record_get_id (CLINIC_RECORD (clinic_photo_board_get_photo (self->board)));

  clinic_desk_run_async (self->desk, archive_photo, g_memdup2 (&id, sizeof id), g_free, NULL, archived_cb,
                         g_object_ref (self));
}

static void
clinic_photo_window_dispose (GObject *object)
{
  ClinicPhotoWindow *self = CLINIC_PHOTO_WINDOW (object);

  if (self->pair != NULL)
    g_signal_handlers_disconnect_by_data (self->pair, self);

  self->pair = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_PHOTO_WINDOW);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_photo_window_parent_class)->dispose (object);
}

static void
clinic_photo_window_class_init (ClinicPhotoWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_photo_window_dispose;
  compared_signal = g_signal_new ("compared", CLINIC_TYPE_PHOTO_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  g_type_ensure (CLINIC_TYPE_PHOTO_BOARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/anagen/Anagen/ui/clinic-photo-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoWindow, title);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoWindow, board);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoWindow, one);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoWindow, side);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoWindow, slider);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhotoWindow, overlay);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
  gtk_widget_class_install_action (widget_class, "photo-window.align", NULL, align_action);
  gtk_widget_class_install_action (widget_class, "photo-window.reset-align", NULL, reset_align_action);
  gtk_widget_class_install_action (widget_class, "photo-window.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "photo-window.tags", NULL, tags_action);
  gtk_widget_class_install_action (widget_class, "photo-window.archive", NULL, archive_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "photo-window.save", "s", "png");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "photo-window.tags", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "photo-window.align", NULL);
}

static void
clinic_photo_window_init (ClinicPhotoWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pair = clinic_photo_board_get_pair (self->board);
  g_signal_connect_object (self->pair, "changed", G_CALLBACK (show_pair), self, G_CONNECT_SWAPPED);
  show_pair (self);
}

ClinicPhotoWindow *
clinic_photo_window_present (GtkWidget       *parent,
                             ClinicDesk      *desk,
                             GPtrArray       *photos,
                             guint            left,
                             guint            right,
                             ClinicPhotoMode  mode)
{
  ClinicPhotoWindow *self;

  g_return_val_if_fail (GTK_IS_WIDGET (parent) && CLINIC_IS_DESK (desk), NULL);
  g_return_val_if_fail (left < photos->len && right < photos->len, NULL);

  self = g_object_new (CLINIC_TYPE_PHOTO_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);
  self->desk = g_object_ref (desk);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo-window.tags", clinic_desk_may (desk, "photo.edit"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo-window.archive", clinic_desk_may (desk, "photo.archive"));
  clinic_photo_name_patient (self->title, desk, CLINIC_PHOTO (photos->pdata[left])->patient_id);
  clinic_photo_pair_set_mode (self->pair, mode);
  clinic_photo_board_show (self->board, desk, photos, left, right);
  clinic_present (GTK_WINDOW (self));
  clinic_photo_board_start (self->board);

  return self;
}
