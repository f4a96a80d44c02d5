/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is pressed in the chart, by somebody with gloves on. */

#include "config.h"

#include "chart-test.h"
#include "clinic-chart-pain.h"
#include "clinic-chart-zone-card.h"
#include "clinic-display.h"
#include "clinic-scalp-map.h"

/* Pixels. */
#define LEAST 40

/* A header bar is drawn by the theme as in all windows, and each of its buttons has a key or an entry in the
 * menu of letters; entries of a menu and of a list that opens are as wide as the menu. */
static gboolean
is_left_out (GtkWidget *widget)
{
  return ADW_IS_HEADER_BAR (widget) || GTK_IS_POPOVER_MENU (widget) ||
         (GTK_IS_POPOVER (widget) && GTK_IS_DROP_DOWN (gtk_widget_get_parent (widget)));
}

static gboolean
is_pressed (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_ENTRY (widget) || GTK_IS_SEARCH_ENTRY (widget) ||
         GTK_IS_TEXT_VIEW (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget) ||
         GTK_IS_SCALE (widget) || GTK_IS_EXPANDER (widget) || GTK_IS_DROP_DOWN (widget) ||
         GTK_IS_SPIN_BUTTON (widget);
}

static void
check_size (GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, widget, &bounds));

  if (bounds.size.width < LEAST || bounds.size.height < LEAST)
    g_test_fail_printf ("%s #%s “%s” is only %g × %g", G_OBJECT_TYPE_NAME (widget),
                        gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)),
                        GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : "",
                        bounds.size.width, bounds.size.height);
}

static guint
check_sizes (GtkWidget *widget)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget) || is_left_out (widget))
    return 0;

  if (is_pressed (widget) && gtk_widget_get_can_target (widget))
    {
      check_size (widget);
      n++;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += check_sizes (child);

  return n;
}

/* Empty, with zones, lots and something that the rules object to, and with the card of a zone. */
static void
test_nothing_is_small (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  g_autoptr(ClinicInjection) injection = NULL;

  g_assert_cmpuint (check_sizes (page), >, 40);
  clinic_display_press ("1 2");
  injection = g_list_model_get_item (clinic_chart_model_get_zones (chart_test_get_model (page)), 0);
  g_object_set (injection, "depth", (gint64) 14000, NULL);
  chart_test_wait_for_rules (desk);
  g_assert_cmpuint (check_sizes (page), >, 55);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-targets");
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_display_find_type (page, CLINIC_TYPE_CHART_ZONE_CARD, 0));
  check_sizes (page);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-targets-card");
  clinic_display_press ("Escape");
}

static gint64
get_pain (GtkWidget *page)
{
  return clinic_chart_model_get_record (chart_test_get_model (page))->pain;
}

/* One press; another number; the same again, or the button beside them: it was not asked. */
static void
test_pain_by_mouse (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));

  g_assert_cmpint (get_pain (page), ==, CLINIC_UNKNOWN);
  g_assert_nonnull (clinic_display_find_text (page, "Pain: not asked"));
  clinic_display_click (clinic_display_find (clinic_display_find (page, "steps"), "Pain 3 of 10"));
  g_assert_cmpint (get_pain (page), ==, 3);
  g_assert_nonnull (clinic_display_find_text (page, "Pain 3 of 10"));
  clinic_display_click (clinic_display_find (clinic_display_find (page, "steps"), "Pain 0 of 10"));
  g_assert_cmpint (get_pain (page), ==, 0);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (clinic_display_find (clinic_display_find (page, "steps"), "Pain 3 of 10"))));
  clinic_display_click (clinic_display_find (clinic_display_find (page, "steps"), "Pain 0 of 10"));
  g_assert_cmpint (get_pain (page), ==, CLINIC_UNKNOWN);
  clinic_display_click (clinic_display_find (clinic_display_find (page, "steps"), "Pain 10 of 10"));
  g_assert_cmpint (get_pain (page), ==, 10);
  clinic_display_click (clinic_display_find (clinic_display_find (page, "steps"), "Pain was not asked"));
  g_assert_cmpint (get_pain (page), ==, CLINIC_UNKNOWN);
}

