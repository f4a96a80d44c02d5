/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The clinic's aftercare is looked through, written anew and taken back, by mouse and by keyboard. */

#include "config.h"

#include <string.h>

#include "clinic-aftercare-dialog.h"
#include "clinic-aftercare-window.h"
#include "clinic-aftercare.h"
#include "clinic-display.h"
#include "clinic-window.h"

static gint64
ask (ClinicDesk *desk,
     const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDb) db = clinic_db_open (clinic_desk_get_location (desk), CLINIC_DB_READ,
                                           &error);
  g_autoptr(ClinicStatement) statement = NULL;

  g_assert_no_error (error);
  statement = clinic_db_prepare (db, sql, &error);
  g_assert_no_error (error);
  g_assert_true (clinic_statement_step (statement, &error));

  return clinic_statement_get_int (statement, 0);
}

static gboolean
is_top (gpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (clinic_display_top (), *(GType *) type);
}

/* However long it takes to open, or what is above it to close. */
static GtkWidget *
wait_for (GType type)
{
  clinic_display_wait (is_top, &type);

  return GTK_WIDGET (clinic_display_top ());
}

/* As people come there: from the preferences. */
static GtkWidget *
open_window (ClinicDesk *desk)
{
  GtkWidget *window = GTK_WIDGET (clinic_window_new (NULL, desk));

  clinic_display_show (window);
  gtk_widget_activate_action (window, "win.preferences", NULL);
  clinic_display_settle (desk);
  clinic_display_picture (GTK_WIDGET (clinic_display_top ()), "preferences-aftercare");
  clinic_display_click (clinic_display_find (GTK_WIDGET (clinic_display_top ()), "aftercare"));
  window = wait_for (CLINIC_TYPE_AFTERCARE_WINDOW);
  clinic_display_settle (desk);

  return window;
}

static void
type_into (GtkWidget  *dialog,
           const char *row,
           const char *text)
{
  GtkWidget *entry = clinic_display_find (dialog, row);

  g_assert_nonnull (entry);

  /* Of a row that is named by its language it may be the name that is found. */
  if (GTK_IS_LABEL (entry))
    entry = gtk_widget_get_ancestor (entry, ADW_TYPE_ENTRY_ROW);

  g_assert_true (gtk_widget_grab_focus (entry));
  clinic_display_press ("ctrl+a");
  clinic_display_type (text);
}

static gboolean
is_text_there (gpointer data)
{
  return clinic_display_find_text (data, "No helmet on the bicycle.") != NULL;
}

static gboolean
is_text_gone (gpointer data)
{
  return !is_text_there (data);
}

static void
test_written_by_mouse_and_taken_back (ClinicDesk *desk)
{
  GtkWidget *window = open_window (desk);
  GtkWidget *dialog;

  clinic_display_check (window);
  g_assert_nonnull (clinic_display_find_text (window, "Do not drink alcohol."));
  g_assert_nonnull (clinic_display_find_text (window, "After the session: 48 hours"));
  g_assert_nonnull (clinic_display_find_text (window, "Before the next session: 2 days"));
  clinic_display_picture (window, "aftercare");
  clinic_display_settle (desk);
  clinic_display_click (clinic_display_find (window, "New aftercare"));
  dialog = wait_for (CLINIC_TYPE_AFTERCARE_DIALOG);
  clinic_display_settle (desk);
  clinic_display_check (dialog);

  /* How long it holds is not said: the dialog stays, and marks it. */
  type_into (dialog, "English", "No helmet on the bicycle.");
  type_into (dialog, "code", "helmet");
  clinic_display_click (clinic_display_find (dialog, "save"));
  clinic_display_settle (desk);
  g_assert_true (GTK_WIDGET (clinic_display_top ()) == dialog);
  g_assert_true (gtk_widget_has_css_class (clinic_display_find (dialog, "amount"), "error"));
  clinic_display_picture (dialog, "aftercare-refused");

  type_into (dialog, "amount", "36");
  clinic_display_click (clinic_display_find (dialog, "save"));
  clinic_display_settle (desk);
  clinic_display_wait (is_text_there, window);
  g_assert_nonnull (clinic_display_find_text (window, "After the session: 36 hours"));
  g_assert_cmpint (ask (desk, "SELECT amount FROM aftercare_rule WHERE code = 'helmet'"), ==, 36);
  clinic_display_picture (window, "aftercare-added");

  clinic_display_click (clinic_display_find (window, "Undo"));
  clinic_display_settle (desk);
  clinic_display_wait (is_text_gone, window);
  g_assert_cmpint (ask (desk, "SELECT count(*) FROM aftercare_rule WHERE code = 'helmet'"), ==, 0);
}

