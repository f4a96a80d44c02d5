/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "chart-test.h"
#include "clinic-amend-window.h"
#include "clinic-amendment.h"
#include "clinic-chart-sign.h"
#include "clinic-chart.h"
#include "clinic-display.h"

static gpointer
chart_and_sign (ClinicAct  *act,
                gpointer    data,
                GError    **error)
{
  gint64 session = *(gint64 *) data;
  g_autoptr(ClinicChart) chart = clinic_chart_load (act->db, session, error);

  if (chart == NULL)
    return NULL;

  clinic_chart_add_injection (chart, "vertex", CLINIC_UNKNOWN, 18, 50, 3000);
  g_object_set (chart->session, "pain", (gint64) 3, "gauge", "30G", NULL);
  clinic_act_accept (act, "cocktail-unknown", "looked at it");
  clinic_act_accept (act, "lots-missing", "looked at it");
  clinic_act_accept (act, "consent-unconfirmed", "looked at it");
  clinic_act_accept (act, "consent-missing", "looked at it");

  return clinic_chart_save (act, chart, error) && clinic_chart_sign (act, session, error) ? data : NULL;
}

static GtkWidget *
open_signed (ClinicDesk *desk,
             gint64     *session)
{
  *session = chart_test_find_waiting (desk, 0);
  chart_test_command (desk, chart_and_sign, session);

  return chart_test_open_chart (desk, *session);
}

static GtkWindow *
open_amend (ClinicDesk *desk,
            GtkWidget  *page)
{
  gtk_widget_activate_action (page, "chart.amend", NULL);
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_AMEND_WINDOW (clinic_display_top ()));

  return clinic_display_top ();
}

static gpointer
is_intact (ClinicDb  *db,
           gpointer   data,
           GError   **error)
{
  gboolean intact = FALSE;

  clinic_chart_verify (db, *(gint64 *) data, &intact, error);

  return GINT_TO_POINTER (intact);
}

static guint wanted;

static gboolean
are_added (gpointer data)
{
  ClinicChartSheet *sheet = clinic_chart_model_get_sheet (chart_test_get_model (data));

  return sheet != NULL && sheet->amendments->len == wanted;
}

static void
wait_for_added (GtkWidget *page,
                guint      n)
{
  wanted = n;
  clinic_display_wait (are_added, page);
}

static char *
dup_text (GtkWindow *window)
{
  GtkWidget *view = clinic_display_find_type (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW, 0);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  char *text;

  g_object_get (buffer, "text", &text, NULL);

  return text;
}

static GtkWidget *
find_row (GtkWindow  *window,
          const char *words)
{
  return gtk_widget_get_ancestor (clinic_display_find_text (GTK_WIDGET (window), words), GTK_TYPE_LIST_BOX_ROW);
}

/* What was signed stays, and who said what, why and when stands beside it. */
static void
test_line_is_corrected (ClinicDesk *desk)
{
  gint64 session;
  GtkWidget *page = open_signed (desk, &session);
  GtkWindow *window = open_amend (desk, page);
  g_autofree char *text = NULL;
  ClinicAmendment *amendment;

  clinic_display_check (GTK_WIDGET (window));
  gtk_widget_grab_focus (find_row (window, "Vertex"));
  clinic_display_press ("Return");
  clinic_display_type ("16 points");
  text = dup_text (window);
  g_assert_true (g_str_has_prefix (text, "Vertex: 18 × 0.05 ml"));
  g_assert_true (g_str_has_suffix (text, " → 16 points"));
  clinic_display_click (clinic_display_find (GTK_WIDGET (window), "Written down wrongly"));
  clinic_display_picture (GTK_WIDGET (window), "amend");
  clinic_display_press ("ctrl+Return");
  wait_for_added (page, 1);
  amendment = clinic_chart_model_get_sheet (chart_test_get_model (page))->amendments->pdata[0];
  g_assert_cmpstr (amendment->text, ==, text);
  g_assert_cmpstr (amendment->reason, ==, "Written down wrongly");
  g_assert_cmpstr (amendment->written_at, ==, "2026-11-21T09:30:00.000Z");
  g_assert_true (GPOINTER_TO_INT (chart_test_ask (desk, is_intact, &session)));
  g_assert_cmpint (clinic_chart_model_find_zone (chart_test_get_model (page), "vertex")->points, ==, 18);
  clinic_display_settle (desk);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (clinic_display_find (page, "added"))), "16 points"));

  /* The next time it is seen what was added before. */
  window = open_amend (desk, page);
  g_assert_nonnull (clinic_display_find_text (GTK_WIDGET (window), text));
  clinic_display_type ("Bled a little too");
  clinic_display_click (clinic_display_find (GTK_WIDGET (window), "Found out later"));
  clinic_display_picture (GTK_WIDGET (window), "amend-again");
  clinic_display_press ("ctrl+Return");
  wait_for_added (page, 2);
}

/* What and why must be said; nothing typed is lost by that. */
static void
test_nothing_without_a_reason (ClinicDesk *desk)
{
  gint64 session;
  GtkWidget *page = open_signed (desk, &session);
  GtkWindow *window = open_amend (desk, page);

  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  g_assert_true (clinic_display_top () == window);
  gtk_widget_grab_focus (clinic_display_find_type (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW, 0));
  clinic_display_type ("Bled a little");
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  g_assert_true (clinic_display_top () == window);
  g_assert_true (gtk_widget_has_css_class (clinic_display_find (GTK_WIDGET (window), "reason"), "error"));
  clinic_display_type ("Left out");
  clinic_display_press ("ctrl+Return");
  wait_for_added (page, 1);
}

/* Only those who treat. */
static void
test_manager_does_not_amend (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) visits = chart_test_ask (desk, chart_test_list_all, NULL);
  GtkWidget *page = NULL;

  for (guint i = 0; i < visits->len && page == NULL; i++)
    {
      gint64 id = chart_test_get_id (visits->pdata[i]);
      g_autoptr(ClinicChart) chart = chart_test_ask (desk, chart_test_load_chart, &id);

      if (chart->session->signed_at != NULL)
        page = chart_test_open_chart (desk, id);
    }

  g_assert_nonnull (page);
  gtk_widget_activate_action (page, "chart.amend", NULL);
  clinic_display_settle (desk);
  g_assert_false (CLINIC_IS_AMEND_WINDOW (clinic_display_top ()));
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/amend/line-is-corrected", "practitioner", test_line_is_corrected);
  clinic_display_add ("/amend/nothing-without-a-reason", "practitioner", test_nothing_without_a_reason);
  clinic_display_add ("/amend/not-by-a-manager", "manager", test_manager_does_not_amend);

  return g_test_run ();
}
