/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "clinic-display.h"
#include "clinic-place.h"
#include "clinic-room.h"
#include "clinic-search-window.h"
#include "clinic-settings.h"
#include "clinic-setup.h"
#include "clinic-window-find.h"

static ClinicWindow *
show_window (ClinicDesk *desk)
{
  ClinicWindow *window = clinic_window_new (NULL, desk);

  clinic_display_show (GTK_WIDGET (window));

  return window;
}

static void
assert_page (ClinicWindow *window,
             const char   *name)
{
  g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (clinic_window_get_page (window),
                                             clinic_place_find (name)->get_type ()));
}

static void
test_places_follow_the_role (void)
{
  g_autofree const char **receptionist = clinic_place_list_for ("receptionist");
  g_autofree const char **practitioner = clinic_place_list_for ("practitioner");
  g_autofree const char **manager = clinic_place_list_for ("manager");
  g_autofree const char **nobody = clinic_place_list_for (NULL);

  g_assert_cmpuint (g_strv_length ((char **) receptionist), ==, 3);
  g_assert_cmpuint (g_strv_length ((char **) practitioner), ==, 5);
  g_assert_cmpstr (manager[1], ==, "reports");
  g_assert_cmpuint (g_strv_length ((char **) nobody), ==, 3);
}

static void
test_places_by_action_and_key (ClinicDesk *desk)
{
  ClinicWindow *window = show_window (desk);

  assert_page (window, "today");

  for (const char * const *name = (const char * const[]) { "agenda", "patients", "cocktails",
                                                           "reports", "today", NULL };
       *name != NULL; name++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", *name);
      clinic_display_settle (desk);
      assert_page (window, *name);
    }

  clinic_display_press ("ctrl+2");
  assert_page (window, "agenda");
  clinic_display_press ("ctrl+3");
  assert_page (window, "patients");
}

static gboolean
has_tooltip (GtkWidget *widget)
{
  g_autoptr(GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean told;

  g_signal_emit_by_name (widget, "query-tooltip", 0, 0, FALSE, tooltip, &told);

  return told;
}

static void
test_open_menu_has_no_tooltip (ClinicDesk *desk)
{
  GtkWidget *button = clinic_display_find_type (GTK_WIDGET (show_window (desk)),
                                                GTK_TYPE_MENU_BUTTON, 0);

  g_assert_true (has_tooltip (button));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  clinic_display_settle (desk);
  g_assert_false (has_tooltip (button));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  clinic_display_settle (desk);
  g_assert_true (has_tooltip (button));
}

static gint64
find_nth_patient (ClinicDesk *desk,
                  guint       n)
{
  g_autoptr(ClinicDb) db = clinic_db_open (clinic_desk_get_location (desk), CLINIC_DB_READ, NULL);
  g_autoptr(GPtrArray) patients = clinic_store_list_by (db, g_type_from_name ("ClinicPatient"),
                                                        NULL, 0, NULL);

  return clinic_record_get_id (patients->pdata[n]);
}

static gint64
find_patient (ClinicDesk *desk)
{
  return find_nth_patient (desk, 0);
}

static void
test_back_leads_to_where_one_was (ClinicDesk *desk)
{
  ClinicWindow *window = show_window (desk);
  gint64 patient = find_patient (desk);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "patients");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-patient", "x", patient);
  clinic_display_settle (desk);
  assert_page (window, "patient");
  g_assert_cmpint (clinic_page_get_id (clinic_window_get_page (window)), ==, patient);
  g_assert_null (strstr (gtk_window_get_title (GTK_WINDOW (window)), ","));

  clinic_display_press ("alt+Left");
  assert_page (window, "patients");
}

static gboolean
keyboard_is_in_page (gpointer data)
{
  ClinicWindow *window = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return focus != NULL && gtk_widget_get_mapped (focus) &&
         gtk_widget_is_ancestor (focus, GTK_WIDGET (clinic_window_get_page (window)));
}

