/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "chart-test.h"
#include "clinic-allergy.h"
#include "clinic-booking.h"
#include "clinic-chart-banner.h"
#include "clinic-chart-board.h"
#include "clinic-chart-page.h"
#include "clinic-condition-kind.h"
#include "clinic-condition.h"
#include "clinic-display.h"
#include "clinic-figure-entry.h"
#include "clinic-findings-box.h"
#include "clinic-ingredient.h"
#include "clinic-patient.h"
#include "clinic-register.h"
#include "clinic-scalp-map.h"
#include "clinic-wrap.h"

static void
test_open (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  ClinicChartModel *model = chart_test_get_model (page);

  g_assert_nonnull (clinic_chart_model_get_sheet (model));
  g_assert_true (clinic_chart_model_get_editable (model));
  g_assert_nonnull (clinic_display_find (page, "Same as last time"));
  g_assert_cmpint (chart_test_get_number (model, "points"), ==, 0);
  clinic_display_check (page);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-open");
}

/* Four digits: four zones; together sixty points at least. */
static void
test_sixty_points (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  ClinicChartModel *model = chart_test_get_model (page);

  clinic_display_press ("1 2 3 4");
  chart_test_wait_for_rules (desk);
  g_assert_cmpuint (g_list_model_get_n_items (clinic_chart_model_get_zones (model)), ==, 4);
  g_assert_cmpint (chart_test_get_number (model, "points"), >=, 60);
  g_assert_cmpuint (g_list_model_get_n_items (clinic_chart_model_get_lots (model)), >, 0);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-sixty");

  clinic_display_press ("ctrl+z");
  g_assert_cmpuint (g_list_model_get_n_items (clinic_chart_model_get_zones (model)), ==, 3);
  clinic_display_press ("ctrl+shift+z");
  g_assert_cmpuint (g_list_model_get_n_items (clinic_chart_model_get_zones (model)), ==, 4);
}

/* The n-th zone that the map shows. */
static GtkWidget *
find_zone (GtkWidget *page,
           guint      n)
{
  GtkWidget *map = clinic_display_find_type (page, CLINIC_TYPE_SCALP_MAP, 0);
  GtkWidget *zone = gtk_widget_get_first_child (map);

  while (n-- > 0)
    zone = gtk_widget_get_next_sibling (zone);

  return zone;
}

/* Four clicks on the map, and the table says the same. */
static void
test_clicks_on_the_map (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  ClinicChartModel *model = chart_test_get_model (page);
  GListModel *zones = clinic_chart_model_get_zones (model);

  for (guint i = 0; i < 4; i++)
    clinic_display_click (find_zone (page, i));

  chart_test_wait_for_rules (desk);
  g_assert_cmpuint (g_list_model_get_n_items (zones), ==, 4);
  g_assert_cmpint (chart_test_get_number (model, "points"), >=, 60);

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr(ClinicInjection) injection = g_list_model_get_item (zones, i);
      GtkWidget *points = clinic_display_find_type (page, CLINIC_TYPE_FIGURE_ENTRY, 3 * i);
      g_autofree char *number = g_strdup_printf ("%d", (int) injection->points);

      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (points)), ==, number);
    }

  clinic_display_press ("plus plus minus");
  clinic_display_check (page);
}

/* Figures are typed in the table; what cannot be is marked and keeps the chart from being
 * signed. */
static void
test_table (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  ClinicChartModel *model = chart_test_get_model (page);
  GtkWidget *points;
  ClinicInjection *injection;

  clinic_display_press ("4");
  injection = clinic_chart_model_find_zone (model, "vertex");
  g_assert_nonnull (injection);
  points = clinic_display_find_type (page, CLINIC_TYPE_FIGURE_ENTRY, 0);
  gtk_widget_grab_focus (points);
  clinic_display_press ("ctrl+a");
  clinic_display_type ("31");
  g_assert_cmpint (injection->points, ==, 31);
  clinic_display_press ("Up");
  g_assert_cmpint (injection->points, ==, 32);
  g_assert_cmpint (chart_test_get_number (model, "points"), ==, 32);

  clinic_display_press ("ctrl+a");
  clinic_display_type ("x");
  g_assert_true (gtk_widget_has_css_class (points, "error"));
  g_assert_cmpint (injection->points, ==, 32);
  chart_test_wait_for_rules (desk);
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  g_assert_false (chart_test_is_signed (page));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (points)), ==, "x");
}

