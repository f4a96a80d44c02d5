/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "chart-test.h"
#include "clinic-chart-times.h"
#include "clinic-display.h"

/* It is 10:30 on the 21st. */

static GtkWidget *
find_times (GtkWidget *page)
{
  return clinic_display_find_type (page, CLINIC_TYPE_CHART_TIMES, 0);
}

static const char *
get_label (GtkWidget *page)
{
  return gtk_label_get_text (GTK_LABEL (clinic_display_find (page, "words")));
}

static ClinicSession *
get_record (GtkWidget *page)
{
  return clinic_chart_model_get_record (chart_test_get_model (page));
}

static void
type_into (GtkWidget  *page,
           const char *entry,
           const char *text)
{
  GtkWidget *widget = clinic_display_find (find_times (page), entry);

  g_assert_nonnull (widget);
  gtk_widget_grab_focus (widget);
  clinic_display_press ("ctrl+a");

  if (*text != '\0')
    clinic_display_type (text);
  else
    clinic_display_press ("Delete");
}

static void
open_times (ClinicDesk *desk,
            GtkWidget  *page)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (clinic_display_find (find_times (page), "button")));
  clinic_display_settle (desk);
}

/* The first zone begins it, and taking that back does too. */
static void
test_first_zone_begins (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));

  g_assert_cmpstr (get_label (find_times (page)), ==, "Not begun");
  clinic_display_press ("1");
  g_assert_cmpstr (get_record (page)->began, ==, "2026-11-21T10:30");
  g_assert_cmpstr (get_label (find_times (page)), ==, "10:30 –");
  clinic_display_press ("ctrl+z");
  g_assert_null (get_record (page)->began);
  g_assert_cmpstr (get_label (find_times (page)), ==, "Not begun");

  /* Said otherwise before, or not at all after, it stays so. */
  clinic_display_press ("1");
  open_times (desk, page);
  type_into (page, "Treatment began", "");
  g_assert_null (get_record (page)->began);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (clinic_display_find (find_times (page), "button")));
  clinic_display_settle (desk);
  clinic_display_press ("2");
  g_assert_null (get_record (page)->began);
}

/* With the keyboard from the button to the entries; and by the buttons beside them. */
static void
test_times_are_corrected (ClinicDesk *desk)
{
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));
  GtkWidget *button = clinic_display_find (find_times (page), "button");

  gtk_widget_child_focus (button, GTK_DIR_TAB_FORWARD);
  clinic_display_press ("space");
  clinic_display_settle (desk);
  clinic_display_type ("955");
  clinic_display_press ("Tab Tab");
  clinic_display_type ("10:2");
  g_assert_true (gtk_widget_has_css_class (clinic_display_find (find_times (page), "finished_time"),
                                           "error"));
  clinic_display_type ("0");
  g_assert_cmpstr (get_record (page)->began, ==, "2026-11-21T09:55");
  g_assert_cmpstr (get_record (page)->finished, ==, "2026-11-21T10:20");
  clinic_display_check (gtk_widget_get_parent (clinic_display_find (find_times (page), "began_time")));
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-times");
  clinic_display_picture (gtk_widget_get_ancestor (clinic_display_find (find_times (page), "began_time"),
                                                   GTK_TYPE_POPOVER), "chart-times-open");
  clinic_display_press ("Escape");
  clinic_display_settle (desk);
  g_assert_cmpstr (get_label (find_times (page)), ==, "09:55 – 10:20");

  open_times (desk, page);
  clinic_display_click (clinic_display_find (find_times (page), "The treatment begins now"));
  clinic_display_click (clinic_display_find (find_times (page), "The treatment ends now"));
  g_assert_cmpstr (get_record (page)->began, ==, "2026-11-21T10:30");
  g_assert_cmpstr (get_record (page)->finished, ==, "2026-11-21T10:30");
  clinic_display_press ("Escape");
  clinic_display_settle (desk);
}

typedef struct
{
  const char *began;
  const char *finished;
  const char *where;
} Wrong;

/* What cannot be is said where it is, and keeps the chart from being signed. */
static void
test_times_that_cannot_be (ClinicDesk *desk)
{
  static const Wrong wrongs[] = {
    { "10:20", "10:10", "finished_time" }, { "10:31", "", "began_time" }, { "10", "10:45", "finished_time" },
    { "", "10:10", "began_time" }, { "abc", "", "began_time" }, { "9", "25:00", "finished_time" },
  };
  GtkWidget *page = chart_test_open_chart (desk, chart_test_find_waiting (desk, 0));

  clinic_display_press ("1");
  chart_test_wait_for_rules (desk);
  chart_test_give_reasons (page);

  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      GtkWidget *entry;

      g_test_message ("%s to %s", wrongs[i].began, wrongs[i].finished);
      open_times (desk, page);
      type_into (page, "Treatment began", wrongs[i].began);
      type_into (page, "Treatment ended", wrongs[i].finished);
      entry = clinic_display_find (find_times (page), wrongs[i].where);
      g_assert_true (gtk_widget_has_css_class (entry, "error"));
      g_assert_nonnull (clinic_display_find (find_times (page), "wrong"));
      clinic_display_press ("Escape");
      clinic_display_settle (desk);
      chart_test_wait_for_rules (desk);
      gtk_widget_activate_action (page, "chart.sign", NULL);
      clinic_display_settle (desk);
      g_assert_false (chart_test_is_signed (page));
      entry = clinic_display_find (find_times (page), wrongs[i].where);
      g_assert_nonnull (entry);
      g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (page)), entry));
    }

  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-times-wrong");
  type_into (page, "Treatment began", "9:50");
  type_into (page, "Treatment ended", "");
  clinic_display_press ("Escape");
  clinic_display_settle (desk);
  chart_test_wait_for_rules (desk);
  chart_test_give_reasons (page);
  clinic_display_press ("ctrl+Return");
  clinic_display_wait (chart_test_is_signed, page);
  g_assert_cmpstr (get_record (page)->began, ==, "2026-11-21T09:50");
  g_assert_cmpstr (get_record (page)->finished, ==, "2026-11-21T10:30");
  g_assert_cmpstr (get_label (find_times (page)), ==, "09:50 – 10:30");
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/chart-times/first-zone-begins", "practitioner", test_first_zone_begins);
  clinic_display_add ("/chart-times/corrected", "practitioner", test_times_are_corrected);
  clinic_display_add ("/chart-times/that-cannot-be", "practitioner", test_times_that_cannot_be);

  return g_test_run ();
}
