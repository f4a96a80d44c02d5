/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "chart-test.h"
#include "clinic-chart-course.h"
#include "clinic-chart-page.h"
#include "clinic-chart-zone-card.h"
#include "clinic-choices.h"
#include "clinic-display.h"
#include "clinic-formulary.h"
#include "clinic-phase.h"
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

/* One of the things that can be done to the map, at random. @typed: the zone whose figures were changed
 * last, which changed once more would be the same edit. */
static void
edit (ClinicChartModel  *model,
      const char       **typed)
{
  const char *before = g_steal_pointer (typed);
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
      if (g_strcmp0 (zone, before) != 0)
        clinic_chart_model_set_points (model, zone, g_test_rand_int_range (1, 60));

      *typed = zone;
      break;

    case 6:
      clinic_chart_model_spread_zone (model, zone);
      break;

    case 7:
    default:
      if (injection != NULL && g_strcmp0 (zone, before) != 0)
        g_object_set (injection, "volume-per-point", (gint64) g_test_rand_int_range (10, 200),
                      "depth", (gint64) g_test_rand_int_range (1000, 4000), NULL);

      *typed = zone;
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
  const char *typed = NULL;

  g_ptr_array_add (states, describe (model));

  for (guint i = 0; i < EDITS; i++)
    {
      const char *before = typed;
      g_autofree char *now = NULL;

      edit (model, &typed);
      assert_totals (model);
      now = describe (model);

      /* What changed nothing does not part two changes of one figure. */
      if (g_strcmp0 (now, states->pdata[states->len - 1]) != 0)
        g_ptr_array_add (states, g_steal_pointer (&now));
      else
        typed = before;
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

static gpointer
has_no_course (ClinicDb  *db,
               gpointer   data,
               GError   **error)
{
  g_autoptr(GPtrArray) sums = clinic_chart_course_read (db, *(gint64 *) data, error);

  return GINT_TO_POINTER (sums != NULL && sums->len == 0);
}

/* A session that nothing was injected before. */
static gint64
find_first (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) visits = chart_test_ask (desk, chart_test_list_all, NULL);

  for (guint i = 0; i < visits->len; i++)
    {
      gint64 id = chart_test_get_id (visits->pdata[i]);

      if (GPOINTER_TO_INT (chart_test_ask (desk, has_no_course, &id)))
        return id;
    }

  g_assert_not_reached ();
}

static gboolean
press_heat (GtkWidget *page)
{
  gboolean heat;

  gtk_widget_grab_focus (GTK_WIDGET (find_map (page)));
  clinic_display_press ("h");
  g_object_get (find_map (page), "heat", &heat, NULL);

  return heat;
}

/* A key does no more than its button lets: where nothing was injected before there is no heat, and
 * what was shown of one session goes with it. */
static void
test_key_of_a_layer_that_is_empty (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  GtkWidget *button = clinic_display_find (page, "heat");
  gboolean heat;

  g_assert_true (press_heat (page));
  g_object_set (page, "id", find_first (desk), NULL);
  clinic_display_settle (desk);
  g_assert_cmpuint (clinic_chart_model_get_sheet (chart_test_get_model (page))->course->len, ==, 0);
  g_assert_false (gtk_widget_get_sensitive (button));
  g_object_get (find_map (page), "heat", &heat, NULL);
  g_assert_false (heat);
  g_assert_false (press_heat (page));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
}

/* A session whose phase is said to be injected like this. */
typedef struct
{
  gint64      session;
  gint64      volume;
  gint64      spacing;
  gint64      depth;
  const char *technique;
} Told;

static gpointer
tell_phase (ClinicAct  *act,
            gpointer    data,
            GError    **error)
{
  Told *told = data;
  g_autoptr(ClinicRecord) session = clinic_store_find (act->db, CLINIC_TYPE_SESSION, told->session, error);
  g_autoptr(ClinicRecord) phase = clinic_store_find (act->db, CLINIC_TYPE_PHASE,
                                                     CLINIC_SESSION (session)->phase_id, error);
  gint64 id = CLINIC_PHASE (phase)->protocol_id;
  g_autoptr(ClinicRecord) protocol = clinic_store_find (act->db, CLINIC_TYPE_PROTOCOL, id, error);
  g_autoptr(ClinicStatement) statement = clinic_db_query (act->db, "course-phases", error);
  g_autoptr(GPtrArray) phases = NULL;

  clinic_statement_bind_int (statement, 1, id);
  phases = clinic_store_list (statement, CLINIC_TYPE_PHASE, error);

  for (guint i = 0; i < phases->len; i++)
    {
      if (clinic_record_get_id (phases->pdata[i]) == clinic_record_get_id (phase))
        g_object_set (phases->pdata[i], "volume-per-point", told->volume, "spacing", told->spacing,
                      "depth", told->depth, "technique", told->technique, NULL);
    }

  return GINT_TO_POINTER (clinic_protocol_save (act, CLINIC_PROTOCOL (protocol), phases, error) != 0);
}

static gpointer
has_phase (ClinicDb  *db,
           gpointer   data,
           GError   **error)
{
  g_autoptr(ClinicRecord) session = clinic_store_find (db, CLINIC_TYPE_SESSION, *(gint64 *) data, error);

  return GINT_TO_POINTER (session != NULL && CLINIC_SESSION (session)->phase_id != CLINIC_UNKNOWN &&
                          CLINIC_SESSION (session)->signed_at == NULL);
}

/* Of today, not signed, in a course. */
static gint64
find_in_phase (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) visits = chart_test_ask (desk, chart_test_list_all, NULL);

  for (guint i = 0; i < visits->len; i++)
    {
      ClinicVisit *visit = visits->pdata[i];
      gint64 id = chart_test_get_id (visit);

      if (g_str_has_prefix (visit->starts, "2026-11-21") &&
          GPOINTER_TO_INT (chart_test_ask (desk, has_phase, &id)))
        return id;
    }

  g_assert_not_reached ();
}