/* R and Ctrl+Enter, and reasons where rules object. */
static void
test_same_as_last_time (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  GtkWidget *page = chart_test_open_chart (desk, session);
  g_autoptr(ClinicChart) chart = NULL;

  /* What was done today already is not of last time. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (clinic_display_find (page, "prp_done")), TRUE);
  clinic_display_press ("r");
  chart_test_wait_for_rules (desk);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (clinic_display_find (page, "prp_done"))));
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-repeated");
  chart_test_give_reasons (page);
  clinic_display_press ("ctrl+Return");
  clinic_display_wait (chart_test_is_signed, page);
  clinic_display_settle (desk);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-signed");

  chart = chart_test_ask (desk, chart_test_load_chart, &session);
  g_assert_cmpstr (chart->session->status, ==, "done");
  g_assert_cmpint (chart->session->prp, ==, 1);
  g_assert_nonnull (chart->session->signature);
  g_assert_cmpuint (chart->injections->len, >, 0);
  g_assert_cmpuint (chart->draws->len, >, 0);
  g_assert_false (clinic_chart_model_get_editable (chart_test_get_model (page)));
  g_assert_null (chart_test_ask (desk, chart_test_load_draft, &session));

  clinic_display_press ("1");
  clinic_display_press ("r");
  clinic_display_settle (desk);
  g_assert_cmpuint (g_list_model_get_n_items (clinic_chart_model_get_zones (chart_test_get_model (page))), ==,
                    chart->injections->len);
}

/* Both keys at once: what the rules say is waited for. */
static void
test_two_keys (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 1));

  clinic_display_press ("r ctrl+Return");
  chart_test_wait_for_rules (desk);

  if (!chart_test_is_signed (page))
    {
      chart_test_give_reasons (page);
      clinic_display_press ("ctrl+Return");
    }

  clinic_display_wait (chart_test_is_signed, page);
}

/* A rule that objects must be answered. */
static void
test_finding_needs_a_reason (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  GtkWidget *page = chart_test_open_chart (desk, session);
  ClinicChartModel *model = chart_test_get_model (page);
  ClinicInjection *injection;
  GtkWidget *box;

  clinic_display_press ("4");
  injection = clinic_chart_model_find_zone (model, "vertex");
  g_object_set (injection, "depth", G_GINT64_CONSTANT (15000), NULL);
  chart_test_wait_for_rules (desk);
  box = clinic_display_find_type (page, CLINIC_TYPE_FINDINGS_BOX, 0);
  g_assert_nonnull (box);
  g_assert_false (clinic_findings_box_get_answered (CLINIC_FINDINGS_BOX (box)));
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-finding");

  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  g_assert_false (chart_test_is_signed (page));

  chart_test_give_reasons (page);
  clinic_display_press ("ctrl+Return");
  clinic_display_wait (chart_test_is_signed, page);
}

/* A new patient with two allergies and a condition, here today. Returns the session's id. */
static gpointer
make_visit (ClinicAct  *act,
            gpointer    data,
            GError    **error)
{
  g_autoptr(ClinicPatient) patient =
    g_object_new (CLINIC_TYPE_PATIENT, "family-name", "Wolfeschlegelsteinhausenbergerdorff",
                  "given-name", "Maria-Magdalena", "birth-date", "1984-05-31", "sex", "F", NULL);
  g_autoptr(ClinicSession) session = NULL;
  g_autoptr(GPtrArray) ingredients = clinic_store_list_by (act->db, CLINIC_TYPE_INGREDIENT, NULL, 0, error);
  g_autoptr(GPtrArray) kinds = clinic_store_list_by (act->db, CLINIC_TYPE_CONDITION_KIND, NULL, 0, error);
  g_autoptr(ClinicRecord) condition = NULL;
  gint64 id = clinic_patient_register (act, patient, error);

  g_assert_cmpint (id, !=, 0);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(ClinicRecord) allergy =
        g_object_new (CLINIC_TYPE_ALLERGY, "patient-id", id, "ingredient-id", chart_test_get_id (ingredients->pdata[i]),
                      "severity", i == 0 ? "severe" : "mild", "reaction", "swollen lips", "noted-on",
                      "2024-05-31", NULL);

      g_assert_cmpint (clinic_act_save (act, "history.save", allergy, error), !=, 0);
    }

  condition = g_object_new (CLINIC_TYPE_CONDITION, "patient-id", id, "condition-kind-id", chart_test_get_id (kinds->pdata[0]),
                            "since", "2020-01-01", NULL);
  g_assert_cmpint (clinic_act_save (act, "history.save", condition, error), !=, 0);

  session = g_object_new (CLINIC_TYPE_SESSION, "patient-id", id, "practitioner-id", act->actor, "starts",
                          "2026-11-21T19:00", "ends", "2026-11-21T19:30", NULL);
  clinic_act_accept (act, CLINIC_RULE_HOURS, "test");
  clinic_act_accept (act, CLINIC_RULE_PAST, "test");
  id = clinic_session_book (act, session, error);

  return id != 0 ? g_memdup2 (&id, sizeof id) : NULL;
}

