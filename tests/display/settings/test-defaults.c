/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-default-dialog.h"
#include "clinic-defaults-window.h"
#include "clinic-display.h"
#include "clinic-window.h"

static GtkWindow *
open_defaults (ClinicDesk *desk)
{
  ClinicWindow *window = clinic_window_new (NULL, desk);

  clinic_display_show (GTK_WIDGET (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
  clinic_display_settle (desk);
  gtk_widget_activate_action (GTK_WIDGET (clinic_display_top ()), "preferences.defaults", NULL);
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_DEFAULTS_WINDOW (clinic_display_top ()));

  return clinic_display_top ();
}

static void
show_section (ClinicDesk *desk,
              GtkWindow  *window,
              const char *name)
{
  GtkWidget *label = clinic_display_find_text (GTK_WIDGET (window), name);

  clinic_display_click (label);
  clinic_display_settle (desk);
  clinic_display_settle (desk);
}

static gboolean
is_there (gpointer data)
{
  gpointer *pair = data;

  return clinic_display_find_text (pair[0], pair[1]) != NULL;
}

/* The rows come a few at a time. */
static GtkWidget *
find_row (GtkWindow  *window,
          const char *line)
{
  gpointer pair[] = { window, (gpointer) line };

  clinic_display_wait (is_there, pair);

  return gtk_widget_get_ancestor (clinic_display_find_text (GTK_WIDGET (window), line), GTK_TYPE_LIST_BOX_ROW);
}

static GtkWindow *
open_row (ClinicDesk *desk,
          GtkWindow  *window,
          const char *line)
{
  gtk_widget_grab_focus (find_row (window, line));
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_DEFAULT_DIALOG (clinic_display_top ()));

  return clinic_display_top ();
}

/* Where the keyboard is. */
static void
type_value (GtkWindow  *dialog,
            const char *text)
{
  GtkWidget *focus = gtk_window_get_focus (dialog);

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, clinic_display_find (GTK_WIDGET (dialog), "typed")));
  clinic_display_press ("ctrl+a Delete");
  clinic_display_type (text);
}

static void
save (ClinicDesk *desk)
{
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  clinic_display_settle (desk);
}

static void
test_value_is_set_and_put_back (ClinicDesk *desk)
{
  GtkWindow *window = open_defaults (desk);
  GtkWindow *dialog = open_row (desk, window, "In ml, where no phase says it: 0.05 · shipped: 0.05");

  clinic_display_check (GTK_WIDGET (window));
  clinic_display_check (GTK_WIDGET (dialog));
  type_value (dialog, "much");
  save (desk);
  g_assert_nonnull (clinic_display_find_text (GTK_WIDGET (dialog), "This is no number."));
  type_value (dialog, "2");
  save (desk);
  g_assert_nonnull (clinic_display_find_text (GTK_WIDGET (dialog), "The number is out of range."));
  type_value (dialog, "0.1");
  save (desk);
  g_assert_true (clinic_display_top () == window);
  dialog = open_row (desk, window, "In ml, where no phase says it: 0.1 · shipped: 0.05");
  g_assert_nonnull (clinic_display_find_text (GTK_WIDGET (window), "Changed"));
  clinic_display_picture (GTK_WIDGET (dialog), "default");
  clinic_display_click (clinic_display_find (GTK_WIDGET (dialog), "Back to the shipped value"));
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  find_row (window, "In ml, where no phase says it: 0.05 · shipped: 0.05");
  g_assert_null (clinic_display_find_text (GTK_WIDGET (window), "Changed"));
  clinic_display_picture (GTK_WIDGET (window), "defaults");
}

/* Less is only warned of for a reason. */
static void
test_loosening_takes_a_reason (ClinicDesk *desk)
{
  GtkWindow *window = open_defaults (desk);
  GtkWindow *dialog;
  GtkWindow *question;

  show_section (desk, window, "Rules");
  dialog = open_row (desk, window, "At most: 4 · shipped: 4");
  clinic_display_picture (GTK_WIDGET (window), "defaults-rules");
  type_value (dialog, "5");
  save (desk);
  question = clinic_display_top ();
  g_assert_true (question != dialog);
  g_assert_nonnull (clinic_display_find_text (GTK_WIDGET (question), "Why does the clinic warn of less?"));
  clinic_display_type ("Longer needles here");
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  find_row (window, "At most: 5 · shipped: 4");

  dialog = open_row (desk, window, "At most: 5 · shipped: 4");
  type_value (dialog, "3.5");
  save (desk);
  find_row (window, "At most: 3.5 · shipped: 4");
}

