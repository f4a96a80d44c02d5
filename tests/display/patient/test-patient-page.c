/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-act.h"
#include "clinic-allergy.h"
#include "clinic-display.h"
#include "clinic-history.h"
#include "clinic-patient-page.h"

/* The id that a query yields. */
static gint64
find_id (ClinicDesk *desk,
         const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDb) db = clinic_db_open (clinic_desk_get_location (desk), CLINIC_DB_READ,
                                           &error);
  g_autoptr(ClinicStatement) statement = NULL;
  gint64 id;

  g_assert_no_error (error);
  statement = clinic_db_prepare (db, sql, &error);
  g_assert_no_error (error);
  g_assert_true (clinic_statement_step (statement, &error));
  id = clinic_statement_get_int (statement, 0);
  g_clear_pointer (&statement, clinic_statement_free);

  return id;
}

static gint64
find_treated (ClinicDesk *desk)
{
  return find_id (desk,
                  "SELECT patient_id FROM course WHERE status = 'active' ORDER BY id LIMIT 1");
}

static GtkWidget *
show_patient (ClinicDesk *desk,
              gint64      patient)
{
  GtkWidget *page = g_object_new (CLINIC_TYPE_PATIENT_PAGE, "desk", desk, "id", patient, NULL);

  clinic_display_show (page);

  return page;
}

static void
show_section (GtkWidget  *page,
              ClinicDesk *desk,
              const char *name)
{
  gtk_widget_activate_action (page, "patient.section", "s", name);
  clinic_display_settle (desk);
}

static void
test_pictures (ClinicDesk *desk)
{
  static const char *const sections[] = { "overview", "history", "courses", "sessions",
                                          "progress", "changes" };
  GtkWidget *page = show_patient (desk, find_treated (desk));

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autofree char *name = g_strdup_printf ("patient-%s", sections[i]);

      show_section (page, desk, sections[i]);
      clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), name);
    }
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);

  clinic_display_add ("/patient-page/pictures", "owner", test_pictures);

  return g_test_run ();
}
