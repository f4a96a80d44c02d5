/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "chart-test.h"
#include "clinic-display.h"
#include "clinic-hit.h"
#include "clinic-locale.h"
#include "clinic-lot-dialog.h"
#include "clinic-lot.h"
#include "clinic-scan-choice.h"

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
  g_signal_emit_by_name (entry, "stop-search");
  clinic_display_settle (desk);
  g_assert_false (gtk_widget_get_mapped (entry));
  g_assert_true (gtk_root_get_focus (root) == map);

  clinic_display_press ("c");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");

  search (entry, "SILI");
  clinic_display_settle (desk);
  g_assert_cmpstr (CLINIC_HIT (gtk_drop_down_get_selected_item (choice))->title, ==,
                   "Silicon, biotin, vitamin C v1");
  g_assert_cmpint (clinic_chart_model_get_cocktail (model), !=, before);
  g_assert_false (gtk_widget_get_mapped (entry));
  g_assert_true (gtk_root_get_focus (root) == map);
}

static GtkSingleSelection *
get_found (GtkDropDown *choice)
{
  GtkWidget *view = clinic_display_find_type (GTK_WIDGET (choice), GTK_TYPE_LIST_VIEW, 0);

  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (view)));
}

/* By a part of a word or by what is in it; a name goes before an ingredient, and the best is the marked one. */
static void
test_a_cocktail_is_found_by_what_is_in_it (ClinicDesk *desk)
{
  static const struct { const char *typed, *found; guint shown; } searches[] = {
    { "eptid", "PDRN with copper peptide v1", 2 },
    { "dexp", "Peptides and biochanin A v1", 2 },
    { "panthenol", "Peptides and biochanin A v1", 2 },
    { "biotin", "Silicon, biotin, vitamin C v1", 2 },
    { "pept", "Peptides and biochanin A v1", 2 },
  };
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  GtkDropDown *choice = GTK_DROP_DOWN (clinic_display_find (page, "choice"));

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      GtkSingleSelection *shown;
      GtkWidget *entry;

      clinic_display_press ("c");
      entry = clinic_display_find_type (GTK_WIDGET (choice), GTK_TYPE_SEARCH_ENTRY, 0);
      gtk_editable_set_text (GTK_EDITABLE (entry), searches[i].typed);
      g_signal_emit_by_name (entry, "search-changed");
      clinic_display_settle (desk);
      shown = get_found (choice);
      g_assert_cmpuint (count (G_LIST_MODEL (shown)), ==, searches[i].shown);
      g_assert_cmpstr (CLINIC_HIT (gtk_single_selection_get_selected_item (shown))->title, ==, searches[i].found);

      if (i == 2)
        clinic_display_picture (page, "chart-cocktail-found");

      g_signal_emit_by_name (entry, "activate");
      clinic_display_settle (desk);
      g_assert_cmpstr (CLINIC_HIT (gtk_drop_down_get_selected_item (choice))->title, ==, searches[i].found);
    }
}

/* A row that is clicked is that row, also while others are hidden. */
static void
test_a_found_cocktail_is_clicked (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  GtkDropDown *choice = GTK_DROP_DOWN (clinic_display_find (page, "choice"));
  GtkWidget *entry;
  GtkWidget *view;

  clinic_display_press ("c");
  entry = clinic_display_find_type (GTK_WIDGET (choice), GTK_TYPE_SEARCH_ENTRY, 0);
  view = clinic_display_find_type (GTK_WIDGET (choice), GTK_TYPE_LIST_VIEW, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "panthenol");
  g_signal_emit_by_name (entry, "search-changed");
  clinic_display_settle (desk);
  gtk_widget_activate_action (view, "list.select-item", "(ubb)", 1u, FALSE, FALSE);
  gtk_widget_activate_action (view, "list.activate-item", "u", 1u);
  clinic_display_settle (desk);
  g_assert_cmpstr (CLINIC_HIT (gtk_drop_down_get_selected_item (choice))->title, ==,
                   "Vitamins, minerals, amino acids (basic) v1");
}

/* A scanner beside the chart: its digits fill no zone, and a lot that is not there is received. */
static void
test_a_scanned_code_leaves_the_chart_alone (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  ClinicChartModel *model = chart_test_get_model (page);
  gboolean redo;

  clinic_display_press ("3");
  g_assert_cmpuint (count (clinic_chart_model_get_zones (model)), ==, 1);
  clinic_display_scan ("01095212345432131728033110SCANE7R");
  g_assert_true (CLINIC_IS_LOT_DIALOG (clinic_display_top ()));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (clinic_display_find (GTK_WIDGET (clinic_display_top ()), "number"))),
                   ==, "SCANE7R");
  g_assert_cmpuint (count (clinic_chart_model_get_zones (model)), ==, 1);
  g_object_get (model, "can-redo", &redo, NULL);
  g_assert_false (redo);
  clinic_display_press ("Escape");
}

