/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-consent-look.h"
#include "clinic-consent-sign.h"
#include "clinic-consents-read.h"
#include "clinic-locale.h"
#include "clinic-paper-words.h"

typedef struct
{
  gint64  patient;
  char   *today;
  char   *now;
  char   *zone;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_free (self->today);
  g_free (self->now);
  g_free (self->zone);
  g_free (self);
}

static void
free_need (gpointer data)
{
  ClinicConsentNeed *need = data;

  g_free (need->title);
  g_free (need->state);
  g_free (need);
}

static void
free_signed (gpointer data)
{
  ClinicConsentSigned *one = data;

  g_free (one->title);
  g_free (one->detail);
  g_free (one->withdrawn);
  g_free (one);
}

void
clinic_consents_read_free (ClinicConsentsRead *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->needs, g_ptr_array_unref);
  g_clear_pointer (&self->signed_ones, g_ptr_array_unref);
  g_clear_pointer (&self->home, g_ptr_array_unref);
  g_free (self);
}

static char *
dup_state (ClinicConsentLook *look)
{
  g_autofree char *signed_on = look->signed_on != NULL ? clinic_locale_date (look->signed_on) : NULL;
  g_autofree char *withdrawn = look->withdrawn_on != NULL ? clinic_locale_date (look->withdrawn_on)
                                                          : NULL;

  if (withdrawn != NULL)
    return g_strdup_printf (_("Withdrawn on %s"), withdrawn);

  if (signed_on == NULL)
    return g_strdup (_("Not signed"));

  if (g_str_equal (look->state, "outdated"))
    return g_strdup_printf (_("Signed on %s, on an older version of the form"), signed_on);

  return g_strdup_printf (_("Signed on %s"), signed_on);
}

static char *
dup_course_title (const char *protocol,
                  const char *started)
{
  g_autofree char *day = started != NULL ? clinic_locale_date (started) : NULL;

  if (day == NULL)
    return g_strdup_printf (_("Treatment: %s"), protocol);

  /* Translators: the name of a protocol, and since when. */
  return g_strdup_printf (_("Treatment: %s, since %s"), protocol, day);
}

static gboolean
add_treatment (ClinicDb            *db,
               ClinicConsentsRead  *self,
               Reading             *reading,
               gint64               course,
               char                *title,
               GError             **error)
{
  g_autoptr(ClinicSession) session = clinic_session_new ();
  g_auto(ClinicConsentLook) look = { 0 };
  ClinicConsentNeed *need = g_new0 (ClinicConsentNeed, 1);

  need->purpose = "treatment";
  need->course = course;
  need->title = title;
  g_ptr_array_add (self->needs, need);
  g_object_set (session, "patient-id", reading->patient, "course-id", course,
                "starts", reading->now, NULL);

  if (!clinic_consent_look_load (db, session, &look, error))
    return FALSE;

  need->state = dup_state (&look);
  need->stands = g_str_equal (look.state, "valid");

  return TRUE;
}

