/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "chart-test.h"
#include "clinic-display.h"
#include "clinic-lot.h"
#include "clinic-scan-choice.h"

#define USUAL "Control_L+bracketright"
#define UNREAD "This is no code of a package that can be read. Nothing was changed: scan again, or choose by hand."

static gpointer
list_lots (ClinicDb  *db,
           gpointer   data,
           GError   **error)
{
  return clinic_store_list_by (db, CLINIC_TYPE_LOT, NULL, 0, error);
}

/* Its article is scanned; in quarantine, so that nothing but words comes of it. */
static ClinicLot *
find_barred (GPtrArray *lots)
{
  for (guint i = 0; i < lots->len; i++)
    {
      ClinicLot *lot = lots->pdata[i];

      if (lot->gtin != NULL && lot->quarantined)
        return lot;
    }

  g_assert_not_reached ();
}

typedef struct
{
  GtkWidget        *page;
  ClinicChartModel *model;
  char             *code;       /* of a lot in quarantine */
  char             *words;      /* that are said of it */
  guint             n_zones;
  gint64            n_points;
} Chart;

static guint
count_zones (Chart *self)
{
  return g_list_model_get_n_items (clinic_chart_model_get_zones (self->model));
}

/* With one zone filled, the keyboard on the map. */
static void
open_chart (Chart      *self,
            ClinicDesk *desk)
{
  g_autoptr(GPtrArray) lots = chart_test_ask (desk, list_lots, NULL);
  ClinicLot *lot = find_barred (lots);

  self->page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  self->model = chart_test_get_model (self->page);
  self->code = g_strdup_printf ("01%s21SER1\x1d" "10%s", lot->gtin, lot->number);
  self->words = g_strdup_printf ("Lot %s of %s is in quarantine.", lot->number, lot->product);
  clinic_display_press ("3");
  self->n_zones = count_zones (self);
  self->n_points = chart_test_get_number (self->model, "points");
  g_assert_cmpuint (self->n_zones, ==, 1);
}

static void
close_chart (Chart *self)
{
  g_free (self->code);
  g_free (self->words);
}

static gboolean
is_said (gpointer data)
{
  return clinic_display_find_text (GTK_WIDGET (clinic_display_top ()), data) != NULL;
}

static void
assert_untouched (Chart *self)
{
  gboolean redo;

  g_object_get (self->model, "can-redo", &redo, NULL);
  g_assert_cmpuint (count_zones (self), ==, self->n_zones);
  g_assert_cmpint (chart_test_get_number (self->model, "points"), ==, self->n_points);
  g_assert_false (redo);

  /* Nothing of it is left to be taken back: the last edit is the person's own. */
  clinic_display_press ("ctrl+z");
  g_assert_cmpuint (count_zones (self), ==, 0);
}

static gboolean
has_settled (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *) data;
}

/* Longer than any silence that ends a code. */
static void
be_silent (void)
{
  gint64 end = g_get_monotonic_time () + 400 * G_TIME_SPAN_MILLISECOND;

  clinic_display_wait (has_settled, &end);
}

/* Once more where the machine was too busy to be as fast as the scanner; the chart is as it was before. */
static void
scan (Chart                      *self,
      const char                 *code,
      const ClinicDisplayScanner *scanner)
{
  for (guint tries = 0; !clinic_display_scan_as (code, scanner) && tries < 5; tries++)
    {
      g_test_message ("The keys came too late; once more");
      be_silent ();

      for (guint i = 0; i < 40 && count_zones (self) > 0; i++)
        clinic_display_press ("ctrl+z");

      clinic_display_press ("3");
    }
}

static const ClinicDisplayScanner ways[] = {
  { USUAL, "Tab" }, { USUAL, "Linefeed" }, { USUAL, "Return Control_L+j" }, { USUAL, "" },
  /* As keyboards of other layouts have the separator, or scanners that are set up otherwise. */
  { "Control_L+#94", "KP_Enter" }, { "Control_L+plus", "Tab" }, { "F8", "Return" }, { "#248", "" },
  { "Alt_L+KP_0+KP_2+KP_9", "Return" }, { "Alt_L+KP_0 Alt_L+KP_2 Alt_L+KP_9", "Control_L+j" },
  /* By radio, slow, and with a pause: in the article, before the separator. */
  { USUAL, "Return", .each_ms = 20 }, { USUAL, "Return", .pause_at = 4, .pause_ms = 60 },
  { USUAL, "", .pause_at = 21, .pause_ms = 60 },
};

static void
test_a_code_is_read_however_it_comes (ClinicDesk    *desk,
                                      gconstpointer  data)
{
  Chart chart;

  open_chart (&chart, desk);
  scan (&chart, chart.code, data);
  clinic_display_wait (is_said, chart.words);
  assert_untouched (&chart);
  close_chart (&chart);
}

typedef struct
{
  const char           *code;
  ClinicDisplayScanner  scanner;
} Unread;

static const Unread unread[] = {
  /* What is on other things than packages, and a package misread. */
  { "12345", { USUAL, "Return" } }, { "1234567", { USUAL, "Tab" } }, { "123456789", { USUAL, "" } },
  { "9876543219876", { USUAL, "Control_L+j" } }, { "9876543219876", { USUAL, "", .pause_at = 9, .pause_ms = 115 } },
  { "ZQ3219876", { USUAL, "Return" } }, { "1234", { USUAL, "" } },
  { "325\x1d" "4176\x1d" "98", { "F8", "Return" } },
};

