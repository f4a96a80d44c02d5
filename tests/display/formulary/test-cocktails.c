/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-batch-dialog.h"
#include "clinic-cocktail-dialog.h"
#include "clinic-cocktail-version.h"
#include "clinic-cocktail.h"
#include "clinic-cocktails-page.h"
#include "clinic-component-row.h"
#include "clinic-discard.h"
#include "clinic-display.h"
#include "clinic-ingredient-dialog.h"
#include "clinic-ledger-window.h"
#include "clinic-lot-dialog.h"
#include "clinic-lot-row.h"
#include "clinic-lot.h"
#include "clinic-pour.h"
#include "clinic-scan-choice.h"
#include "clinic-undo.h"
#include "clinic-version-window.h"

static GtkWidget *
show (ClinicDesk *desk)
{
  GtkWidget *page = clinic_cocktails_page_new (desk);

  clinic_display_show (page);
  clinic_display_settle (desk);

  return page;
}

/* Beside the sidebar in the smallest window. */
static void
assert_fits (GtkWidget *page)
{
  int width;

  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 1024 - 220);
}

static GPtrArray *
list (ClinicDesk *desk,
      GType       type)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDb) db = clinic_db_open (clinic_desk_get_location (desk), CLINIC_DB_READ, &error);
  GPtrArray *records;

  g_assert_no_error (error);
  records = clinic_store_list_by (db, type, NULL, 0, &error);
  g_assert_no_error (error);

  return records;
}

static guint
count (ClinicDesk *desk,
       GType       type)
{
  g_autoptr(GPtrArray) records = list (desk, type);

  return records->len;
}

static ClinicLot *
get_last_lot (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) lots = list (desk, CLINIC_TYPE_LOT);

  g_assert_cmpuint (lots->len, >, 0);

  return g_object_ref (lots->pdata[lots->len - 1]);
}

static GtkWidget *
top (void)
{
  return GTK_WIDGET (clinic_display_top ());
}

static void
set_text (GtkWidget  *root,
          const char *name,
          const char *text)
{
  GtkWidget *entry = clinic_display_find (root, name);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
show_tab (GtkWidget  *page,
          const char *name)
{
  adw_view_stack_set_visible_child_name
    (ADW_VIEW_STACK (clinic_display_find_type (page, ADW_TYPE_VIEW_STACK, 0)), name);
}

static gpointer
undo (ClinicAct  *act,
      gpointer    data,
      GError    **error)
{
  return clinic_undo_last (act, error) != 0 ? data : NULL;
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_a_cocktail_shows_what_is_in_it (ClinicDesk *desk)
{
  GtkWidget *page = show (desk);
  GtkWidget *composition = clinic_display_find (page, "composition");

  clinic_display_picture (page, "cocktails");
  g_assert_nonnull (composition);
  g_assert_cmpuint (g_list_model_get_n_items
                      (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (composition)))), >, 0);
  show_tab (page, "ingredients");
  clinic_display_settle (desk);
  clinic_display_picture (page, "cocktails-ingredients");
  show_tab (page, "lots");
  clinic_display_settle (desk);
  clinic_display_picture (page, "cocktails-lots");
}

static void
type_search (ClinicDesk *desk,
             GtkWidget  *page,
             const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (clinic_display_find (page, "search")), text);
  clinic_display_settle (desk);
}

/* By a part of a word and by what is in it; what nothing is like is not an empty formulary. */
static void
test_a_cocktail_is_searched (ClinicDesk *desk)
{
  static const struct { const char *typed, *found; guint n; } searches[] = {
    { "PEPT", "PDRN with copper peptide", 2 },
    { "eptid", "PDRN with copper peptide", 2 },
    { "panthenol", "Peptides and biochanin A", 2 },
    { "dexp vita", "Vitamins, minerals, amino acids (basic)", 1 },
    { "zzz", NULL, 0 },
  };
  GtkWidget *page = show (desk);
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (clinic_display_find (page, "cocktails")));
  guint all = g_list_model_get_n_items (G_LIST_MODEL (model));

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr(ClinicCocktail) first = NULL;

      type_search (desk, page, searches[i].typed);
      first = g_list_model_get_item (G_LIST_MODEL (model), 0);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, searches[i].n);
      g_assert_cmpstr (first != NULL ? first->name : NULL, ==, searches[i].found);
      g_assert_true (gtk_widget_get_mapped (clinic_display_find (page, "search")));
      g_assert_cmpint (clinic_display_find (page, "composition") != NULL, ==, first != NULL);
    }

  clinic_display_picture (page, "cocktails-none-found");
  g_signal_emit_by_name (clinic_display_find (page, "search"), "stop-search");
  clinic_display_settle (desk);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, all);
  type_search (desk, page, "panthenol");
  clinic_display_picture (page, "cocktails-found");
}

