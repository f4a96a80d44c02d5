/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-photo-intake.h"

#define MOST_BYTES (32 * 1024 * 1024)

struct _ClinicPhotoCandidate
{
  GObject parent_instance;

  char          *label;
  GFile         *file;
  GBytes        *bytes;
  ClinicPhoto   *photo;
  ClinicPicture *picture;
  GdkTexture    *texture;
  char          *message;
};

typedef enum
{
  PROPERTY_LABEL = 1,
  PROPERTY_TEXTURE,
  PROPERTY_MESSAGE,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicPhotoCandidate, clinic_photo_candidate, G_TYPE_OBJECT)

struct _ClinicPhotoIntake
{
  GObject parent_instance;

  gint64        patient;
  gint64        session;
  GListStore   *candidates;
  GQueue        waiting;
  guint         n_begun;        /* since nothing waited */
  guint         n_done;
  gboolean      reading;
  GCancellable *cancellable;
};

static GParamSpec *progress_property;

G_DEFINE_FINAL_TYPE (ClinicPhotoIntake, clinic_photo_intake, G_TYPE_OBJECT)

static void
clinic_photo_candidate_get_property (GObject    *object,
                                     guint       property_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  ClinicPhotoCandidate *self = CLINIC_PHOTO_CANDIDATE (object);

  switch ((Property) property_id)
    {
    case PROPERTY_LABEL:
      g_value_set_string (value, self->label);
      break;

    case PROPERTY_TEXTURE:
      g_value_set_object (value, self->texture);
      break;

    case PROPERTY_MESSAGE:
      g_value_set_string (value, self->message);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_photo_candidate_finalize (GObject *object)
{
  ClinicPhotoCandidate *self = CLINIC_PHOTO_CANDIDATE (object);

  g_free (self->label);
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->photo);
  g_clear_pointer (&self->picture, clinic_picture_free);
  g_clear_object (&self->texture);
  g_free (self->message);

  G_OBJECT_CLASS (clinic_photo_candidate_parent_class)->finalize (object);
}

static void
clinic_photo_candidate_class_init (ClinicPhotoCandidateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = clinic_photo_candidate_get_property;
  object_class->finalize = clinic_photo_candidate_finalize;
  properties[PROPERTY_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROPERTY_TEXTURE] = g_param_spec_object ("texture", NULL, NULL, GDK_TYPE_TEXTURE, flags);
  properties[PROPERTY_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
clinic_photo_candidate_init (ClinicPhotoCandidate *self)
{
  self->photo = clinic_photo_new ();
}

ClinicPhoto *
clinic_photo_candidate_get_photo (ClinicPhotoCandidate *self)
{
  g_return_val_if_fail (CLINIC_IS_PHOTO_CANDIDATE (self), NULL);

  return self->photo;
}

gboolean
clinic_photo_candidate_is_ready (ClinicPhotoCandidate *self)
{
  g_return_val_if_fail (CLINIC_IS_PHOTO_CANDIDATE (self), FALSE);

  return self->picture != NULL;
}

const char *
clinic_photo_intake_guess_view (const char *name)
{
  g_autofree char *folded = NULL;

  if (name == NULL)
    return NULL;

  folded = g_ascii_strdown (name, -1);
  g_strdelimit (folded, "- ", '_');

  for (const ClinicChoice *view = clinic_photo_views; view->value != NULL; view++)
    {
      if (strstr (folded, view->value) != NULL)
        return view->value;
    }

  return NULL;
}

/* What one thread gives back to the other. */
typedef struct
{
  ClinicPicture *picture;
  GdkTexture    *texture;
} Prepared;

static void
prepared_free (Prepared *prepared)
{
  g_clear_pointer (&prepared->picture, clinic_picture_free);
  g_clear_object (&prepared->texture);
  g_free (prepared);
}

/* Only ordinary files, and none that is too large: neither a pipe nor a disk is read to its end. */
static GBytes *
read_file (GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                       G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return NULL;

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR ||
      g_file_info_get_size (info) > MOST_BYTES)
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                           _("This is no picture that can be taken: up to 50 megapixels and 32 MB can be."));
      return NULL;
    }

  return g_file_load_bytes (file, cancellable, NULL, error);
}

