/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-act.h"
#include "clinic-amendment.h"
#include "clinic-chart-asked.h"
#include "clinic-chart-course.h"
#include "clinic-chart-draft.h"
#include "clinic-chart-sheet.h"
#include "clinic-chart-warnings.h"
#include "clinic-cocktail-version.h"
#include "clinic-cocktail.h"
#include "clinic-component.h"
#include "clinic-date.h"
#include "clinic-decimal.h"
#include "clinic-defaults.h"
#include "clinic-ingredient.h"
#include "clinic-locale.h"
#include "clinic-lot.h"
#include "clinic-principal-least.h"
#include "clinic-reaction-kind.h"
#include "clinic-reaction.h"
#include "clinic-session-draft.h"
#include "clinic-setting.h"
#include "clinic-staff.h"

/* What charting says of the session itself. */
static const char *const charted[] = {
  "technique", "gauge", "needle_mm", "device", "anaesthetic", "pain", "prp", "lllt", "began",
  "finished", "notes", NULL
};

G_DEFINE_FINAL_TYPE (ClinicChartSheet, clinic_chart_sheet, G_TYPE_OBJECT)

static GHashTable *
index_records (GPtrArray * records)
{
  GHashTable *table = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);

  for (guint i = 0; i < records->len; i++)
    {
      gint64 id = clinic_record_get_id (records->pdata[i]);

      g_hash_table_insert (table, g_memdup2 (&id, sizeof id), g_object_ref (records->pdata[i]));
    }

  return table;
}

static GHashTable *
read_table (ClinicDb  *db,
            GType      type,
            GError   **error)
{
  g_autoptr(GPtrArray) records = clinic_store_list_by (db, type, NULL, 0, error);

  return records != NULL ? index_records (records) : NULL;
}

/* What the clinic says, or what is shipped, where neither the protocol nor the last treatment says anything. */
static gint64
read_setting (ClinicDb    *db,
              const char  *key,
              const char  *shipped,
              GError     **error)
{
  g_autoptr(ClinicRecord) setting = clinic_store_find_by (db, CLINIC_TYPE_SETTING, "key", key,
                                                          error);
  gint64 value;

  if (setting == NULL || CLINIC_SETTING (setting)->value == NULL ||
      !clinic_decimal_parse (CLINIC_SETTING (setting)->value, '.', &value) || value <= 0)
    clinic_decimal_parse (shipped, '.', &value);

  return value;
}

static gboolean
read_settings (ClinicChartSheet  *self,
               ClinicDb          *db,
               GError           **error)
{
  GError *failure = NULL;

  self->default_volume = read_setting (db, "chart.volume", CLINIC_SHIPPED_VOLUME, &failure);

  if (failure == NULL)
    self->default_depth = read_setting (db, "chart.depth", CLINIC_SHIPPED_DEPTH, &failure);

  if (failure == NULL)
    self->least_principals = clinic_principal_least (db, &failure);

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, failure);

  return FALSE;
}

/* Nobody charted since the draft was begun: the rows are the same, and what charting says of the
 * session was never said. A basis is the session's version, then those of the rows. */
static gboolean
is_untouched (ClinicChart *standing,
              ClinicChart *draft)
{
  const char *rows = strchr (standing->basis, ';');
  const char *drafted = strchr (draft->basis, ';');
  ClinicSession *session = standing->session;

  return g_strcmp0 (rows, drafted) == 0 && session->technique == NULL && session->gauge == NULL &&
         session->device == NULL && session->anaesthetic == NULL && session->notes == NULL &&
         session->needle_mm == CLINIC_UNKNOWN && session->pain == CLINIC_UNKNOWN;
}

/* The draft instead of what stands, when there is one. */
static gboolean
read_draft (ClinicChartSheet  *self,
            ClinicDb          *db,
            GError           **error)
{
  g_autoptr(GPtrArray) drafts = clinic_store_list_by (db, CLINIC_TYPE_SESSION_DRAFT, "session_id",
                                                      self->session, error);
  ClinicSessionDraft *draft;
  g_autoptr(ClinicRecord) staff = NULL;
  ClinicChart *chart;

  if (drafts == NULL || drafts->len == 0)
    return drafts != NULL;

  draft = drafts->pdata[0];

  if (!(staff = clinic_store_find (db, CLINIC_TYPE_STAFF, draft->staff_id, error)) ||
      !(chart = clinic_chart_from_text (draft->content, error)))
    return FALSE;

  /* A draft that outlived what it was made from: the signature says what holds. */
  if (self->standing->session->signed_at != NULL)
    {
      clinic_chart_free (chart);
      return TRUE;
    }

  if (is_untouched (self->standing, chart))
    clinic_chart_sheet_rebase (chart, self->standing);

  self->draft_by = draft->staff_id;
  self->draft_name = g_strdup (CLINIC_STAFF (staff)->name);
  self->draft_at = g_strdup (draft->saved_at);
  self->draft_stale = g_strcmp0 (chart->basis, self->standing->basis) != 0;
  clinic_chart_free (self->chart);
  self->chart = chart;

  return TRUE;
}

