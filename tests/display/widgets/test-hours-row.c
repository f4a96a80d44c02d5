/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-display.h"
#include "clinic-hours-row.h"
#include "clinic-hours-window.h"

#define LUNCH "Mo-Fr 09:00-12:00 13:00-18:00; Sa 09:00-13:00"

static GtkWidget *
show_row (const char *text)
{
  GtkWidget *row = g_object_new (CLINIC_TYPE_HOURS_ROW, "title", "Opening hours", "text", text, NULL);
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  clinic_display_show (group);
  gtk_widget_grab_focus (row);

  return row;
}

static GtkWidget *
open_window (GtkWidget *row)
{
  GtkWindow *window;

  gtk_widget_grab_focus (row);
  clinic_display_press ("Return");
  window = clinic_display_top ();
  g_assert_true (CLINIC_IS_HOURS_WINDOW (window));

  return GTK_WIDGET (window);
}

static gboolean
is_closed (gpointer unused)
{
  return !CLINIC_IS_HOURS_WINDOW (clinic_display_top ());
}

static const char *
get_text (GtkWidget *row)
{
  return clinic_hours_row_get_text (CLINIC_HOURS_ROW (row));
}

static void
done (GtkWidget  *row,
      GtkWidget  *window,
      const char *text)
{
  gtk_widget_activate_action (window, "hours.done", NULL);
  clinic_display_wait (is_closed, NULL);
  g_assert_cmpstr (get_text (row), ==, text);
}

static void
type (GtkWidget  *window,
      const char *name,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (clinic_display_find (window, name)), text);
}

static void
toggle (GtkWidget  *window,
        const char *name,
        gboolean    open)
{
  for (guint i = 0; i < 8; i++)
    {
      GtkWidget *widget = clinic_display_find_type (window, GTK_TYPE_SWITCH, i);

      if (gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name) == NULL)
        {
          gtk_switch_set_active (GTK_SWITCH (widget), open);
          return;
        }
    }

  g_error ("No switch “%s”", name);
}

/* Whatever can be kept comes back as it was written. */
static void
test_hours_stay_as_they_were_written (ClinicDesk *desk)
{
  static const char * const texts[] = {
    "Mo-Fr 09:00-18:00", LUNCH, "mo,we-th 08:00-24:00", "Su 10:00-11:00 12:00-13:00 14:00-15:00 16:00-24:00",
    "Mo 09:00-10:00; Mo 10:00-11:00", "Mo-Su 00:00-24:00", NULL
  };
  GtkWidget *row = show_row (NULL);

  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "At any time");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      clinic_hours_row_set_text (CLINIC_HOURS_ROW (row), texts[i]);
      done (row, open_window (row), texts[i]);
    }
}

static void
test_hours_are_changed_with_keys (ClinicDesk *desk)
{
  GtkWidget *row = show_row ("Mo-Fr 09:00-18:00");
  GtkWidget *window = open_window (row);

  clinic_display_check (window);

  /* From eight to noon, one hour of break, until five. */
  clinic_display_type ("8");
  clinic_display_press ("Tab");
  clinic_display_type ("12");
  clinic_display_press ("Tab space");
  clinic_display_press ("Tab");
  clinic_display_picture (window, "hours");
  g_assert_nonnull (clinic_display_find_text (window, "08:00"));
  g_assert_nonnull (clinic_display_find_text (window, "17:00"));
  clinic_display_check (window);
  gtk_widget_activate_action (window, "hours.same", NULL);
  clinic_display_press ("ctrl+Return");
  clinic_display_wait (is_closed, NULL);
  g_assert_cmpstr (get_text (row), ==, "Mo-Fr 08:00-12:00 13:00-17:00");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Mon–Fri 08:00–12:00, 13:00–17:00");
}

static void
test_days_are_opened_closed_and_made_the_same (ClinicDesk *desk)
{
  GtkWidget *row = show_row (LUNCH);
  GtkWidget *window = open_window (row);

  toggle (window, "Monday", FALSE);
  toggle (window, "Sunday", TRUE);
  g_assert_nonnull (clinic_display_find (window, "Same as Tuesday"));
  type (window, "Tuesday, from", "10");
  clinic_display_click (clinic_display_find (window, "Tuesday: without these hours"));
  type (window, "Tuesday, to", "19");
  clinic_display_click (clinic_display_find (window, "Same as Tuesday"));
  clinic_display_picture (window, "hours-same");
  toggle (window, "Sunday", FALSE);
  done (row, window, "Tu-Sa 10:00-19:00");

  /* Closed, a day forgets nothing while the window is there. */
  window = open_window (row);
  toggle (window, "Saturday", FALSE);
  toggle (window, "Saturday", TRUE);
  done (row, window, "Tu-Sa 10:00-19:00");

  window = open_window (row);
  toggle (window, "At any time", TRUE);
  done (row, window, NULL);
}

static void
assert_refused (GtkWidget  *window,
                const char *words,
                const char *focus)
{
  GtkWidget *entry = clinic_display_find (window, focus);

  gtk_widget_activate_action (window, "hours.done", NULL);
  g_assert_true (clinic_display_top () == GTK_WINDOW (window));
  g_assert_nonnull (clinic_display_find_text (window, words));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), entry) ||
                 gtk_window_get_focus (GTK_WINDOW (window)) == entry);
}

