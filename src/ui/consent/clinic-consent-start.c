/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-aftercare.h"
#include "clinic-clock.h"
#include "clinic-consent-sign.h"
#include "clinic-consent-start.h"
#include "clinic-locale.h"
#include "clinic-paper-words.h"
#include "clinic-patient.h"

typedef struct
{
  gint64  patient;
  char   *purpose;
  char   *today;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_free (self->purpose);
  g_free (self->today);
  g_free (self);
}

void
clinic_consent_start_free (ClinicConsentStart *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->forms, g_ptr_array_unref);
  g_free (self->name);
  g_free (self->file_number);
  g_free (self);
}

static void
choose (ClinicConsentStart *self,
        const char         *language)
{
  int best = -1;

  for (guint i = 0; i < self->forms->len; i++)
    {
      ClinicConsentTemplate *form = self->forms->pdata[i];
      int fits = g_strcmp0 (form->language, language) == 0
                 ? 2 : g_strcmp0 (form->language, "en") == 0 ? 1 : 0;

      if (fits > best)
        {
          best = fits;
          self->chosen = i;
        }
    }
}

static gpointer
read_start (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  Reading *reading = data;
  g_autoptr(ClinicConsentStart) self = g_new0 (ClinicConsentStart, 1);
  g_autoptr(ClinicRecord) patient = clinic_store_find (db, CLINIC_TYPE_PATIENT, reading->patient,
                                                       error);
  const char *language;

  if (patient == NULL ||
      (language = clinic_patient_find_language (db, reading->patient, error)) == NULL ||
      (self->forms = clinic_consent_list_forms (db, reading->purpose, reading->today,
                                                error)) == NULL)
    return NULL;

  choose (self, language);
  self->name = clinic_locale_full_name (CLINIC_PATIENT (patient)->given_name,
                                        CLINIC_PATIENT (patient)->family_name);
  self->file_number = g_strdup (CLINIC_PATIENT (patient)->file_number);

  return g_steal_pointer (&self);
}

void
clinic_consent_start_async (ClinicDesk          *desk,
                            gint64               patient,
                            const char          *purpose,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->patient = patient;
  reading->purpose = g_strdup (purpose);
  reading->today = g_strdup (clinic_desk_get_today (desk));
  clinic_worker_run_async (clinic_desk_get_reader (desk), read_start, reading, reading_free,
                           (GDestroyNotify) clinic_consent_start_free, NULL, callback, user_data);
}

ClinicConsentStart *
clinic_consent_start_finish (ClinicDesk    *desk,
                             GAsyncResult  *result,
                             GError       **error)
{
  return clinic_worker_run_finish (clinic_desk_get_reader (desk), result, error);
}

static void
add_line (GtkTextBuffer *buffer,
          const char    *text,
          const char    *tag)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);

  if (tag != NULL)
    gtk_text_buffer_insert_with_tags_by_name (buffer, &end, text, -1, tag, NULL);
  else
    gtk_text_buffer_insert (buffer, &end, text, -1);

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, "\n", -1);
}

static void
ensure_tags (GtkTextBuffer *buffer)
{
  if (gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "heading") != NULL)
    return;

  gtk_text_buffer_create_tag (buffer, "title", "weight", PANGO_WEIGHT_BOLD, "scale", 1.35,
                              "pixels-below-lines", 6, NULL);
  gtk_text_buffer_create_tag (buffer, "heading", "weight", PANGO_WEIGHT_BOLD, "scale", 1.1,
                              "pixels-above-lines", 15, NULL);
  gtk_text_buffer_create_tag (buffer, "item", "left-margin", 36, "right-margin", 36, "indent", -14,
                              NULL);
}

void
clinic_consent_start_show (GtkTextBuffer         *buffer,
                           ClinicConsentTemplate *form)
{
  g_auto(GStrv) lines = g_strsplit (form->body != NULL ? form->body : "", "\n", -1);

  ensure_tags (buffer);
  gtk_text_buffer_set_text (buffer, "", 0);
  add_line (buffer, form->title != NULL ? form->title : "", "title");

  for (char **line = lines; *line != NULL; line++)
    {
      g_autofree char *item = NULL;

      g_strstrip (*line);

      if (g_str_has_prefix (*line, "## "))
        add_line (buffer, *line + 3, "heading");
      else if (g_str_has_prefix (*line, "- "))
        add_line (buffer, item = g_strconcat ("•  ", *line + 2, NULL), "item");
      else if (**line != '\0')
        add_line (buffer, *line, NULL);
    }
}

char *
clinic_consent_form_dup_name (ClinicConsentTemplate *form)
{
  /* Translators: a form, the language it is in, its version. */
  return g_strdup_printf (_("%s (%s), version %" PRId64), form->title,
                          clinic_paper_language_name (form->language), form->number);
}