static void
test_what_is_no_code_leaves_the_chart_alone (ClinicDesk    *desk,
                                             gconstpointer  data)
{
  const Unread *code = data;
  Chart chart;

  open_chart (&chart, desk);
  scan (&chart, code->code, &code->scanner);
  clinic_display_wait (is_said, UNREAD);
  clinic_display_picture (GTK_WIDGET (clinic_display_top ()), "scan-unread");
  assert_untouched (&chart);
  close_chart (&chart);
}

/* "R" is "same as last time", which is read from the clinic while the rest of the code comes. */
static void
test_no_last_time_comes_of_a_code (ClinicDesk *desk)
{
  Chart chart;

  open_chart (&chart, desk);
  clinic_display_scan ("r1234567");
  clinic_display_wait (is_said, UNREAD);
  be_silent ();
  assert_untouched (&chart);
  close_chart (&chart);
}

/* What a person fills with single keys is not asked whether it is a code. */
static void
test_zones_are_filled_as_fast_as_fingers_go (ClinicDesk *desk)
{
  static const ClinicDisplayScanner person[] = {
    { USUAL, "", .each_ms = 60 }, { USUAL, "", .each_ms = 45 }, { USUAL, "", .each_ms = 60, .pause_at = 3, .pause_ms = 200 },
  };
  Chart chart;

  open_chart (&chart, desk);

  for (guint i = 0; i < G_N_ELEMENTS (person); i++)
    {
      clinic_display_press ("ctrl+z");
      g_assert_cmpuint (count_zones (&chart), ==, 0);
      clinic_display_scan_as ("123456", &person[i]);
      g_assert_cmpuint (count_zones (&chart), ==, 6);
      be_silent ();
      g_assert_cmpuint (count_zones (&chart), ==, 6);
      clinic_display_press ("ctrl+z ctrl+z ctrl+z ctrl+z ctrl+z");
      g_assert_cmpuint (count_zones (&chart), ==, 1);
    }

  close_chart (&chart);
}

/* A key that is held down is no scanner, however fast the keyboard repeats it. */
static void
test_a_key_that_is_held_repeats (ClinicDesk *desk)
{
  Chart chart;
  gint64 before;

  open_chart (&chart, desk);
  before = chart_test_get_number (chart.model, "points");
  clinic_display_hold ("equal", 600);
  g_assert_cmpint (chart_test_get_number (chart.model, "points"), >=, before + 10);
  be_silent ();
  g_assert_cmpint (chart_test_get_number (chart.model, "points"), >=, before + 10);
  close_chart (&chart);
}

static void
assert_text (GtkWidget  *view,
             const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text", &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

/* The notes stay as they were, also when the scanner stops for a moment; what is no code stays in them. */
static void
test_notes_keep_what_is_theirs (ClinicDesk *desk)
{
  static const ClinicDisplayScanner stops = { USUAL, "Return", .pause_at = 7, .pause_ms = 60 };
  static const ClinicDisplayScanner writes = { USUAL, "", .each_ms = 8 };
  Chart chart;
  GtkWidget *notes;

  open_chart (&chart, desk);
  notes = clinic_display_find (chart.page, "notes");
  gtk_widget_grab_focus (notes);
  clinic_display_scan_as ("21 July: seen, 10 days of itching", &writes);
  be_silent ();
  assert_text (notes, "21 July: seen, 10 days of itching");

  clinic_display_scan_as (chart.code, &stops);
  clinic_display_wait (is_said, chart.words);
  assert_text (notes, "21 July: seen, 10 days of itching");
  g_assert_cmpuint (count_zones (&chart), ==, chart.n_zones);
  close_chart (&chart);
}

/* The Return of one more scan answers no question. */
static void
test_a_scan_answers_no_question (ClinicDesk *desk)
{
  Chart chart;

  open_chart (&chart, desk);
  clinic_display_scan ("010952123454321321SER10LOT42X");
  g_assert_true (CLINIC_IS_SCAN_CHOICE (clinic_display_top ()));
  clinic_display_scan ("010952123454321321SER10LOT42X");
  be_silent ();
  g_assert_true (CLINIC_IS_SCAN_CHOICE (clinic_display_top ()));
  clinic_display_press ("Escape");
  assert_untouched (&chart);
  close_chart (&chart);
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *path = g_strdup_printf ("/chart-scan/way/%u", i);

      clinic_display_add_data (path, "practitioner", &ways[i], test_a_code_is_read_however_it_comes);
    }

  for (guint i = 0; i < G_N_ELEMENTS (unread); i++)
    {
      g_autofree char *path = g_strdup_printf ("/chart-scan/unread/%u", i);

      clinic_display_add_data (path, "practitioner", &unread[i], test_what_is_no_code_leaves_the_chart_alone);
    }

  clinic_display_add ("/chart-scan/last-time", "practitioner", test_no_last_time_comes_of_a_code);
  clinic_display_add ("/chart-scan/person", "practitioner", test_zones_are_filled_as_fast_as_fingers_go);
  clinic_display_add ("/chart-scan/held", "practitioner", test_a_key_that_is_held_repeats);
  clinic_display_add ("/chart-scan/notes", "practitioner", test_notes_keep_what_is_theirs);
  clinic_display_add ("/chart-scan/question", "practitioner", test_a_scan_answers_no_question);

  return g_test_run ();
}
