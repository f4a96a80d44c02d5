/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "clinic-choices.h"
#include "clinic-hit.h"
#include "clinic-locale.h"
#include "clinic-patient.h"
#include "clinic-search.h"
#include "clinic-text.h"
#include "clinic-visit.h"

#define MOST_PATIENTS 12

/* Of so many patients, the best, the visit that matters now is offered too. */
#define WITH_VISITS 3

G_DEFINE_FINAL_TYPE (ClinicHit, clinic_hit, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicHit, kind,     N_("Kind")),
  CLINIC_FIELD (ClinicHit, icon,     N_("Icon")),
  CLINIC_FIELD (ClinicHit, title,    N_("Name")),
  CLINIC_FIELD (ClinicHit, subtitle, N_("Date of birth")),
  CLINIC_FIELD (ClinicHit, detail,   N_("File number")),
  CLINIC_FIELD (ClinicHit, target,   N_("Target")),
  CLINIC_FIELD (ClinicHit, word,     N_("Word")),
};
/* *INDENT-ON* */

static void
clinic_hit_class_init (ClinicHitClass *klass)
{
  clinic_record_class_set_fields (CLINIC_RECORD_CLASS (klass), "hit", N_("Found"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_hit_init (ClinicHit *self)
{
}

ClinicHit *
clinic_hit_new (void)
{
  return g_object_new (CLINIC_TYPE_HIT, NULL);
}

static ClinicHit *
add_hit (GPtrArray  *hits,
         const char *kind,
         const char *icon,
         gint64      target,
         const char *word)
{
  ClinicHit *hit = clinic_hit_new ();

  g_object_set (hit, "kind", kind, "icon", icon, "target", target, "word", word, NULL);
  clinic_record_set_id (CLINIC_RECORD (hit), g_str_hash (kind) ^ (target != 0 ? target : 1));
  g_ptr_array_add (hits, hit);

  return hit;
}

static void
add_patient (GPtrArray     *hits,
             ClinicPatient *patient,
             const char    *today)
{
  ClinicHit *hit = add_hit (hits, "patient", "avatar-default-symbolic",
                            clinic_record_get_id (CLINIC_RECORD (patient)), NULL);
  g_autofree char *name = clinic_locale_list_name (patient->family_name, patient->given_name);
  g_autofree char *date = clinic_locale_date (patient->birth_date);
  g_autofree char *age = clinic_locale_age (patient->birth_date, today);
  /* Translators: a date of birth and the age */
  g_autofree char *born = *age != '\0' ? g_strdup_printf (_("%s (%s)"), date, age) : NULL;

  g_object_set (hit, "title", name, "subtitle", born != NULL ? born : date, "detail",
                patient->file_number, NULL);
}

/* Today's or the next visit, else the latest. */
static ClinicVisit *
pick_visit (GPtrArray  *visits,
            const char *today)
{
  ClinicVisit *picked = NULL;

  for (guint i = 0; i < visits->len; i++)
    {
      ClinicVisit *visit = visits->pdata[i];
      gboolean off = g_strcmp0 (visit->status, "cancelled") == 0;

      if (off || (picked != NULL && strcmp (visit->starts, today) < 0))
        continue;

      picked = visit;
    }

  return picked;
}

static gboolean
add_visit (GPtrArray      *hits,
           ClinicDb       *db,
           ClinicPatient  *patient,
           const char     *today,
           GError        **error)
{
  gint64 id = clinic_record_get_id (CLINIC_RECORD (patient));
  g_autoptr(GPtrArray) visits = clinic_visit_list_patient (db, id, error);
  ClinicVisit *visit = visits != NULL ? pick_visit (visits, today) : NULL;

  if (visit != NULL)
    {
      ClinicHit *hit = add_hit (hits, "visit", "x-office-calendar-symbolic",
                                clinic_record_get_id (CLINIC_RECORD (visit)), visit->starts);
      g_autofree char *name = clinic_locale_list_name (patient->family_name, patient->given_name);
      g_autofree char *when = clinic_locale_wall (visit->starts);
      /* Translators: a visit in a list: the patient, when */
      g_autofree char *title = g_strdup_printf (_("%s: %s"), name, when);

      g_object_set (hit, "title", title, "subtitle",
                    clinic_choice_label (clinic_session_statuses, visit->status),
                    "detail", visit->practitioner, NULL);
    }

  return visits != NULL;
}

/* A day longer ago than this is rather somebody's date of birth. */
static gboolean
is_of_the_agenda (const char *date,
                  const char *today)
{
  return clinic_date_days_between (date, today) < 366;
}

static void
add_day (GPtrArray  *hits,
         const char *date)
{
  g_autofree char *day = NULL;
  ClinicHit *hit;

  if (date == NULL)
    return;

  day = clinic_locale_long_date (date);
  hit = add_hit (hits, "day", "x-office-calendar-symbolic", 0, date);
  g_object_set (hit, "title", day, "subtitle", _("Agenda"), NULL);
}

GPtrArray *
clinic_hit_search (ClinicDb    *db,
                   const char  *text,
                   const char  *today,
                   GError     **error)
{
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) patients = NULL;
  g_autofree char *date = NULL;
  gboolean first;

  g_return_val_if_fail (db != NULL && today != NULL, NULL);

  if (clinic_text_is_empty (text))
    return g_steal_pointer (&hits);

  patients = clinic_search_patients (db, text, MOST_PATIENTS, error);

  if (patients == NULL)
    return NULL;

  date = clinic_locale_parse_date (text, today, TRUE);
  first = date != NULL && is_of_the_agenda (date, today);

  if (first)
    add_day (hits, date);

  for (guint i = 0; i < patients->len; i++)
    {
      add_patient (hits, patients->pdata[i], today);

      if (i < WITH_VISITS && !add_visit (hits, db, patients->pdata[i], today, error))
        return NULL;
    }

  if (!first)
    add_day (hits, date);

  return g_steal_pointer (&hits);
}