/* Somebody who was never treated, with what stands against it above all. */
static void
test_first_session (ClinicDesk *desk)
{
  g_autofree gint64 *session = chart_test_command (desk, make_visit, NULL);
  GtkWidget *page = chart_test_open_chart (desk, *session);

  g_assert_null (clinic_chart_model_get_sheet (chart_test_get_model (page))->last);
  g_assert_nonnull (clinic_display_find (page, "First treatment"));
  g_assert_null (clinic_display_find (page, "Same as last time"));
  g_assert_cmpuint (clinic_chart_model_get_sheet (chart_test_get_model (page))->warnings->len, ==, 3);
  clinic_display_check (page);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-first");

  clinic_display_press ("r");
  clinic_display_settle (desk);
  g_assert_cmpint (chart_test_get_number (chart_test_get_model (page), "points"), ==, 0);
}

/* Text half as large again: no wider than a small screen leaves, and every field of the row below is
 * to be seen. */
static void
test_large_text (ClinicDesk *desk)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  GtkWidget *row = clinic_display_find_type (page, CLINIC_TYPE_WRAP, 0);
  int dpi;
  int least;

  for (guint i = 1; !gtk_widget_has_css_class (row, "chart-details"); i++)
    row = clinic_display_find_type (page, CLINIC_TYPE_WRAP, i);

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi * 3 / 2, NULL);
  clinic_display_settle (desk);
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 1280 - 260);

  for (GtkWidget *field = gtk_widget_get_first_child (row); field != NULL; field = gtk_widget_get_next_sibling (field))
    {
      graphene_rect_t place;

      gtk_widget_measure (field, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_assert_true (gtk_widget_compute_bounds (field, row, &place));
      g_assert_cmpfloat (place.size.width, >=, least);
      g_assert_cmpfloat (place.origin.x, >=, 0);
      g_assert_cmpfloat (place.origin.x + place.size.width, <=, gtk_widget_get_width (row));
      g_assert_cmpfloat (place.origin.y + place.size.height, <=, gtk_widget_get_height (row));
    }

  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-large-text");
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

static void
child_changed_cb (GtkStack   *stack,
                  GParamSpec *spec,
                  GtkWidget  *page)
{
  GObject *board = gtk_widget_get_template_child (page, CLINIC_TYPE_CHART_PAGE, "board");

  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "chart");
  g_assert_nonnull (clinic_chart_model_get_sheet (chart_test_get_model (page)));
  g_assert_false (clinic_chart_board_build (CLINIC_CHART_BOARD (board)));
  g_object_set_data (G_OBJECT (page), "shown", page);
}

/* Whatever is done first, the reading or the making of its parts: it is shown when both are. */
static void
test_nothing_is_shown_before_all_is (ClinicDesk *desk)
{
  GtkWidget *page = g_object_new (CLINIC_TYPE_CHART_PAGE, "desk", desk, "id", chart_test_find_waiting (desk, 0), NULL);
  GObject *stack = gtk_widget_get_template_child (page, CLINIC_TYPE_CHART_PAGE, "stack");

  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "loading");
  g_signal_connect (stack, "notify::visible-child-name", G_CALLBACK (child_changed_cb), page);
  clinic_display_show (page);
  clinic_display_settle (desk);
  g_assert_nonnull (g_object_get_data (G_OBJECT (page), "shown"));
  g_assert_nonnull (clinic_display_find_type (page, CLINIC_TYPE_SCALP_MAP, 0));
  g_assert_nonnull (clinic_display_find_type (page, CLINIC_TYPE_CHART_BANNER, 0));
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/chart/open", "practitioner", test_open);
  clinic_display_add ("/chart/shown-when-all-is-there", "practitioner", test_nothing_is_shown_before_all_is);
  clinic_display_add ("/chart/large-text", "practitioner", test_large_text);
  clinic_display_add ("/chart/sixty-points", "practitioner", test_sixty_points);
  clinic_display_add ("/chart/clicks-on-the-map", "practitioner", test_clicks_on_the_map);
  clinic_display_add ("/chart/table", "practitioner", test_table);
  clinic_display_add ("/chart/same-as-last-time", "practitioner", test_same_as_last_time);
  clinic_display_add ("/chart/two-keys", "practitioner", test_two_keys);
  clinic_display_add ("/chart/finding", "practitioner", test_finding_needs_a_reason);
  clinic_display_add ("/chart/first-session", "practitioner", test_first_session);

  return g_test_run ();
}