/* The nth zone from above that holds nothing. */
static const char *
find_empty (ClinicChartModel *model,
            guint            *nth)
{
  const char *const *zones = clinic_scalp_zones (CLINIC_SCALP_TOP);

  for (*nth = 0; clinic_chart_model_find_zone (model, zones[*nth]) != NULL; ++*nth)
    g_assert_nonnull (zones[*nth + 1]);

  return zones[*nth];
}

static ClinicInjection *
fill_empty (ClinicChartModel *model)
{
  guint nth;
  const char *zone = find_empty (model, &nth);
  char key[2] = { (char) ('1' + nth), '\0' };

  clinic_display_press (key);
  g_assert_nonnull (clinic_chart_model_find_zone (model, zone));

  return clinic_chart_model_find_zone (model, zone);
}

/* What the phase says goes before what was done last time. */
static void
test_zone_is_filled_as_the_phase_says (ClinicDesk *desk)
{
  Told told = { find_in_phase (desk), 30, 15000, 1700, "mesogun" };
  GtkWidget *page;
  ClinicChartModel *model;
  ClinicInjection *injection;

  chart_test_command (desk, tell_phase, &told);
  page = chart_test_open_chart (desk, told.session);
  model = chart_test_get_model (page);
  g_object_set (clinic_chart_model_get_record (model), "technique", NULL, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (find_map (page)));
  injection = fill_empty (model);
  g_assert_cmpint (injection->volume_per_point, ==, 30);
  g_assert_cmpint (injection->depth, ==, 1700);
  g_assert_cmpint (injection->points, ==,
                   (gint64) (clinic_scalp_area (injection->zone) * 100 / 225.0 + 0.5));
  g_assert_cmpstr (clinic_chart_model_get_record (model)->technique, ==, "mesogun");
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-phase-says");
}

