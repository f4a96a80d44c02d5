/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-asked-words.h"
#include "clinic-history-entry.h"
#include "clinic-patient-file-read.h"
#include "clinic-patient-file.h"
#include "clinic-patient-words.h"

/* The lists that are also told in a line, beside the name. */
typedef enum
{
  WORDS_ALLERGIES,
  WORDS_CONDITIONS,
  WORDS_MEDICINES,
  WORDS_REACTIONS,
  N_WORDS
} Words;

static const ClinicFileList told[N_WORDS] = { CLINIC_FILE_ALLERGIES, CLINIC_FILE_CONDITIONS,
                                              CLINIC_FILE_MEDICINES, CLINIC_FILE_REACTIONS };

struct _ClinicPatientFile
{
  GObject parent_instance;

  ClinicDesk    *desk;
  gint64         id;
  GCancellable  *cancellable;       /* of the load under way; NULL: none */
  gboolean       loaded;
  char          *message;
  ClinicRecord  *patient;
  GListStore    *lists[CLINIC_FILE_N_LISTS];
  char          *words[N_WORDS];
  char          *asked;
  char          *unlisted;
  ClinicRecord  *course;
  ClinicRecord  *visit_today;
  ClinicRecord  *next_visit;
  ClinicRecord  *last_visit;
};

typedef enum
{
  PROPERTY_ALLERGIES = 1,           /* the lists are in the order of ClinicFileList */
  PROPERTY_CONDITIONS,
  PROPERTY_MEDICINES,
  PROPERTY_DIAGNOSES,
  PROPERTY_REACTIONS,
  PROPERTY_COURSES,
  PROPERTY_VISITS,
  PROPERTY_READINGS,
  PROPERTY_ALLERGY_WORDS,           /* in the order of Words */
  PROPERTY_CONDITION_WORDS,
  PROPERTY_MEDICINE_WORDS,
  PROPERTY_REACTION_WORDS,
  PROPERTY_ALLERGIES_ASKED,
  PROPERTY_ALLERGIES_UNLISTED,
  PROPERTY_LOADED,
  PROPERTY_LOADING,
  PROPERTY_MESSAGE,
  PROPERTY_TODAY,
  PROPERTY_PATIENT,
  PROPERTY_COURSE,
  PROPERTY_VISIT_TODAY,
  PROPERTY_NEXT_VISIT,
  PROPERTY_LAST_VISIT,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicPatientFile, clinic_patient_file, G_TYPE_OBJECT)

typedef struct
{
  gint64  patient;
  char   *today;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->today);
  g_free (wanted);
}

static gpointer
read_file (ClinicDb  *db,
           gpointer   data,
           GError   **error)
{
  Wanted *wanted = data;

  return clinic_file_found_read (db, wanted->patient, wanted->today, error);
}

static gboolean
same_row (GListStore   *store,
          guint         position,
          ClinicRecord *record)
{
  g_autoptr(ClinicRecord) old = g_list_model_get_item (G_LIST_MODEL (store), position);

  return clinic_record_equal (old, record);
}

/* Replaces only what lies between the first and the last row that differ. */
static void
take_list (GListStore *store,
           GPtrArray  *records)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint shorter = MIN (n_old, records->len);
  guint head = 0;
  guint tail = 0;

  while (head < shorter && same_row (store, head, records->pdata[head]))
    head++;

  while (head + tail < shorter &&
         same_row (store, n_old - tail - 1, records->pdata[records->len - tail - 1]))
    tail++;

  if (head + tail < n_old || n_old != records->len)
    g_list_store_splice (store, head, n_old - head - tail, records->pdata + head,
                         records->len - head - tail);
}