/* Tab stops once, at the number that is chosen; arrows lead on, and not out of it. */
static void
test_pain_by_keys (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  GtkWidget *pain = clinic_display_find_type (page, CLINIC_TYPE_CHART_PAIN, 0);

  gtk_widget_grab_focus (clinic_display_find (page, "lllt_done"));
  clinic_display_press ("Tab Left Right Right Right Right space");
  g_assert_cmpint (get_pain (page), ==, 4);
  clinic_display_press ("shift+Tab");
  g_assert_null (gtk_widget_get_focus_child (pain));
  clinic_display_press ("Tab Right Return");
  g_assert_cmpint (get_pain (page), ==, 5);
  clinic_display_press ("Delete");
  g_assert_cmpint (get_pain (page), ==, CLINIC_UNKNOWN);
  clinic_display_press ("Right Right Right Right Right Right Right space");
  g_assert_cmpint (get_pain (page), ==, 10);
  clinic_display_press ("Tab");
  g_assert_null (gtk_widget_get_focus_child (pain));
  clinic_display_check (page);
}

/* Notes have room of their own, and go on in a next line. */
static void
test_notes (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  GtkWidget *notes = clinic_display_find (page, "notes");

  g_assert_cmpint (gtk_widget_get_width (notes), >=, 180);
  g_assert_cmpint (gtk_widget_get_height (notes), >=, 80);
  clinic_display_press ("n");
  g_assert_true (gtk_widget_has_focus (notes));

  /* A person takes a while; a scanner does not. */
  chart_test_wait_for_rules (desk);
  clinic_display_type ("Bled a little at the left temple");
  clinic_display_press ("Return");
  clinic_display_type ("Remarks");
  g_assert_cmpstr (clinic_chart_model_get_record (chart_test_get_model (page))->notes, ==,
                   "Bled a little at the left temple\nRemarks");
  g_assert_cmpint (chart_test_get_number (chart_test_get_model (page), "points"), ==, 0);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-notes");

  /* Ctrl+Enter signs from there too, which asks: nothing was injected. */
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  g_assert_true (GTK_WIDGET (clinic_display_top ()) != GTK_WIDGET (gtk_widget_get_root (page)));
  clinic_display_press ("Escape");
  clinic_display_settle (desk);
  g_assert_cmpstr (clinic_chart_model_get_record (chart_test_get_model (page))->notes, ==,
                   "Bled a little at the left temple\nRemarks");
}

/* What is done besides is a button each, which says its key. */
static void
test_what_is_done_besides (ClinicDesk *desk)
{
  static const struct { const char *name; const char *key; const char *action; } buttons[] = {
    { "Log a reaction", "(E)", "win.log-reaction" }, { "Measure", "(M)", "win.measure" },
    { "Add photos", "(Ctrl+Shift+P)", "win.add-photos" },
  };
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = clinic_display_find (page, buttons[i].name);
      g_autofree char *done = NULL;

      g_assert_nonnull (button);
      g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (button), buttons[i].key));
      clinic_display_click (button);
      done = clinic_display_last_action ();
      g_assert_true (g_str_has_prefix (done, buttons[i].action));
    }
}

/* Each view has a name of its own: "Back" alone is the button that leaves. */
static void
test_views_are_named (ClinicDesk *desk)
{
  static const char *const views[] = {
    "Top of the head", "Front of the head", "Back of the head", "Left side of the head", "Right side of the head",
  };
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  GtkWidget *map = clinic_display_find_type (page, CLINIC_TYPE_SCALP_MAP, 0);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *button = clinic_display_find (page, views[i]);

      g_assert_true (GTK_IS_TOGGLE_BUTTON (button));
      clinic_display_click (button);
      g_assert_cmpint (clinic_scalp_map_get_view (CLINIC_SCALP_MAP (map)), ==, i);
    }

  g_assert_false (GTK_IS_TOGGLE_BUTTON (clinic_display_find (page, "Back")));
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);

  clinic_display_add ("/chart-targets/size", "practitioner", test_nothing_is_small);
  clinic_display_add ("/chart-targets/pain/mouse", "practitioner", test_pain_by_mouse);
  clinic_display_add ("/chart-targets/pain/keys", "practitioner", test_pain_by_keys);
  clinic_display_add ("/chart-targets/notes", "practitioner", test_notes);
  clinic_display_add ("/chart-targets/besides", "practitioner", test_what_is_done_besides);

  clinic_display_add ("/chart-targets/views", "practitioner", test_views_are_named);

  return g_test_run ();
}