/* Also where there is nothing to focus until the page has loaded: its keys work at once. */
static void
test_keyboard_goes_with_the_person (ClinicDesk *desk)
{
  ClinicWindow *window = show_window (desk);
  gint64 patient = find_patient (desk);

  for (int i = 5; i > 0; i--)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.go-nth", "i", i);
      clinic_display_wait (keyboard_is_in_page, window);
    }

  /* Where work starts, not one further. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "reports");
  clinic_display_settle (desk);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) ==
                 clinic_display_find_type (GTK_WIDGET (window), g_type_from_name ("ClinicReportCard"), 0));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-patient", "x", patient);
  clinic_display_wait (keyboard_is_in_page, window);
  clinic_display_settle (desk);
  clinic_display_press ("ctrl+e");
  clinic_display_settle (desk);
  g_assert_true (clinic_display_top () != GTK_WINDOW (window));
}

static void
test_another_person_has_other_places (ClinicDesk *desk)
{
  ClinicWindow *window = show_window (desk);
  g_autoptr(ClinicStaff) receptionist = g_object_new (CLINIC_TYPE_STAFF, "name", "R", "roles",
                                                      "receptionist", NULL);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "reports");
  clinic_display_settle (desk);
  assert_page (window, "reports");
  clinic_desk_set_actor (desk, receptionist);
  clinic_display_settle (desk);
  assert_page (window, "today");
}

static gpointer
add_room (ClinicAct  *act,
          gpointer    data,
          GError    **error)
{
  g_autoptr(ClinicRoom) room = g_object_new (CLINIC_TYPE_ROOM, "name", data, NULL);

  return clinic_room_save (act, room, error) != 0 ? g_strdup ("done") : NULL;
}

static guint
count_rooms (ClinicDesk *desk)
{
  g_autoptr(ClinicDb) db = clinic_db_open (clinic_desk_get_location (desk), CLINIC_DB_READ, NULL);
  g_autoptr(GPtrArray) rooms = clinic_store_list_by (db, CLINIC_TYPE_ROOM, NULL, 0, NULL);

  return rooms->len;
}

static void
count_change (ClinicDesk         *desk,
              const char * const *tables,
              guint              *n)
{
  g_assert_true (g_strv_contains (tables, "room"));
  *n += 1;
}

static void
test_last_act_is_undone_and_redone (ClinicDesk *desk)
{
  ClinicWindow *window = show_window (desk);
  guint before = count_rooms (desk);
  guint changes = 0;

  g_signal_connect (desk, "changed::room", G_CALLBACK (count_change), &changes);
  clinic_desk_run_async (desk, add_room, (gpointer) "Extra", NULL, g_free, NULL, NULL);
  clinic_display_settle (desk);
  g_assert_cmpuint (count_rooms (desk), ==, before + 1);
  g_assert_cmpuint (changes, ==, 1);

  clinic_display_press ("ctrl+z");
  clinic_display_settle (desk);
  g_assert_cmpuint (count_rooms (desk), ==, before);

  clinic_display_press ("ctrl+shift+z");
  clinic_display_settle (desk);
  g_assert_cmpuint (count_rooms (desk), ==, before + 1);
  g_assert_cmpuint (changes, ==, 3);
  g_signal_handlers_disconnect_by_data (desk, &changes);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));
}

static void
test_search_goes_to_who_was_found (ClinicDesk *desk)
{
  ClinicWindow *window = show_window (desk);
  GtkWindow *search;

  clinic_display_press ("ctrl+k");
  search = clinic_display_top ();
  g_assert_true (CLINIC_IS_SEARCH_WINDOW (search));
  clinic_display_picture (GTK_WIDGET (search), "search");
  clinic_display_check (GTK_WIDGET (search));
  clinic_display_type ("D0000");
  clinic_display_settle (desk);
  clinic_display_picture (GTK_WIDGET (search), "search-found");
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  assert_page (window, "patient");
}

static void
test_search_goes_to_a_place (ClinicDesk *desk)
{
  ClinicWindow *window = show_window (desk);

  clinic_display_press ("ctrl+k");
  clinic_display_top ();
  clinic_display_type ("agen");
  clinic_display_settle (desk);
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  assert_page (window, "agenda");
}

static guint
count_windows (void)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ());
}

static GtkWindow *
open_own_window (ClinicDesk   *desk,
                 ClinicWindow *from,
                 gint64        patient)
{
  gtk_widget_activate_action (GTK_WIDGET (from), "win.open-patient-window", "x", patient);
  clinic_display_settle (desk);

  return GTK_WINDOW (clinic_window_find (desk, patient));
}

static void
test_patient_has_one_window_of_its_own (ClinicDesk *desk)
{
  ClinicWindow *window = show_window (desk);
  gint64 patient = find_patient (desk);
  guint before = count_windows ();
  GtkWindow *own = open_own_window (desk, window, patient);

  g_assert_true (CLINIC_IS_WINDOW (own));
  g_assert_true (own != GTK_WINDOW (window));
  g_assert_cmpuint (count_windows (), ==, before + 1);
  g_assert_true (open_own_window (desk, window, patient) == own);
  g_assert_true (open_own_window (desk, CLINIC_WINDOW (own), patient) == own);
  g_assert_cmpuint (count_windows (), ==, before + 1);

  /* Somebody else's is another one. */
  g_assert_true (open_own_window (desk, window, patient + 1) != own);
  g_assert_cmpuint (count_windows (), ==, before + 2);
}