static void
test_a_new_version_leaves_the_old_one (ClinicDesk *desk)
{
  GtkWidget *page = show (desk);
  guint before = count (desk, CLINIC_TYPE_COCKTAIL_VERSION);
  GtkWidget *row;
  guint versions;
  GtkDropDown *chooser = GTK_DROP_DOWN (clinic_display_find (page, "version"));

  versions = g_list_model_get_n_items (gtk_drop_down_get_model (chooser));
  clinic_display_click (clinic_display_find (page, "New version…"));
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_COCKTAIL_DIALOG (top ()));
  row = clinic_display_find_type (top (), CLINIC_TYPE_COMPONENT_ROW, 0);
  g_assert_nonnull (row);

  /* What cannot be read is marked and kept. */
  set_text (row, "volume", "much");
  clinic_display_press ("ctrl+Return");
  g_assert_true (CLINIC_IS_COCKTAIL_DIALOG (top ()));
  g_assert_true (gtk_widget_has_css_class (clinic_display_find (row, "volume"), "error"));
  set_text (row, "volume", "7.5");
  clinic_display_picture (top (), "cocktail-version");
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);

  g_assert_cmpuint (count (desk, CLINIC_TYPE_COCKTAIL_VERSION), ==, before + 1);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (chooser)), ==, versions + 1);
  clinic_desk_run_async (desk, undo, page, NULL, NULL, undone_cb, NULL);
  clinic_display_settle (desk);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (chooser)), ==, versions);
}

static void
test_a_cocktail_is_composed (ClinicDesk *desk)
{
  GtkWidget *page = show (desk);
  guint before = count (desk, CLINIC_TYPE_COCKTAIL);
  GtkWidget *first;
  GtkWidget *second;

  clinic_display_click (clinic_display_find (page, "New cocktail…"));
  clinic_display_settle (desk);
  /* The keyboard is at the name already. */
  clinic_display_type ("House mixture");
  first = clinic_display_find_type (top (), CLINIC_TYPE_COMPONENT_ROW, 0);
  set_text (first, "strength", "0.5");
  set_text (first, "volume", "2");
  clinic_display_click (clinic_display_find (top (), "Add an ingredient"));
  second = clinic_display_find_type (top (), CLINIC_TYPE_COMPONENT_ROW, 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (clinic_display_find (second, "ingredient")), 1);
  set_text (second, "volume", "1.5");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (clinic_display_find (top (), "total"))), ==,
                   "3.5 ml in all");
  clinic_display_picture (top (), "cocktail-new");
  clinic_display_click (clinic_display_find (top (), "save"));
  clinic_display_settle (desk);
  g_assert_false (CLINIC_IS_COCKTAIL_DIALOG (top ()));
  g_assert_cmpuint (count (desk, CLINIC_TYPE_COCKTAIL), ==, before + 1);
}

static void
test_without_a_name_the_dialog_stays (ClinicDesk *desk)
{
  GtkWidget *page = show (desk);
  guint before = count (desk, CLINIC_TYPE_COCKTAIL);

  clinic_display_click (clinic_display_find (page, "New cocktail…"));
  clinic_display_settle (desk);
  set_text (clinic_display_find_type (top (), CLINIC_TYPE_COMPONENT_ROW, 0), "volume", "2");
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_COCKTAIL_DIALOG (top ()));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (clinic_display_find (top (), "volume"))), ==,
                   "2");
  g_assert_cmpuint (count (desk, CLINIC_TYPE_COCKTAIL), ==, before);
  clinic_display_press ("Escape");
}