static ClinicRecord *
find_last (ClinicChartSheet  *self,
           ClinicDb          *db,
           GError           **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "chart-last", error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, self->visit->patient_id);
  clinic_statement_bind_int (statement, 2, self->session);
  clinic_statement_bind_text (statement, 3, self->visit->starts);

  return clinic_store_one (statement, CLINIC_TYPE_SESSION, error);
}

static gboolean
read_last (ClinicChartSheet  *self,
           ClinicDb          *db,
           GError           **error)
{
  GError *failure = NULL;
  g_autoptr(ClinicRecord) last = find_last (self, db, &failure);

  if (failure == NULL && last != NULL)
    self->last = clinic_chart_load (db, clinic_record_get_id (last), &failure);

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, failure);

  return FALSE;
}

static gboolean
read_sums (ClinicChartSheet  *self,
           ClinicDb          *db,
           GError           **error)
{
  self->course = clinic_chart_course_read (db, self->session, error);

  return self->course != NULL;
}

static gboolean
read_lots (ClinicChartSheet  *self,
           ClinicDb          *db,
           GError           **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "chart-lots", error);
  g_autofree char *date = NULL;
  g_autoptr(GPtrArray) lots = NULL;

  if (statement == NULL)
    return FALSE;

  date = clinic_wall_dup_date (self->visit->starts);
  clinic_statement_bind_text (statement, 1, date);
  clinic_statement_bind_int (statement, 2, self->session);
  clinic_statement_bind_int (statement, 3, self->last != NULL
                                           ? clinic_record_get_id (CLINIC_RECORD (self->last->session))
                                           : 0);
  lots = clinic_store_list (statement, CLINIC_TYPE_LOT, error);

  if (lots == NULL)
    return FALSE;

  self->lots = index_records (lots);

  return TRUE;
}

static int
compare_versions (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  ClinicChartSheet *self = data;
  const ClinicCocktailVersion *first = *(ClinicCocktailVersion *const *) a;
  const ClinicCocktailVersion *second = *(ClinicCocktailVersion *const *) b;
  ClinicCocktail *one = g_hash_table_lookup (self->cocktails, &first->cocktail_id);
  ClinicCocktail *other = g_hash_table_lookup (self->cocktails, &second->cocktail_id);
  int order = g_utf8_collate (one->name, other->name);

  if (order != 0)
    return order;

  if (first->cocktail_id != second->cocktail_id)
    return first->cocktail_id < second->cocktail_id ? -1 : 1;

  return (first->number < second->number) - (first->number > second->number);
}

/* Those that nobody mixes any more are left out; older versions stand last. */
static void
arrange_versions (ClinicChartSheet *self,
                  GPtrArray        *versions)
{
  g_autoptr(GPtrArray) older = g_ptr_array_new ();
  gint64 before = 0;

  g_ptr_array_sort_with_data (versions, compare_versions, self);
  self->versions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < versions->len; i++)
    {
      ClinicCocktailVersion *version = versions->pdata[i];
      ClinicCocktail *cocktail = g_hash_table_lookup (self->cocktails, &version->cocktail_id);

      if (version->cocktail_id == before || cocktail->archived_on != NULL)
        g_ptr_array_add (older, version);
      else
        g_ptr_array_add (self->versions, g_object_ref (version));

      before = version->cocktail_id;
    }

  for (guint i = 0; i < older->len; i++)
    g_ptr_array_add (self->versions, g_object_ref (older->pdata[i]));
}

