/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart.h"
#include "clinic-component.h"
#include "clinic-date.h"
#include "clinic-dose.h"
#include "clinic-rule-book.h"

/* What a treatment is repeated with. */
static const char *const repeated[] = { "technique", "gauge", "needle_mm", "device",
                                        "anaesthetic" };

void
clinic_chart_free (ClinicChart *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->session);
  g_clear_pointer (&self->injections, g_ptr_array_unref);
  g_clear_pointer (&self->draws, g_ptr_array_unref);
  g_free (self->basis);
  g_free (self);
}

static void
add_versions (GString   *basis,
              GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (basis, " %" G_GINT64_FORMAT ":%" G_GINT64_FORMAT,
                            clinic_record_get_id (records->pdata[i]), clinic_record_get_version (records->pdata[i]));

  g_string_append_c (basis, ';');
}

/* A row added or taken away does not change its session: the versions of all of them together
 * say whether the chart is what it was. */
static char *
describe (ClinicChart *self)
{
  GString *basis = g_string_new (NULL);

  g_string_append_printf (basis, "%" G_GINT64_FORMAT ";",
                          clinic_record_get_version (CLINIC_RECORD (self->session)));
  add_versions (basis, self->injections);
  add_versions (basis, self->draws);

  return g_string_free (basis, FALSE);
}

ClinicChart *
clinic_chart_load (ClinicDb  *db,
                   gint64     session,
                   GError   **error)
{
  g_autoptr(ClinicChart) self = g_new0 (ClinicChart, 1);

  self->session = (ClinicSession *) clinic_store_find (db, CLINIC_TYPE_SESSION, session, error);

  if (self->session == NULL)
    return NULL;

  self->injections = clinic_store_list_by (db, CLINIC_TYPE_INJECTION, "session_id", session, error);

  if (self->injections == NULL)
    return NULL;

  self->draws = clinic_store_list_by (db, CLINIC_TYPE_DRAW, "session_id", session, error);

  if (self->draws == NULL)
    return NULL;

  self->basis = describe (self);

  return g_steal_pointer (&self);
}

ClinicInjection *
clinic_chart_add_injection (ClinicChart *self,
                            const char  *zone,
                            gint64       cocktail_version,
                            gint64       points,
                            gint64       volume_per_point,
                            gint64       depth)
{
  ClinicInjection *injection = clinic_injection_new ();

  g_object_set (injection,
                "session-id", clinic_record_get_id (CLINIC_RECORD (self->session)),
                "zone", zone,
                "cocktail-version-id", cocktail_version,
                "points", points,
                "volume-per-point", volume_per_point,
                "depth", depth,
                NULL);
  g_ptr_array_add (self->injections, injection);

  return injection;
}

ClinicDraw *
clinic_chart_add_draw (ClinicChart *self,
                       gint64       lot,
                       gint64       cocktail_version,
                       gint64       volume)
{
  ClinicDraw *draw = clinic_draw_new ();

  g_object_set (draw,
                "session-id", clinic_record_get_id (CLINIC_RECORD (self->session)),
                "lot-id", lot,
                "cocktail-version-id", cocktail_version,
                "volume", volume,
                NULL);
  g_ptr_array_add (self->draws, draw);

  return draw;
}

static ClinicSession *
find_last (ClinicDb       *db,
           ClinicSession  *session,
           GError        **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "chart-last", error);
  g_autoptr(GError) failure = NULL;
  ClinicRecord *last;

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, session->patient_id);
  clinic_statement_bind_int (statement, 2, clinic_record_get_id (CLINIC_RECORD (session)));
  clinic_statement_bind_text (statement, 3, session->starts);
  last = clinic_store_one (statement, CLINIC_TYPE_SESSION, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (last == NULL)
    g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                         _("The patient has no earlier treatment that could be repeated."));

  return (ClinicSession *) last;
}