static void
receive (ClinicDesk *desk,
         GtkWidget  *page)
{
  clinic_display_click (clinic_display_find (page, "Receive a lot…"));
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_LOT_DIALOG (top ()));
  g_assert_true (gtk_widget_is_focus (clinic_display_find (top (), "ingredient_id")));
  adw_combo_row_set_selected (ADW_COMBO_ROW (clinic_display_find (top (), "ingredient_id")), 1);
  set_text (top (), "product", "Biotin ampoules");
  set_text (top (), "number", "B-2027");
  set_text (top (), "expires_on", "2028-03-31");
  set_text (top (), "quantity", "10");
  clinic_display_picture (top (), "lot-receive");
  clinic_display_click (clinic_display_find (top (), "save"));
  clinic_display_settle (desk);
  g_assert_false (CLINIC_IS_LOT_DIALOG (top ()));
}

static void
test_a_lot_is_received_opened_quarantined (ClinicDesk *desk)
{
  GtkWidget *page = show (desk);
  guint before = count (desk, CLINIC_TYPE_LOT);
  g_autoptr(ClinicLot) lot = NULL;
  g_autoptr(ClinicLot) opened = NULL;
  g_autoptr(ClinicLot) shut = NULL;
  GtkWidget *row;

  receive (desk, page);
  g_assert_cmpuint (count (desk, CLINIC_TYPE_LOT), ==, before + 1);
  lot = get_last_lot (desk);
  g_assert_cmpstr (lot->number, ==, "B-2027");
  g_assert_cmpstr (lot->received_on, ==, "2026-11-21");

  show_tab (page, "lots");
  clinic_display_settle (desk);
  row = clinic_display_find_type (clinic_display_find (page, "lots"), CLINIC_TYPE_LOT_ROW, 0);
  g_assert_nonnull (row);
  gtk_widget_activate_action (row, "lot.open", NULL);
  clinic_display_settle (desk);
  opened = get_last_lot (desk);
  g_assert_cmpstr (opened->opened_on, ==, "2026-11-21");

  gtk_widget_activate_action (row, "lot.quarantine", NULL);
  clinic_display_settle (desk);
  clinic_display_picture (top (), "lot-quarantine");
  clinic_display_type ("Looks cloudy");
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  shut = get_last_lot (desk);
  g_assert_true (shut->quarantined);
  g_assert_cmpstr (shut->quarantine_reason, ==, "Looks cloudy");
  clinic_display_picture (page, "lots");
}

static void
test_a_batch_is_prepared_and_discarded (ClinicDesk *desk)
{
  GtkWidget *page = show (desk);
  guint before = count (desk, CLINIC_TYPE_POUR);
  GtkWidget *row;

  show_tab (page, "batches");
  clinic_display_settle (desk);
  gtk_widget_activate_action (page, "formulary.prepare", NULL);
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_BATCH_DIALOG (top ()));
  set_text (top (), "volume", "6");
  clinic_display_settle (desk);

  /* One of which there is enough. */
  for (guint i = 0; !gtk_widget_get_sensitive (clinic_display_find (top (), "save")); i++)
    {
      adw_combo_row_set_selected (ADW_COMBO_ROW (clinic_display_find (top (), "cocktail")), i);
      clinic_display_settle (desk);
      g_assert_cmpuint (i, <, 40);
    }

  clinic_display_check (top ());
  clinic_display_picture (top (), "batch-prepare");
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  g_assert_false (CLINIC_IS_BATCH_DIALOG (top ()));
  g_assert_cmpuint (count (desk, CLINIC_TYPE_POUR), >, before);
  clinic_display_picture (page, "batches");

  row = clinic_display_find_type (clinic_display_find (page, "batches"), CLINIC_TYPE_LOT_ROW, 0);
  gtk_widget_activate_action (row, "lot.ledger", NULL);
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_LEDGER_WINDOW (top ()));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (clinic_display_find (top (), "left_label"))), ==, "6 ml");
  before = count (desk, CLINIC_TYPE_DISCARD);
  clinic_display_click (clinic_display_find (top (), "Discard…"));
  clinic_display_settle (desk);
  set_text (top (), "volume", "0.5");
  set_text (top (), "reason", "Spilled");
  clinic_display_check (top ());
  clinic_display_picture (top (), "batch-discard");
  clinic_display_click (clinic_display_find (top (), "save"));
  clinic_display_settle (desk);
  g_assert_cmpuint (count (desk, CLINIC_TYPE_DISCARD), ==, before + 1);
  g_assert_true (CLINIC_IS_LEDGER_WINDOW (top ()));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (clinic_display_find (top (), "left_label"))), ==, "5.5 ml");
  clinic_display_check (top ());
  clinic_display_picture (top (), "batch-ledger");
  clinic_display_press ("Escape");
}

