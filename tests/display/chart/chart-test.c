/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "chart-test.h"
#include "clinic-chart-draft.h"
#include "clinic-chart-page.h"
#include "clinic-display.h"
#include "clinic-findings-box.h"
#include "clinic-visit.h"

gint64
chart_test_get_id (gpointer record)
{
  return clinic_record_get_id (CLINIC_RECORD (record));
}

/* What a test asks of the clinic, answered while it waits. */
typedef struct
{
  ClinicWorkFunc func;
  gpointer       data;
  gpointer       result;
  GError        *error;
  gboolean       done;
} Asked;

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Asked *asked = user_data;

  asked->result = g_task_propagate_pointer (G_TASK (result), &asked->error);
  asked->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Asked *) data)->done;
}

gpointer
chart_test_ask (ClinicDesk     *desk,
                ClinicWorkFunc  func,
                gpointer        data)
{
  Asked asked = { func, data, NULL, NULL, FALSE };

  clinic_worker_run_async (clinic_desk_get_reader (desk), func, data, NULL, NULL, NULL, asked_cb,
                           &asked);
  clinic_display_wait (is_done, &asked);
  g_assert_no_error (asked.error);

  return asked.result;
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Asked *asked = user_data;

  asked->result = clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL, &asked->error);
  asked->done = TRUE;
}

gpointer
chart_test_command (ClinicDesk     *desk,
                    ClinicDeskFunc  func,
                    gpointer        data)
{
  Asked asked = { NULL, NULL, NULL, NULL, FALSE };

  clinic_desk_run_async (desk, func, data, NULL, NULL, made_cb, &asked);
  clinic_display_wait (is_done, &asked);
  g_assert_no_error (asked.error);

  return asked.result;
}

static gpointer
list_today (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  return clinic_visit_list_days (db, data, "2026-11-22", 0, error);
}

gpointer
chart_test_list_all (ClinicDb  *db,
                     gpointer   data,
                     GError   **error)
{
  return clinic_visit_list_days (db, "2026-10-01", "2026-12-01", 0, error);
}

gpointer
chart_test_load_chart (ClinicDb  *db,
                       gpointer   data,
                       GError   **error)
{
  return clinic_chart_load (db, *(gint64 *) data, error);
}

gpointer
chart_test_load_draft (ClinicDb  *db,
                       gpointer   data,
                       GError   **error)
{
  return clinic_chart_draft_load (db, *(gint64 *) data, error);
}

/* Whether the patient of a visit was treated before. */
static gpointer
was_treated (ClinicDb  *db,
             gpointer   data,
             GError   **error)
{
  g_autoptr(ClinicChart) chart = clinic_chart_repeat (db, *(gint64 *) data, NULL);

  return GINT_TO_POINTER (chart != NULL);
}

/* A visit of today that is not treated yet, by whether the patient was treated before. */
gint64
chart_test_find_visit (ClinicDesk *desk,
                       gboolean    treated,
                       guint       skip)
{
  g_autoptr(GPtrArray) visits = chart_test_ask (desk, list_today, (gpointer) "2026-11-21");

  for (guint i = 0; i < visits->len; i++)
    {
      ClinicVisit *visit = visits->pdata[i];
      gint64 id = chart_test_get_id (visit);

      if (!g_str_equal (visit->status, "done") && !g_str_equal (visit->status, "cancelled") &&
          GPOINTER_TO_INT (chart_test_ask (desk, was_treated, &id)) == treated && skip-- == 0)
        return id;
    }

  return 0;
}

gint64
chart_test_find_waiting (ClinicDesk *desk,
                         guint       skip)
{
  gint64 session = chart_test_find_visit (desk, TRUE, skip);

  g_assert_cmpint (session, !=, 0);

  return session;
}

GtkWidget *
chart_test_open_chart (ClinicDesk *desk,
                       gint64      session)
{
  GtkWidget *page = g_object_new (CLINIC_TYPE_CHART_PAGE, "desk", desk, "id", session, NULL);

  clinic_display_show (page);
  clinic_display_settle (desk);

  return page;
}

ClinicChartModel *
chart_test_get_model (GtkWidget *page)
{
  g_autoptr(ClinicChartModel) model = NULL;

  g_object_get (page, "model", &model, NULL);

  return model;
}

gint64
chart_test_get_number (gpointer    object,
                       const char *property)
{
  gint64 value;

  g_object_get (object, property, &value, NULL);

  return value;
}

gboolean
chart_test_is_signed (gpointer data)
{
  ClinicChartModel *model = chart_test_get_model (data);

  return clinic_chart_model_get_sheet (model) != NULL &&
         clinic_chart_model_get_sheet (model)->standing->session->signed_at != NULL;
}

/* The rules were asked, or the time that is left before they are has gone by. */
void
chart_test_wait_for_rules (ClinicDesk *desk)
{
  gint64 end = g_get_monotonic_time () + 400 * 1000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);

  clinic_display_settle (desk);
}

void
chart_test_give_reasons (GtkWidget *page)
{
  GtkWidget *box = clinic_display_find_type (page, CLINIC_TYPE_FINDINGS_BOX, 0);

  for (guint i = 0; box != NULL && i < 20 && !clinic_findings_box_get_answered (CLINIC_FINDINGS_BOX (box)); i++)
    {
      g_assert_true (clinic_findings_box_start (CLINIC_FINDINGS_BOX (box)));
      clinic_display_type ("looked at it");
    }
}