static void
test_changed_by_keyboard (ClinicDesk *desk)
{
  GtkWidget *window = open_window (desk);
  GtkWidget *row = gtk_widget_get_first_child (clinic_display_find (window, "list"));
  GtkWidget *dialog;

  gtk_widget_grab_focus (row);
  clinic_display_press ("Down Return");
  dialog = wait_for (CLINIC_TYPE_AFTERCARE_DIALOG);
  clinic_display_settle (desk);
  clinic_display_picture (dialog, "aftercare-dialog");

  /* The words of the first language have the keyboard. */
  clinic_display_press ("ctrl+a");
  clinic_display_type ("No helmet on the bicycle.");
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  clinic_display_wait (is_text_there, window);
  g_assert_true (GTK_WIDGET (clinic_display_top ()) == window);
  g_assert_cmpint (ask (desk, "SELECT count(*) FROM aftercare_text t JOIN aftercare_rule r ON r.id = "
                        "t.aftercare_rule_id WHERE r.code = 'sport' AND t.language = 'en' AND "
                        "t.text = 'No helmet on the bicycle.'"), ==, 1);
  g_assert_cmpint (ask (desk, "SELECT count(*) FROM aftercare_text t JOIN aftercare_rule r ON r.id = "
                        "t.aftercare_rule_id WHERE r.code = 'sport'"), ==, 4);
}

static void
test_left_by_keyboard (ClinicDesk *desk)
{
  GtkWidget *window = open_window (desk);
  gint64 before = ask (desk, "SELECT count(*) FROM aftercare_rule");

  clinic_display_press ("ctrl+n");
  wait_for (CLINIC_TYPE_AFTERCARE_DIALOG);
  clinic_display_settle (desk);
  clinic_display_press ("Escape");
  g_assert_true (wait_for (CLINIC_TYPE_AFTERCARE_WINDOW) == window);
  g_assert_cmpint (ask (desk, "SELECT count(*) FROM aftercare_rule"), ==, before);
}

/* Whoever books may read it. */
static void
test_receptionist_only_looks (ClinicDesk *desk)
{
  GtkWidget *window = open_window (desk);
  GtkWidget *dialog;

  g_assert_false (gtk_widget_is_sensitive (clinic_display_find (window, "New aftercare")));
  clinic_display_click (gtk_widget_get_first_child (clinic_display_find (window, "list")));
  dialog = wait_for (CLINIC_TYPE_AFTERCARE_DIALOG);
  clinic_display_settle (desk);
  g_assert_false (gtk_widget_is_sensitive (clinic_display_find (dialog, "save")));
  g_assert_false (gtk_widget_is_sensitive (clinic_display_find (dialog, "code")));
}

static gboolean
is_conflict (gpointer data)
{
  return clinic_display_top () != data && !CLINIC_IS_AFTERCARE_WINDOW (clinic_display_top ());
}

/* Of alcohol: somebody else's words, in two languages. */
static gpointer
change_words (ClinicAct  *act,
              gpointer    data,
              GError    **error)
{
  static const char *const words[] = { "en", "No wine.", "de", "Kein Wein.", NULL };
  g_autoptr(ClinicStatement) statement =
    clinic_db_prepare (act->db, "SELECT id FROM aftercare_rule WHERE code = 'alcohol'", error);
  g_autoptr(ClinicRecord) rule = NULL;

  g_assert_true (clinic_statement_step (statement, error));
  rule = clinic_store_find (act->db, CLINIC_TYPE_AFTERCARE_RULE, clinic_statement_get_int (statement, 0), error);

  return GINT_TO_POINTER (clinic_aftercare_save (act, CLINIC_AFTERCARE_RULE (rule), words, 0, error) != 0);
}

static void
changed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gint64
count_words (ClinicDesk *desk,
             const char *text)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM aftercare_text WHERE text = '%s'", text);

  return ask (desk, sql);
}

/* Opens the words of alcohol, changes them in English and Turkish, and saves after somebody else did; the
 * window that shows both versions. */
static GtkWidget *
meet_theirs (ClinicDesk *desk,
             GtkWidget  *window)
{
  GtkWidget *text = clinic_display_find_text (window, "Do not drink alcohol.");
  GtkWidget *dialog;

  clinic_display_click (gtk_widget_get_ancestor (text, GTK_TYPE_LIST_BOX_ROW));
  dialog = wait_for (CLINIC_TYPE_AFTERCARE_DIALOG);
  clinic_display_settle (desk);
  type_into (dialog, "English", "No beer.");
  type_into (dialog, "Türkçe", "Bira yok.");
  clinic_desk_run_async (desk, change_words, NULL, NULL, NULL, changed_cb, NULL);
  clinic_display_settle (desk);
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  clinic_display_wait (is_conflict, dialog);

  return GTK_WIDGET (clinic_display_top ());
}