static void
test_sections (ClinicDesk *desk)
{
  GtkWindow *window = open_defaults (desk);
  GtkWindow *dialog;

  show_section (desk, window, "Conditions");
  find_row (window, "Bearing on treatment: Stop · shipped: Stop");
  clinic_display_picture (GTK_WIDGET (window), "defaults-conditions");
  show_section (desk, window, "Measurements");
  dialog = open_row (desk, window, "Error of the method (%): 10 · shipped: 10");
  clinic_display_picture (GTK_WIDGET (dialog), "default-metric");
  type_value (dialog, "5");
  save (desk);
  find_row (window, "Error of the method (%): 5 · shipped: 10");
  clinic_display_picture (GTK_WIDGET (window), "defaults-metrics");
}

static int
get_focused (GtkWindow *window)
{
  GtkWidget *row = gtk_window_get_focus (window);

  return GTK_IS_LIST_BOX_ROW (row) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

/* There are many rows: a page takes the keyboard as far as one can see. */
static void
test_pages_are_turned (ClinicDesk *desk)
{
  GtkWindow *window = open_defaults (desk);

  show_section (desk, window, "Measurements");
  find_row (window, "Error of the method (in its unit): 1 · shipped: 1");
  /* "{score}", as it is kept. */
  find_row (window, "Unit: \u2068score\u2069 · shipped: \u2068score\u2069");
  gtk_widget_grab_focus (find_row (window, "Better is: Lower · shipped: Lower"));
  g_assert_cmpint (get_focused (window), ==, 0);
  clinic_display_press ("Page_Down");
  g_assert_cmpint (get_focused (window), >, 6);
  clinic_display_press ("Page_Up");
  g_assert_cmpint (get_focused (window), ==, 0);
}

static void
test_receptionist_only_reads (ClinicDesk *desk)
{
  GtkWindow *window = open_defaults (desk);

  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (find_row (window, "In ml, where no phase says it: 0.05 · shipped: 0.05"))));
}

static gboolean
is_alone (gpointer data)
{
  GtkWidget *lists = data;

  return gtk_widget_get_first_child (lists) == gtk_widget_get_last_child (lists);
}

static gboolean
is_nothing (gpointer data)
{
  gpointer *pointer = data;

  return *pointer == NULL;
}

/* A few rows in a turn, unseen: those of a section that was left, and all with the window. */
static void
test_rows_go_unseen (ClinicDesk *desk)
{
  GtkWindow *window = open_defaults (desk);
  GtkWidget *lists = clinic_display_find (GTK_WIDGET (window), "lists");
  GtkWidget *left;

  show_section (desk, window, "Measurements");
  find_row (window, "Error of the method (%): 10 · shipped: 10");
  left = gtk_widget_get_last_child (lists);
  show_section (desk, window, "Rules");
  g_assert_false (gtk_widget_get_last_child (lists) == left);
  clinic_display_wait (is_alone, lists);
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_first_child (lists)));

  show_section (desk, window, "Measurements");
  find_row (window, "Error of the method (%): 10 · shipped: 10");
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  clinic_display_press ("Escape");
  g_assert_false (CLINIC_IS_DEFAULTS_WINDOW (clinic_display_top ()));
  clinic_display_wait (is_nothing, &window);
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/defaults/set-and-put-back", "manager", test_value_is_set_and_put_back);
  clinic_display_add ("/defaults/loosening-takes-a-reason", "manager", test_loosening_takes_a_reason);
  clinic_display_add ("/defaults/sections", "manager", test_sections);
  clinic_display_add ("/defaults/pages-are-turned", "manager", test_pages_are_turned);
  clinic_display_add ("/defaults/receptionist-only-reads", "receptionist", test_receptionist_only_reads);
  clinic_display_add ("/defaults/rows-go-unseen", "manager", test_rows_go_unseen);

  return g_test_run ();
}
