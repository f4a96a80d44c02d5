/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-display.h"
#include "clinic-phase-dialog.h"
#include "clinic-phases-window.h"
#include "clinic-window.h"

static GtkWindow *
open_phases (ClinicDesk *desk)
{
  ClinicWindow *window = clinic_window_new (NULL, desk);

  clinic_display_show (GTK_WIDGET (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
  clinic_display_settle (desk);
  gtk_widget_activate_action (GTK_WIDGET (clinic_display_top ()), "preferences.phases", NULL);
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_PHASES_WINDOW (clinic_display_top ()));

  return clinic_display_top ();
}

static const char *tapering = "\u2068Weekly for 4 months, tapering\u2069 · \u2068Tapering\u2069";

static GtkWidget *
find_row (GtkWindow *window)
{
  return gtk_widget_get_ancestor (clinic_display_find_text (GTK_WIDGET (window), tapering), GTK_TYPE_LIST_BOX_ROW);
}

static void
type_into (GtkWindow  *dialog,
           const char *name,
           const char *text)
{
  gtk_widget_grab_focus (clinic_display_find (GTK_WIDGET (dialog), name));
  clinic_display_press ("ctrl+a");
  clinic_display_type (text);
}

/* What a zone is filled with is said with its units, refused when it cannot be, and stands in the
 * list once it is saved. */
static void
test_phase_says_how_it_is_injected (ClinicDesk *desk)
{
  GtkWindow *window = open_phases (desk);
  GtkWindow *dialog;

  clinic_display_check (GTK_WIDGET (window));
  g_assert_nonnull (clinic_display_find_text (GTK_WIDGET (window),
                                              "3 sessions, every 14 days · Nappage · 2 mm deep"));
  gtk_widget_grab_focus (find_row (window));
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  dialog = clinic_display_top ();
  g_assert_true (CLINIC_IS_PHASE_DIALOG (dialog));
  clinic_display_check (GTK_WIDGET (dialog));
  type_into (dialog, "spacing", "1");
  type_into (dialog, "volume_per_point", "0.04");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.save", NULL);
  clinic_display_settle (desk);
  g_assert_true (clinic_display_top () == dialog);
  g_assert_true (gtk_widget_has_css_class (clinic_display_find (GTK_WIDGET (dialog), "spacing"), "error"));
  clinic_display_picture (GTK_WIDGET (dialog), "phase-refused");
  type_into (dialog, "spacing", "12.5");
  clinic_display_picture (GTK_WIDGET (dialog), "phase");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.save", NULL);
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  g_assert_true (clinic_display_top () == window);
  g_assert_nonnull (clinic_display_find_text (GTK_WIDGET (window),
                                              "3 sessions, every 14 days · Nappage · 2 mm deep · 0.04 ml a point · "
                                              "12.5 mm apart"));
  clinic_display_picture (GTK_WIDGET (window), "phases");
}

static void
test_receptionist_only_reads (ClinicDesk *desk)
{
  GtkWindow *window = open_phases (desk);

  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (find_row (window))));
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/phases/how-it-is-injected", "practitioner", test_phase_says_how_it_is_injected);
  clinic_display_add ("/phases/receptionist-only-reads", "receptionist", test_receptionist_only_reads);

  return g_test_run ();
}