static void
take_record (ClinicPatientFile  *self,
             ClinicRecord      **member,
             ClinicRecord       *record,
             Property            property)
{
  if (g_set_object (member, record))
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static gboolean
is_live (ClinicVisit *visit)
{
  static const char *const live[] = { "booked", "confirmed", "arrived", "in_treatment", NULL };

  return visit->status != NULL && g_strv_contains (live, visit->status);
}

/* The visits are there with the latest first: the last one seen that fits is the earliest. */
static void
pick_visits (ClinicPatientFile *self)
{
  GListModel *visits = G_LIST_MODEL (self->lists[CLINIC_FILE_VISITS]);
  const char *today = clinic_desk_get_today (self->desk);
  ClinicRecord *found_today = NULL;
  ClinicRecord *next = NULL;
  ClinicRecord *last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr(ClinicVisit) visit = g_list_model_get_item (visits, i);
      gboolean live = is_live (visit);
      gboolean done = g_strcmp0 (visit->status, "done") == 0;

      if (g_str_has_prefix (visit->starts, today) && (live || (done && found_today == NULL)))
        found_today = CLINIC_RECORD (visit);

      if (live && strcmp (visit->starts, today) >= 0)
        next = CLINIC_RECORD (visit);

      if (done && last == NULL)
        last = CLINIC_RECORD (visit);
    }

  take_record (self, &self->visit_today, found_today, PROPERTY_VISIT_TODAY);
  take_record (self, &self->next_visit, next, PROPERTY_NEXT_VISIT);
  take_record (self, &self->last_visit, last, PROPERTY_LAST_VISIT);
}

static void
pick_course (ClinicPatientFile *self)
{
  g_autoptr(ClinicCourseEntry) course =
    g_list_model_get_item (G_LIST_MODEL (self->lists[CLINIC_FILE_COURSES]), 0);

  if (course != NULL && g_strcmp0 (course->status, "active") == 0)
    take_record (self, &self->course, CLINIC_RECORD (course), PROPERTY_COURSE);
  else
    take_record (self, &self->course, NULL, PROPERTY_COURSE);
}

static void
tell (ClinicPatientFile *self)
{
  for (guint i = 0; i < N_WORDS; i++)
    {
      char *words = clinic_words_history (G_LIST_MODEL (self->lists[told[i]]));

      g_free (self->words[i]);
      self->words[i] = words;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_ALLERGY_WORDS + i]);
    }
}

static guint
count_standing (GListModel *entries)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(ClinicHistoryEntry) entry = g_list_model_get_item (entries, i);

      n += !entry->past;
    }

  return n;
}

static void
take_text (ClinicPatientFile  *self,
           char              **member,
           const char         *text,
           Property            property)
{
  if (g_strcmp0 (*member, text) == 0)
    return;

  g_free (*member);
  *member = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* When the list of allergies was asked about is told beside it, and in its place when it is empty. */
static void
take_asked (ClinicPatientFile *self,
            ClinicRecord      *allergies)
{
  const char *kind;
  g_autofree char *asked =
    clinic_asked_words_dup_allergies ((ClinicAllergyStatus *) allergies,
                                      count_standing (G_LIST_MODEL (self->lists[CLINIC_FILE_ALLERGIES])),
                                      clinic_desk_get_today (self->desk), &kind);
  g_autofree char *unlisted = clinic_asked_words_dup_unlisted ((ClinicAllergyStatus *) allergies);

  take_text (self, &self->asked, asked, PROPERTY_ALLERGIES_ASKED);
  take_text (self, &self->unlisted, unlisted, PROPERTY_ALLERGIES_UNLISTED);
}

/* A patient who changed is told by the record itself, the one who is new here by the file. */
static void
take_found (ClinicPatientFile *self,
            ClinicFileFound   *found)
{
  for (guint i = 0; i < CLINIC_FILE_N_LISTS; i++)
    take_list (self->lists[i], found->lists[i]);

  if (self->patient != NULL)
    clinic_record_assign (self->patient, found->patient);
  else
    take_record (self, &self->patient, found->patient, PROPERTY_PATIENT);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_TODAY]);
  tell (self);
  take_asked (self, found->allergies);
  pick_visits (self);
  pick_course (self);
}