static void
prepare (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  ClinicPhotoCandidate *candidate = data;
  g_autoptr(GBytes) bytes = NULL;
  Prepared *prepared;
  ClinicPicture *picture;
  GError *error = NULL;

  bytes = candidate->bytes != NULL ? g_bytes_ref (candidate->bytes)
                                   : read_file (candidate->file, cancellable, &error);
  picture = bytes != NULL ? clinic_picture_prepare (bytes, cancellable, &error) : NULL;

  if (picture == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  prepared = g_new0 (Prepared, 1);
  prepared->picture = picture;
  prepared->texture = gdk_texture_new_from_bytes (picture->thumbnail, NULL);
  g_task_return_pointer (task, prepared, (GDestroyNotify) prepared_free);
}

static void
take_prepared (ClinicPhotoCandidate *candidate,
               Prepared             *prepared)
{
  candidate->picture = g_steal_pointer (&prepared->picture);
  candidate->texture = g_steal_pointer (&prepared->texture);

  if (candidate->photo->taken_on == NULL && candidate->picture->taken_on != NULL)
    g_object_set (candidate->photo, "taken-on", candidate->picture->taken_on, NULL);

  g_object_notify_by_pspec (G_OBJECT (candidate), properties[PROPERTY_TEXTURE]);
}

/* @callback is called when the next one was read, and has to go on. */
static void
go_on (ClinicPhotoIntake   *self,
       GAsyncReadyCallback  callback)
{
  g_autoptr(GTask) task = NULL;
  ClinicPhotoCandidate *candidate;

  if (!self->reading && !g_cancellable_is_cancelled (self->cancellable) &&
      (candidate = g_queue_pop_head (&self->waiting)) != NULL)
    {
      self->reading = TRUE;
      task = g_task_new (self, self->cancellable, callback, g_object_ref (candidate));
      g_task_set_task_data (task, candidate, g_object_unref);
      g_task_run_in_thread (task, prepare);
    }

  if (!self->reading)
    self->n_begun = self->n_done = 0;

  g_object_notify_by_pspec (G_OBJECT (self), progress_property);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  ClinicPhotoIntake *self = CLINIC_PHOTO_INTAKE (source);
  g_autoptr(ClinicPhotoCandidate) candidate = user_data;
  g_autoptr(GError) error = NULL;
  Prepared *prepared = g_task_propagate_pointer (G_TASK (result), &error);

  self->reading = FALSE;
  self->n_done++;
  g_clear_pointer (&candidate->bytes, g_bytes_unref);

  if (prepared != NULL)
    {
      take_prepared (candidate, prepared);
      prepared_free (prepared);
    }
  else
    {
      candidate->message = g_strdup (error->message);
      g_object_notify_by_pspec (G_OBJECT (candidate), properties[PROPERTY_MESSAGE]);
    }

  go_on (self, prepared_cb);
}

/* Views are taken in their order, the ones that are there left out. */
static const char *
next_view (ClinicPhotoIntake *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->candidates));

  for (const ClinicChoice *view = clinic_photo_views; view->value != NULL; view++)
    {
      gboolean there = FALSE;

      for (guint i = 0; i < n; i++)
        {
          g_autoptr(ClinicPhotoCandidate) other = g_list_model_get_item (G_LIST_MODEL (self->candidates), i);

          there = there || g_strcmp0 (other->photo->view, view->value) == 0;
        }

      if (!there)
        return view->value;
    }

  return clinic_photo_views[0].value;
}

static void
add (ClinicPhotoIntake    *self,
     ClinicPhotoCandidate *candidate)
{
  const char *view = clinic_photo_intake_guess_view (candidate->label);

  g_object_set (candidate->photo, "patient-id", self->patient,
                "session-id", self->session != 0 ? self->session : CLINIC_UNKNOWN,
                "view", view != NULL ? view : next_view (self), NULL);
  self->n_begun++;
  g_queue_push_tail (&self->waiting, g_object_ref (candidate));
  g_list_store_append (self->candidates, candidate);
}

static void
clinic_photo_intake_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  g_value_set_double (value, clinic_photo_intake_get_progress (CLINIC_PHOTO_INTAKE (object)));
}

static void
clinic_photo_intake_finalize (GObject *object)
{
  ClinicPhotoIntake *self = CLINIC_PHOTO_INTAKE (object);

  g_queue_clear_full (&self->waiting, g_object_unref);
  g_object_unref (self->candidates);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (clinic_photo_intake_parent_class)->finalize (object);
}

static void
clinic_photo_intake_class_init (ClinicPhotoIntakeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clinic_photo_intake_get_property;
  object_class->finalize = clinic_photo_intake_finalize;
  progress_property = g_param_spec_double ("progress", NULL, NULL, 0, 1, 1,
                                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, 1, progress_property);
}

static void
clinic_photo_intake_init (ClinicPhotoIntake *self)
{
  self->candidates = g_list_store_new (CLINIC_TYPE_PHOTO_CANDIDATE);
  self->cancellable = g_cancellable_new ();
  g_queue_init (&self->waiting);
}