/* A stroke of the brush is as dense as a zone that is filled, and as deep. */
static void
test_brush_does_as_the_phase_says (ClinicDesk *desk)
{
  Told told = { find_in_phase (desk), 30, 20000, 1700, "mesogun" };
  GtkWidget *page;
  ClinicScalpMap *map;
  ClinicInjection *injection;
  ClinicScalpPoint from;
  ClinicScalpPoint to;
  double x[3];

  chart_test_command (desk, tell_phase, &told);
  page = chart_test_open_chart (desk, told.session);
  map = find_map (page);
  clinic_chart_model_clear_zone (chart_test_get_model (page), "frontal");
  g_object_set (clinic_chart_model_get_record (chart_test_get_model (page)), "technique", NULL, NULL);
  g_object_set (map, "mode", CLINIC_SCALP_BRUSH, NULL);
  from = clinic_scalp_map_from_view (map, (ClinicScalpPoint) { 400, 380 });
  to = clinic_scalp_map_from_view (map, (ClinicScalpPoint) { 600, 380 });
  clinic_display_drag (GTK_WIDGET (map), from.x, from.y, to.x, to.y);
  injection = clinic_chart_model_find_zone (chart_test_get_model (page), "frontal");
  g_assert_nonnull (injection);
  g_assert_cmpint (injection->volume_per_point, ==, 30);
  g_assert_cmpint (injection->depth, ==, 1700);
  g_assert_cmpstr (clinic_chart_model_get_record (chart_test_get_model (page))->technique, ==, "mesogun");

  /* 20 mm are 85 of the drawing's units: 3 points on 200 of them. */
  g_assert_cmpint (injection->points, ==, 3);
  g_assert_cmpint (sscanf (injection->places, "top:%lf,%*f %lf,%*f %lf", &x[0], &x[1], &x[2]), ==, 3);
  g_assert_cmpfloat_with_epsilon (x[1] - x[0], 20 * 660 / 155.0, 2);
  g_assert_cmpfloat_with_epsilon (x[2] - x[1], 20 * 660 / 155.0, 2);

  /* Where it says nothing, a point each centimetre. */
  told.spacing = CLINIC_UNKNOWN;
  chart_test_command (desk, tell_phase, &told);
  gtk_widget_activate_action (page, "chart.retry", NULL);
  clinic_display_settle (desk);
  clinic_chart_model_clear_zone (chart_test_get_model (page), "frontal");
  clinic_display_drag (GTK_WIDGET (map), from.x, from.y, to.x, to.y);
  g_assert_cmpint (clinic_chart_model_find_zone (chart_test_get_model (page), "frontal")->points, ==, 5);
}

/* Where the phase says nothing, all is as it was: here last time's volume. A spacing that asks for
 * more points than a zone holds is not taken, and that is said. */
static void
test_phase_that_says_too_much (ClinicDesk *desk)
{
  Told told = { find_in_phase (desk), CLINIC_UNKNOWN, 2000, CLINIC_UNKNOWN, NULL };
  GtkWidget *page;
  ClinicChartModel *model;
  ClinicChartSheet *sheet;
  ClinicInjection *injection;
  const char *said;

  chart_test_command (desk, tell_phase, &told);
  page = chart_test_open_chart (desk, told.session);
  model = chart_test_get_model (page);
  sheet = clinic_chart_model_get_sheet (model);
  gtk_widget_grab_focus (GTK_WIDGET (find_map (page)));

  do
    injection = fill_empty (model);
  while (clinic_chart_model_count_spaced (model, injection->zone) <= CLINIC_INJECTION_MOST_POINTS);

  g_assert_cmpint (injection->points, <, 100);
  said = gtk_label_get_text (GTK_LABEL (clinic_display_find (page, "status")));
  g_assert_nonnull (strstr (said, "2000"));
  g_assert_cmpint (injection->volume_per_point, ==,
                   sheet->last != NULL ? clinic_chart_sheet_find_last (sheet, NULL)->volume_per_point
                                       : sheet->default_volume);
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
  clinic_display_add ("/chart-map/zone-is-filled-as-the-phase-says", "practitioner",
                      test_zone_is_filled_as_the_phase_says);
  clinic_display_add ("/chart-map/phase-that-says-too-much", "practitioner",
                      test_phase_that_says_too_much);
  clinic_display_add ("/chart-map/key-of-a-layer-that-is-empty", "practitioner",
                      test_key_of_a_layer_that_is_empty);
  clinic_display_add ("/chart-map/brush-as-the-phase-says", "practitioner", test_brush_does_as_the_phase_says);

  return g_test_run ();
}