static void
test_hours_that_cannot_be_are_told_in_place (ClinicDesk *desk)
{
  GtkWidget *row = show_row (LUNCH);
  GtkWidget *window = open_window (row);

  type (window, "Tuesday, from", "noon");
  assert_refused (window, "This is no time. Write it like 09:00.", "Tuesday, from");
  g_assert_nonnull (clinic_display_find_text (window, "noon"));

  type (window, "Tuesday, from", "14");
  assert_refused (window, "The end is not after the beginning.", "Tuesday, to");

  type (window, "Tuesday, from", "9");
  type (window, "Tuesday, from (2)", "11:30");
  assert_refused (window, "These hours overlap with others of the day.", "Tuesday, from (2)");
  clinic_display_picture (window, "hours-wrong");

  /* In any order, if only they do not overlap. */
  type (window, "Tuesday, from (2)", "7");
  type (window, "Tuesday, to (2)", "830");
  g_assert_null (clinic_display_find_text (window, "These hours overlap with others of the day."));
  done (row, window, "Mo,We-Fr 09:00-12:00 13:00-18:00; Tu 07:00-08:30 09:00-12:00; Sa 09:00-13:00");
}

static void
test_nothing_is_said_while_typing (ClinicDesk *desk)
{
  GtkWidget *row = show_row ("Mo 09:00-18:00");
  GtkWidget *window = open_window (row);

  clinic_display_type ("19");
  clinic_display_press ("Tab");
  g_assert_null (clinic_display_find_text (window, "The end is not after the beginning."));
  clinic_display_press ("Tab Tab");
  g_assert_nonnull (clinic_display_find_text (window, "The end is not after the beginning."));
  type (window, "Monday, to", "20");
  g_assert_null (clinic_display_find_text (window, "The end is not after the beginning."));
  done (row, window, "Mo 19:00-20:00");
}

static void
test_a_week_without_hours_is_refused (ClinicDesk *desk)
{
  GtkWidget *row = show_row ("Mo 09:00-18:00");
  GtkWidget *window = open_window (row);

  toggle (window, "Monday", FALSE);
  gtk_widget_activate_action (window, "hours.done", NULL);
  g_assert_true (clinic_display_top () == GTK_WINDOW (window));
  g_assert_nonnull (clinic_display_find_text (window, "Say the hours of one day at least."));
  clinic_display_press ("Escape");
  clinic_display_wait (is_closed, NULL);
  g_assert_cmpstr (get_text (row), ==, "Mo 09:00-18:00");
}

static void
test_no_more_than_can_be_kept (ClinicDesk *desk)
{
  GtkWidget *row = show_row ("Mo 06:00-07:00 08:00-09:00 10:00-11:00");
  GtkWidget *window = open_window (row);
  GtkWidget *more = clinic_display_find (window, "Monday: more hours");

  g_assert_true (gtk_widget_is_sensitive (more));
  clinic_display_click (more);
  g_assert_false (gtk_widget_is_sensitive (more));
  done (row, window, "Mo 06:00-07:00 08:00-09:00 10:00-11:00 12:00-16:00");
}

/* Whatever order they were typed in. */
static void
test_more_hours_come_after_all_others (ClinicDesk *desk)
{
  GtkWidget *row = show_row ("Mo 09:00-12:00 13:00-18:00");
  GtkWidget *window = open_window (row);

  type (window, "Monday, from (2)", "7");
  type (window, "Monday, to (2)", "8");
  clinic_display_click (clinic_display_find (window, "Monday: more hours"));
  done (row, window, "Mo 07:00-08:00 09:00-12:00 13:00-17:00");
}

/* The line that has the keyboard goes: it is not lost. */
static void
test_the_same_keeps_the_keyboard (ClinicDesk *desk)
{
  GtkWidget *row = show_row ("Mo 09:00-12:00; Tu 09:00-12:00 13:00-18:00");
  GtkWidget *window = open_window (row);
  GtkWidget *focus;

  gtk_widget_grab_focus (clinic_display_find (window, "Tuesday, from (2)"));
  gtk_widget_activate_action (window, "hours.same", NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_get_mapped (focus));
  done (row, window, "Mo-Tu 09:00-12:00");
}

/* From other programs, say. */
static void
test_hours_that_cannot_be_read_are_not_lost (ClinicDesk *desk)
{
  GtkWidget *row = show_row ("whenever somebody is there");
  GtkWidget *window;

  g_assert_nonnull (clinic_display_find_text (row, "whenever somebody is there"));
  window = open_window (row);
  clinic_display_settle (desk);
  clinic_display_picture (window, "hours-unreadable");
  clinic_display_press ("Escape");
  clinic_display_wait (is_closed, NULL);
  g_assert_cmpstr (get_text (row), ==, "whenever somebody is there");

  window = open_window (row);
  toggle (window, "Friday", TRUE);
  done (row, window, "Fr 09:00-18:00");
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);

  clinic_display_add_empty ("/hours/as-written", test_hours_stay_as_they_were_written);
  clinic_display_add_empty ("/hours/keys", test_hours_are_changed_with_keys);
  clinic_display_add_empty ("/hours/days", test_days_are_opened_closed_and_made_the_same);
  clinic_display_add_empty ("/hours/wrong", test_hours_that_cannot_be_are_told_in_place);
  clinic_display_add_empty ("/hours/while-typing", test_nothing_is_said_while_typing);
  clinic_display_add_empty ("/hours/closed", test_a_week_without_hours_is_refused);
  clinic_display_add_empty ("/hours/most", test_no_more_than_can_be_kept);
  clinic_display_add_empty ("/hours/more", test_more_hours_come_after_all_others);
  clinic_display_add_empty ("/hours/same", test_the_same_keeps_the_keyboard);
  clinic_display_add_empty ("/hours/unreadable", test_hours_that_cannot_be_read_are_not_lost);

  return g_test_run ();
}