#define ARTICLE "09521000000049"    /* cysteine in the demonstration */

static gpointer
list_lots (ClinicDb  *db,
           gpointer   data,
           GError   **error)
{
  return clinic_store_list_by (db, CLINIC_TYPE_LOT, NULL, 0, error);
}

/* One that may not be drawn from: in quarantine, or past its expiry. */
static ClinicLot *
find_refused (GPtrArray *lots,
              gboolean   barred)
{
  for (guint i = 0; i < lots->len; i++)
    {
      ClinicLot *lot = lots->pdata[i];
      gboolean past = lot->expires_on != NULL && strcmp (lot->expires_on, "2026-11-21") < 0;

      if (lot->gtin != NULL && lot->quarantined == barred && past != barred)
        return lot;
    }

  g_assert_not_reached ();
}

/* The lot of the article in date that is to be used up after @before; NULL: the first. */
static ClinicLot *
find_next (GPtrArray *lots,
           ClinicLot *before)
{
  const char *after = before != NULL ? before->expires_on : "2026-11-21";
  ClinicLot *found = NULL;

  for (guint i = 0; i < lots->len; i++)
    {
      ClinicLot *lot = lots->pdata[i];

      if (g_strcmp0 (lot->gtin, ARTICLE) == 0 && !lot->quarantined && strcmp (lot->expires_on, after) > 0 &&
          (found == NULL || strcmp (lot->expires_on, found->expires_on) < 0))
        found = lot;
    }

  g_assert_nonnull (found);

  return found;
}

/* As its package has it. */
static char *
dup_code (ClinicLot *lot)
{
  g_auto(GStrv) date = g_strsplit (lot->expires_on, "-", -1);

  return g_strdup_printf ("01%s17%s%s%s10%s", lot->gtin, date[0] + 2, date[1], date[2], lot->number);
}

static gboolean
is_drawn (ClinicChartModel *model,
          ClinicLot        *lot)
{
  GListModel *lots = clinic_chart_model_get_lots (model);

  for (guint i = 0; i < g_list_model_get_n_items (lots); i++)
    {
      g_autoptr(ClinicDraw) draw = g_list_model_get_item (lots, i);

      if (draw->lot_id == chart_test_get_id (lot))
        return TRUE;
    }

  return FALSE;
}

/* A chart with a zone and the cocktail that has cysteine in it, its lots proposed. */
static GtkWidget *
open_with_cysteine (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  GtkDropDown *choice = GTK_DROP_DOWN (clinic_display_find (page, "choice"));

  clinic_display_press ("3");

  for (guint i = 0;; i++)
    {
      g_assert_cmpuint (i, <, count (gtk_drop_down_get_model (choice)));
      gtk_drop_down_set_selected (choice, i);

      if (g_str_has_prefix (CLINIC_HIT (gtk_drop_down_get_selected_item (choice))->title, "Vitamins"))
        break;
    }

  chart_test_wait_for_rules (desk);
  clinic_display_settle (desk);

  return page;
}

static void
test_a_scanned_lot_takes_the_place_of_another (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) lots = chart_test_ask (desk, list_lots, NULL);
  GtkWidget *page = open_with_cysteine (desk);
  ClinicChartModel *model = chart_test_get_model (page);
  guint before = count (clinic_chart_model_get_lots (model));
  ClinicLot *first = find_next (lots, NULL);
  ClinicLot *second = find_next (lots, first);
  g_autofree char *code = dup_code (second);
  g_autofree char *words = g_strdup_printf ("Lot %s is taken", second->number);

  g_assert_true (is_drawn (model, first));
  g_assert_false (is_drawn (model, second));
  clinic_display_scan (code);
  g_assert_true (is_drawn (model, second));
  g_assert_false (is_drawn (model, first));
  g_assert_cmpuint (count (clinic_chart_model_get_lots (model)), ==, before);
  g_assert_nonnull (clinic_display_find_text (GTK_WIDGET (clinic_display_top ()), words));

  /* Taken back like any edit. */
  clinic_display_press ("ctrl+z");
  g_assert_true (is_drawn (model, first));
}

typedef struct
{
  gboolean    barred;
  const char *words;
} Refused;

static const Refused expired = { FALSE, "Lot %s of %s cannot be used any more." };
static const Refused quarantined = { TRUE, "Lot %s of %s is in quarantine." };