/* Whose records these are, that they are made up, and who acts. */
static void
test_own_window_says_where_it_belongs (ClinicDesk *desk)
{
  GtkWindow *own = open_own_window (desk, show_window (desk), find_patient (desk));
  GtkWidget *line = clinic_display_find (GTK_WIDGET (own), "line");

  g_assert_nonnull (clinic_display_find_text (line, clinic_desk_get_clinic (desk)->name));
  g_assert_nonnull (clinic_display_find_text (line, clinic_desk_get_actor (desk)->name));
  g_assert_nonnull (clinic_display_find_text (line, "Demonstration: nobody in it is real"));
  g_assert_nonnull (clinic_display_find (line, "Search"));
  g_assert_nonnull (clinic_display_find (line, "Main menu"));
  clinic_display_check (GTK_WIDGET (own));
  clinic_display_picture (GTK_WIDGET (own), "window-of-a-patient");
}

static void
test_places_open_in_the_window_that_has_them (ClinicDesk *desk)
{
  ClinicWindow *window = show_window (desk);
  GtkWindow *own = open_own_window (desk, window, find_patient (desk));

  gtk_widget_activate_action (GTK_WIDGET (own), "win.show-day", "s", "2026-11-23");
  clinic_display_settle (desk);
  assert_page (CLINIC_WINDOW (own), "patient");
  assert_page (window, "agenda");

  /* It is made again when it was closed. */
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (own), "win.go", "s", "patients");
  clinic_display_settle (desk);
  assert_page (CLINIC_WINDOW (own), "patient");
  assert_page (clinic_window_find (desk, 0), "patients");
}

static void
assert_size (GtkWindow *window,
             int        wanted_width,
             int        wanted_height)
{
  int width;
  int height;

  gtk_window_get_default_size (window, &width, &height);
  g_assert_cmpint (width, ==, wanted_width);
  g_assert_cmpint (height, ==, wanted_height);
}

/* Each kind of window as it was left. */
static void
test_sizes_are_remembered (ClinicDesk *desk)
{
  ClinicWindow *window = show_window (desk);
  gint64 patient = find_patient (desk);
  GtkWindow *own = open_own_window (desk, window, patient);

  assert_size (GTK_WINDOW (window), 1280, 800);
  assert_size (own, 1060, 760);
  gtk_window_set_default_size (own, 1100, 700);
  gtk_window_set_default_size (GTK_WINDOW (window), 1150, 650);
  clinic_display_settle (desk);
  gtk_window_close (own);
  clinic_display_settle (desk);
  g_assert_null (clinic_window_find (desk, patient));
  assert_size (open_own_window (desk, window, patient), 1100, 700);

  gtk_window_close (GTK_WINDOW (window));
  clinic_display_settle (desk);
  assert_size (GTK_WINDOW (show_window (desk)), 1150, 650);
}

/* Whoever has no such place begins at their first. */
static void
test_place_is_remembered (ClinicDesk *desk)
{
  ClinicWindow *window = show_window (desk);
  g_autoptr(ClinicStaff) receptionist = g_object_new (CLINIC_TYPE_STAFF, "name", "R", "roles",
                                                      "receptionist", NULL);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "cocktails");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-patient", "x", find_patient (desk));
  clinic_display_settle (desk);
  gtk_window_close (GTK_WINDOW (window));
  clinic_display_settle (desk);
  window = show_window (desk);
  assert_page (window, "cocktails");
  clinic_desk_set_actor (desk, receptionist);
  clinic_display_settle (desk);
  assert_page (window, "today");
  gtk_window_close (GTK_WINDOW (window));
  clinic_display_settle (desk);
  clinic_settings_set_place ("reports");
  assert_page (show_window (desk), "today");
}

