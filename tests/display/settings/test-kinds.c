/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is expected of reactions and when somebody is called, said in a window by mouse and by keyboard. */

#include "config.h"

#include <string.h>

#include "clinic-display.h"
#include "clinic-kind-dialog.h"
#include "clinic-kinds-window.h"
#include "clinic-window.h"

static GtkWidget *
top (void)
{
  return GTK_WIDGET (clinic_display_top ());
}

/* The number that @sql asks for; -1: NULL or no row. */
static gint64
ask (ClinicDesk *desk,
     const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDb) db = clinic_db_open (clinic_desk_get_location (desk), CLINIC_DB_READ, &error);
  g_autoptr(ClinicStatement) statement = NULL;

  g_assert_no_error (error);
  statement = clinic_db_prepare (db, sql, &error);
  g_assert_no_error (error);

  if (!clinic_statement_step (statement, &error) || clinic_statement_is_null (statement, 0))
    return -1;

  return clinic_statement_get_int (statement, 0);
}

/* As people come there: from the preferences. */
static GtkWidget *
open_window (ClinicDesk *desk)
{
  ClinicWindow *window = clinic_window_new (NULL, desk);

  clinic_display_show (GTK_WIDGET (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
  clinic_display_settle (desk);
  clinic_display_click (clinic_display_find (top (), "kinds"));
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_KINDS_WINDOW (top ()));

  return top ();
}

static void
replace (GtkWidget  *root,
         const char *name,
         const char *text)
{
  gtk_widget_grab_focus (clinic_display_find (root, name));
  clinic_display_press ("ctrl+a");
  clinic_display_type (text);
}

static GtkWidget *
find_kind (GtkWidget  *window,
           const char *name)
{
  GtkWidget *list = clinic_display_find (window, "list");

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), name))
        return row;
    }

  g_assert_not_reached ();
}

static void
assert_says (GtkWidget  *window,
             const char *name,
             const char *words)
{
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_kind (window, name))), ==, words);
}

#define GRADE "SELECT CAST (value AS BIGINT) FROM setting WHERE key = 'follow-up.grade'"
#define DAYS  "SELECT CAST (value AS BIGINT) FROM setting WHERE key = 'follow-up.days'"

static void
test_all_reactions_by_mouse (ClinicDesk *desk)
{
  GtkWidget *window = open_window (desk);

  clinic_display_check (window);
  clinic_display_picture (window, "kinds");
  assert_says (window, "Bruising", "Usually gone within 7 days · called from grade 2, after 1 day");
  assert_says (window, "Anaphylaxis", "Red flag, never expected · called whatever its grade, after 1 day");

  adw_combo_row_set_selected (ADW_COMBO_ROW (clinic_display_find (window, "grade")), 2);
  clinic_display_settle (desk);
  g_assert_cmpint (ask (desk, GRADE), ==, 3);
  assert_says (window, "Bruising", "Usually gone within 7 days · called from grade 3, after 1 day");
  clinic_display_click (clinic_display_find (window, "Undo"));
  clinic_display_settle (desk);
  g_assert_cmpint (ask (desk, GRADE), ==, -1);
  assert_says (window, "Bruising", "Usually gone within 7 days · called from grade 2, after 1 day");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (clinic_display_find (window, "grade"))), ==, 1);
}

static void
test_all_reactions_by_keyboard (ClinicDesk *desk)
{
  GtkWidget *window = open_window (desk);

  replace (window, "days", "soon");
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  g_assert_cmpint (ask (desk, DAYS), ==, -1);
  g_assert_nonnull (clinic_display_find_text (window, "The days cannot be read."));

  replace (window, "days", "400");
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  g_assert_cmpint (ask (desk, DAYS), ==, -1);
  g_assert_nonnull (clinic_display_find_text (window, "Called after (days): 365 at most."));
  clinic_display_picture (window, "kinds-refused");

  replace (window, "days", "3");
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  g_assert_cmpint (ask (desk, DAYS), ==, 3);
  assert_says (window, "Bruising", "Usually gone within 7 days · called from grade 2, after 3 days");
}

#define BRUISING "FROM reaction_kind WHERE code = 'bruising'"

static void
test_a_kind_by_keyboard (ClinicDesk *desk)
{
  GtkWidget *window = open_window (desk);
  GtkWidget *dialog;

  gtk_widget_grab_focus (find_kind (window, "Bruising"));
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  dialog = top ();
  g_assert_true (CLINIC_IS_KIND_DIALOG (dialog));
  clinic_display_check (dialog);
  clinic_display_picture (dialog, "kind");

  /* There is no such grade: the dialog stays, and marks it. */
  replace (dialog, "call_grade", "6");
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  g_assert_true (top () == dialog);
  g_assert_true (gtk_widget_has_css_class (clinic_display_find (dialog, "call_grade"), "error"));

  replace (dialog, "call_grade", "1");
  replace (dialog, "call_days", "5");
  replace (dialog, "expected_days", "10");
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  g_assert_true (top () == window);
  g_assert_cmpint (ask (desk, "SELECT call_grade " BRUISING), ==, 1);
  g_assert_cmpint (ask (desk, "SELECT call_days " BRUISING), ==, 5);
  assert_says (window, "Bruising", "Usually gone within 10 days · called from grade 1, after 5 days");

  clinic_display_click (clinic_display_find (window, "Undo"));
  clinic_display_settle (desk);
  g_assert_cmpint (ask (desk, "SELECT call_days " BRUISING), ==, -1);
  assert_says (window, "Bruising", "Usually gone within 7 days · called from grade 2, after 1 day");
}

static void
test_a_kind_by_mouse (ClinicDesk *desk)
{
  GtkWidget *window = open_window (desk);
  GtkWidget *row = find_kind (window, "Bumps at the site");

  clinic_display_click (row);
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_KIND_DIALOG (top ()));
  clinic_display_click (clinic_display_find (top (), "red_flag"));
  clinic_display_click (clinic_display_find (top (), "save"));
  clinic_display_settle (desk);
  g_assert_true (top () == window);
  g_assert_cmpint (ask (desk, "SELECT red_flag FROM reaction_kind WHERE code = 'bumps'"), ==, 1);
  assert_says (window, "Bumps at the site", "Red flag, never expected · called whatever its grade, after 1 day");
}

/* A practitioner says what is expected of a kind; what holds for all is the manager's. */
static void
test_a_practitioner_says_it_of_kinds (ClinicDesk *desk)
{
  GtkWidget *window = open_window (desk);

  g_assert_false (gtk_widget_get_sensitive (clinic_display_find (window, "all")));
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (find_kind (window, "Bruising"))));
}

static void
test_a_receptionist_only_looks (ClinicDesk *desk)
{
  GtkWidget *window = open_window (desk);

  g_assert_false (gtk_widget_get_sensitive (clinic_display_find (window, "all")));
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (find_kind (window, "Bruising"))));
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/kinds/all/mouse", "manager", test_all_reactions_by_mouse);
  clinic_display_add ("/kinds/all/keyboard", "manager", test_all_reactions_by_keyboard);
  clinic_display_add ("/kinds/one/keyboard", "practitioner", test_a_kind_by_keyboard);
  clinic_display_add ("/kinds/one/mouse", "manager", test_a_kind_by_mouse);
  clinic_display_add ("/kinds/practitioner", "practitioner", test_a_practitioner_says_it_of_kinds);
  clinic_display_add ("/kinds/receptionist", "receptionist", test_a_receptionist_only_looks);

  return g_test_run ();
}
