/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cocktail is composed anew without leaving the chart. */

#include "config.h"

#include "chart-test.h"
#include "clinic-chart-page.h"
#include "clinic-cocktail-dialog.h"
#include "clinic-display.h"
#include "clinic-draw.h"
#include "clinic-page.h"
#include "clinic-undo.h"

static ClinicCocktailVersion *
get_version (GtkWidget *page)
{
  ClinicChartModel *model = chart_test_get_model (page);

  return clinic_chart_sheet_find_version (clinic_chart_model_get_sheet (model), clinic_chart_model_get_cocktail (model));
}

/* A chart with one zone filled, and the lots for it. */
static GtkWidget *
open_filled (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));

  clinic_chart_model_fill_zone (chart_test_get_model (page), "frontal");
  chart_test_wait_for_rules (desk);
  g_assert_nonnull (get_version (page));
  g_assert_cmpuint (g_list_model_get_n_items (clinic_chart_model_get_lots (chart_test_get_model (page))), >, 0);

  return page;
}

static GtkWidget *
compose (ClinicDesk *desk,
         GtkWidget  *page)
{
  GtkWindow *dialog;

  gtk_widget_activate_action (page, "chart.compose", NULL);
  clinic_display_settle (desk);
  dialog = clinic_display_top ();
  g_assert_true (CLINIC_IS_COCKTAIL_DIALOG (dialog));

  return GTK_WIDGET (dialog);
}

static void
save (ClinicDesk *desk,
      GtkWidget  *dialog)
{
  gtk_widget_activate_action (dialog, "dialog.save", NULL);
  clinic_display_settle (desk);
  chart_test_wait_for_rules (desk);
}

/* Each is for the version that is charted. */
static void
assert_lots_of (GtkWidget *page,
                gint64     version)
{
  GListModel *lots = clinic_chart_model_get_lots (chart_test_get_model (page));

  g_assert_cmpuint (g_list_model_get_n_items (lots), >, 0);

  for (guint i = 0; i < g_list_model_get_n_items (lots); i++)
    {
      g_autoptr(ClinicDraw) draw = g_list_model_get_item (lots, i);

      g_assert_cmpint (draw->cocktail_version_id, ==, version);
    }
}

/* The composer begins with what is charted; what is saved is charted, in the zones and with lots of its own, as
 * one edit. Lots that were chosen for the version before are asked anew. */
static void
test_new_version_is_charted (ClinicDesk *desk)
{
  GtkWidget *page = open_filled (desk);
  ClinicChartModel *model = chart_test_get_model (page);
  g_autoptr(ClinicDraw) draw = g_list_model_get_item (clinic_chart_model_get_lots (model), 0);
  gint64 before = clinic_chart_model_get_cocktail (model);
  gint64 cocktail = get_version (page)->cocktail_id;
  gint64 number = get_version (page)->number;
  GtkWidget *dialog;

  g_object_set (draw, "volume", draw->volume + 10, NULL);
  g_assert_false (clinic_chart_model_lots_follow (model));
  dialog = compose (desk, page);
  clinic_display_check (dialog);
  clinic_display_picture (dialog, "chart-compose");
  save (desk, dialog);

  g_assert_cmpint (get_version (page)->cocktail_id, ==, cocktail);
  g_assert_cmpint (get_version (page)->number, ==, number + 1);
  g_assert_cmpint (clinic_chart_model_find_zone (model, "frontal")->cocktail_version_id, ==,
                   clinic_chart_model_get_cocktail (model));
  assert_lots_of (page, clinic_chart_model_get_cocktail (model));
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-composed");

  clinic_chart_model_undo (model);
  chart_test_wait_for_rules (desk);
  g_assert_cmpint (clinic_chart_model_get_cocktail (model), ==, before);
  assert_lots_of (page, before);
}

/* Nothing is filled yet: what comes is filled with it, whatever else is read meanwhile. */
static void
test_new_version_is_kept_for_later (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  ClinicChartModel *model = chart_test_get_model (page);
  gint64 number = get_version (page)->number;

  save (desk, compose (desk, page));
  g_assert_cmpint (get_version (page)->number, ==, number + 1);
  clinic_page_queue_reload (CLINIC_PAGE (page));
  clinic_display_settle (desk);
  g_assert_cmpint (get_version (page)->number, ==, number + 1);
  clinic_chart_model_fill_zone (model, "frontal");
  g_assert_cmpint (clinic_chart_model_find_zone (model, "frontal")->cocktail_version_id, ==,
                   clinic_chart_model_get_cocktail (model));
}