ClinicPhotoIntake *
clinic_photo_intake_new (gint64 patient,
                         gint64 session)
{
  ClinicPhotoIntake *self = g_object_new (CLINIC_TYPE_PHOTO_INTAKE, NULL);

  self->patient = patient;
  self->session = session;

  return self;
}

gint64
clinic_photo_intake_get_patient (ClinicPhotoIntake *self)
{
  return self->patient;
}

void
clinic_photo_intake_add_files (ClinicPhotoIntake *self,
                               GSList            *files)
{
  g_return_if_fail (CLINIC_IS_PHOTO_INTAKE (self));

  for (GSList *file = files; file != NULL; file = file->next)
    {
      g_autoptr(ClinicPhotoCandidate) candidate = g_object_new (CLINIC_TYPE_PHOTO_CANDIDATE, NULL);
      g_autofree char *name = g_file_get_basename (file->data);

      candidate->file = g_object_ref (file->data);
      candidate->label = g_filename_display_name (name != NULL ? name : "");
      add (self, candidate);
    }

  go_on (self, prepared_cb);
}

void
clinic_photo_intake_add_bytes (ClinicPhotoIntake *self,
                               GBytes            *bytes)
{
  g_autoptr(ClinicPhotoCandidate) candidate = g_object_new (CLINIC_TYPE_PHOTO_CANDIDATE, NULL);

  g_return_if_fail (CLINIC_IS_PHOTO_INTAKE (self) && bytes != NULL);

  candidate->bytes = g_bytes_ref (bytes);
  candidate->label = g_strdup (_("Pasted picture"));
  add (self, candidate);
  go_on (self, prepared_cb);
}

void
clinic_photo_intake_remove (ClinicPhotoIntake *self,
                            guint              position)
{
  g_autoptr(ClinicPhotoCandidate) candidate = g_list_model_get_item (G_LIST_MODEL (self->candidates), position);

  g_return_if_fail (candidate != NULL);

  if (g_queue_remove (&self->waiting, candidate))
    {
      g_object_unref (candidate);
      self->n_begun--;
    }

  g_list_store_remove (self->candidates, position);
  g_object_notify_by_pspec (G_OBJECT (self), progress_property);
}

GListModel *
clinic_photo_intake_get_list (ClinicPhotoIntake *self)
{
  g_return_val_if_fail (CLINIC_IS_PHOTO_INTAKE (self), NULL);

  return G_LIST_MODEL (self->candidates);
}

double
clinic_photo_intake_get_progress (ClinicPhotoIntake *self)
{
  return self->n_begun == 0 ? 1 : (double) self->n_done / self->n_begun;
}

guint
clinic_photo_intake_count_ready (ClinicPhotoIntake *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->candidates));
  guint n_ready = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ClinicPhotoCandidate) candidate = g_list_model_get_item (G_LIST_MODEL (self->candidates), i);

      n_ready += candidate->picture != NULL;
    }

  return n_ready;
}

static void
addition_free (gpointer data)
{
  ClinicPhotoAddition *addition = data;

  g_object_unref (addition->photo);
  clinic_picture_free (addition->picture);
  g_free (addition);
}

static ClinicPicture *
copy_picture (const ClinicPicture *picture)
{
  ClinicPicture *copy = g_new0 (ClinicPicture, 1);

  copy->photo = g_bytes_ref (picture->photo);
  copy->thumbnail = g_bytes_ref (picture->thumbnail);
  copy->width = picture->width;
  copy->height = picture->height;
  copy->taken_on = g_strdup (picture->taken_on);

  return copy;
}

GPtrArray *
clinic_photo_intake_dup_additions (ClinicPhotoIntake *self)
{
  GPtrArray *additions = g_ptr_array_new_with_free_func (addition_free);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->candidates));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ClinicPhotoCandidate) candidate = g_list_model_get_item (G_LIST_MODEL (self->candidates), i);
      ClinicPhotoAddition *addition;

      if (candidate->picture == NULL)
        continue;

      addition = g_new0 (ClinicPhotoAddition, 1);
      addition->photo = CLINIC_PHOTO (clinic_record_copy (CLINIC_RECORD (candidate->photo)));
      addition->picture = copy_picture (candidate->picture);
      g_ptr_array_add (additions, addition);
    }

  return additions;
}

void
clinic_photo_intake_cancel (ClinicPhotoIntake *self)
{
  g_return_if_fail (CLINIC_IS_PHOTO_INTAKE (self));

  g_cancellable_cancel (self->cancellable);
}
