/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "chart-test.h"
#include "clinic-chart-page.h"
#include "clinic-chart-zone-card.h"
#include "clinic-choices.h"
#include "clinic-display.h"
#include "clinic-scalp-map.h"
#include "clinic-scalp-places.h"

/* Edits of one random run, and how many runs. */
#define EDITS 25
#define RUNS  6

static ClinicScalpMap *
find_map (GtkWidget *page)
{
  return CLINIC_SCALP_MAP (clinic_display_find_type (page, CLINIC_TYPE_SCALP_MAP, 0));
}

/* What a chart says, as text. */
static char *
describe (ClinicChartModel *model)
{
  g_autoptr(ClinicChart) chart = clinic_chart_model_dup_chart (model);
  g_autoptr(GString) text = g_string_new (chart->session->technique);

  for (guint i = 0; i < chart->injections->len; i++)
    {
      ClinicInjection *injection = chart->injections->pdata[i];

      g_string_append_printf (text, "|%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                              " %s %s %" G_GINT64_FORMAT, injection->zone, injection->points,
                              injection->volume_per_point, injection->depth, injection->technique,
                              injection->places, injection->cocktail_version_id);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Total = points × volume, whatever was done. */
static void
assert_totals (ClinicChartModel *model)
{
  GListModel *zones = clinic_chart_model_get_zones (model);
  gint64 points = 0;
  gint64 volume = 0;

  for (guint i = 0; i < g_list_model_get_n_items (zones); i++)
    {
      g_autoptr(ClinicInjection) injection = g_list_model_get_item (zones, i);
      g_autoptr(GArray) places = clinic_scalp_places_parse (injection->places);

      g_assert_cmpint (injection->points, >, 0);
      g_assert_true (places == NULL || places->len == (guint64) injection->points);
      points += injection->points;
      volume += injection->points * injection->volume_per_point;
    }

  g_assert_cmpint (chart_test_get_number (model, "points"), ==, points);
  g_assert_cmpint (chart_test_get_number (model, "volume"), ==, volume);
}

static char *
make_places (guint n)
{
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (ClinicScalpPlace));

  for (guint i = 0; i < n; i++)
    {
      ClinicScalpPlace place = {
        (ClinicScalpView) g_test_rand_int_range (0, CLINIC_SCALP_N_VIEWS),
        { g_test_rand_int_range (0, 1001), g_test_rand_int_range (0, 1001) }
      };

      g_array_append_val (places, place);
    }

  return clinic_scalp_places_format (places);
}

/* One of the things that can be done to the map, at random. */
static void
edit (ClinicChartModel *model)
{
  const char *zone = clinic_zones[g_test_rand_int_range (0, 10)].value;
  const char *other = clinic_zones[g_test_rand_int_range (0, 10)].value;
  g_autofree char *places = make_places (g_test_rand_int_range (0, 30));
  g_autofree char *others = make_places (g_test_rand_int_range (1, 9));
  const char *stroke[] = { zone, places, g_str_equal (zone, other) ? NULL : other, others, NULL };
  ClinicInjection *injection = clinic_chart_model_find_zone (model, zone);

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
    case 1:
      clinic_chart_model_fill_zone (model, zone);
      break;

    case 2:
      clinic_chart_model_clear_zone (model, zone);
      break;

    case 3:
      clinic_chart_model_place_zones (model, stroke);
      break;

    case 4:
      clinic_chart_model_mirror (model, g_test_rand_bit () ? CLINIC_SCALP_SIDE_LEFT : CLINIC_SCALP_SIDE_RIGHT);
      break;

    case 5:
      clinic_chart_model_set_points (model, zone, g_test_rand_int_range (1, 60));
      break;

    case 6:
      clinic_chart_model_spread_zone (model, zone);
      break;

    case 7:
    default:
      if (injection != NULL)
        g_object_set (injection, "volume-per-point", (gint64) g_test_rand_int_range (10, 200),
                      "depth", (gint64) g_test_rand_int_range (1000, 4000), NULL);
      break;
    }
}

static gboolean
can (ClinicChartModel *model,
     const char       *property)
{
  gboolean value;

  g_object_get (model, property, &value, NULL);

  return value;
}

