/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-conflict.h"
#include "clinic-choices.h"
#include "clinic-conflict.h"
#include "clinic-direction.h"
#include "clinic-locale.h"
#include "clinic-lot.h"

void
clinic_chart_conflict_free (ClinicChartConflict *self)
{
  if (self == NULL)
    return;

  clinic_chart_free (self->chart);
  g_free (self->at);
  g_free (self);
}

static gboolean
read_by (ClinicChartConflict  *self,
         ClinicDb             *db,
         gint64                session,
         GError              **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "chart-charted-by", error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, session);
  clinic_statement_bind_int (statement, 2, self->chart->session->patient_id);

  if (clinic_statement_step (statement, &failure))
    {
      self->at = g_strdup (clinic_statement_get_text (statement, 0));
      self->staff = clinic_statement_get_int (statement, 1);
    }

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

gpointer
clinic_chart_conflict_read (ClinicDb  *db,
                            gpointer   data,
                            GError   **error)
{
  g_autoptr(ClinicChartConflict) self = g_new0 (ClinicChartConflict, 1);
  gint64 session = *(gint64 *) data;
  gboolean done;

  if (!clinic_db_begin (db, CLINIC_DB_SNAPSHOT, error))
    return NULL;

  self->chart = clinic_chart_load (db, session, error);
  done = self->chart != NULL && read_by (self, db, session, error);
  clinic_db_rollback (db);

  return done ? g_steal_pointer (&self) : NULL;
}

ClinicChartMerge *
clinic_chart_conflict_merge (ClinicChartConflict *self,
                             ClinicChartModel    *model)
{
  return clinic_chart_merge_new (clinic_chart_model_get_base (model), clinic_chart_model_dup_chart (model),
                                 clinic_chart_sheet_copy_chart (self->chart),
                                 clinic_chart_model_lots_follow (model));
}

static void
add_zones (GString     *text,
           ClinicChart *chart)
{
  for (guint i = 0; i < chart->injections->len; i++)
    {
      ClinicInjection *injection = chart->injections->pdata[i];
      g_autofree char *injected = clinic_chart_sheet_dup_injected (injection);

      /* Translators: a zone and what was injected there: “Vertex: 24 × 0.05 ml · 2.5 mm”. */
      g_string_append_printf (text, _("\n%s: %s"), clinic_choice_label (clinic_zones, injection->zone), injected);
    }
}

/* "Lots A12 0.4 ml, B7 0.1 ml" in one line, however many. */
static void
add_lots (GString          *text,
          ClinicChart      *chart,
          ClinicChartSheet *sheet)
{
  for (guint i = 0; i < chart->draws->len; i++)
    {
      ClinicDraw *draw = chart->draws->pdata[i];
      ClinicLot *lot = g_hash_table_lookup (sheet->lots, &draw->lot_id);
      g_autofree char *ml = clinic_locale_decimal (draw->volume);

      g_string_append (text, i == 0 ? "\n" : ", ");
      /* Translators: the number of a lot and what was taken from it: “Z00128 0.4 ml”. */
      g_string_append_printf (text, C_("lot", "%s %s ml"), lot != NULL ? lot->number : "?", ml);
    }
}

/* "60 points · 6.0 ml", then zone by zone. */
static char *
dup_treatment (ClinicChart      *chart,
               ClinicChartSheet *sheet)
{
  g_autoptr(GString) text = g_string_new (NULL);
  gint64 points = 0;
  gint64 volume = 0;
  g_autofree char *number = NULL;
  g_autofree char *ml = NULL;

  for (guint i = 0; i < chart->injections->len; i++)
    {
      ClinicInjection *injection = chart->injections->pdata[i];

      points += injection->points;
      volume += injection->points * injection->volume_per_point;
    }

  number = clinic_locale_number (points);
  ml = clinic_locale_decimal (volume);
  /* Translators: points injected and the volume of all of them. */
  g_string_append_printf (text, ngettext ("%s point · %s ml", "%s points · %s ml", (gulong) points), number, ml);
  add_zones (text, chart);
  add_lots (text, chart, sheet);

  return clinic_direction_begin_lines (text->str);
}

static char *
dup_theirs (ClinicChartConflict *self,
            ClinicDesk          *desk)
{
  ClinicStaff *staff = self->staff != 0 ? clinic_desk_find_staff (desk, self->staff) : NULL;
  g_autofree char *when = NULL;

  if (self->at == NULL)
    return NULL;

  when = clinic_locale_instant (self->at, clinic_desk_get_clinic (desk)->zone);

  /* Translators: who and when: “Dr Ayşe Kaya, 22 Nov 2026, 10:42”. */
  return g_strdup_printf (C_("by", "%s, %s"), staff != NULL ? staff->name : _("somebody"), when);
}

static char *
dup_mine (ClinicDesk *desk)
{
  ClinicStaff *actor = clinic_desk_get_actor (desk);

  return g_strdup_printf (_("%s, not signed yet"), actor != NULL ? actor->name : _("somebody"));
}

ClinicConflictWindow *
clinic_chart_conflict_window (ClinicChartConflict *self,
                              ClinicChartMerge    *merge,
                              ClinicChartModel    *model,
                              ClinicDesk          *desk,
                              GtkWidget           *parent)
{
  ClinicConflictWindow *window = clinic_conflict_window_new (parent);
  ClinicChartSheet *sheet = clinic_chart_model_get_sheet (model);
  g_autofree char *mine = dup_mine (desk);
  g_autofree char *theirs = dup_theirs (self, desk);

  clinic_conflict_window_set_sides (window, mine, theirs);
  clinic_conflict_window_set_action (window, _("_Use this"));

  for (guint i = 0; i < merge->fields->len; i++)
    {
      const ClinicField *field = g_array_index (merge->fields, const ClinicField *, i);
      g_autofree char *ours = clinic_conflict_dup_words (CLINIC_RECORD (merge->mine->session), field);
      g_autofree char *other = clinic_conflict_dup_words (CLINIC_RECORD (merge->theirs->session), field);

      clinic_conflict_window_add (window, _(field->label), ours, other);
    }

  if (merge->rows)
    {
      g_autofree char *ours = dup_treatment (merge->mine, sheet);
      g_autofree char *other = dup_treatment (merge->theirs, sheet);

      clinic_conflict_window_add (window, _("Injection points"), ours, other);
    }

  return window;
}