static void
file_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(ClinicPatientFile) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicFileFound) found = NULL;

  found = clinic_worker_run_finish (clinic_desk_get_reader (self->desk), result, &error);

  /* Another load has been started since: its answer counts. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);

  if (found != NULL)
    take_found (self, found);

  if (found != NULL && !self->loaded)
    {
      self->loaded = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_LOADED]);
    }

  take_text (self, &self->message, error != NULL ? error->message : NULL, PROPERTY_MESSAGE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_LOADING]);
}

static void
clinic_patient_file_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ClinicPatientFile *self = CLINIC_PATIENT_FILE (object);

  switch ((Property) property_id)
    {
    case PROPERTY_ALLERGIES:
    case PROPERTY_CONDITIONS:
    case PROPERTY_MEDICINES:
    case PROPERTY_DIAGNOSES:
    case PROPERTY_REACTIONS:
    case PROPERTY_COURSES:
    case PROPERTY_VISITS:
    case PROPERTY_READINGS:
      g_value_set_object (value, self->lists[property_id - 1]);
      break;

    case PROPERTY_ALLERGY_WORDS:
    case PROPERTY_CONDITION_WORDS:
    case PROPERTY_MEDICINE_WORDS:
    case PROPERTY_REACTION_WORDS:
      g_value_set_string (value, self->words[property_id - PROPERTY_ALLERGY_WORDS]);
      break;

    case PROPERTY_ALLERGIES_ASKED:
      g_value_set_string (value, self->asked);
      break;

    case PROPERTY_ALLERGIES_UNLISTED:
      g_value_set_string (value, self->unlisted);
      break;

    case PROPERTY_LOADED:
      g_value_set_boolean (value, self->loaded);
      break;

    case PROPERTY_LOADING:
      g_value_set_boolean (value, self->cancellable != NULL);
      break;

    case PROPERTY_MESSAGE:
      g_value_set_string (value, self->message);
      break;

    case PROPERTY_TODAY:
      g_value_set_string (value, clinic_desk_get_today (self->desk));
      break;

    case PROPERTY_PATIENT:
      g_value_set_object (value, self->patient);
      break;

    case PROPERTY_COURSE:
      g_value_set_object (value, self->course);
      break;

    case PROPERTY_VISIT_TODAY:
      g_value_set_object (value, self->visit_today);
      break;

    case PROPERTY_NEXT_VISIT:
      g_value_set_object (value, self->next_visit);
      break;

    case PROPERTY_LAST_VISIT:
      g_value_set_object (value, self->last_visit);
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_patient_file_dispose (GObject *object)
{
  ClinicPatientFile *self = CLINIC_PATIENT_FILE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (clinic_patient_file_parent_class)->dispose (object);
}

static void
clinic_patient_file_finalize (GObject *object)
{
  ClinicPatientFile *self = CLINIC_PATIENT_FILE (object);

  for (guint i = 0; i < CLINIC_FILE_N_LISTS; i++)
    g_clear_object (&self->lists[i]);

  for (guint i = 0; i < N_WORDS; i++)
    g_free (self->words[i]);

  g_clear_object (&self->patient);
  g_clear_object (&self->course);
  g_clear_object (&self->visit_today);
  g_clear_object (&self->next_visit);
  g_clear_object (&self->last_visit);
  g_clear_object (&self->desk);
  g_free (self->asked);
  g_free (self->unlisted);
  g_free (self->message);

  G_OBJECT_CLASS (clinic_patient_file_parent_class)->finalize (object);
}

static void
clinic_patient_file_class_init (ClinicPatientFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  static const char *const lists[] = { "allergies", "conditions", "medicines", "diagnoses", "reactions",
                                       "courses", "visits", "readings" };
  static const char *const lines[] = { "allergy-words", "condition-words", "medicine-words", "reaction-words" };

  object_class->get_property = clinic_patient_file_get_property;
  object_class->dispose = clinic_patient_file_dispose;
  object_class->finalize = clinic_patient_file_finalize;

  for (guint i = 0; i < CLINIC_FILE_N_LISTS; i++)
    properties[i + 1] = g_param_spec_object (lists[i], NULL, NULL, G_TYPE_LIST_MODEL, flags);

  for (guint i = 0; i < N_WORDS; i++)
    properties[PROPERTY_ALLERGY_WORDS + i] = g_param_spec_string (lines[i], NULL, NULL, NULL,
                                                                  flags);

  properties[PROPERTY_ALLERGIES_ASKED] = g_param_spec_string ("allergies-asked", NULL, NULL, NULL, flags);
  properties[PROPERTY_ALLERGIES_UNLISTED] = g_param_spec_string ("allergies-unlisted", NULL, NULL, NULL, flags);
  properties[PROPERTY_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  properties[PROPERTY_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROPERTY_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROPERTY_TODAY] = g_param_spec_string ("today", NULL, NULL, NULL, flags);
  properties[PROPERTY_PATIENT] =
    g_param_spec_object ("patient", NULL, NULL, CLINIC_TYPE_PATIENT, flags);
  properties[PROPERTY_COURSE] =
    g_param_spec_object ("course", NULL, NULL, CLINIC_TYPE_COURSE_ENTRY, flags);
  properties[PROPERTY_VISIT_TODAY] =
    g_param_spec_object ("visit-today", NULL, NULL, CLINIC_TYPE_VISIT, flags);
  properties[PROPERTY_NEXT_VISIT] =
    g_param_spec_object ("next-visit", NULL, NULL, CLINIC_TYPE_VISIT, flags);
  properties[PROPERTY_LAST_VISIT] =
    g_param_spec_object ("last-visit", NULL, NULL, CLINIC_TYPE_VISIT, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
clinic_patient_file_init (ClinicPatientFile *self)
{
  for (guint i = 0; i < CLINIC_FILE_N_LISTS; i++)
    self->lists[i] = g_list_store_new (clinic_file_list_type (i));
}

ClinicPatientFile *
clinic_patient_file_new (ClinicDesk *desk,
                         gint64      patient)
{
  ClinicPatientFile *self;

  g_return_val_if_fail (CLINIC_IS_DESK (desk), NULL);

  self = g_object_new (CLINIC_TYPE_PATIENT_FILE, NULL);
  self->desk = g_object_ref (desk);
  self->id = patient;

  return self;
}

void
clinic_patient_file_load (ClinicPatientFile *self)
{
  gboolean loading;
  Wanted *wanted;

  g_return_if_fail (CLINIC_IS_PATIENT_FILE (self));

  loading = self->cancellable != NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  wanted = g_new0 (Wanted, 1);
  wanted->patient = self->id;
  wanted->today = g_strdup (clinic_desk_get_today (self->desk));
  clinic_worker_run_async (clinic_desk_get_reader (self->desk), read_file, wanted, wanted_free,
                           (GDestroyNotify) clinic_file_found_free, self->cancellable,
                           file_read_cb, g_object_ref (self));

  if (!loading)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_LOADING]);
}

gint64
clinic_patient_file_get_id (ClinicPatientFile *self)
{
  g_return_val_if_fail (CLINIC_IS_PATIENT_FILE (self), 0);

  return self->id;
}

gboolean
clinic_patient_file_get_loaded (ClinicPatientFile *self)
{
  g_return_val_if_fail (CLINIC_IS_PATIENT_FILE (self), FALSE);

  return self->loaded;
}

ClinicPatient *
clinic_patient_file_get_patient (ClinicPatientFile *self)
{
  g_return_val_if_fail (CLINIC_IS_PATIENT_FILE (self), NULL);

  return (ClinicPatient *) self->patient;
}

ClinicVisit *
clinic_patient_file_get_visit_today (ClinicPatientFile *self)
{
  g_return_val_if_fail (CLINIC_IS_PATIENT_FILE (self), NULL);

  return (ClinicVisit *) self->visit_today;
}

GListModel *
clinic_patient_file_get_list (ClinicPatientFile *self,
                              const char        *name)
{
  g_autoptr(GListModel) list = NULL;

  g_return_val_if_fail (CLINIC_IS_PATIENT_FILE (self), NULL);

  /* The file holds it as well. */
  g_object_get (self, name, &list, NULL);

  return list;
}
