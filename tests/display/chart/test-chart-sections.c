/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From one section of the chart to the next, without what lies between. */

#include "config.h"

#include "chart-test.h"
#include "clinic-display.h"
#include "clinic-finding-row.h"
#include "clinic-scalp-map.h"

/* As a screen reader says them when the keyboard arrives. */
static const char *const sections[] = {
  "Warnings before treatment", "Cocktail", "Lots", "Map of the scalp", "Zones", "Reactions of twelve months",
  "Last session and notes", "Treatment", "What the rules object to", "Actions",
};

static GtkWidget *
get_focus (GtkWidget *page)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (page));

  g_assert_nonnull (focus);

  return focus;
}

/* The innermost section that holds the keyboard. */
static void
assert_in (GtkWidget  *page,
           const char *section)
{
  for (GtkWidget *widget = get_focus (page); widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      if (gtk_test_accessible_has_role (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_ROLE_REGION))
        {
          gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, section);
          return;
        }
    }

  g_error ("The keyboard is in no section, not in %s", section);
}

static void
test_round_and_back (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  guint n = G_N_ELEMENTS (sections);

  clinic_chart_model_fill_zone (chart_test_get_model (page), "frontal");
  chart_test_wait_for_rules (desk);
  assert_in (page, "Map of the scalp");

  for (guint i = 1; i <= n; i++)
    {
      clinic_display_press ("F6");
      assert_in (page, sections[(3 + i) % n]);
    }

  g_assert_nonnull (gtk_widget_get_ancestor (get_focus (page), CLINIC_TYPE_SCALP_MAP));

  for (guint i = 1; i <= n; i++)
    {
      clinic_display_press ("shift+F6");
      assert_in (page, sections[(3 + n - i) % n]);
    }

  g_assert_nonnull (gtk_widget_get_ancestor (get_focus (page), CLINIC_TYPE_SCALP_MAP));
}

/* What used to be twenty keys. */
static void
test_add_a_lot_is_near (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));

  clinic_chart_model_fill_zone (chart_test_get_model (page), "frontal");
  chart_test_wait_for_rules (desk);
  clinic_display_press ("shift+F6 Tab");
  g_assert_true (gtk_widget_is_ancestor (get_focus (page), clinic_display_find (page, "Add a lot")) ||
                 get_focus (page) == clinic_display_find (page, "Add a lot"));
}

/* There is nothing to type: what is only said can be read all the same. */
static void
test_notes_are_read (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));

  g_assert_nonnull (clinic_display_find_type (page, CLINIC_TYPE_FINDING_ROW, 0));
  g_assert_null (clinic_display_find_type (clinic_display_find_type (page, CLINIC_TYPE_FINDING_ROW, 0), GTK_TYPE_ENTRY, 0));
  clinic_display_press ("F6 F6 F6 F6 F6");
  assert_in (page, "What the rules object to");
  g_assert_true (CLINIC_IS_FINDING_ROW (get_focus (page)));
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/chart/sections/round-and-back", "practitioner", test_round_and_back);
  clinic_display_add ("/chart/sections/add-a-lot-is-near", "practitioner", test_add_a_lot_is_near);
  clinic_display_add ("/chart/sections/notes-are-read", "practitioner", test_notes_are_read);

  return g_test_run ();
}