/* Not on whatever the row of buttons ends with. */
static void
test_patient_begins_at_what_is_done_first (ClinicDesk *desk)
{
  ClinicWindow *window = show_window (desk);
  GtkWidget *focus;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "patients");
  clinic_display_settle (desk);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-patient", "x", find_patient (desk));
  clinic_display_settle (desk);
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_has_css_class (focus, "suggested-action"));

  /* The second patient comes into a page that is there. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  clinic_display_settle (desk);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-patient", "x",
                              find_nth_patient (desk, 1));
  clinic_display_settle (desk);
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_has_css_class (focus, "suggested-action"));
}

static void
test_every_control_has_a_name (ClinicDesk *desk)
{
  ClinicWindow *window = show_window (desk);

  clinic_display_check (GTK_WIDGET (window));
  clinic_display_picture (GTK_WIDGET (window), "window");
}

static gboolean
has_trouble (gpointer data)
{
  return clinic_file_watch_get_trouble (data) != NULL;
}

static gboolean
has_no_trouble (gpointer data)
{
  return clinic_file_watch_get_trouble (data) == NULL;
}

/* In words, without anybody having tried to save; and no more once it is back. */
static void
test_file_that_went_away_is_told (ClinicDesk *desk)
{
  ClinicWindow *window = show_window (desk);
  const char *path = clinic_desk_get_location (desk);
  g_autofree char *away = g_strconcat (path, ".away", NULL);
  ClinicFileWatch *watch = clinic_desk_get_watch (desk);

  g_assert_cmpint (g_rename (path, away), ==, 0);
  clinic_display_wait (has_trouble, watch);
  clinic_display_settle (desk);
  g_assert_nonnull (strstr (clinic_file_watch_get_trouble (watch), path));
  g_assert_nonnull (clinic_display_find_text (GTK_WIDGET (window),
                                              clinic_file_watch_get_trouble (watch)));
  clinic_display_picture (GTK_WIDGET (window), "window-file-gone");

  g_assert_cmpint (g_rename (away, path), ==, 0);
  clinic_display_wait (has_no_trouble, watch);
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);

  g_test_add_func ("/window/places-follow-the-role", test_places_follow_the_role);
  clinic_display_add ("/window/places-by-action-and-key", "owner", test_places_by_action_and_key);
  clinic_display_add ("/window/back-leads-to-where-one-was", "owner",
                      test_back_leads_to_where_one_was);
  clinic_display_add ("/window/keyboard-goes-with-the-person", "owner",
                      test_keyboard_goes_with_the_person);
  clinic_display_add ("/window/another-person-has-other-places", "owner",
                      test_another_person_has_other_places);
  clinic_display_add ("/window/last-act-is-undone-and-redone", "owner",
                      test_last_act_is_undone_and_redone);
  clinic_display_add ("/window/search-goes-to-who-was-found", "owner",
                      test_search_goes_to_who_was_found);
  clinic_display_add ("/window/search-goes-to-a-place", "owner", test_search_goes_to_a_place);
  clinic_display_add ("/window/file-that-went-away-is-told", "owner",
                      test_file_that_went_away_is_told);
  clinic_display_add ("/window/open-menu-has-no-tooltip", "owner", test_open_menu_has_no_tooltip);
  clinic_display_add ("/window/patient-has-one-window-of-its-own", "owner",
                      test_patient_has_one_window_of_its_own);
  clinic_display_add ("/window/own-window-says-where-it-belongs", "owner",
                      test_own_window_says_where_it_belongs);
  clinic_display_add ("/window/places-open-in-the-window-that-has-them", "owner",
                      test_places_open_in_the_window_that_has_them);
  clinic_display_add ("/window/sizes-are-remembered", "owner", test_sizes_are_remembered);
  clinic_display_add ("/window/place-is-remembered", "owner", test_place_is_remembered);
  clinic_display_add ("/window/patient-begins-at-what-is-done-first", "owner",
                      test_patient_begins_at_what_is_done_first);
  clinic_display_add ("/window/every-control-has-a-name", "owner", test_every_control_has_a_name);

  return g_test_run ();
}
