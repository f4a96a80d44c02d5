/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-aftercare-text.h"
#include "clinic-aftercare.h"
#include "clinic-clinic.h"
#include "clinic-date.h"
#include "clinic-paper-words.h"
#include "clinic-patient.h"
#include "clinic-text.h"

static void
free_line (gpointer data)
{
  ClinicAftercareLine *line = data;

  g_free (line->code);
  g_free (line->text);
  g_free (line->limit);
  g_free (line);
}

void
clinic_aftercare_free (ClinicAftercare *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->home, g_ptr_array_unref);
  g_free (self->ends);
  g_free (self->next);
  g_free (self);
}

const char *
clinic_patient_find_language (ClinicDb  *db,
                              gint64     patient,
                              GError   **error)
{
  g_autoptr(ClinicRecord) record = clinic_store_find (db, CLINIC_TYPE_PATIENT, patient, error);
  g_autoptr(GPtrArray) clinics = NULL;
  const char *language;

  if (record == NULL ||
      (clinics = clinic_store_list_by (db, CLINIC_TYPE_CLINIC, NULL, 0, error)) == NULL)
    return NULL;

  language = CLINIC_PATIENT (record)->language;

  if (clinic_text_is_empty (language) && clinics->len > 0)
    language = CLINIC_CLINIC (clinics->pdata[0])->language;

  return clinic_paper_language (language);
}

/* In @language, else in English, else in any; NULL with @error or when there are no words at all. */
static char *
find_text (ClinicDb    *db,
           gint64       rule,
           const char  *language,
           GError     **error)
{
  g_autoptr(GPtrArray) texts = clinic_store_list_by (db, CLINIC_TYPE_AFTERCARE_TEXT,
                                                     "aftercare_rule_id", rule, error);
  const char *found = NULL;
  int best = 0;

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    {
      ClinicAftercareText *text = texts->pdata[i];
      int fits = g_strcmp0 (text->language, language) == 0
                 ? 3 : g_strcmp0 (text->language, "en") == 0 ? 2 : 1;

      if (fits > best)
        {
          best = fits;
          found = text->text;
        }
    }

  return g_strdup (found);
}

static gboolean
add_line (ClinicDb             *db,
          ClinicAftercare      *self,
          ClinicAftercareRule  *rule,
          const char           *language,
          GTimeZone            *zone,
          GError              **error)
{
  ClinicAftercareLine *line;
  GError *failure = NULL;
  char *text = find_text (db, clinic_record_get_id (CLINIC_RECORD (rule)), language, &failure);
  gboolean after = clinic_aftercare_rule_is_after (rule);
  const char *wall = after ? self->ends : self->next;

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  line = g_new0 (ClinicAftercareLine, 1);
  line->rule = clinic_record_get_id (CLINIC_RECORD (rule));
  line->code = g_strdup (rule->code);
  line->text = text != NULL ? text : g_strdup (rule->code);
  line->after = after;
  line->whole_day = strcmp (rule->unit, "day_end") == 0;
  line->limit = wall != NULL ? clinic_aftercare_rule_limit (rule, wall, zone) : NULL;
  g_ptr_array_add (self->lines, line);

  return TRUE;
}

static gboolean
load_next (ClinicDb         *db,
           ClinicAftercare  *self,
           ClinicSession    *session,
           GError          **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "aftercare-next", error);

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, session->patient_id);
  clinic_statement_bind_int (statement, 2, clinic_record_get_id (CLINIC_RECORD (session)));
  clinic_statement_bind_text (statement, 3, session->starts);

  if (!clinic_statement_step (statement, error))
    return FALSE;

  if (!clinic_statement_is_null (statement, 0))
    self->next = g_strdup (clinic_statement_get_text (statement, 0));

  return TRUE;
}

static GPtrArray *
list_on (ClinicDb    *db,
         const char  *query,
         GType        type,
         gint64       patient,
         const char  *date,
         GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, query, error);
  guint place = 1;

  if (statement == NULL)
    return NULL;

  if (patient != 0)
    clinic_statement_bind_int (statement, place++, patient);

  clinic_statement_bind_text (statement, place, date);

  return clinic_store_list (statement, type, error);
}