static void
test_a_lot_that_may_not_be_used_is_refused (ClinicDesk    *desk,
                                            gconstpointer  data)
{
  const Refused *refused = data;
  g_autoptr(GPtrArray) lots = chart_test_ask (desk, list_lots, NULL);
  GtkWidget *page = open_with_cysteine (desk);
  ClinicChartModel *model = chart_test_get_model (page);
  guint before = count (clinic_chart_model_get_lots (model));
  ClinicLot *lot = find_refused (lots, refused->barred);
  g_autofree char *code = dup_code (lot);
  g_auto(GStrv) parts = g_strsplit (refused->words, "%s", -1);
  g_autofree char *words = g_strconcat (parts[0], lot->number, parts[1], lot->product, parts[2], NULL);

  clinic_display_scan (code);
  g_assert_nonnull (clinic_display_find_text (GTK_WIDGET (clinic_display_top ()), words));
  g_assert_false (is_drawn (model, lot));
  g_assert_cmpuint (count (clinic_chart_model_get_lots (model)), ==, before);
}

/* The package says another day than the records: nobody knows which is right, so it is not taken. */
static void
test_another_expiry_is_said (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) lots = chart_test_ask (desk, list_lots, NULL);
  GtkWidget *page = open_with_cysteine (desk);
  ClinicChartModel *model = chart_test_get_model (page);
  ClinicLot *lot = find_next (lots, find_next (lots, NULL));
  g_autofree char *code = g_strdup_printf ("01%s1726110110%s", lot->gtin, lot->number);
  g_autofree char *kept = clinic_locale_date (lot->expires_on);
  g_autofree char *words = g_strdup_printf ("Lot %s: the package says 1 Nov 2026, the records say %s.", lot->number, kept);

  clinic_display_scan (code);
  g_assert_nonnull (clinic_display_find_text (GTK_WIDGET (clinic_display_top ()), words));
  g_assert_false (is_drawn (model, lot));
  clinic_display_picture (GTK_WIDGET (clinic_display_top ()), "scan-other-expiry");
}

/* The separator was lost: what is lot and what is not is asked, never guessed. */
static void
test_a_lost_separator_is_asked_for (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) lots = chart_test_ask (desk, list_lots, NULL);
  GtkWidget *page = open_with_cysteine (desk);
  ClinicChartModel *model = chart_test_get_model (page);
  ClinicLot *lot = find_next (lots, find_next (lots, NULL));
  g_autofree char *code = g_strdup_printf ("01%s2112345ABC10%s", lot->gtin, lot->number);
  GtkListBox *list;

  g_assert_false (is_drawn (model, lot));
  clinic_display_scan (code);
  g_assert_true (CLINIC_IS_SCAN_CHOICE (clinic_display_top ()));
  g_assert_false (is_drawn (model, lot));
  list = GTK_LIST_BOX (clinic_display_find (GTK_WIDGET (clinic_display_top ()), "list"));
  clinic_display_click (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 1)));
  clinic_display_settle (desk);
  g_assert_false (CLINIC_IS_SCAN_CHOICE (clinic_display_top ()));
  g_assert_true (is_drawn (model, lot));
}

static void
choose_row (int row)
{
  GtkListBox *list = GTK_LIST_BOX (clinic_display_find (GTK_WIDGET (clinic_display_top ()), "list"));

  clinic_display_click (GTK_WIDGET (gtk_list_box_get_row_at_index (list, row)));
}

static const char *
get_typed (const char *name)
{
  return gtk_editable_get_text (GTK_EDITABLE (clinic_display_find (GTK_WIDGET (clinic_display_top ()), name)));
}

/* None of the readings is what the package says: it is typed, and what is sure stands there. */
static void
test_no_reading_is_right (ClinicDesk *desk)
{
  GtkWidget *page = open_with_cysteine (desk);
  ClinicChartModel *model = chart_test_get_model (page);
  guint before = count (clinic_chart_model_get_lots (model));

  clinic_display_scan ("01" ARTICLE "17280331" "2112345ABC10LOT42X");
  g_assert_true (CLINIC_IS_SCAN_CHOICE (clinic_display_top ()));
  clinic_display_check (GTK_WIDGET (clinic_display_top ()));
  choose_row (2);
  g_assert_true (CLINIC_IS_LOT_DIALOG (clinic_display_top ()));
  g_assert_cmpstr (get_typed ("gtin"), ==, ARTICLE);
  g_assert_cmpstr (get_typed ("number"), ==, "");
  g_assert_cmpuint (count (clinic_chart_model_get_lots (model)), ==, before);
  clinic_display_press ("Escape");
}