/* Two change only the words: both stand side by side, and what only one of them changed needs no question. */
static void
test_theirs_and_mine_side_by_side (ClinicDesk *desk)
{
  GtkWidget *window = open_window (desk);
  GtkWidget *both = meet_theirs (desk, window);

  g_assert_nonnull (clinic_display_find_text (both, "No wine."));
  g_assert_nonnull (clinic_display_find_text (both, "No beer."));
  g_assert_null (clinic_display_find_text (both, "Kein Wein."));
  clinic_display_check (both);
  clinic_display_picture (both, "aftercare-conflict");
  g_assert_cmpint (count_words (desk, "No beer."), ==, 0);
  gtk_widget_activate_action (both, "conflict.save", NULL);
  clinic_display_settle (desk);
  g_assert_true (wait_for (CLINIC_TYPE_AFTERCARE_WINDOW) == window);
  g_assert_cmpint (count_words (desk, "No beer."), ==, 1);
  g_assert_cmpint (count_words (desk, "No wine."), ==, 0);
  g_assert_cmpint (count_words (desk, "Bira yok."), ==, 1);
  g_assert_cmpint (count_words (desk, "Kein Wein."), ==, 1);
}

static void
test_theirs_is_kept (ClinicDesk *desk)
{
  GtkWidget *window = open_window (desk);
  GtkWidget *both = meet_theirs (desk, window);

  clinic_display_click (clinic_display_find_text (both, "No wine."));
  gtk_widget_activate_action (both, "conflict.save", NULL);
  clinic_display_settle (desk);
  g_assert_true (wait_for (CLINIC_TYPE_AFTERCARE_WINDOW) == window);
  g_assert_cmpint (count_words (desk, "No beer."), ==, 0);
  g_assert_cmpint (count_words (desk, "No wine."), ==, 1);
  g_assert_cmpint (count_words (desk, "Bira yok."), ==, 1);
}

static gpointer
clear (ClinicAct  *act,
       gpointer    data,
       GError    **error)
{
  return GINT_TO_POINTER (clinic_db_exec (act->db, "DELETE FROM aftercare_text", error) &&
                          clinic_db_exec (act->db, "DELETE FROM aftercare_rule", error));
}

static void
cleared_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* A clinic older than the aftercare that comes with the program. */
static void
test_none_yet (ClinicDesk *desk)
{
  GtkWidget *window;

  clinic_desk_run_async (desk, clear, NULL, NULL, NULL, cleared_cb, NULL);
  clinic_display_settle (desk);
  window = open_window (desk);
  clinic_display_check (window);
  clinic_display_picture (window, "aftercare-none");
  clinic_display_click (clinic_display_find (window, "Take them over"));
  clinic_display_settle (desk);
  g_assert_cmpint (ask (desk, "SELECT count(*) FROM aftercare_rule"), >=, 9);
  g_assert_nonnull (clinic_display_find_text (window, "Do not drink alcohol."));
}

static void
test_right_to_left (ClinicDesk *desk)
{
  GtkWidget *window;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = open_window (desk);
  clinic_display_picture (window, "aftercare-rtl");
  clinic_display_click (gtk_widget_get_first_child (clinic_display_find (window, "list")));
  clinic_display_picture (wait_for (CLINIC_TYPE_AFTERCARE_DIALOG), "aftercare-dialog-rtl");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);

  clinic_display_add ("/aftercare/written-by-mouse-and-taken-back", "manager",
                      test_written_by_mouse_and_taken_back);
  clinic_display_add ("/aftercare/changed-by-keyboard", "practitioner", test_changed_by_keyboard);
  clinic_display_add ("/aftercare/left-by-keyboard", "manager", test_left_by_keyboard);
  clinic_display_add ("/aftercare/receptionist-only-looks", "receptionist",
                      test_receptionist_only_looks);
  clinic_display_add ("/aftercare/theirs-and-mine", "manager", test_theirs_and_mine_side_by_side);
  clinic_display_add ("/aftercare/theirs-is-kept", "practitioner", test_theirs_is_kept);
  clinic_display_add_empty ("/aftercare/none-yet", test_none_yet);
  clinic_display_add ("/aftercare/right-to-left", "manager", test_right_to_left);

  return g_test_run ();
}