static gboolean
load_lines (ClinicDb         *db,
            ClinicAftercare  *self,
            const char       *date,
            const char       *language,
            GError          **error)
{
  g_autoptr(GPtrArray) rules = list_on (db, "aftercare-rules", CLINIC_TYPE_AFTERCARE_RULE, 0, date,
                                        error);
  g_autofree char *name = rules != NULL ? clinic_act_dup_zone (db, error) : NULL;
  g_autoptr(GTimeZone) zone = NULL;

  if (name == NULL)
    return FALSE;

  zone = g_time_zone_new_identifier (name);

  if (zone == NULL)
    zone = g_time_zone_new_local ();

  for (guint i = 0; i < rules->len; i++)
    {
      if (!add_line (db, self, rules->pdata[i], language, zone, error))
        return FALSE;
    }

  return TRUE;
}

ClinicAftercare *
clinic_aftercare_load (ClinicDb    *db,
                       gint64       session,
                       const char  *language,
                       GError     **error)
{
  g_autoptr(ClinicAftercare) self = g_new0 (ClinicAftercare, 1);
  g_autoptr(ClinicRecord) record = clinic_store_find (db, CLINIC_TYPE_SESSION, session, error);
  g_autofree char *date = NULL;
  ClinicSession *visit;

  if (record == NULL)
    return NULL;

  visit = CLINIC_SESSION (record);
  date = clinic_wall_dup_date (visit->starts);
  self->ends = g_strdup (visit->ends);
  self->lines = g_ptr_array_new_with_free_func (free_line);

  if (language == NULL &&
      (language = clinic_patient_find_language (db, visit->patient_id, error)) == NULL)
    return NULL;

  if (!load_next (db, self, visit, error) || !load_lines (db, self, date, language, error))
    return NULL;

  self->home = list_on (db, "home-care", CLINIC_TYPE_HOME_CARE, visit->patient_id, date, error);

  return self->home != NULL ? g_steal_pointer (&self) : NULL;
}

char *
clinic_aftercare_dup_when (const ClinicAftercareLine *line,
                           const char                *language)
{
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;

  if (line->limit == NULL)
    return NULL;

  /* Midnight that begins a day is the end of the one before. */
  if (line->after && line->whole_day)
    {
      g_autofree char *date = clinic_wall_dup_date (line->limit);

      day = clinic_date_add_days (date, -1);
    }

  words = clinic_paper_dup_date (language, day != NULL ? day : line->limit, !line->whole_day);

  if (line->after)
    return clinic_paper_phrase (language, line->whole_day ? "until_end" : "until", "until", words);

  return clinic_paper_phrase (language, line->whole_day ? "on_day" : "from", "until", words);
}

typedef struct
{
  ClinicAftercareRule *rule;
  const char *const   *texts;
  gint64               version;
  ClinicRecord        *saved;
} Save;

static int
compare_ids (gconstpointer one,
             gconstpointer other)
{
  gint64 first = clinic_record_get_id (*(ClinicRecord *const *) one);
  gint64 second = clinic_record_get_id (*(ClinicRecord *const *) other);

  return first < second ? -1 : first > second;
}

static void
append_version (GString      *whole,
                ClinicRecord *record)
{
  g_string_append_printf (whole, "%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT " ", clinic_record_get_id (record),
                          clinic_record_get_version (record));
}

gint64
clinic_aftercare_get_version (ClinicDb  *db,
                              gint64     rule,
                              GError   **error)
{
  g_autoptr(ClinicRecord) record = clinic_store_find (db, CLINIC_TYPE_AFTERCARE_RULE, rule, error);
  g_autoptr(GPtrArray) texts = NULL;
  g_autoptr(GString) whole = g_string_new (NULL);
  g_autofree char *checksum = NULL;

  if (record == NULL || !(texts = clinic_store_list_by (db, CLINIC_TYPE_AFTERCARE_TEXT,
                                                        "aftercare_rule_id", rule, error)))
    return 0;

  g_ptr_array_sort (texts, compare_ids);
  append_version (whole, record);

  for (guint i = 0; i < texts->len; i++)
    append_version (whole, texts->pdata[i]);

  checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole->str, (gssize) whole->len);
  checksum[15] = '\0';

  return MAX (g_ascii_strtoll (checksum, NULL, 16), 1);
}

