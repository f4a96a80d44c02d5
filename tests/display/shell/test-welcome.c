/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "clinic-clock.h"
#include "clinic-create-window.h"
#include "clinic-display.h"
#include "clinic-protocol.h"
#include "clinic-store.h"
#include "clinic-welcome.h"
#include "clinic-window.h"

static void
take_desk (ClinicWelcome *welcome,
           ClinicDesk    *desk,
           ClinicDesk   **taken)
{
  *taken = g_object_ref (desk);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static char *
dup_place (const char *name)
{
  return g_build_filename (g_get_user_data_dir (), "anagen", name, NULL);
}

static void
set_text (GtkWidget  *root,
          const char *name,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (clinic_display_find (root, name)), text);
}

static guint
count_protocols (const char *location,
                 gboolean    archived)
{
  g_autoptr(ClinicDb) db = clinic_db_open (location, CLINIC_DB_READ, NULL);
  g_autoptr(GPtrArray) protocols = clinic_store_list_by (db, CLINIC_TYPE_PROTOCOL, NULL, 0, NULL);
  guint n = 0;

  for (guint i = 0; i < protocols->len; i++)
    n += (CLINIC_PROTOCOL (protocols->pdata[i])->archived_on != NULL) == archived;

  return n;
}

static void
test_clinic_is_made_as_asked (ClinicDesk *unused)
{
  ClinicWelcome *welcome = clinic_welcome_new (NULL);
  g_autofree char *place = dup_place ("clinic.anagen");
  g_autoptr(ClinicDesk) desk = NULL;
  GtkWindow *window;

  g_signal_connect (welcome, "opened", G_CALLBACK (take_desk), &desk);
  clinic_display_show (GTK_WIDGET (welcome));
  clinic_display_check (GTK_WIDGET (welcome));
  clinic_display_picture (GTK_WIDGET (welcome), "welcome");
  gtk_widget_activate_action (GTK_WIDGET (welcome), "welcome.create", NULL);
  window = clinic_display_top ();
  g_assert_true (CLINIC_IS_CREATE_WINDOW (window));
  clinic_display_picture (GTK_WIDGET (window), "create");

  /* Without an owner there is nothing to be made, and what was typed stays. */
  set_text (GTK_WIDGET (window), "name", "Clinic of the test");
  g_object_set (clinic_display_find (GTK_WIDGET (window), "zone"), "zone", "Europe/Istanbul", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "create.create", NULL);
  g_assert_false (g_file_test (place, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (clinic_display_find (GTK_WIDGET (window),
                                                                             "name"))),
                   ==, "Clinic of the test");

  set_text (GTK_WIDGET (window), "owner", "Olga Owner");
  set_text (GTK_WIDGET (window), "rooms", "One, Two ,, ");
  gtk_widget_activate_action (GTK_WIDGET (window), "create.create", NULL);
  clinic_display_wait (is_set, &desk);

  g_assert_cmpstr (clinic_desk_get_clinic (desk)->name, ==, "Clinic of the test");
  g_assert_cmpstr (clinic_desk_get_clinic (desk)->zone, ==, "Europe/Istanbul");
  g_assert_false (clinic_desk_get_clinic (desk)->demonstration);
  g_assert_cmpuint (g_list_model_get_n_items (clinic_desk_get_staff (desk)), ==, 1);
  g_assert_cmpuint (count_protocols (place, TRUE), ==, 0);
}

static void
test_what_is_not_ticked_is_given_up (ClinicDesk *unused)
{
  ClinicWelcome *welcome = clinic_welcome_new (NULL);
  g_autofree char *place = dup_place ("other.anagen");
  g_autoptr(ClinicDesk) desk = NULL;
  ClinicFounding *founding = g_new0 (ClinicFounding, 1);
  const char * const codes[] = { "s1_five_sessions", NULL };

  g_signal_connect (welcome, "opened", G_CALLBACK (take_desk), &desk);
  clinic_display_show (GTK_WIDGET (welcome));
  founding->location = g_strdup (place);
  founding->name = g_strdup ("Other");
  founding->zone = g_strdup ("Europe/Vienna");
  founding->owner = g_strdup ("Olga Owner");
  founding->given_up = g_strdupv ((char **) codes);
  clinic_welcome_found (welcome, founding);
  clinic_display_wait (is_set, &desk);
  g_assert_cmpuint (count_protocols (place, TRUE), ==, 1);
}