static void
test_a_scanned_lot_is_received_then_opened (ClinicDesk *desk)
{
  GtkWidget *page = show (desk);
  guint before = count (desk, CLINIC_TYPE_LOT);
  static const char code[] = "]d201095212345432131728033110SCAN7";

  show_tab (page, "lots");
  clinic_display_settle (desk);
  clinic_display_scan (code);
  g_assert_true (CLINIC_IS_LOT_DIALOG (top ()));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (clinic_display_find (top (), "number"))), ==, "SCAN7");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (clinic_display_find (top (), "gtin"))), ==, "09521234543213");
  adw_combo_row_set_selected (ADW_COMBO_ROW (clinic_display_find (top (), "ingredient_id")), 1);
  set_text (top (), "product", "Scanned ampoules");
  clinic_display_picture (top (), "lot-scanned");
  clinic_display_click (clinic_display_find (top (), "save"));
  clinic_display_settle (desk);
  g_assert_cmpuint (count (desk, CLINIC_TYPE_LOT), ==, before + 1);

  clinic_display_scan (code);
  g_assert_true (CLINIC_IS_LEDGER_WINDOW (top ()));
  clinic_display_press ("Escape");
}

static void
test_a_lost_separator_is_asked_for (ClinicDesk *desk)
{
  GtkWidget *page = show (desk);
  GtkWidget *list;

  show_tab (page, "lots");
  clinic_display_settle (desk);
  clinic_display_scan ("01095212345432132112345ABC10LOT42X");
  g_assert_true (CLINIC_IS_SCAN_CHOICE (top ()));
  clinic_display_check (top ());
  clinic_display_picture (top (), "scan-choice");
  list = clinic_display_find (top (), "list");
  g_assert_nonnull (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 3));
  clinic_display_click (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1)));
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_LOT_DIALOG (top ()));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (clinic_display_find (top (), "number"))), ==, "LOT42X");
  clinic_display_press ("Escape");
}

static void
test_a_lot_is_corrected_with_a_reason (ClinicDesk *desk)
{
  GtkWidget *page = show (desk);
  g_autoptr(ClinicLot) lot = NULL;
  GtkWidget *row;

  receive (desk, page);
  show_tab (page, "lots");
  clinic_display_settle (desk);
  row = clinic_display_find_type (clinic_display_find (page, "lots"), CLINIC_TYPE_LOT_ROW, 0);
  gtk_widget_activate_action (row, "lot.correct", NULL);
  clinic_display_settle (desk);
  set_text (top (), "quantity", "20");
  clinic_display_click (clinic_display_find (top (), "save"));
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_LOT_DIALOG (top ()));
  set_text (top (), "reason_row", "Two boxes came");
  clinic_display_check (top ());
  clinic_display_picture (top (), "lot-correct");
  clinic_display_click (clinic_display_find (top (), "save"));
  clinic_display_settle (desk);
  g_assert_false (CLINIC_IS_LOT_DIALOG (top ()));
  lot = get_last_lot (desk);
  g_assert_cmpint (lot->quantity, ==, 20000);
}

static void
test_an_ingredient_is_changed (ClinicDesk *desk)
{
  GtkWidget *page = show (desk);
  GtkWidget *list;

  show_tab (page, "ingredients");
  clinic_display_settle (desk);
  list = clinic_display_find (page, "ingredients");
  g_signal_emit_by_name (list, "activate", 0);
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_INGREDIENT_DIALOG (top ()));
  clinic_display_check (top ());
  set_text (top (), "max_dose", "12.5");
  clinic_display_picture (top (), "ingredient");
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  g_assert_false (CLINIC_IS_INGREDIENT_DIALOG (top ()));
}

