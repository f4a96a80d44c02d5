/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-display.h"

/* What the tests of windows stand on does what it says. */

static GtkWidget *
make_box (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *button = gtk_button_new_with_mnemonic ("_Save");
  GtkWidget *entry = gtk_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  "Telephone", -1);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), "win.open-patient(int64 17)");
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), button);

  return box;
}

static void
test_keys_arrive (ClinicDesk *desk)
{
  GtkWidget *box = make_box ();
  GtkWidget *entry;

  clinic_display_show (box);
  entry = clinic_display_find (box, "Telephone");
  g_assert_nonnull (entry);
  gtk_widget_grab_focus (entry);
  clinic_display_type ("Ab+1 (2)");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Ab+1 (2)");
  clinic_display_press ("ctrl+a BackSpace");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

static void
test_click_arrives (ClinicDesk *desk)
{
  GtkWidget *box = make_box ();
  g_autofree char *action = NULL;
  g_autofree char *again = NULL;

  clinic_display_show (box);
  clinic_display_click (clinic_display_find (box, "Save"));
  action = clinic_display_last_action ();
  g_assert_cmpstr (action, ==, "win.open-patient 17");
  again = clinic_display_last_action ();
  g_assert_null (again);
}

static void
test_dialog_is_on_top (ClinicDesk *desk)
{
  GtkWidget *box = make_box ();
  GtkWindow *window = clinic_display_show (box);
  GtkWidget *dialog = adw_window_new ();
  GtkWidget *entry = gtk_entry_new ();

  gtk_window_set_transient_for (GTK_WINDOW (dialog), window);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  adw_window_set_content (ADW_WINDOW (dialog), entry);
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (clinic_display_top () == GTK_WINDOW (dialog));
  clinic_display_type ("x");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "x");
  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_true (clinic_display_top () == window);
  clinic_display_press ("Tab");
  gtk_widget_grab_focus (clinic_display_find (box, "Telephone"));
  clinic_display_type ("y");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (clinic_display_find (box, "Telephone"))),
                   ==, "y");
}

static void
test_check_passes_what_is_well (ClinicDesk *desk)
{
  GtkWidget *box = make_box ();

  clinic_display_show (box);
  clinic_display_check (box);
  clinic_display_picture (box, "harness");
}

static void
test_empty_clinic (ClinicDesk *desk)
{
  g_assert_cmpuint (g_list_model_get_n_items (clinic_desk_get_staff (desk)), ==, 1);
  g_assert_cmpstr (clinic_desk_get_today (desk), ==, "2026-11-21");
}

/* In a process of its own: it is meant to fail. */
static void
show_nameless (ClinicDesk *desk)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), gtk_button_new_from_icon_name ("list-add-symbolic"));
  clinic_display_show (box);
  clinic_display_check (box);
}

static void
test_check_finds_what_is_not (void)
{
  g_test_trap_subprocess ("/harness/subprocess/nameless", 0, 0);
  g_test_trap_assert_failed ();
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/harness/keys-arrive", "receptionist", test_keys_arrive);
  clinic_display_add ("/harness/click-arrives", "receptionist", test_click_arrives);
  clinic_display_add ("/harness/dialog-is-on-top", "owner", test_dialog_is_on_top);
  clinic_display_add ("/harness/check-passes-what-is-well", "manager",
                      test_check_passes_what_is_well);
  clinic_display_add_empty ("/harness/empty-clinic", test_empty_clinic);
  clinic_display_add ("/harness/subprocess/nameless", "owner", show_nameless);
  g_test_add_func ("/harness/check-finds-what-is-not", test_check_finds_what_is_not);

  return g_test_run ();
}
