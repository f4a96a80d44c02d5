/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-consent-sign.h"
#include "clinic-course.h"
#include "clinic-photo-keep.h"
#include "clinic-picture-vault.h"
#include "clinic-session.h"

static gboolean
refuse (GError     **error,
        const char  *what,
        const char  *why)
{
  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, "%s: %s", what, why);

  return FALSE;
}

/* The session that took place on the day, when there is one and no other. */
static gboolean
find_session (ClinicDb     *db,
              ClinicPhoto  *photo,
              GError      **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "photo-session", error);

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, photo->patient_id);
  clinic_statement_bind_text (statement, 2, photo->taken_on);

  if (!clinic_statement_step (statement, error))
    return FALSE;

  if (clinic_statement_get_int (statement, 1) == 1)
    g_object_set (photo, "session-id", clinic_statement_get_int (statement, 0), NULL);

  return TRUE;
}

static gboolean
check_session (ClinicDb     *db,
               ClinicPhoto  *photo,
               GError      **error)
{
  g_autoptr(ClinicRecord) session = NULL;

  if (photo->session_id == CLINIC_UNKNOWN)
    return TRUE;

  session = clinic_store_find (db, CLINIC_TYPE_SESSION, photo->session_id, error);

  if (session == NULL)
    return FALSE;

  if (CLINIC_SESSION (session)->patient_id != photo->patient_id)
    return refuse (error, _("Session"), _("This is another patient's session."));

  g_object_set (photo, "course-id", CLINIC_SESSION (session)->course_id, NULL);

  return TRUE;
}

static gboolean
check_course (ClinicDb     *db,
              ClinicPhoto  *photo,
              GError      **error)
{
  g_autoptr(ClinicRecord) course = NULL;

  if (photo->course_id == CLINIC_UNKNOWN)
    return TRUE;

  course = clinic_store_find (db, CLINIC_TYPE_COURSE, photo->course_id, error);

  if (course == NULL)
    return FALSE;

  return CLINIC_COURSE (course)->patient_id == photo->patient_id ||
         refuse (error, _("Course"), _("This is another patient's course."));
}

/* @known: it is this patient's already. A photo shows one person: another's is refused. */
static gboolean
look_whose (ClinicDb     *db,
            ClinicPhoto  *photo,
            gboolean     *known,
            GError      **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "photo-known", error);
  GError *failure = NULL;

  *known = FALSE;

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_text (statement, 1, photo->content);

  while (clinic_statement_step (statement, &failure))
    {
      if (clinic_statement_get_int (statement, 0) != photo->patient_id)
        {
          g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("Picture: It is in the file of another patient already (%s). If it is there "
                         "by mistake, archive it there first."), clinic_statement_get_text (statement, 1));
          return FALSE;
        }

      *known = TRUE;
    }

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

typedef struct
{
  GPtrArray *additions;
  GPtrArray *saved;         /* a copy of each photo; version 0: it was there already */
  guint      n_saved;
} Add;

static gboolean
add_one (ClinicAct                  *act,
         ClinicChange               *change,
         const ClinicPhotoAddition  *addition,
         Add                        *add,
         GError                    **error)
{
  ClinicPhoto *photo = CLINIC_PHOTO (clinic_record_copy (CLINIC_RECORD (addition->photo)));
  g_autofree char *content = NULL;
  gboolean known;

  g_ptr_array_add (add->saved, photo);
  content = clinic_picture_vault_keep (act->db, addition->picture->photo,
                                       addition->picture->thumbnail, error);

  if (content == NULL)
    return FALSE;

  g_object_set (photo, "content", content, "width", (gint64) addition->picture->width,
                "height", (gint64) addition->picture->height, NULL);

  if (photo->taken_on == NULL)
    {
      const char *day = addition->picture->taken_on;
      gboolean usable = day != NULL && strcmp (day, change->today) <= 0;

      g_object_set (photo, "taken-on", usable ? day : change->today, NULL);
    }

  if (!clinic_record_validate (CLINIC_RECORD (photo), change->today, error) ||
      !look_whose (act->db, photo, &known, error))
    return FALSE;

  if (known)
    return TRUE;

  add->n_saved++;

  return (photo->session_id != CLINIC_UNKNOWN || find_session (act->db, photo, error)) &&
         check_session (act->db, photo, error) &&
         check_course (act->db, photo, error) &&
         clinic_store_save (change, CLINIC_RECORD (photo), error);
}