static gboolean
read_formulary (ClinicChartSheet  *self,
                ClinicDb          *db,
                GError           **error)
{
  g_autoptr(GPtrArray) versions = NULL;

  if (!(self->cocktails = read_table (db, CLINIC_TYPE_COCKTAIL, error)) ||
      !(self->ingredients = read_table (db, CLINIC_TYPE_INGREDIENT, error)) ||
      !(self->kinds = read_table (db, CLINIC_TYPE_REACTION_KIND, error)) ||
      !(self->components = clinic_store_list_by (db, CLINIC_TYPE_COMPONENT, NULL, 0, error)) ||
      !(versions = clinic_store_list_by (db, CLINIC_TYPE_COCKTAIL_VERSION, NULL, 0, error)))
    return FALSE;

  arrange_versions (self, versions);

  return read_lots (self, db, error);
}

static gboolean
read_course (ClinicChartSheet  *self,
             ClinicDb          *db,
             GError           **error)
{
  ClinicSession *session = self->chart->session;
  g_autoptr(ClinicStatement) statement = NULL;
  GError *failure = NULL;

  self->planned = CLINIC_UNKNOWN;

  if (session->phase_id != CLINIC_UNKNOWN &&
      !(self->phase = (ClinicPhase *) clinic_store_find (db, CLINIC_TYPE_PHASE, session->phase_id, error)))
    return FALSE;

  if (session->course_id == CLINIC_UNKNOWN)
    return TRUE;

  if (!(statement = clinic_db_query (db, "booking-planned-version", error)))
    return FALSE;

  clinic_statement_bind_int (statement, 1, CLINIC_UNKNOWN);
  clinic_statement_bind_int (statement, 2, session->course_id);

  if (clinic_statement_step (statement, &failure))
    self->planned = clinic_statement_get_int (statement, 0);

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

static gboolean
read_next (ClinicChartSheet  *self,
           ClinicDb          *db,
           GError           **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "patient-booked", error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, self->visit->patient_id);

  while (self->next == NULL && clinic_statement_step (statement, &failure))
    {
      const char *starts = clinic_statement_get_text (statement, 0);

      if (strcmp (starts, self->visit->starts) > 0)
        self->next = g_strdup (starts);
    }

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

static gboolean
equal_draws (GPtrArray *a,
             GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      ClinicDraw *one = a->pdata[i];
      ClinicDraw *other = b->pdata[i];

      if (one->lot_id != other->lot_id || one->volume != other->volume ||
          one->cocktail_version_id != other->cocktail_version_id)
        return FALSE;
    }

  return TRUE;
}

/* Lots that nobody chose by hand follow what is charted. */
static gboolean
compare_lots (ClinicChartSheet  *self,
              ClinicDb          *db,
              GError           **error)
{
  g_autoptr(ClinicChart) copy = NULL;
  g_autoptr(GError) failure = NULL;

  self->lots_proposed = self->chart->draws->len == 0;

  if (self->lots_proposed)
    return TRUE;

  copy = clinic_chart_sheet_copy_chart (self->chart);

  if (clinic_chart_propose_draws (db, copy, &failure))
    self->lots_proposed = equal_draws (copy->draws, self->chart->draws);
  else if (!g_error_matches (failure, CLINIC_ERROR, CLINIC_ERROR_INVALID))
    g_propagate_error (error, g_steal_pointer (&failure));

  return failure == NULL || g_error_matches (failure, CLINIC_ERROR, CLINIC_ERROR_INVALID);
}

static gboolean
read_all (ClinicChartSheet  *self,
          ClinicDb          *db,
          const char        *today,
          GError           **error)
{
  return (self->visit = clinic_visit_find (db, self->session, error)) != NULL &&
         (self->zone = clinic_act_dup_zone (db, error)) != NULL &&
         (self->standing = clinic_chart_load (db, self->session, error)) != NULL &&
         (self->chart = clinic_chart_sheet_copy_chart (self->standing)) != NULL &&
         (self->amendments = clinic_store_list_by (db, CLINIC_TYPE_AMENDMENT, "session_id", self->session,
                                                   error)) != NULL &&
         read_draft (self, db, error) &&
         read_course (self, db, error) &&
         read_settings (self, db, error) &&
         read_last (self, db, error) &&
         read_sums (self, db, error) &&
         read_formulary (self, db, error) &&
         read_next (self, db, error) &&
         clinic_chart_warnings_read (self, db, today, error) &&
         clinic_chart_asked_read (self, db, error) &&
         compare_lots (self, db, error);
}