/* A code in two parts: the second says the lot, which may be of anything. */
static void
test_the_product_of_a_lot_is_asked_for (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) lots = chart_test_ask (desk, list_lots, NULL);
  GtkWidget *page = open_with_cysteine (desk);
  ClinicChartModel *model = chart_test_get_model (page);
  ClinicLot *lot = find_next (lots, find_next (lots, NULL));
  g_autofree char *code = g_strdup_printf ("]C110%s", lot->number);
  g_autofree char *words = g_strdup_printf ("The code says lot %s, but not of which product. Which is it?", lot->number);

  clinic_display_scan (code);
  g_assert_true (CLINIC_IS_SCAN_CHOICE (clinic_display_top ()));
  g_assert_nonnull (clinic_display_find_text (GTK_WIDGET (clinic_display_top ()), words));
  g_assert_nonnull (clinic_display_find_text (GTK_WIDGET (clinic_display_top ()), lot->product));
  g_assert_false (is_drawn (model, lot));
  clinic_display_picture (GTK_WIDGET (clinic_display_top ()), "scan-product");
  choose_row (0);
  clinic_display_settle (desk);
  g_assert_true (is_drawn (model, lot));
}

/* Nobody has it: it is received, and the product is to be chosen. */
static void
test_a_lot_of_no_product_is_received (ClinicDesk *desk)
{
  open_with_cysteine (desk);
  clinic_display_scan ("10UNSEEN7R");
  g_assert_true (CLINIC_IS_LOT_DIALOG (clinic_display_top ()));
  g_assert_cmpstr (get_typed ("number"), ==, "UNSEEN7R");
  g_assert_cmpstr (get_typed ("gtin"), ==, "");
  clinic_display_press ("Escape");
}

static gboolean
draws_received (gpointer data)
{
  GListModel *draws = clinic_chart_model_get_lots (chart_test_get_model (data));
  ClinicChartSheet *sheet = clinic_chart_model_get_sheet (chart_test_get_model (data));

  for (guint i = 0; i < count (draws); i++)
    {
      g_autoptr(ClinicDraw) draw = g_list_model_get_item (draws, i);
      ClinicLot *lot = g_hash_table_lookup (sheet->lots, &draw->lot_id);

      if (lot != NULL && g_str_equal (lot->number, "FRESH1"))
        return TRUE;
    }

  return FALSE;
}

/* Received from the chart, it is drawn from at once: in place of the other of the same. */
static void
test_a_received_lot_is_taken (ClinicDesk *desk)
{
  GtkWidget *page = open_with_cysteine (desk);
  guint before = count (clinic_chart_model_get_lots (chart_test_get_model (page)));
  GtkWidget *dialog;

  clinic_display_scan ("01" ARTICLE "1728033110FRESH1");
  g_assert_true (CLINIC_IS_LOT_DIALOG (clinic_display_top ()));
  clinic_display_settle (desk);
  dialog = GTK_WIDGET (clinic_display_top ());
  g_assert_cmpstr (get_typed ("number"), ==, "FRESH1");
  gtk_widget_activate_action (dialog, "dialog.save", NULL);
  clinic_display_wait (draws_received, page);
  g_assert_cmpuint (count (clinic_chart_model_get_lots (chart_test_get_model (page))), ==, before);
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/chart-lots/cocktail", "practitioner", test_a_cocktail_brings_its_lots);
  clinic_display_add ("/chart-lots/letters", "practitioner", test_a_cocktail_is_found_by_its_letters);
  clinic_display_add ("/chart-lots/parts", "practitioner", test_a_cocktail_is_found_by_what_is_in_it);
  clinic_display_add ("/chart-lots/clicked", "practitioner", test_a_found_cocktail_is_clicked);
  clinic_display_add ("/chart-lots/scan", "practitioner", test_a_scanned_code_leaves_the_chart_alone);
  clinic_display_add ("/chart-lots/scan-known", "practitioner", test_a_scanned_lot_takes_the_place_of_another);
  clinic_display_add_data ("/chart-lots/scan-expired", "practitioner", &expired,
                           test_a_lot_that_may_not_be_used_is_refused);
  clinic_display_add_data ("/chart-lots/scan-quarantined", "practitioner", &quarantined,
                           test_a_lot_that_may_not_be_used_is_refused);
  clinic_display_add ("/chart-lots/scan-other-expiry", "practitioner", test_another_expiry_is_said);
  clinic_display_add ("/chart-lots/scan-lost", "practitioner", test_a_lost_separator_is_asked_for);
  clinic_display_add ("/chart-lots/scan-none", "practitioner", test_no_reading_is_right);
  clinic_display_add ("/chart-lots/scan-product", "practitioner", test_the_product_of_a_lot_is_asked_for);
  clinic_display_add ("/chart-lots/received", "practitioner", test_a_received_lot_is_taken);
  clinic_display_add ("/chart-lots/scan-nobody", "practitioner", test_a_lot_of_no_product_is_received);

  return g_test_run ();
}
