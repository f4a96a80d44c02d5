/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-display.h"
#include "clinic-pull-dialog.h"
#include "clinic-pull-save.h"
#include "clinic-pull-window.h"
#include "clinic-window.h"

static const char *shipped = "> 10 % of those grasped · healio; fpnotebook";

static GtkWindow *
open_rules (ClinicDesk *desk)
{
  ClinicWindow *window = clinic_window_new (NULL, desk);

  clinic_display_show (GTK_WIDGET (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
  clinic_display_settle (desk);
  gtk_widget_activate_action (GTK_WIDGET (clinic_display_top ()), "preferences.pull", NULL);
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_PULL_WINDOW (clinic_display_top ()));

  return clinic_display_top ();
}

static GtkWidget *
find_row (GtkWindow  *window,
          const char *text)
{
  GtkWidget *label = clinic_display_find_text (GTK_WIDGET (window), text);

  g_assert_nonnull (label);

  return gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
}

static GtkWindow *
open_row (ClinicDesk *desk,
          GtkWindow  *window,
          const char *text)
{
  gtk_widget_grab_focus (find_row (window, text));
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_PULL_DIALOG (clinic_display_top ()));

  return clinic_display_top ();
}

static void
type_into (GtkWindow  *dialog,
           const char *name,
           const char *text)
{
  gtk_widget_grab_focus (clinic_display_find (GTK_WIDGET (dialog), name));
  clinic_display_press ("ctrl+a Delete");

  if (*text != '\0')
    clinic_display_type (text);
}

static void
save (ClinicDesk *desk,
      GtkWindow  *dialog)
{
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.save", NULL);
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  clinic_display_settle (desk);
}

/* The first begins as what is shipped; each change is another version; without a source it is refused. */
static void
test_clinic_sets_its_bounds (ClinicDesk *desk)
{
  GtkWindow *window = open_rules (desk);
  GtkWindow *dialog = open_row (desk, window, shipped);

  clinic_display_check (GTK_WIDGET (window));
  clinic_display_check (GTK_WIDGET (dialog));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (clinic_display_find (GTK_WIDGET (dialog), "grasped_to"))), ==, "60");
  type_into (dialog, "label", "More than 8 %");
  type_into (dialog, "percent_above", "8");
  save (desk, dialog);
  g_assert_true (clinic_display_top () == dialog);
  g_assert_true (gtk_widget_has_css_class (clinic_display_find (GTK_WIDGET (dialog), "source"), "error"));
  clinic_display_picture (GTK_WIDGET (dialog), "pull-refused");
  type_into (dialog, "source", "Our own count");
  clinic_display_picture (GTK_WIDGET (dialog), "pull");
  save (desk, dialog);
  g_assert_true (clinic_display_top () == window);
  find_row (window, "> 10 % of those grasped · healio; fpnotebook\n"
            "The clinic’s own: > 8 % of those grasped · version 1 · Our own count");

  dialog = open_row (desk, window, "> 10 % of those grasped · healio; fpnotebook\n"
                     "The clinic’s own: > 8 % of those grasped · version 1 · Our own count");
  type_into (dialog, "percent_above", "7");
  save (desk, dialog);
  find_row (window, "> 10 % of those grasped · healio; fpnotebook\n"
            "The clinic’s own: > 7 % of those grasped · version 2 · Our own count");
  clinic_display_picture (GTK_WIDGET (window), "pull-rules");
}

static void
test_receptionist_only_reads (ClinicDesk *desk)
{
  GtkWindow *window = open_rules (desk);

  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (find_row (window, shipped))));
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/pull-rules/clinic-sets-its-bounds", "practitioner", test_clinic_sets_its_bounds);
  clinic_display_add ("/pull-rules/receptionist-only-reads", "receptionist", test_receptionist_only_reads);

  return g_test_run ();
}
