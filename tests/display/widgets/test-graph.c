/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "clinic-date.h"
#include "clinic-display.h"
#include "clinic-graph-file.h"
#include "clinic-graph-sheet.h"
#include "clinic-graph-view.h"

static ClinicGraph *
make_line (guint points)
{
  ClinicGraph *graph = clinic_graph_new (CLINIC_PLOT_LINE, "Hair density, Frontal");
  ClinicGraphSeries *series = clinic_graph_add_series (graph, "Value");
  double first = clinic_date_to_days ("2026-01-12");

  graph->subtitle = g_strdup ("172 → 196 /cm²");
  graph->unit = g_strdup ("/cm²");
  graph->decimals = 1;
  graph->dated = TRUE;
  graph->mark_name = g_strdup ("Session");
  graph->band_name = g_strdup ("Within noise");

  for (guint i = 0; i < points; i++)
    {
      double at = first + i * 28;
      ClinicGraphBand band = { at, 158, 186 };
      g_autofree char *label = clinic_date_from_days ((gint64) at);

      clinic_graph_add_point (series, label, at, 172 + 4 * sin (i * 0.7) + 24.0 * i / points);
      g_array_append_val (graph->band, band);
      g_array_append_val (graph->marks, at);
    }

  clinic_graph_add_level (graph, 172, "Baseline");
  clinic_graph_add_goal (graph, 205, "Goal 205");

  return graph;
}

static ClinicGraph *
make_intervals (void)
{
  ClinicGraph *graph = clinic_graph_new (CLINIC_PLOT_INTERVAL, "Mean change");
  ClinicGraphSeries *series = clinic_graph_add_series (graph, "Mean change");
  static const char * const names[] = {
    "Dutasteride 0.05 % · Androgenetic alopecia · Eight sessions", "PRP · Androgenetic alopecia",
    "Minoxidil 0.5 % and biotin · Telogen effluvium", "Vitamins · Diffuse loss",
  };

  graph->unit = g_strdup ("/cm²");
  graph->decimals = 1;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      ClinicGraphPoint *point;

      clinic_graph_add_point (series, names[i], i, 14.0 - i * 6);
      point = &g_array_index (series->points, ClinicGraphPoint, i);
      point->low = point->value - 4 - i;
      point->high = point->value + 5 + i;
    }

  return graph;
}

static ClinicGraph *
make_columns (void)
{
  ClinicGraph *graph = make_intervals ();

  graph->kind = CLINIC_PLOT_COLUMN;

  return graph;
}

/* With phases, tracks, marks of a day and decisions. */
static ClinicGraph *
make_course (void)
{
  ClinicGraph *graph = make_line (9);
  double first = clinic_date_to_days ("2026-01-12");

  clinic_graph_add_shade (graph, first, first + 84, "Weekly");
  clinic_graph_add_shade (graph, first + 84, first + 160, "Every two weeks");
  clinic_graph_add_shade (graph, first + 160, INFINITY, "Monthly");
  clinic_graph_add_track (graph, "Minoxidil", "5 % twice a day", first - 200, first + 60);
  clinic_graph_add_track (graph, "Minoxidil", "2 %", first + 90, INFINITY);
  clinic_graph_add_track (graph, "Supplements", NULL, first + 150, first + 155);
  clinic_graph_add_track (graph, "Platelet-rich plasma", NULL, first + 28, first + 28);
  clinic_graph_add_track (graph, "Platelet-rich plasma", NULL, first + 84, first + 84);
  clinic_graph_add_flag (graph, first + 84, "Decision: taper");
  graph->flag_name = g_strdup ("Decision");

  return graph;
}

static void
test_tracks_share_rows_unless_they_overlap (void)
{
  g_autoptr(ClinicGraph) graph = make_course ();
  g_autoptr(ClinicGraph) copy = clinic_graph_copy (graph);
  int height = clinic_graph_get_height (graph, 300);

  g_assert_cmpuint (clinic_graph_n_rows (graph), ==, 3);
  g_assert_cmpint (height, ==, 300 + clinic_graph_tracks_height (graph));
  clinic_graph_add_track (graph, "Minoxidil", "by another", clinic_date_to_days ("2026-01-15"),
                          clinic_date_to_days ("2026-02-01"));
  g_assert_cmpuint (clinic_graph_n_rows (graph), ==, 4);
  g_assert_cmpint (clinic_graph_get_height (graph, 300), >, height);
  g_assert_cmpuint (clinic_graph_n_rows (copy), ==, 3);
  g_assert_cmpuint (copy->flags->len + copy->shades->len, ==, 4);
}