/* Nobody changed the rule or its words since; the rule is then saved over what stands. */
static gboolean
check_version (ClinicDb      *db,
               ClinicRecord  *rule,
               gint64         version,
               GError       **error)
{
  gint64 id = clinic_record_get_id (rule);
  gint64 now = version != 0 ? clinic_aftercare_get_version (db, id, error) : 0;
  g_autoptr(ClinicRecord) standing = NULL;

  if (version == 0)
    return TRUE;

  if (now == 0 || (standing = clinic_store_find (db, CLINIC_TYPE_AFTERCARE_RULE, id, error)) == NULL)
    return FALSE;

  clinic_record_set_version (rule, clinic_record_get_version (standing));

  if (now != version)
    g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT,
                         _("Somebody else changed this aftercare in the meantime."));

  return now == version;
}

static ClinicAftercareText *
find_words (GPtrArray  *texts,
            const char *language)
{
  for (guint i = 0; i < texts->len; i++)
    {
      if (g_strcmp0 (CLINIC_AFTERCARE_TEXT (texts->pdata[i])->language, language) == 0)
        return texts->pdata[i];
    }

  return NULL;
}

static gboolean
save_words (ClinicChange  *change,
            GPtrArray     *standing,
            gint64         rule,
            const char    *language,
            const char    *words,
            GError       **error)
{
  ClinicAftercareText *text = find_words (standing, language);
  g_autoptr(ClinicAftercareText) fresh = NULL;

  if (clinic_text_is_empty (words))
    return text == NULL || clinic_store_remove (change, CLINIC_RECORD (text), error);

  if (text == NULL)
    text = fresh = clinic_aftercare_text_new ();

  g_object_set (text, "aftercare-rule-id", rule, "language", language, "text", words, NULL);

  return clinic_store_save (change, CLINIC_RECORD (text), error);
}

/* What says nothing would be printed as its code. */
static gboolean
has_words (ClinicDb  *db,
           gint64     rule,
           GError   **error)
{
  g_autoptr(GPtrArray) texts = clinic_store_list_by (db, CLINIC_TYPE_AFTERCARE_TEXT,
                                                     "aftercare_rule_id", rule, error);

  if (texts != NULL && texts->len == 0)
    g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                         _("The aftercare needs words in one language at least."));

  return texts != NULL && texts->len > 0;
}

static gboolean
save_rule (ClinicAct     *act,
           ClinicChange  *change,
           gpointer       data,
           GError       **error)
{
  Save *self = data;
  g_autoptr(GPtrArray) standing = NULL;
  gint64 id;

  g_clear_object (&self->saved);
  self->saved = clinic_record_copy (CLINIC_RECORD (self->rule));

  if (!check_version (act->db, self->saved, self->version, error) ||
      !clinic_store_save (change, self->saved, error))
    return FALSE;

  id = clinic_record_get_id (self->saved);
  standing = clinic_store_list_by (act->db, CLINIC_TYPE_AFTERCARE_TEXT, "aftercare_rule_id", id,
                                   error);

  for (guint i = 0; standing != NULL && self->texts[i] != NULL; i += 2)
    {
      if (!save_words (change, standing, id, self->texts[i], self->texts[i + 1], error))
        return FALSE;
    }

  return standing != NULL && has_words (act->db, id, error);
}

gint64
clinic_aftercare_save (ClinicAct            *act,
                       ClinicAftercareRule  *rule,
                       const char *const    *texts,
                       gint64                version,
                       GError              **error)
{
  Save save = { .rule = rule, .texts = texts, .version = version };
  g_autoptr(ClinicRecord) saved = NULL;
  gboolean done;

  g_return_val_if_fail (CLINIC_IS_AFTERCARE_RULE (rule) && texts != NULL, 0);

  done = clinic_act_run (act, "aftercare.save", save_rule, &save, error);
  saved = save.saved;

  return done ? clinic_act_take_saved (act, CLINIC_RECORD (rule), saved) : 0;
}

gint64
clinic_home_care_save (ClinicAct       *act,
                       ClinicHomeCare  *care,
                       GError         **error)
{
  g_return_val_if_fail (CLINIC_IS_HOME_CARE (care), 0);

  return clinic_act_save (act, "homecare.save", CLINIC_RECORD (care), error);
}