static void
clinic_chart_sheet_finalize (GObject *object)
{
  ClinicChartSheet *self = CLINIC_CHART_SHEET (object);

  g_clear_object (&self->visit);
  g_clear_object (&self->phase);
  g_clear_pointer (&self->standing, clinic_chart_free);
  g_clear_pointer (&self->chart, clinic_chart_free);
  g_clear_pointer (&self->last, clinic_chart_free);
  g_clear_pointer (&self->amendments, g_ptr_array_unref);
  g_clear_pointer (&self->course, g_ptr_array_unref);
  g_clear_pointer (&self->since, g_ptr_array_unref);
  g_clear_pointer (&self->reactions, g_ptr_array_unref);
  g_clear_pointer (&self->warnings, g_ptr_array_unref);
  g_clear_pointer (&self->cocktails, g_hash_table_unref);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->components, g_ptr_array_unref);
  g_clear_pointer (&self->ingredients, g_hash_table_unref);
  g_clear_pointer (&self->lots, g_hash_table_unref);
  g_clear_pointer (&self->kinds, g_hash_table_unref);
  g_clear_object (&self->pregnancy);
  g_clear_object (&self->allergies);
  g_clear_object (&self->check_in);
  g_free (self->today);
  g_free (self->zone);
  g_free (self->draft_name);
  g_free (self->draft_at);
  g_free (self->next);
  G_OBJECT_CLASS (clinic_chart_sheet_parent_class)->finalize (object);
}

static void
clinic_chart_sheet_class_init (ClinicChartSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clinic_chart_sheet_finalize;
}

static void
clinic_chart_sheet_init (ClinicChartSheet *self)
{
}

ClinicChartSheet *
clinic_chart_sheet_read (ClinicDb    *db,
                         gint64       session,
                         const char  *today,
                         GError     **error)
{
  g_autoptr(ClinicChartSheet) self = g_object_new (CLINIC_TYPE_CHART_SHEET, NULL);
  gboolean done;

  g_return_val_if_fail (db != NULL && today != NULL, NULL);

  self->session = session;
  self->today = g_strdup (today);

  if (!clinic_db_begin (db, CLINIC_DB_SNAPSHOT, error))
    return NULL;

  done = read_all (self, db, today, error);
  clinic_db_rollback (db);

  return done ? g_steal_pointer (&self) : NULL;
}

static GPtrArray *
copy_records (GPtrArray *records)
{
  GPtrArray *copies = g_ptr_array_new_full (records->len, g_object_unref);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (copies, clinic_record_copy (records->pdata[i]));

  return copies;
}

ClinicChart *
clinic_chart_sheet_copy_chart (ClinicChart *chart)
{
  ClinicChart *copy = g_new0 (ClinicChart, 1);

  copy->session = CLINIC_SESSION (clinic_record_copy (CLINIC_RECORD (chart->session)));
  copy->injections = copy_records (chart->injections);
  copy->draws = copy_records (chart->draws);
  copy->basis = g_strdup (chart->basis);

  return copy;
}

const char *const *
clinic_chart_sheet_get_charted (void)
{
  return charted;
}

static gboolean
same_rows (GPtrArray *a,
           GPtrArray *b)
{
  gboolean same = a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    same = clinic_record_equal (a->pdata[i], b->pdata[i]);

  return same;
}

gboolean
clinic_chart_sheet_same (ClinicChart *a,
                         ClinicChart *b)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (a->session);
  gboolean same = same_rows (a->injections, b->injections) && same_rows (a->draws, b->draws);

  for (guint i = 0; same && charted[i] != NULL; i++)
    same = clinic_record_field_equal (CLINIC_RECORD (a->session), CLINIC_RECORD (b->session),
                                      clinic_record_class_find_field (klass, charted[i]));

  return same;
}

void
clinic_chart_sheet_rebase (ClinicChart *chart,
                           ClinicChart *standing)
{
  ClinicRecord *session = clinic_record_copy (CLINIC_RECORD (standing->session));

  for (guint i = 0; charted[i] != NULL; i++)
    {
      const ClinicField *field = clinic_record_class_find_field (CLINIC_RECORD_GET_CLASS (session),
                                                                 charted[i]);

      if (field->storage == CLINIC_TEXT)
        clinic_record_set_text (session, field,
                                clinic_record_get_text (CLINIC_RECORD (chart->session), field));
      else
        clinic_record_set_number (session, field,
                                  clinic_record_get_number (CLINIC_RECORD (chart->session), field));
    }

  g_object_unref (chart->session);
  chart->session = CLINIC_SESSION (session);
  g_free (chart->basis);
  chart->basis = g_strdup (standing->basis);
}