static void
test_point_says_what_goes_on_beside_it (void)
{
  g_autoptr(ClinicGraph) graph = make_course ();
  g_autofree char *before = clinic_graph_dup_words (graph, 0);
  g_autofree char *change = clinic_graph_dup_words (graph, 3);
  g_autofree char *turned = NULL;

  g_assert_nonnull (strstr (before, "172.0"));
  g_assert_nonnull (strstr (before, "Weekly · Minoxidil · 5 % twice a day"));
  g_assert_nonnull (strstr (change, "Every two weeks · Platelet-rich plasma · Decision: taper"));

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  turned = clinic_graph_dup_words (graph, 0);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_assert_nonnull (strstr (turned, "Weekly · Minoxidil · \u20685 % twice a day\u2069"));
}

static void
test_stages_stand_on_a_ladder (void)
{
  static const char *const steps[] = { "I", "II", "III", "IV", NULL };
  g_autoptr(ClinicGraph) graph = clinic_graph_new (CLINIC_PLOT_LINE, "Stages");
  ClinicGraphSeries *series = clinic_graph_add_series (graph, NULL);
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autofree char *value = NULL;
  ClinicGraphFrame frame;

  graph->dated = TRUE;
  graph->steps = g_strdupv ((char **) steps);
  clinic_graph_add_point (series, "a", 10, 2);
  clinic_graph_add_point (series, "b", 40, 1);
  clinic_graph_lay_out (graph, context, 600, 300, FALSE, &frame);
  g_assert_cmpfloat (frame.step, ==, 1);
  g_assert_cmpfloat (frame.low, ==, 0);
  g_assert_cmpfloat (frame.high, ==, 3);
  value = clinic_graph_dup_value (graph, 2);
  g_assert_cmpstr (value, ==, "III");
  g_object_unref (context);
}