static void
copy_injections (ClinicChart *self,
                 GPtrArray   *injections)
{
  g_ptr_array_set_size (self->injections, 0);

  for (guint i = 0; i < injections->len; i++)
    {
      ClinicInjection *old = injections->pdata[i];
      ClinicInjection *injection = clinic_chart_add_injection (self, old->zone, old->cocktail_version_id, old->points,
                                                               old->volume_per_point, old->depth);

      g_object_set (injection, "technique", old->technique, NULL);
    }
}

ClinicChart *
clinic_chart_repeat (ClinicDb  *db,
                     gint64     session,
                     GError   **error)
{
  g_autoptr(ClinicChart) self = clinic_chart_load (db, session, error);
  g_autoptr(ClinicSession) last = NULL;
  g_autoptr(GPtrArray) injections = NULL;
  ClinicRecordClass *klass;

  if (self == NULL || !(last = find_last (db, self->session, error)))
    return NULL;

  injections = clinic_store_list_by (db, CLINIC_TYPE_INJECTION, "session_id",
                                     clinic_record_get_id (CLINIC_RECORD (last)), error);

  if (injections == NULL)
    return NULL;

  klass = CLINIC_RECORD_GET_CLASS (last);

  for (guint i = 0; i < G_N_ELEMENTS (repeated); i++)
    {
      const ClinicField *field = clinic_record_class_find_field (klass, repeated[i]);

      if (field->storage == CLINIC_TEXT)
        clinic_record_set_text (CLINIC_RECORD (self->session), field,
                                clinic_record_get_text (CLINIC_RECORD (last), field));
      else
        clinic_record_set_number (CLINIC_RECORD (self->session), field,
                                  clinic_record_get_number (CLINIC_RECORD (last), field));
    }

  copy_injections (self, injections);

  return clinic_chart_propose_draws (db, self, error) ? g_steal_pointer (&self) : NULL;
}

/* The rules read numbers and dates of what is charted: they must be some. */
static gboolean
check_readable (ClinicChart  *self,
                GError      **error)
{
  g_autofree char *date = clinic_wall_dup_date (self->session->starts);

  for (guint i = 0; i < self->injections->len; i++)
    {
      if (!clinic_record_validate (self->injections->pdata[i], date, error))
        return FALSE;
    }

  for (guint i = 0; i < self->draws->len; i++)
    {
      if (!clinic_record_validate (self->draws->pdata[i], date, error))
        return FALSE;
    }

  return clinic_record_validate (CLINIC_RECORD (self->session), date, error);
}

GPtrArray *
clinic_chart_check (ClinicDb     *db,
                    ClinicChart  *self,
                    GError      **error)
{
  g_autoptr(ClinicRuleBook) book = NULL;
  g_autoptr(ClinicTreatment) treatment = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!check_readable (self, error) ||
      !(book = clinic_rule_book_open (db, error)) ||
      !(treatment = clinic_treatment_load (db, self->session, self->injections, self->draws,
                                           error)))
    return NULL;

  return clinic_rule_book_evaluate (book, treatment);
}

GArray *
clinic_chart_list_doses (ClinicDb     *db,
                         ClinicChart  *self,
                         GError      **error)
{
  g_autoptr(ClinicTreatment) treatment = NULL;
  g_autoptr(GArray) doses = g_array_new (FALSE, FALSE, sizeof (ClinicDose));

  g_return_val_if_fail (self != NULL, NULL);

  if (!check_readable (self, error) ||
      !(treatment = clinic_treatment_load (db, self->session, self->injections, NULL, error)))
    return NULL;

  for (guint i = 0; i < treatment->cocktails->len; i++)
    {
      const ClinicTreatmentCocktail *cocktail = treatment->cocktails->pdata[i];
      g_autoptr(GArray) more = clinic_dose_list (cocktail->components, cocktail->injected);

      clinic_dose_add (doses, more);
    }

  return g_steal_pointer (&doses);
}
