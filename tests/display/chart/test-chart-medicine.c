/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A new medicine, from the answer on arriving to what the chart says of it. */

#include "config.h"

#include "chart-test.h"
#include "clinic-check-in-dialog.h"
#include "clinic-display.h"

/* "Yes" leads to which it is; the chart reads it as the condition that it counts as. */
static void
test_new_medicine_is_entered (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  GtkWidget *page = chart_test_open_chart (desk, session);
  GtkWidget *dialog;
  GtkWidget *medicine;

  clinic_check_in_present (page, desk, session);
  clinic_display_settle (desk);
  dialog = GTK_WIDGET (clinic_display_top ());
  g_assert_null (clinic_display_find (dialog, "Add the medicine…"));
  clinic_display_click (clinic_display_find (dialog, "A new medicine since the last visit? Yes"));
  clinic_display_settle (desk);
  clinic_display_click (clinic_display_find (dialog, "Add the medicine…"));
  clinic_display_settle (desk);
  medicine = GTK_WIDGET (clinic_display_top ());
  g_assert_true (medicine != dialog);
  gtk_editable_set_text (GTK_EDITABLE (clinic_display_find (medicine, "name")), "Xarelto");
  clinic_display_click (clinic_display_find (medicine, "save"));
  clinic_display_settle (desk);
  g_assert_true (GTK_WIDGET (clinic_display_top ()) == dialog);
  g_assert_nonnull (clinic_display_find_text (dialog, "Xarelto"));
  clinic_display_picture (dialog, "check-in-medicine");
  clinic_display_click (clinic_display_find (dialog, "Nothing new"));
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_display_find_text (page, "Xarelto: Takes an anticoagulant"));
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-medicine");
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/chart/medicine/is-entered", "practitioner", test_new_medicine_is_entered);

  return g_test_run ();
}
