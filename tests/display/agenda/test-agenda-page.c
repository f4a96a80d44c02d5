/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-agenda-page.h"
#include "clinic-agenda-view.h"
#include "clinic-booking-dialog.h"
#include "clinic-display.h"

/* The agenda as a person meets it. */

/* A Tuesday with many visits to come. */
#define DAY "2026-11-24"

static GtkWidget *
show_agenda (ClinicDesk *desk,
             const char *date,
             const char *mode)
{
  GtkWidget *page = g_object_new (CLINIC_TYPE_AGENDA_PAGE, "desk", desk, "mode", mode, NULL);

  clinic_agenda_page_show_day (CLINIC_AGENDA_PAGE (page), date);
  clinic_display_show (page);

  return page;
}

static void
test_pictures (ClinicDesk *desk)
{
  GtkWidget *page = show_agenda (desk, DAY, "day");

  clinic_display_picture (page, "agenda-day");
  g_object_set (page, "mode", "week", NULL);
  clinic_display_settle (desk);
  clinic_display_picture (page, "agenda-week");
  clinic_agenda_page_show_day (CLINIC_AGENDA_PAGE (page), clinic_desk_get_today (desk));
  g_object_set (page, "mode", "day", NULL);
  clinic_display_settle (desk);
  clinic_display_picture (page, "agenda-today");
  clinic_agenda_page_show_day (CLINIC_AGENDA_PAGE (page), "2027-06-15");
  clinic_display_settle (desk);
  clinic_display_picture (page, "agenda-empty");
}

static void
test_dialog_pictures (ClinicDesk *desk)
{
  GtkWidget *page = show_agenda (desk, DAY, "day");
  GtkWindow *dialog;

  clinic_booking_present (page, desk, 0, DAY "T10:00", 0);
  dialog = clinic_display_top ();
  clinic_display_picture (GTK_WIDGET (dialog), "booking-search");
  clinic_display_type ("ann");
  clinic_display_picture (GTK_WIDGET (dialog), "booking-found");
  clinic_display_press ("Return");
  clinic_display_picture (GTK_WIDGET (dialog), "booking-chosen");
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/agenda-page/pictures", "manager", test_pictures);
  clinic_display_add ("/agenda-page/dialog-pictures", "manager", test_dialog_pictures);

  return g_test_run ();
}