static gboolean
has_notice (gpointer data)
{
  GtkWidget *notice = clinic_display_find_type (data, g_type_from_name ("ClinicNotice"), 0);
  g_autofree char *text = NULL;

  if (notice == NULL)
    return FALSE;

  g_object_get (notice, "text", &text, NULL);

  return text != NULL;
}

static void
test_file_that_is_none_is_told (ClinicDesk *unused)
{
  ClinicWelcome *welcome = clinic_welcome_new (NULL);
  g_autofree char *place = dup_place ("letter.anagen");
  g_autofree char *folder = g_path_get_dirname (place);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (place, "Dear clinic, this is a letter and no record.", -1,
                                      NULL));
  clinic_display_show (GTK_WIDGET (welcome));
  clinic_welcome_open (welcome, place);
  clinic_display_wait (has_notice, welcome);
  clinic_display_picture (GTK_WIDGET (welcome), "welcome-error");
}

static void
test_clinic_held_by_another_is_told (ClinicDesk *desk)
{
  ClinicWelcome *welcome = clinic_welcome_new (NULL);

  clinic_display_show (GTK_WIDGET (welcome));
  clinic_welcome_open (welcome, clinic_desk_get_location (desk));
  clinic_display_wait (has_notice, welcome);
}

static void
test_demonstration_called_off_leaves_nothing (ClinicDesk *unused)
{
  ClinicWelcome *welcome = clinic_welcome_new (NULL);
  g_autofree char *place = clinic_founding_demonstration ();

  clinic_display_show (GTK_WIDGET (welcome));
  clinic_welcome_demonstrate (welcome, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (welcome), "welcome.cancel", NULL);

  /* Called off, it is not waited for any more. */
  while (clinic_display_find_type (GTK_WIDGET (welcome), GTK_TYPE_PROGRESS_BAR, 0) != NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (g_file_test (place, G_FILE_TEST_EXISTS));
}

/* Longer than a display test usually waits: two hundred people are made up. */
static void
wait_for_desk (ClinicDesk **desk)
{
  while (*desk == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gint64
count_sessions (const char *location,
                const char *day)
{
  g_autoptr(ClinicDb) db = clinic_db_open (location, CLINIC_DB_READ, NULL);
  g_autoptr(ClinicStatement) statement = clinic_db_prepare (db,
                                                            "SELECT COUNT (*) FROM session WHERE "
                                                            "starts LIKE $1 || '%'", NULL);

  clinic_statement_bind_text (statement, 1, day);
  g_assert_true (clinic_statement_step (statement, NULL));

  return clinic_statement_get_int (statement, 0);
}

/* Whether it was made for this day: those who came in the morning have been treated. */
static gboolean
is_made_for (const char *location,
             const char *day)
{
  g_autoptr(ClinicDb) db = clinic_db_open (location, CLINIC_DB_READ, NULL);
  g_autoptr(ClinicStatement) statement = clinic_db_prepare (db,
                                                            "SELECT COUNT (*) FROM session WHERE status = 'done'"
                                                            " AND starts LIKE $1 || '%'", NULL);

  clinic_statement_bind_text (statement, 1, day);
  g_assert_true (clinic_statement_step (statement, NULL));

  return clinic_statement_get_int (statement, 0) > 0;
}

static char *
read_file (const char *path)
{
  char *content;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpuint (length, >, 0);

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, length);
}

/* With the button, marked as what it is, beside the real clinic and not in it. */
static void
test_one_click_gives_the_demonstration (ClinicDesk *real)
{
  ClinicWelcome *welcome = clinic_welcome_new (NULL);
  g_autofree char *place = clinic_founding_demonstration ();
  g_autofree char *before = read_file (clinic_desk_get_location (real));
  g_autofree char *after = NULL;
  g_autoptr(ClinicDesk) desk = NULL;
  ClinicWindow *window;

  g_signal_connect (welcome, "opened", G_CALLBACK (take_desk), &desk);
  clinic_display_show (GTK_WIDGET (welcome));
  clinic_display_click (clinic_display_find (GTK_WIDGET (welcome), "_Try the demonstration clinic"));
  wait_for_desk (&desk);

  g_assert_cmpstr (clinic_desk_get_location (desk), ==, place);
  g_assert_true (clinic_desk_get_clinic (desk)->demonstration);
  g_assert_cmpint (count_sessions (place, "2026-11-21"), >, 5);
  g_assert_false (clinic_desk_get_clinic (real)->demonstration);
  after = read_file (clinic_desk_get_location (real));
  g_assert_cmpstr (before, ==, after);

  window = clinic_window_new (NULL, desk);
  clinic_display_show (GTK_WIDGET (window));
  g_assert_nonnull (clinic_display_find_text (GTK_WIDGET (window),
                                              "Demonstration: nobody in it is real"));
  clinic_display_settle (desk);
}

static gboolean
is_asked (gpointer data)
{
  return ADW_IS_MESSAGE_DIALOG (clinic_display_top ());
}

/* Three days later its people have all been; the answer says what becomes of it. */
static void
test_demonstration_of_another_day_is_asked_about (ClinicDesk *unused)
{
  static const struct
  {
    const char *answer;
    gboolean    anew;
  } cases[] = { { "_Open it as it is", FALSE }, { "_Make it anew", TRUE } };
  g_autofree char *place = clinic_founding_demonstration ();
  gint64 now = clinic_clock_now ();

  g_assert_cmpint (count_sessions (place, "2026-11-21"), >, 5);
  clinic_clock_set (now + 3 * G_TIME_SPAN_DAY / 1000);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ClinicWelcome *welcome = clinic_welcome_new (NULL);
      g_autoptr(ClinicDesk) desk = NULL;

      g_signal_connect (welcome, "opened", G_CALLBACK (take_desk), &desk);
      clinic_display_show (GTK_WIDGET (welcome));
      gtk_widget_activate_action (GTK_WIDGET (welcome), "welcome.demonstrate", NULL);
      clinic_display_wait (is_asked, NULL);
      clinic_display_picture (GTK_WIDGET (clinic_display_top ()), "demonstration-of-another-day");
      clinic_display_click (clinic_display_find (GTK_WIDGET (clinic_display_top ()), cases[i].answer));
      wait_for_desk (&desk);
      g_assert_cmpint (is_made_for (place, "2026-11-24"), ==, cases[i].anew);
      clinic_display_settle (desk);
    }

  clinic_clock_set (now);
}

static void
test_real_clinic_never_gives_way_to_the_demonstration (ClinicDesk *unused)
{
  ClinicWelcome *welcome = clinic_welcome_new (NULL);
  g_autofree char *place = clinic_founding_demonstration ();
  g_autoptr(ClinicDb) db = clinic_db_open (place, CLINIC_DB_WRITE, NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (clinic_db_exec (db, "UPDATE clinic SET demonstration = 0", NULL));
  g_clear_pointer (&db, clinic_db_close);
  before = read_file (place);
  clinic_display_show (GTK_WIDGET (welcome));
  clinic_welcome_demonstrate (welcome, TRUE);
  clinic_display_wait (has_notice, welcome);
  after = read_file (place);
  g_assert_cmpstr (before, ==, after);
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);

  clinic_display_add_empty ("/welcome/clinic-is-made-as-asked", test_clinic_is_made_as_asked);
  clinic_display_add_empty ("/welcome/what-is-not-ticked-is-given-up",
                            test_what_is_not_ticked_is_given_up);
  clinic_display_add_empty ("/welcome/file-that-is-none-is-told", test_file_that_is_none_is_told);
  clinic_display_add_empty ("/welcome/clinic-held-by-another-is-told",
                            test_clinic_held_by_another_is_told);
  clinic_display_add_empty ("/welcome/demonstration-called-off-leaves-nothing",
                            test_demonstration_called_off_leaves_nothing);
  clinic_display_add_empty ("/welcome/one-click-gives-the-demonstration",
                            test_one_click_gives_the_demonstration);
  clinic_display_add_empty ("/welcome/demonstration-of-another-day-is-asked-about",
                            test_demonstration_of_another_day_is_asked_about);
  clinic_display_add_empty ("/welcome/real-clinic-never-gives-way-to-the-demonstration",
                            test_real_clinic_never_gives_way_to_the_demonstration);

  return g_test_run ();
}