/* Lidocaine 1 % in 40 ml is 400 mg: above 300 mg, and above 4.5 mg/kg of 60 kg. */
static void
test_composing_says_doses (ClinicDesk *desk)
{
  GtkWidget *page = show (desk);
  GtkWidget *row;
  GListModel *ingredients;
  GtkDropDown *chooser;

  clinic_display_click (clinic_display_find (page, "New cocktail…"));
  clinic_display_settle (desk);
  row = clinic_display_find_type (top (), CLINIC_TYPE_COMPONENT_ROW, 0);
  chooser = GTK_DROP_DOWN (clinic_display_find (row, "ingredient"));
  ingredients = gtk_drop_down_get_model (chooser);

  for (guint i = 0; i < g_list_model_get_n_items (ingredients); i++)
    {
      g_autoptr(ClinicIngredient) ingredient = g_list_model_get_item (ingredients, i);

      if (g_str_equal (ingredient->code, "lidocaine"))
        gtk_drop_down_set_selected (chooser, i);
    }

  set_text (row, "strength", "1");
  set_text (row, "volume", "40");
  set_text (top (), "weight", "60");
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (clinic_display_find (row, "dose"))), "400 mg"));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (clinic_display_find (row, "dose"))), "above the maximum of"));
  clinic_display_picture (top (), "cocktail-doses");
  clinic_display_press ("Escape");
}

static void
choose_ingredient (GtkWidget  *row,
                   const char *code)
{
  GtkDropDown *chooser = GTK_DROP_DOWN (clinic_display_find (row, "ingredient"));
  GListModel *ingredients = gtk_drop_down_get_model (chooser);

  for (guint i = 0; i < g_list_model_get_n_items (ingredients); i++)
    {
      g_autoptr(ClinicIngredient) ingredient = g_list_model_get_item (ingredients, i);

      if (g_str_equal (ingredient->code, code))
        gtk_drop_down_set_selected (chooser, i);
    }
}

/* 250 mg of each would do; they are one ingredient, and of botulinum units are counted. */
static void
test_one_ingredient_in_two_strengths (ClinicDesk *desk)
{
  GtkWidget *page = show (desk);
  GtkWidget *first;
  GtkWidget *second;

  clinic_display_click (clinic_display_find (page, "New cocktail…"));
  clinic_display_settle (desk);
  gtk_widget_activate_action (top (), "dialog.add", NULL);
  first = clinic_display_find_type (top (), CLINIC_TYPE_COMPONENT_ROW, 0);
  second = clinic_display_find_type (top (), CLINIC_TYPE_COMPONENT_ROW, 1);
  choose_ingredient (first, "lidocaine");
  set_text (first, "strength", "1");
  set_text (first, "volume", "25");
  g_assert_null (strstr (gtk_label_get_label (GTK_LABEL (clinic_display_find (first, "dose"))), "above"));
  choose_ingredient (second, "lidocaine");
  set_text (second, "strength", "2");
  set_text (second, "volume", "12.5");
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (clinic_display_find (first, "dose"))), "250 mg · above the maximum of 300 mg"));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (clinic_display_find (second, "dose"))), "above the maximum of 300 mg"));

  /* A principal agent in two strengths is one agent. */
  choose_ingredient (first, "minoxidil");
  choose_ingredient (second, "minoxidil");
  clinic_display_settle (desk);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (clinic_display_find (top (), "principals"))), ==,
                   "1 principal agent: at least 2 are advised");
  clinic_display_picture (top (), "cocktail-two-strengths");
  clinic_display_press ("Escape");
}

static void
test_versions_stand_side_by_side (ClinicDesk *desk)
{
  GtkWidget *page = show (desk);
  GtkWidget *row;

  clinic_display_click (clinic_display_find (page, "New version…"));
  clinic_display_settle (desk);
  row = clinic_display_find_type (top (), CLINIC_TYPE_COMPONENT_ROW, 0);
  set_text (row, "volume", "7.5");
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  clinic_display_click (clinic_display_find (page, "Compare two versions"));
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_VERSION_WINDOW (top ()));
  clinic_display_check (top ());
  clinic_display_picture (top (), "cocktail-compare");
  g_assert_nonnull (clinic_display_find (top (), "Changed"));
  clinic_display_press ("Escape");
}

