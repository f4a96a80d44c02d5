/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the chart page has done on the writing worker's thread. */

#include "config.h"

#include "clinic-chart-draft.h"
#include "clinic-chart-sign.h"
#include "clinic-chart-signing.h"

typedef struct
{
  ClinicChart *chart;
  GHashTable  *reasons;
} Signing;

typedef struct
{
  GError *error;        /* why it was not signed; NULL: it was */
} Signed;

typedef struct
{
  gint64   session;
  gboolean take_over;
} Call;

static void
signing_free (gpointer data)
{
  Signing *self = data;

  clinic_chart_free (self->chart);
  g_clear_pointer (&self->reasons, g_hash_table_unref);
  g_free (self);
}

static void
signed_free (gpointer data)
{
  Signed *self = data;

  g_clear_error (&self->error);
  g_free (self);
}

static gpointer
save_and_sign (ClinicAct  *act,
               gpointer    data,
               GError    **error)
{
  Signing *signing = data;
  Signed *outcome;
  GHashTableIter iter;
  gpointer rule;
  gpointer reason;

  if (signing->reasons != NULL)
    {
      g_hash_table_iter_init (&iter, signing->reasons);

      while (g_hash_table_iter_next (&iter, &rule, &reason))
        clinic_act_accept (act, rule, reason);
    }

  if (!clinic_chart_save (act, signing->chart, error))
    return NULL;

  outcome = g_new0 (Signed, 1);
  clinic_chart_sign (act, clinic_record_get_id (CLINIC_RECORD (signing->chart->session)),
                     &outcome->error);

  return outcome;
}

void
clinic_chart_signing_async (ClinicDesk          *desk,
                            ClinicChart         *chart,
                            GHashTable          *reasons,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Signing *signing = g_new0 (Signing, 1);

  signing->chart = chart;
  signing->reasons = reasons != NULL ? g_hash_table_ref (reasons) : NULL;
  clinic_desk_run_async (desk, save_and_sign, signing, signing_free, signed_free, callback,
                         user_data);
}

ClinicChartOutcome
clinic_chart_signing_finish (ClinicDesk    *desk,
                             GAsyncResult  *result,
                             GPtrArray    **findings,
                             GError       **error)
{
  Signed *outcome = clinic_desk_run_finish (desk, result, findings, NULL, error);
  gboolean is_signed;

  if (outcome == NULL)
    return CLINIC_CHART_FAILED;

  is_signed = outcome->error == NULL;

  if (!is_signed)
    g_propagate_error (error, g_steal_pointer (&outcome->error));

  signed_free (outcome);

  return is_signed ? CLINIC_CHART_SIGNED : CLINIC_CHART_SAVED;
}

static gpointer
change_draft (ClinicAct  *act,
              gpointer    data,
              GError    **error)
{
  Call *call = data;
  g_autoptr(ClinicChart) chart = NULL;
  g_autoptr(GError) failure = NULL;

  if (call->take_over && !(chart = clinic_chart_draft_load (act->db, call->session, &failure)) && failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  if (!clinic_chart_draft_discard (act, call->session, error) ||
      (chart != NULL && !clinic_chart_draft_save (act, chart, error)))
    return NULL;

  return GINT_TO_POINTER (TRUE);
}

void
clinic_chart_drafting_async (ClinicDesk          *desk,
                             gint64               session,
                             gboolean             take_over,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Call *call = g_new0 (Call, 1);

  call->session = session;
  call->take_over = take_over;
  clinic_desk_run_async (desk, change_draft, call, g_free, NULL, callback, user_data);
}

gboolean
clinic_chart_drafting_finish (ClinicDesk    *desk,
                              GAsyncResult  *result,
                              GError       **error)
{
  return clinic_desk_run_finish (desk, result, NULL, NULL, error) != NULL;
}
