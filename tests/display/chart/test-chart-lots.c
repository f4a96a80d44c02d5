/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "chart-test.h"
#include "clinic-display.h"
#include "clinic-lot-dialog.h"

static guint
count (GListModel *list)
{
  return g_list_model_get_n_items (list);
}

/* The lots stand there as soon as it is said what is injected: open the list, choose. */
static void
test_a_cocktail_brings_its_lots (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  ClinicChartModel *model = chart_test_get_model (page);
  GtkDropDown *choice = GTK_DROP_DOWN (clinic_display_find (page, "choice"));
  guint most = 0;

  clinic_display_press ("3");
  g_assert_cmpuint (count (clinic_chart_model_get_zones (model)), ==, 1);

  for (guint i = 1; i < count (gtk_drop_down_get_model (choice)); i++)
    {
      gtk_drop_down_set_selected (choice, i);
      chart_test_wait_for_rules (desk);
      clinic_display_settle (desk);
      most = MAX (most, count (clinic_chart_model_get_lots (model)));
    }

  g_assert_cmpuint (most, >=, 3);
  clinic_display_picture (page, "chart-lots");
}

/* What is typed in the search, and Return. */
static void
search (GtkWidget  *entry,
        const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

/* By its first letters, and the keyboard is back on the map; what begins like nothing changes nothing. */
static void
test_a_cocktail_is_found_by_its_letters (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  ClinicChartModel *model = chart_test_get_model (page);
  GtkDropDown *choice = GTK_DROP_DOWN (clinic_display_find (page, "choice"));
  gint64 before = clinic_chart_model_get_cocktail (model);
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *map = gtk_root_get_focus (root);
  GtkWidget *entry;

  clinic_display_press ("c");
  entry = clinic_display_find_type (GTK_WIDGET (choice), GTK_TYPE_SEARCH_ENTRY, 0);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (root), entry));
  search (entry, "zzz");
  g_assert_cmpint (clinic_chart_model_get_cocktail (model), ==, before);
  g_assert_true (gtk_widget_get_mapped (entry));

  search (entry, "SILI");
  clinic_display_settle (desk);
  g_assert_cmpstr (gtk_string_object_get_string (gtk_drop_down_get_selected_item (choice)), ==,
                   "Silicon, biotin, vitamin C v1");
  g_assert_cmpint (clinic_chart_model_get_cocktail (model), !=, before);
  g_assert_false (gtk_widget_get_mapped (entry));
  g_assert_true (gtk_root_get_focus (root) == map);
}

/* A scanner beside the chart: its digits fill no zone, and a lot that is not there is received. */
static void
test_a_scanned_code_leaves_the_chart_alone (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  ClinicChartModel *model = chart_test_get_model (page);

  clinic_display_press ("3");
  g_assert_cmpuint (count (clinic_chart_model_get_zones (model)), ==, 1);
  clinic_display_scan ("01095212345432131728033110SCANE7R");
  g_assert_true (CLINIC_IS_LOT_DIALOG (clinic_display_top ()));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (clinic_display_find (GTK_WIDGET (clinic_display_top ()), "number"))),
                   ==, "SCANE7R");
  g_assert_cmpuint (count (clinic_chart_model_get_zones (model)), ==, 1);
  clinic_display_press ("Escape");
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/chart-lots/cocktail", "practitioner", test_a_cocktail_brings_its_lots);
  clinic_display_add ("/chart-lots/letters", "practitioner", test_a_cocktail_is_found_by_its_letters);
  clinic_display_add ("/chart-lots/scan", "practitioner", test_a_scanned_code_leaves_the_chart_alone);

  return g_test_run ();
}