/* With large letters the ingredients are still named. */
static void
test_versions_name_their_ingredients (ClinicDesk *desk)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *page = show (desk);
  GtkWidget *name;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  clinic_display_click (clinic_display_find (page, "New version…"));
  clinic_display_settle (desk);
  set_text (clinic_display_find_type (top (), CLINIC_TYPE_COMPONENT_ROW, 0), "volume", "7.5");
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  g_object_set (settings, "gtk-xft-dpi", dpi * 3 / 2, NULL);
  clinic_display_click (clinic_display_find (page, "Compare two versions"));
  clinic_display_settle (desk);
  clinic_display_picture (top (), "cocktail-compare-large");
  name = clinic_display_find_type (clinic_display_find_type (top (), GTK_TYPE_LIST_VIEW, 0), GTK_TYPE_LABEL, 0);
  g_assert_cmpint (gtk_widget_get_width (name), >, 120);
  clinic_display_press ("Escape");
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

static void
test_what_is_missing_is_marked (ClinicDesk *desk)
{
  GtkWidget *page = show (desk);

  clinic_display_click (clinic_display_find (page, "Receive a lot…"));
  clinic_display_settle (desk);
  set_text (top (), "number", "X1");
  clinic_display_click (clinic_display_find (top (), "save"));
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_LOT_DIALOG (top ()));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (clinic_display_find (top (), "number"))), ==,
                   "X1");
  clinic_display_press ("Escape");
}

static void
test_a_receptionist_only_looks (ClinicDesk *desk)
{
  GtkWidget *page = show (desk);

  g_assert_false (gtk_widget_get_sensitive (clinic_display_find (page, "New cocktail…")));
  g_assert_false (gtk_widget_get_sensitive (clinic_display_find (page, "Receive a lot…")));
}

static void
test_everything_is_named (ClinicDesk *desk)
{
  GtkWidget *page = show (desk);

  clinic_display_check (page);
  assert_fits (page);
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/cocktails/shown", "practitioner", test_a_cocktail_shows_what_is_in_it);
  clinic_display_add ("/cocktails/search", "practitioner", test_a_cocktail_is_searched);
  clinic_display_add ("/cocktails/version", "practitioner", test_a_new_version_leaves_the_old_one);
  clinic_display_add ("/cocktails/new", "practitioner", test_a_cocktail_is_composed);
  clinic_display_add ("/cocktails/nameless", "practitioner",
                      test_without_a_name_the_dialog_stays);
  clinic_display_add_empty ("/cocktails/lot", test_a_lot_is_received_opened_quarantined);
  clinic_display_add_empty ("/cocktails/lot-corrected", test_a_lot_is_corrected_with_a_reason);
  clinic_display_add ("/cocktails/batch", "practitioner", test_a_batch_is_prepared_and_discarded);
  clinic_display_add ("/cocktails/scan", "practitioner", test_a_scanned_lot_is_received_then_opened);
  clinic_display_add ("/cocktails/scan-lost", "practitioner", test_a_lost_separator_is_asked_for);
  clinic_display_add ("/cocktails/ingredient", "practitioner", test_an_ingredient_is_changed);
  clinic_display_add ("/cocktails/doses", "practitioner", test_composing_says_doses);
  clinic_display_add ("/cocktails/two-strengths", "practitioner", test_one_ingredient_in_two_strengths);
  clinic_display_add ("/cocktails/compare", "practitioner", test_versions_stand_side_by_side);
  clinic_display_add ("/cocktails/compare-large", "practitioner", test_versions_name_their_ingredients);
  clinic_display_add ("/cocktails/lot-missing", "practitioner", test_what_is_missing_is_marked);
  clinic_display_add ("/cocktails/looks", "receptionist", test_a_receptionist_only_looks);
  clinic_display_add ("/cocktails/named", "practitioner", test_everything_is_named);

  return g_test_run ();
}