static void
test_steps_are_round (void)
{
  static const struct
  {
    double low;
    double high;
    guint  most;
    double step;
  } cases[] = {
    { 0, 100, 5, 20 }, { 0, 1, 4, 0.5 }, { 158, 205, 6, 10 }, { -3, 3, 6, 1 }, { 0, 0, 5, 1 },
    { 0, 1e9, 10, 1e8 }, { 0, 0.003, 3, 0.001 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (clinic_graph_nice_step (cases[i].low, cases[i].high,
                                                            cases[i].most), cases[i].step,
                                    cases[i].step * 1e-9);
}

static void
test_calendars_begin_where_months_do (void)
{
  g_autoptr(GArray) ticks = clinic_graph_date_ticks (clinic_date_to_days ("2026-01-12"),
                                                     clinic_date_to_days ("2026-09-30"), 9);
  g_autoptr(GArray) years = clinic_graph_date_ticks (clinic_date_to_days ("2016-05-01"),
                                                     clinic_date_to_days ("2026-09-30"), 6);
  g_autoptr(GArray) days = clinic_graph_date_ticks (10, 14, 6);

  g_assert_cmpuint (ticks->len, ==, 8);
  g_assert_cmpint ((gint64) g_array_index (ticks, double, 0), ==, clinic_date_to_days ("2026-02-01"));
  g_assert_cmpint ((gint64) g_array_index (ticks, double, 7), ==, clinic_date_to_days ("2026-09-01"));
  g_assert_cmpuint (years->len, ==, 5);
  g_assert_cmpint ((gint64) g_array_index (years, double, 0), ==, clinic_date_to_days ("2018-01-01"));
  g_assert_cmpuint (days->len, ==, 5);
}

/* Whatever the letters and the time: none runs into the next. */
static void
test_dates_have_room (void)
{
  for (double widest = 40; widest < 260; widest += 15)
    {
      for (double span = 5; span < 6000; span *= 1.17)
        {
          double from = 20000;
          double width = 700;
          g_autoptr(GArray) ticks =
            clinic_graph_date_ticks (from, from + span, clinic_graph_most_dates (width, widest));

          for (guint i = 1; i < ticks->len; i++)
            g_assert_cmpfloat ((g_array_index (ticks, double, i) - g_array_index (ticks, double, i - 1)) / span * width, >=,
                               widest);
        }
    }
}

/* What is drawn for a value is read as that value, whichever way the chart lies. */
static void
test_places_are_read_back (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  ClinicGraph *graphs[] = { make_line (12), make_intervals (), make_columns () };

  for (guint g = 0; g < G_N_ELEMENTS (graphs); g++)
    {
      ClinicGraphFrame frame;

      clinic_graph_lay_out (graphs[g], context, 640, 320, FALSE, &frame);
      g_assert_cmpfloat (frame.x + frame.width, <, 640);
      g_assert_cmpfloat (frame.y + frame.height, <, 320);
      g_assert_true (frame.sideways == (g > 0));

      for (guint i = 0; i < clinic_graph_n_points (graphs[g]); i++)
        {
          const ClinicGraphPoint *point = clinic_graph_get_point (graphs[g], i);
          double along = clinic_graph_place_at (&frame, point->at);
          double place = clinic_graph_place (&frame, point->value);

          g_assert_cmpfloat_with_epsilon (clinic_graph_read (&frame, place), point->value, 1e-9);
          g_assert_cmpfloat (point->value, >=, frame.low);
          g_assert_cmpfloat (point->value, <=, frame.high);
          g_assert_cmpint (clinic_graph_find (graphs[g], &frame, frame.sideways ? place : along,
                                              frame.sideways ? along : place), ==, (int) i);
        }

      clinic_graph_free (graphs[g]);
    }

  g_object_unref (context);
}

static void
test_flat_values_have_room (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr(ClinicGraph) graph = clinic_graph_new (CLINIC_PLOT_LINE, NULL);
  g_autoptr(ClinicGraph) empty = clinic_graph_new (CLINIC_PLOT_LINE, NULL);
  ClinicGraphSeries *series = clinic_graph_add_series (graph, NULL);
  ClinicGraphFrame frame;

  clinic_graph_add_point (series, "once", 100, 0);
  clinic_graph_lay_out (graph, context, 300, 200, FALSE, &frame);
  g_assert_cmpfloat (frame.high, >, frame.low);
  g_assert_cmpfloat (frame.at_high, >, frame.at_low);
  clinic_graph_lay_out (empty, context, 300, 200, FALSE, &frame);
  g_assert_cmpfloat (frame.high, >, frame.low);
  g_assert_cmpint (clinic_graph_find (empty, &frame, 10, 10), ==, -1);
  g_object_unref (context);
}

static void
test_sheet_gives_its_charts (void)
{
  static const char * const values[] = { "value", "baseline", NULL };
  static const char * const split[] = { "metric", "unit", NULL };
  const ClinicPlot plot = {
    .kind = CLINIC_PLOT_LINE, .category = (char *) "when", .values = (char **) values,
    .split = (char **) split,
  };
  const ClinicColumn columns[] = {
    { (char *) "metric", (char *) "Metric", NULL, CLINIC_CELL_TEXT },
    { (char *) "unit", (char *) "Unit", NULL, CLINIC_CELL_TEXT },
    { (char *) "when", (char *) "When", NULL, CLINIC_CELL_DATE },
    { (char *) "value", (char *) "Value", NULL, CLINIC_CELL_NUMBER, 1 },
    { (char *) "baseline", (char *) "Baseline", NULL, CLINIC_CELL_NUMBER, 1 },
  };
  g_autoptr(ClinicSheet) sheet = clinic_sheet_new ("readings", "Readings");
  g_autoptr(GPtrArray) graphs = NULL;
  ClinicGraph *first;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    clinic_sheet_add_column (sheet, &columns[i]);

  clinic_sheet_add_plot (sheet, &plot);

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *date = g_strdup_printf ("2026-0%u-11", i + 1);
      ClinicCell cells[] = {
        clinic_cell_text (i < 3 ? "Density" : "Pain"), clinic_cell_text (i < 3 ? "/cm²" : NULL),
        clinic_cell_date (date), clinic_cell_number (100 + i, 1), clinic_cell_number (100, 1),
      };

      clinic_sheet_append (sheet, cells);
    }

  graphs = clinic_graphs_from_sheet (sheet, 12);
  g_assert_cmpuint (graphs->len, ==, 2);
  first = graphs->pdata[0];
  g_assert_cmpstr (first->title, ==, "Density");
  g_assert_cmpstr (first->unit, ==, "/cm²");
  g_assert_true (first->dated);
  g_assert_cmpuint (first->series->len, ==, 2);
  g_assert_cmpuint (clinic_graph_n_points (first), ==, 3);
  g_assert_cmpfloat (clinic_graph_get_point (first, 2)->value, ==, 102);
  g_assert_cmpfloat (clinic_graph_get_point (first, 2)->at, ==, clinic_date_to_days ("2026-03-11"));
  g_assert_cmpuint (clinic_graph_n_points (graphs->pdata[1]), ==, 2);
}

static void
test_keyboard_reads_values (ClinicDesk *desk)
{
  GtkWidget *view = clinic_graph_view_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *intervals = clinic_graph_view_new ();
  GtkWidget *columns = clinic_graph_view_new ();

  clinic_graph_view_take_graph (CLINIC_GRAPH_VIEW (view), make_line (9));
  clinic_graph_view_take_graph (CLINIC_GRAPH_VIEW (intervals), make_intervals ());
  clinic_graph_view_take_graph (CLINIC_GRAPH_VIEW (columns), make_columns ());
  gtk_box_append (GTK_BOX (box), view);
  gtk_box_append (GTK_BOX (box), intervals);
  gtk_box_append (GTK_BOX (box), columns);
  clinic_display_show (box);
  clinic_display_check (box);

  gtk_widget_grab_focus (view);
  g_assert_cmpint (clinic_graph_view_get_current (CLINIC_GRAPH_VIEW (view)), ==, -1);
  clinic_display_press ("Home");
  g_assert_cmpstr (clinic_graph_view_get_words (CLINIC_GRAPH_VIEW (view)), ==,
                   "2026-01-12: \u2066172.0 /cm²\u2069");
  clinic_display_press ("Right Right");
  g_assert_cmpint (clinic_graph_view_get_current (CLINIC_GRAPH_VIEW (view)), ==, 2);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       clinic_graph_view_get_words (CLINIC_GRAPH_VIEW (view)));
  clinic_display_press ("End Right");
  g_assert_cmpint (clinic_graph_view_get_current (CLINIC_GRAPH_VIEW (view)), ==, 8);
  clinic_display_press ("Left");
  g_assert_cmpint (clinic_graph_view_get_current (CLINIC_GRAPH_VIEW (view)), ==, 7);

  gtk_widget_grab_focus (intervals);
  clinic_display_press ("Home Down");
  g_assert_cmpstr (clinic_graph_view_get_words (CLINIC_GRAPH_VIEW (intervals)), ==,
                   "PRP · Androgenetic alopecia: \u20668.0 /cm²\u2069, between \u20663.0 /cm²\u2069 and "
                   "\u206614.0 /cm²\u2069");
  clinic_display_picture (box, "graph");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  clinic_display_settle (desk);
  clinic_display_picture (box, "graph-rtl");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* From one end to the other: each point in its turn, and nothing any more once the pointer is elsewhere. */
static void
test_pointer_reads_values (ClinicDesk *desk)
{
  GtkWidget *view = clinic_graph_view_new ();
  GtkWidget *beside = gtk_button_new_with_label ("Beside");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  ClinicGraphView *graph = CLINIC_GRAPH_VIEW (view);
  int last = -1;

  clinic_graph_view_take_graph (graph, make_line (9));
  gtk_box_append (GTK_BOX (box), view);
  gtk_box_append (GTK_BOX (box), beside);
  clinic_display_show (box);

  for (int x = 0; x < gtk_widget_get_width (view); x += 10)
    {
      int current;

      clinic_display_click_at (view, x, gtk_widget_get_height (view) / 3);
      current = clinic_graph_view_get_current (graph);

      if (current < 0)
        continue;

      g_assert_cmpint (current, >=, last);
      g_assert_cmpint (current, <=, last + 1);

      if (current != last && current == 0)
        g_assert_cmpstr (clinic_graph_view_get_words (graph), ==, "2026-01-12: \u2066172.0 /cm²\u2069");

      last = current;
    }

  /* A click brings the keyboard, which goes on reading. */
  g_assert_cmpint (last, ==, 8);
  gtk_widget_grab_focus (beside);
  clinic_display_click (beside);
  g_assert_cmpint (clinic_graph_view_get_current (graph), ==, -1);
}

static void
test_five_hundred_points_are_drawn_in_a_frame (ClinicDesk *desk)
{
  g_autoptr(ClinicGraph) graph = make_line (500);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1000, 400);
  ClinicGraphLook look;
  gint64 best = G_MAXINT64;

  clinic_graph_look_paper (&look);

  for (guint i = 0; i < 5; i++)
    {
      cairo_t *cr = cairo_create (surface);
      gint64 start = g_get_monotonic_time ();

      clinic_graph_draw (graph, cr, &look, 1000, 400);
      cairo_destroy (cr);
      best = MIN (best, g_get_monotonic_time () - start);
    }

  cairo_surface_destroy (surface);
  g_test_message ("500 points: %.1f ms", best / 1000.0);
  g_test_minimized_result (best / 1000.0, "500 points: %.1f ms", best / 1000.0);

  /* Twice over on a busy machine. */
  g_assert_cmpint (best, <, 32000);
}

