/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-display.h"
#include "clinic-time-zone-row.h"
#include "clinic-time-zone-window.h"

static GtkWidget *
show_row (void)
{
  GtkWidget *row = g_object_new (CLINIC_TYPE_TIME_ZONE_ROW, "title", "Time zone", NULL);
  GtkWidget *button = gtk_button_new_with_label ("Done");
  GtkWidget *group = adw_preferences_group_new ();
  GtkWindow *window;

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), button);
  window = clinic_display_show (group);
  gtk_window_set_default_widget (window, button);
  gtk_widget_grab_focus (row);

  return row;
}

static gboolean
is_filled (gpointer window)
{
  GtkWidget *list = clinic_display_find_type (window, GTK_TYPE_LIST_VIEW, 0);

  return list != NULL && g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))) > 0;
}

/* With its zones read. */
static GtkWidget *
open_window (GtkWidget *row)
{
  GtkWindow *window;

  clinic_display_press ("Return");
  window = clinic_display_top ();
  g_assert_true (CLINIC_IS_TIME_ZONE_WINDOW (window));
  clinic_display_wait (is_filled, window);

  return GTK_WIDGET (window);
}

static gboolean
is_closed (gpointer unused)
{
  return !CLINIC_IS_TIME_ZONE_WINDOW (clinic_display_top ());
}

static const char *
get_zone (GtkWidget *row)
{
  return clinic_time_zone_row_get_zone (CLINIC_TIME_ZONE_ROW (row));
}

static void
test_row_shows_the_zone_of_this_computer (ClinicDesk *desk)
{
  GtkWidget *row = show_row ();

  g_assert_cmpstr (get_zone (row), ==, "UTC");
  clinic_time_zone_row_set_zone (CLINIC_TIME_ZONE_ROW (row), "America/Argentina/Buenos_Aires");
  g_assert_nonnull (clinic_display_find_text (row, "Buenos Aires, Argentina, America (\u2066UTC\u22123\u2069)"));
  clinic_display_check (row);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Buenos Aires, Argentina, America (\u2066UTC\u22123\u2069)");
}

static void
test_zone_is_chosen_with_keys (ClinicDesk *desk)
{
  GtkWidget *row = show_row ();
  GtkWidget *window = open_window (row);

  clinic_display_settle (desk);
  clinic_display_picture (window, "time-zone");
  clinic_display_check (window);
  clinic_display_type ("istan");
  g_assert_nonnull (clinic_display_find_text (window, "Istanbul"));
  clinic_display_press ("Return");
  clinic_display_wait (is_closed, NULL);
  g_assert_cmpstr (get_zone (row), ==, "Europe/Istanbul");

  /* The one that holds comes first; Down goes to the next of what is found. */
  window = open_window (row);
  clinic_display_type ("utc+3");
  clinic_display_picture (window, "time-zone-offset");
  clinic_display_press ("Down Return");
  clinic_display_wait (is_closed, NULL);
  g_assert_cmpstr (get_zone (row), !=, "Europe/Istanbul");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "UTC+3"));
}

static void
test_escape_keeps_the_zone (ClinicDesk *desk)
{
  GtkWidget *row = show_row ();

  open_window (row);
  clinic_display_type ("tokyo");
  clinic_display_press ("Escape");
  clinic_display_wait (is_closed, NULL);
  g_assert_cmpstr (get_zone (row), ==, "UTC");

  open_window (row);
  clinic_display_press ("Escape");
  clinic_display_wait (is_closed, NULL);
  g_assert_cmpstr (get_zone (row), ==, "UTC");
}

/* What was typed stays, to be mended. */
static void
test_zone_that_is_none_is_told (ClinicDesk *desk)
{
  GtkWidget *row = show_row ();
  GtkWidget *window = open_window (row);

  clinic_display_type ("middle earth");
  g_assert_nonnull (clinic_display_find_text (window, "No such time zone"));
  clinic_display_picture (window, "time-zone-none");
  clinic_display_press ("Return");
  g_assert_true (clinic_display_top () == GTK_WINDOW (window));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (clinic_display_find (window, "entry"))), ==,
                   "middle earth");

  clinic_display_press ("ctrl+a");
  clinic_display_type ("tokyo");
  clinic_display_press ("Return");
  clinic_display_wait (is_closed, NULL);
  g_assert_cmpstr (get_zone (row), ==, "Asia/Tokyo");
}

/* Letters and Enter that waited together while the window was busy: what is typed is chosen. */
static void
test_enter_in_haste_chooses_what_is_typed (ClinicDesk *desk)
{
  GtkWidget *row = show_row ();
  GtkWidget *window = open_window (row);
  GtkWidget *entry = clinic_display_find (window, "entry");

  gtk_editable_set_text (GTK_EDITABLE (entry), "tokyo");
  g_signal_emit_by_name (entry, "activate");
  clinic_display_wait (is_closed, NULL);
  g_assert_cmpstr (get_zone (row), ==, "Asia/Tokyo");
}

static void
test_zone_is_chosen_with_the_pointer (ClinicDesk *desk)
{
  GtkWidget *row = show_row ();
  GtkWidget *window;

  clinic_display_click (row);
  window = GTK_WIDGET (clinic_display_top ());
  clinic_display_wait (is_filled, window);
  clinic_display_type ("cairo");
  clinic_display_click (clinic_display_find_text (window, "Cairo"));
  clinic_display_wait (is_closed, NULL);
  g_assert_cmpstr (get_zone (row), ==, "Africa/Cairo");
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);

  clinic_display_add_empty ("/time-zone/row", test_row_shows_the_zone_of_this_computer);
  clinic_display_add_empty ("/time-zone/keys", test_zone_is_chosen_with_keys);
  clinic_display_add_empty ("/time-zone/escape", test_escape_keeps_the_zone);
  clinic_display_add_empty ("/time-zone/none", test_zone_that_is_none_is_told);
  clinic_display_add_empty ("/time-zone/haste", test_enter_in_haste_chooses_what_is_typed);
  clinic_display_add_empty ("/time-zone/pointer", test_zone_is_chosen_with_the_pointer);

  return g_test_run ();
}