static gboolean
add_photos (ClinicAct     *act,
            ClinicChange  *change,
            gpointer       data,
            GError       **error)
{
  Add *add = data;

  g_ptr_array_set_size (add->saved, 0);
  add->n_saved = 0;

  for (guint i = 0; i < add->additions->len; i++)
    {
      if (!add_one (act, change, add->additions->pdata[i], add, error))
        return FALSE;
    }

  if (add->n_saved > 0)
    return TRUE;

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("Nothing was added: these photos are there already."));

  return FALSE;
}

guint
clinic_photo_add (ClinicAct  *act,
                  GPtrArray  *additions,
                  GError    **error)
{
  g_autoptr(GPtrArray) saved = g_ptr_array_new_with_free_func (g_object_unref);
  Add add = { .additions = additions, .saved = saved };

  g_return_val_if_fail (additions != NULL && additions->len > 0, 0);

  if (!clinic_act_run (act, "photo.add", add_photos, &add, error))
    return 0;

  for (guint i = 0; i < saved->len; i++)
    {
      ClinicPhotoAddition *addition = additions->pdata[i];

      if (clinic_record_get_version (saved->pdata[i]) != 0)
        clinic_record_assign (CLINIC_RECORD (addition->photo), saved->pdata[i]);
    }

  return act->repeated ? additions->len : add.n_saved;
}

static gboolean
retag (ClinicAct     *act,
       ClinicChange  *change,
       ClinicRecord  *record,
       gpointer       data,
       GError       **error)
{
  ClinicPhoto *stored = CLINIC_PHOTO (record);
  ClinicPhoto *wanted = data;

  if (wanted->patient_id != stored->patient_id || g_strcmp0 (wanted->content, stored->content) != 0)
    return refuse (error, _("Patient"), _("A photo cannot become another patient's. Archive it, and add it there."));

  clinic_record_set_version (record, clinic_record_get_version (CLINIC_RECORD (wanted)));
  g_object_set (record, "view", wanted->view, "taken-on", wanted->taken_on, "note", wanted->note,
                "session-id", wanted->session_id, "course-id", wanted->course_id, NULL);

  return check_session (act->db, stored, error) && check_course (act->db, stored, error);
}

gboolean
clinic_photo_retag (ClinicAct    *act,
                    ClinicPhoto  *photo,
                    GError      **error)
{
  g_return_val_if_fail (CLINIC_IS_PHOTO (photo), FALSE);

  return clinic_act_edit (act, "photo.edit", CLINIC_TYPE_PHOTO,
                          clinic_record_get_id (CLINIC_RECORD (photo)), retag, photo, error);
}

static gboolean
archive (ClinicAct     *act,
         ClinicChange  *change,
         ClinicRecord  *record,
         gpointer       data,
         GError       **error)
{
  g_object_set (record, "archived-on", data != NULL ? change->today : NULL, NULL);

  return TRUE;
}

gboolean
clinic_photo_archive (ClinicAct  *act,
                      gint64      photo,
                      gboolean    archived,
                      GError    **error)
{
  return clinic_act_edit (act, "photo.archive", CLINIC_TYPE_PHOTO, photo, archive,
                          GINT_TO_POINTER (archived), error);
}

gboolean
clinic_photo_may_export (ClinicDb  *db,
                         gint64     patient,
                         gboolean  *may,
                         GError   **error)
{
  g_return_val_if_fail (may != NULL, FALSE);

  *may = FALSE;

  return clinic_consent_allows_photos (db, patient, "record", may, error);
}