static void
test_files_can_be_opened (ClinicDesk *desk)
{
  g_autofree char *folder = g_dir_make_tmp ("anagen-graph-XXXXXX", NULL);
  g_autofree char *png = g_build_filename (folder, "chart.png", NULL);
  g_autofree char *pdf = g_build_filename (folder, "chart.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "chart.png", NULL);
  g_autofree char *command = g_strdup_printf ("pdfinfo %s", pdf);
  g_autofree char *program = g_find_program_in_path ("pdfinfo");
  g_autofree char *information = NULL;
  g_autoptr(ClinicGraph) graph = make_line (9);
  g_autoptr(ClinicGraph) intervals = make_intervals ();
  g_autoptr(GError) error = NULL;
  cairo_surface_t *surface;

  g_assert_true (clinic_graph_write (graph, png, &error));
  g_assert_no_error (error);
  surface = cairo_image_surface_create_from_png (png);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1600);
  cairo_surface_destroy (surface);

  g_assert_true (clinic_graph_write (graph, pdf, &error));
  g_assert_no_error (error);

  if (program != NULL)
    {
      g_assert_true (g_spawn_command_line_sync (command, &information, NULL, NULL, &error));
      g_assert_nonnull (strstr (information, "Hair density, Frontal"));
      g_assert_nonnull (strstr (information, "Anagen"));
      g_assert_nonnull (strstr (information, "Pages:           1"));
    }

  g_assert_false (clinic_graph_write (graph, nowhere, &error));
  g_assert_nonnull (error);

  if (g_getenv ("ANAGEN_PICTURES") != NULL)
    {
      g_autofree char *line = g_build_filename (g_getenv ("ANAGEN_PICTURES"), "paper-line.png", NULL);
      g_autofree char *rows = g_build_filename (g_getenv ("ANAGEN_PICTURES"), "paper-rows.png", NULL);

      g_autoptr(ClinicGraph) course = make_course ();
      g_autofree char *tracks = g_build_filename (g_getenv ("ANAGEN_PICTURES"), "paper-tracks.png", NULL);

      clinic_graph_write (course, tracks, NULL);
      clinic_graph_write (graph, line, NULL);
      clinic_graph_write (intervals, rows, NULL);
    }

  g_unlink (png);
  g_unlink (pdf);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  g_test_add_func ("/graph/steps-are-round", test_steps_are_round);
  g_test_add_func ("/graph/calendars-begin-where-months-do", test_calendars_begin_where_months_do);
  g_test_add_func ("/graph/dates-have-room", test_dates_have_room);
  g_test_add_func ("/graph/places-are-read-back", test_places_are_read_back);
  g_test_add_func ("/graph/flat-values-have-room", test_flat_values_have_room);
  g_test_add_func ("/graph/sheet-gives-its-charts", test_sheet_gives_its_charts);
  g_test_add_func ("/graph/tracks-share-rows-unless-they-overlap", test_tracks_share_rows_unless_they_overlap);
  g_test_add_func ("/graph/point-says-what-goes-on-beside-it", test_point_says_what_goes_on_beside_it);
  g_test_add_func ("/graph/stages-stand-on-a-ladder", test_stages_stand_on_a_ladder);
  clinic_display_add_empty ("/graph/keyboard-reads-values", test_keyboard_reads_values);
  clinic_display_add_empty ("/graph/pointer-reads-values", test_pointer_reads_values);
  clinic_display_add_empty ("/graph/five-hundred-points-are-drawn-in-a-frame",
                            test_five_hundred_points_are_drawn_in_a_frame);
  clinic_display_add_empty ("/graph/files-can-be-opened", test_files_can_be_opened);

  return g_test_run ();
}