/* Each step back and forth is exactly what was there. */
static void
run_edits (ClinicChartModel *model)
{
  g_autoptr(GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (states, describe (model));

  for (guint i = 0; i < EDITS; i++)
    {
      g_autofree char *now = NULL;

      edit (model);
      assert_totals (model);
      now = describe (model);

      if (g_strcmp0 (now, states->pdata[states->len - 1]) != 0)
        g_ptr_array_add (states, g_steal_pointer (&now));
    }

  while (can (model, "can-undo"))
    clinic_chart_model_undo (model);

  for (guint i = 0; i < states->len; )
    {
      g_autofree char *now = describe (model);

      /* Several figures of a zone that are set one after the other are edits of their own. */
      if (g_strcmp0 (now, states->pdata[i]) == 0)
        i++;

      assert_totals (model);

      if (i == states->len)
        break;

      g_assert_true (can (model, "can-redo"));
      clinic_chart_model_redo (model);
    }

  while (can (model, "can-redo"))
    clinic_chart_model_redo (model);

  for (guint i = states->len; i > 0; )
    {
      g_autofree char *now = describe (model);

      if (g_strcmp0 (now, states->pdata[i - 1]) == 0)
        i--;

      if (i == 0)
        break;

      g_assert_true (can (model, "can-undo"));
      clinic_chart_model_undo (model);
    }
}

static void
test_undo_and_redo_are_exact (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  ClinicChartModel *model = chart_test_get_model (page);

  for (guint i = 0; i < RUNS; i++)
    {
      run_edits (model);

      while (can (model, "can-undo"))
        clinic_chart_model_undo (model);
    }

  clinic_display_settle (desk);
}

/* L puts the left half on the right; doing it again changes nothing; one undo takes it back. */
static void
test_mirror (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  ClinicChartModel *model = chart_test_get_model (page);
  static const char *const stroke[] = {
    "parietal_left", "top:250,640 260,600", "vertex", "top:450,650 500,700 560,720", NULL
  };
  ClinicInjection *injection;
  g_autofree char *before = NULL;
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;
  g_autofree char *after = NULL;

  clinic_chart_model_place_zones (model, stroke);
  before = describe (model);
  clinic_display_press ("l");
  once = describe (model);
  injection = clinic_chart_model_find_zone (model, "parietal_right");
  g_assert_nonnull (injection);
  g_assert_cmpstr (injection->places, ==, "top:750,640 740,600");
  g_assert_cmpstr (clinic_chart_model_find_zone (model, "vertex")->places, ==,
                   "top:450,650 550,650 500,700");
  clinic_display_press ("l shift+l");
  twice = describe (model);
  g_assert_cmpstr (once, ==, twice);
  clinic_display_settle (desk);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-mirrored");

  while (g_strcmp0 (after, before) != 0 && can (model, "can-undo"))
    {
      clinic_display_press ("ctrl+z");
      g_free (after);
      after = describe (model);
    }

  g_assert_cmpstr (before, ==, after);
}

static gboolean
is_empty (gpointer data)
{
  return g_list_model_get_n_items (clinic_chart_model_get_zones (data)) == 0;
}

/* A second click opens what the zone holds; there it is changed and cleared. */
static void
test_card_of_a_zone (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  ClinicChartModel *model = chart_test_get_model (page);
  ClinicScalpPoint at = clinic_scalp_map_from_view (find_map (page), (ClinicScalpPoint) { 400, 640 });
  GtkWidget *card;
  GtkWidget *clear;

  clinic_display_click_at (GTK_WIDGET (find_map (page)), at.x, at.y);
  g_assert_nonnull (clinic_chart_model_find_zone (model, "vertex"));
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  card = clinic_display_find_type (page, CLINIC_TYPE_CHART_ZONE_CARD, 0);
  g_assert_nonnull (card);
  clear = clinic_display_find (card, "Clear");
  clear = clear != NULL ? gtk_widget_get_ancestor (clear, GTK_TYPE_BUTTON) : NULL;
  g_assert_nonnull (clear);
  clinic_display_press ("ctrl+a");
  clinic_display_type ("33");
  g_assert_cmpint (clinic_chart_model_find_zone (model, "vertex")->points, ==, 33);
  g_assert_true (gtk_widget_grab_focus (clear));
  clinic_display_settle (desk);
  clinic_display_press ("space");
  clinic_display_wait (is_empty, model);
  clinic_display_settle (desk);
  g_assert_false (gtk_widget_get_mapped (card));

  /* Without the card, by one key. */
  clinic_display_press ("4 Delete");
  g_assert_null (clinic_chart_model_find_zone (model, "vertex"));
}

/* Single points are kept, and there again when the chart is opened the next time, even as the last
 * session of the visit after. */
static void
test_places_are_kept (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  GtkWidget *page = chart_test_open_chart (desk, session);
  ClinicChartModel *model = chart_test_get_model (page);
  static const char *const stroke[] = { "frontal", "top:420,380 500,390;left:420,200", NULL };
  g_autoptr(ClinicChart) chart = NULL;

  clinic_chart_model_place_zones (model, stroke);
  chart_test_wait_for_rules (desk);
  chart_test_give_reasons (page);
  clinic_display_press ("ctrl+Return");
  clinic_display_wait (chart_test_is_signed, page);
  chart = chart_test_ask (desk, chart_test_load_chart, &session);
  g_assert_cmpuint (chart->injections->len, ==, 1);
  g_assert_cmpstr (CLINIC_INJECTION (chart->injections->pdata[0])->places, ==, stroke[1]);
  g_assert_cmpint (CLINIC_INJECTION (chart->injections->pdata[0])->points, ==, 3);
  g_assert_cmpstr (clinic_chart_model_find_zone (chart_test_get_model (page), "frontal")->places, ==,
                   stroke[1]);
}

/* Buttons below the map have names, and what they show is told in words as well. */
static void
test_layers (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  static const char *const layers[] = { "Last session", "Course", "Reactions", "Heat map" };
  gboolean heat;

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    g_assert_nonnull (clinic_display_find (page, layers[i]));

  clinic_display_click (clinic_display_find (page, "Course"));
  clinic_display_press ("1 2 3 4");
  clinic_display_settle (desk);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-course-layer");
  gtk_widget_grab_focus (GTK_WIDGET (find_map (page)));
  clinic_display_press ("h");
  g_object_get (find_map (page), "heat", &heat, NULL);
  g_assert_true (heat);
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_display_find (page, "status"));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (clinic_display_find (page, "status"))),
                            "ml/cm²"));
  clinic_display_check (page);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-heat");
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/chart-map/undo-and-redo-are-exact", "practitioner",
                      test_undo_and_redo_are_exact);
  clinic_display_add ("/chart-map/mirror", "practitioner", test_mirror);
  clinic_display_add ("/chart-map/card-of-a-zone", "practitioner", test_card_of_a_zone);
  clinic_display_add ("/chart-map/places-are-kept", "practitioner", test_places_are_kept);
  clinic_display_add ("/chart-map/layers", "practitioner", test_layers);

  return g_test_run ();
}