/* Statements are read to their end before the next: ids and titles first. */
static gboolean
add_treatments (ClinicDb            *db,
                ClinicConsentsRead  *self,
                Reading             *reading,
                GError             **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "consent-courses", error);
  g_autoptr(GArray) courses = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, reading->patient);
  clinic_statement_bind_text (statement, 2, reading->today);

  while (clinic_statement_step (statement, &failure))
    {
      gint64 course = clinic_statement_is_null (statement, 0)
                      ? CLINIC_UNKNOWN : clinic_statement_get_int (statement, 0);
      const char *protocol = clinic_statement_is_null (statement, 1)
                             ? _("course without a protocol")
                             : clinic_statement_get_text (statement, 1);
      const char *started = clinic_statement_is_null (statement, 2)
                            ? NULL : clinic_statement_get_text (statement, 2);

      g_array_append_val (courses, course);
      g_ptr_array_add (titles, course == CLINIC_UNKNOWN
                       ? g_strdup (_("Treatment apart from any course"))
                       : dup_course_title (protocol, started));
    }

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  for (guint i = 0; i < courses->len; i++)
    {
      if (!add_treatment (db, self, reading, g_array_index (courses, gint64, i),
                          g_steal_pointer (&titles->pdata[i]), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_photos (ClinicDb            *db,
            ClinicConsentsRead  *self,
            Reading             *reading,
            GError             **error)
{
  ClinicConsentNeed *need = g_new0 (ClinicConsentNeed, 1);
  const char *widest = NULL;

  need->purpose = "photo";
  need->course = CLINIC_UNKNOWN;
  need->title = g_strdup (_("Photographs"));
  g_ptr_array_add (self->needs, need);

  for (const ClinicChoice *scope = clinic_photo_scopes; scope->value != NULL; scope++)
    {
      gboolean allowed = FALSE;

      if (!clinic_consent_allows_photos (db, reading->patient, scope->value, &allowed, error))
        return FALSE;

      if (allowed)
        widest = scope->label;
    }

  need->stands = widest != NULL;
  need->state = widest != NULL ? g_strdup_printf (_("May be used for: %s"), _(widest))
                               : g_strdup (_("Not signed: no photograph leaves the record"));

  return TRUE;
}

static char *
dup_detail (ClinicStatement *statement,
            const char      *zone)
{
  g_autofree char *when = clinic_locale_instant (clinic_statement_get_text (statement, 7), zone);
  GString *detail = g_string_new (NULL);

  /* Translators: when a form was signed and by whom. */
  g_string_append_printf (detail, _("Signed %s by %s"), when,
                          clinic_statement_get_text (statement, 8));
  /* Translators: the version of a form and its language. */
  g_string_append_printf (detail, _(" · version %s, %s"), clinic_statement_get_text (statement, 3),
                          clinic_paper_language_name (clinic_statement_get_text (statement, 4)));

  if (!clinic_statement_is_null (statement, 6))
    g_string_append_printf (detail, " · %s",
                            clinic_choice_label (clinic_photo_scopes,
                                                 clinic_statement_get_text (statement, 6)));

  if (!clinic_statement_is_null (statement, 14))
    g_string_append_printf (detail, " · %s", clinic_statement_get_text (statement, 14));

  return g_string_free (detail, FALSE);
}

static void
add_signed (ClinicConsentsRead *self,
            ClinicStatement    *statement,
            const char         *zone)
{
  ClinicConsentSigned *one = g_new0 (ClinicConsentSigned, 1);

  one->id = clinic_statement_get_int (statement, 0);
  one->title = g_strdup (clinic_statement_get_text (statement, 2));
  one->detail = dup_detail (statement, zone);

  if (!clinic_statement_is_null (statement, 11))
    {
      g_autofree char *when = clinic_locale_instant (clinic_statement_get_text (statement, 11),
                                                     zone);

      /* Translators: when a consent was withdrawn, and why. */
      one->withdrawn = g_strdup_printf (_("Withdrawn %s: %s"), when,
                                        clinic_statement_get_text (statement, 12));
    }

  g_ptr_array_add (self->signed_ones, one);
}

static gboolean
add_all_signed (ClinicDb            *db,
                ClinicConsentsRead  *self,
                Reading             *reading,
                GError             **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "patient-consents", error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, reading->patient);
  clinic_statement_bind_text (statement, 2, reading->today);

  while (clinic_statement_step (statement, &failure))
    add_signed (self, statement, reading->zone);

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

/* Whether each still is what was signed. */
static gboolean
verify_signed (ClinicDb            *db,
               ClinicConsentsRead  *self,
               GError             **error)
{
  for (guint i = 0; i < self->signed_ones->len; i++)
    {
      ClinicConsentSigned *one = self->signed_ones->pdata[i];
      gboolean intact;

      if (!clinic_consent_verify (db, one->id, &intact, error))
        return FALSE;

      one->altered = !intact;
    }

  return TRUE;
}

static gpointer
read_consents (ClinicDb  *db,
               gpointer   data,
               GError   **error)
{
  Reading *reading = data;
  g_autoptr(ClinicConsentsRead) self = g_new0 (ClinicConsentsRead, 1);
  g_autoptr(ClinicStatement) home = NULL;

  self->needs = g_ptr_array_new_with_free_func (free_need);
  self->signed_ones = g_ptr_array_new_with_free_func (free_signed);

  if (!add_treatments (db, self, reading, error) || !add_photos (db, self, reading, error) ||
      !add_all_signed (db, self, reading, error) || !verify_signed (db, self, error) ||
      (home = clinic_db_query (db, "home-care", error)) == NULL)
    return NULL;

  clinic_statement_bind_int (home, 1, reading->patient);
  clinic_statement_bind_text (home, 2, "");
  self->home = clinic_store_list (home, CLINIC_TYPE_HOME_CARE, error);

  return self->home != NULL ? g_steal_pointer (&self) : NULL;
}

void
clinic_consents_read_async (ClinicDesk          *desk,
                            gint64               patient,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->patient = patient;
  reading->today = g_strdup (clinic_desk_get_today (desk));
  reading->now = clinic_desk_dup_now (desk);
  reading->zone = g_strdup (clinic_desk_get_clinic (desk)->zone);
  clinic_worker_run_async (clinic_desk_get_reader (desk), read_consents, reading, reading_free,
                           (GDestroyNotify) clinic_consents_read_free, cancellable, callback,
                           user_data);
}

ClinicConsentsRead *
clinic_consents_read_finish (ClinicDesk    *desk,
                             GAsyncResult  *result,
                             GError       **error)
{
  return clinic_worker_run_finish (clinic_desk_get_reader (desk), result, error);
}
