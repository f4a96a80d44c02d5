/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-agenda-page-private.h"
#include "clinic-agenda-test.h"
#include "clinic-display.h"

/* What this desktop remembers of the agenda. */

static void
test_is_as_it_was_left (ClinicDesk *desk)
{
  GtkWidget *page = agenda_test_show (desk, DAY, "day");

  clinic_display_press ("w");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (clinic_display_find (page, "Practitioner")), 1);
  clinic_display_settle (desk);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (page)));

  page = g_object_new (CLINIC_TYPE_AGENDA_PAGE, "desk", desk, NULL);
  clinic_display_show (page);
  g_assert_cmpint (clinic_agenda_days_get_practitioner (
                     clinic_agenda_page_get_days (CLINIC_AGENDA_PAGE (page))), ==,
                   agenda_test_practitioner (desk, 0));
  g_assert_true (clinic_agenda_days_is_week (
                   clinic_agenda_page_get_days (CLINIC_AGENDA_PAGE (page))));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (clinic_display_find (page,
                                                                                    "Practitioner"))),
                    ==, 1);
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/agenda-memory/as-it-was-left", "manager", test_is_as_it_was_left);

  return g_test_run ();
}