static gpointer
undo_last (ClinicAct  *act,
           gpointer    data,
           GError    **error)
{
  return GINT_TO_POINTER (clinic_undo_last (act, error) != 0);
}

/* Taken back with its own undo, it is charted nowhere: not even in what can be undone or redone. */
static void
test_version_is_taken_back (ClinicDesk *desk)
{
  static const char *const changed[] = { "cocktail_version", "component", NULL };
  GtkWidget *page = open_filled (desk);
  ClinicChartModel *model = chart_test_get_model (page);
  gint64 before = clinic_chart_model_get_cocktail (model);

  save (desk, compose (desk, page));
  g_assert_cmpint (clinic_chart_model_get_cocktail (model), !=, before);
  clinic_chart_model_fill_zone (model, "vertex");
  g_assert_nonnull (chart_test_command (desk, undo_last, NULL));
  clinic_desk_emit_changed (desk, changed);
  clinic_display_settle (desk);
  chart_test_wait_for_rules (desk);

  g_assert_cmpint (clinic_chart_model_get_cocktail (model), ==, before);
  g_assert_cmpint (clinic_chart_model_find_zone (model, "frontal")->cocktail_version_id, ==, before);
  g_assert_cmpint (clinic_chart_model_find_zone (model, "vertex")->cocktail_version_id, ==, before);
  assert_lots_of (page, before);
  clinic_chart_model_undo (model);
  g_assert_cmpint (clinic_chart_model_get_cocktail (model), ==, before);
  clinic_chart_model_redo (model);
  g_assert_cmpint (clinic_chart_model_find_zone (model, "vertex")->cocktail_version_id, ==, before);
}

static void
assert_hindered (ClinicDesk *desk,
                 GtkWidget  *page,
                 const char *words)
{
  GtkWidget *button = clinic_display_find (page, "More about the cocktail");

  clinic_display_click (button);
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_display_find_text (page, "New version of this cocktail…"));
  g_assert_true ((clinic_display_find_text (page, "The session is signed") != NULL) ==
                 (g_strcmp0 (words, "The session is signed") == 0));
  g_assert_true ((clinic_display_find_text (page, "No cocktail is chosen") != NULL) ==
                 (g_strcmp0 (words, "No cocktail is chosen") == 0));

  if (words != NULL)
    clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), words[0] == 'T' ? "chart-compose-signed" : "chart-compose-none");

  clinic_display_press ("Escape");
  clinic_display_settle (desk);
  gtk_widget_activate_action (page, "chart.compose", NULL);
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_COCKTAIL_DIALOG (clinic_display_top ()) == (words == NULL));
}

static void
test_it_says_why_not (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  ClinicChartModel *model = chart_test_get_model (page);

  clinic_chart_model_set_cocktail (model, CLINIC_UNKNOWN);
  assert_hindered (desk, page, "No cocktail is chosen");
  clinic_chart_model_set_cocktail (model, clinic_record_get_id (clinic_chart_model_get_sheet (model)->versions->pdata[0]));
  clinic_chart_model_fill_zone (model, "frontal");
  chart_test_wait_for_rules (desk);
  chart_test_give_reasons (page);
  clinic_display_press ("ctrl+Return");
  clinic_display_wait (chart_test_is_signed, page);
  clinic_display_settle (desk);
  assert_hindered (desk, page, "The session is signed");
}

static void
test_key_opens_it (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));

  clinic_display_press ("ctrl+shift+c");
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_COCKTAIL_DIALOG (clinic_display_top ()));
  g_assert_nonnull (page);
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/chart/compose/new-version-is-charted", "practitioner", test_new_version_is_charted);
  clinic_display_add ("/chart/compose/new-version-is-kept-for-later", "practitioner", test_new_version_is_kept_for_later);
  clinic_display_add ("/chart/compose/version-is-taken-back", "practitioner", test_version_is_taken_back);
  clinic_display_add ("/chart/compose/it-says-why-not", "practitioner", test_it_says_why_not);
  clinic_display_add ("/chart/compose/key-opens-it", "practitioner", test_key_opens_it);

  return g_test_run ();
}
