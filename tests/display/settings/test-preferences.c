/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-display.h"
#include "clinic-patient.h"
#include "clinic-preferences.h"
#include "clinic-store.h"
#include "clinic-window.h"

static GtkWindow *
show_preferences (ClinicDesk *desk)
{
  ClinicWindow *window = clinic_window_new (NULL, desk);

  clinic_display_show (GTK_WIDGET (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
  clinic_display_settle (desk);

  return clinic_display_top ();
}

static void
set_text (GtkWindow  *window,
          const char *name,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (clinic_display_find (GTK_WIDGET (window), name)), text);
}

static void
set_hours (GtkWindow  *window,
           const char *text)
{
  g_object_set (clinic_display_find (GTK_WIDGET (window), "hours"), "text", text, NULL);
}

static void
tick (GtkWindow  *window,
      const char *name)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (clinic_display_find (GTK_WIDGET (window), name)),
                               TRUE);
}

static void
test_somebody_new_works_here (ClinicDesk *desk)
{
  GtkWindow *preferences = show_preferences (desk);
  GtkWindow *dialog;
  g_autoptr(ClinicStaff) added = NULL;

  clinic_display_check (GTK_WIDGET (preferences));
  clinic_display_picture (GTK_WIDGET (preferences), "preferences");
  gtk_widget_activate_action (GTK_WIDGET (preferences), "preferences.add-staff", NULL);
  dialog = clinic_display_top ();
  g_assert_true (dialog != preferences);
  clinic_display_check (GTK_WIDGET (dialog));

  /* Without a role nobody can do anything: refused, and what was typed stays. */
  set_text (dialog, "name", "Nora Nurse");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "keep.save", NULL);
  clinic_display_settle (desk);
  g_assert_true (clinic_display_top () == dialog);
  g_assert_cmpuint (g_list_model_get_n_items (clinic_desk_get_staff (desk)), ==, 1);
  clinic_display_picture (GTK_WIDGET (dialog), "staff-refused");

  tick (dialog, "practitioner");
  tick (dialog, "receptionist");
  set_hours (dialog, "Mo-We 09:00-15:00");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "keep.save", NULL);
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  g_assert_true (clinic_display_top () == preferences);
  g_assert_cmpuint (g_list_model_get_n_items (clinic_desk_get_staff (desk)), ==, 2);
  added = g_list_model_get_item (clinic_desk_get_staff (desk), 0);
  g_assert_cmpstr (added->name, ==, "Nora Nurse");
  g_assert_cmpstr (added->roles, ==, "receptionist practitioner");
  g_assert_cmpstr (added->hours, ==, "Mo-We 09:00-15:00");
  g_assert_nonnull (clinic_display_find_text (GTK_WIDGET (preferences), "Mon–Wed 09:00–15:00"));
}

static void
test_room_is_added (ClinicDesk *desk)
{
  GtkWindow *preferences = show_preferences (desk);
  GtkWindow *dialog;

  gtk_widget_activate_action (GTK_WIDGET (preferences), "preferences.add-room", NULL);
  dialog = clinic_display_top ();
  set_text (dialog, "name", "Room of the test");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "keep.save", NULL);
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_display_find (GTK_WIDGET (preferences), "Room of the test"));
}

static void
test_clinic_is_changed (ClinicDesk *desk)
{
  GtkWindow *preferences = show_preferences (desk);

  /* What the form shows of other programs it does not take itself; and it says so. */
  set_hours (preferences, "Mo-Fr 09:00-12:00, then lunch");
  gtk_widget_activate_action (GTK_WIDGET (preferences), "preferences.save-clinic", NULL);
  clinic_display_settle (desk);
  g_assert_true (gtk_widget_has_css_class (clinic_display_find (GTK_WIDGET (preferences), "hours"),
                                           "error") ||
                 gtk_widget_get_mapped (clinic_display_find_type (
                                          GTK_WIDGET (preferences),
                                          g_type_from_name ("ClinicNotice"), 0)));

  set_hours (preferences, "Mo-Th 09:00-12:00 13:00-18:00");
  set_text (preferences, "name", "Another name");
  gtk_widget_activate_action (GTK_WIDGET (preferences), "preferences.save-clinic", NULL);
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  g_assert_cmpstr (clinic_desk_get_clinic (desk)->name, ==, "Another name");
  g_assert_cmpstr (clinic_desk_get_clinic (desk)->hours, ==, "Mo-Th 09:00-12:00 13:00-18:00");
}

static gint64
find_patient (ClinicDesk *desk)
{
  g_autoptr(ClinicDb) db = clinic_db_open (clinic_desk_get_location (desk), CLINIC_DB_READ, NULL);
  g_autoptr(GPtrArray) patients = clinic_store_list_by (db, CLINIC_TYPE_PATIENT, NULL, 0, NULL);

  return clinic_record_get_id (patients->pdata[0]);
}

/* Only file numbers, until somebody says that names may be read there. */
static void
test_names_in_titles_are_a_choice (ClinicDesk *desk)
{
  ClinicWindow *window = clinic_window_new (NULL, desk);
  g_autoptr(ClinicRecord) patient = NULL;
  g_autoptr(ClinicDb) db = NULL;
  gint64 id = find_patient (desk);
  const char *name;

  db = clinic_db_open (clinic_desk_get_location (desk), CLINIC_DB_READ, NULL);
  patient = clinic_store_find (db, CLINIC_TYPE_PATIENT, id, NULL);
  name = CLINIC_PATIENT (patient)->family_name;
  clinic_display_show (GTK_WIDGET (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-patient", "x", id);
  clinic_display_settle (desk);
  g_assert_null (strstr (gtk_window_get_title (GTK_WINDOW (window)), name));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
  clinic_display_settle (desk);
  clinic_display_click (clinic_display_find (GTK_WIDGET (clinic_display_top ()), "hide_names"));
  clinic_display_settle (desk);
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (window)), name));
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (window)),
                            CLINIC_PATIENT (patient)->file_number));

  clinic_display_click (clinic_display_find (GTK_WIDGET (clinic_display_top ()), "hide_names"));
  clinic_display_settle (desk);
  g_assert_null (strstr (gtk_window_get_title (GTK_WINDOW (window)), name));
}

static void
test_receptionist_only_looks (ClinicDesk *desk)
{
  GtkWindow *preferences = show_preferences (desk);

  g_assert_false (gtk_widget_get_sensitive (clinic_display_find (GTK_WIDGET (preferences),
                                                                 "clinic_group")));
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);

  clinic_display_add_empty ("/preferences/somebody-new-works-here", test_somebody_new_works_here);
  clinic_display_add_empty ("/preferences/room-is-added",
                            test_room_is_added);
  clinic_display_add_empty ("/preferences/clinic-is-changed", test_clinic_is_changed);
  clinic_display_add ("/preferences/names-in-titles-are-a-choice", "owner",
                      test_names_in_titles_are_a_choice);
  clinic_display_add ("/preferences/receptionist-only-looks", "receptionist",
                      test_receptionist_only_looks);

  return g_test_run ();
}
