/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-allergen-group.h"
#include "clinic-history.h"
#include "clinic-patient-test.h"

gint64
patient_test_find (ClinicDesk *desk,
                   const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDb) db = clinic_db_open (clinic_desk_get_location (desk), CLINIC_DB_READ,
                                           &error);
  ClinicStatement *statement;
  gint64 id;

  g_assert_no_error (error);
  statement = clinic_db_prepare (db, sql, &error);
  g_assert_no_error (error);
  g_assert_true (clinic_statement_step (statement, &error));
  id = clinic_statement_get_int (statement, 0);
  clinic_statement_free (statement);

  return id;
}

static gpointer
ask_nobody (ClinicAct  *act,
            gpointer    data,
            GError    **error)
{
  return GINT_TO_POINTER (clinic_db_begin (act->db, CLINIC_DB_CHANGE, error) &&
                          clinic_db_exec (act->db, "DELETE FROM allergy_status", error) &&
                          clinic_db_commit (act->db, error));
}

gint64
patient_test_treated (ClinicDesk *desk)
{
  patient_test_run (desk, ask_nobody, NULL);

  return patient_test_find (desk,
                            "SELECT patient_id FROM course WHERE status = 'active' AND patient_id "
                            "NOT IN (SELECT patient_id FROM allergy) AND id IN (SELECT course_id "
                            "FROM session WHERE status = 'booked') AND id IN (SELECT course_id "
                            "FROM session WHERE status = 'done') ORDER BY id LIMIT 1");
}

GtkWidget *
patient_test_show (ClinicDesk *desk,
                   gint64      patient)
{
  GtkWidget *page = g_object_new (CLINIC_TYPE_PATIENT_PAGE, "desk", desk, "id", patient, NULL);

  clinic_display_show (page);

  return page;
}

void
patient_test_section (GtkWidget  *page,
                      ClinicDesk *desk,
                      const char *name)
{
  gtk_widget_activate_action (page, "patient.section", "s", name);
  clinic_display_settle (desk);
}

static void
command_run_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return *(gboolean *) data;
}

void
patient_test_run (ClinicDesk     *desk,
                  ClinicDeskFunc  func,
                  gpointer        data)
{
  gboolean done = FALSE;

  clinic_desk_run_async (desk, func, data, NULL, NULL, command_run_cb, &done);
  clinic_display_wait (is_done, &done);
  clinic_display_settle (desk);
}

typedef struct
{
  gint64      patient;
  const char *group;
  gint64      id;
} NewAllergy;

static gpointer
add_allergy (ClinicAct  *act,
             gpointer    data,
             GError    **error)
{
  NewAllergy *new = data;
  g_autoptr(ClinicAllergy) allergy = clinic_allergy_new ();
  g_autoptr(ClinicRecord) group = NULL;

  group = clinic_store_find_by (act->db, CLINIC_TYPE_ALLERGEN_GROUP, "code", new->group, error);
  g_assert_nonnull (group);
  g_object_set (allergy, "patient-id", new->patient, "allergen-group-id",
                clinic_record_get_id (group), "severity", "severe", NULL);
  new->id = clinic_allergy_save (act, allergy, error);

  return GINT_TO_POINTER (new->id != 0);
}

gint64
patient_test_allergy (ClinicDesk *desk,
                      gint64      patient,
                      const char *group)
{
  NewAllergy new = { patient, group, 0 };

  patient_test_run (desk, add_allergy, &new);

  return new.id;
}

void
patient_test_assert_text (GtkWidget  *page,
                          const char *text)
{
  if (clinic_display_find_text (page, text) == NULL)
    g_error ("“%s” is not shown", text);
}

void
patient_test_assert_no_text (GtkWidget  *page,
                             const char *text)
{
  if (clinic_display_find_text (page, text) != NULL)
    g_error ("“%s” is shown", text);
}

void
patient_test_give_reason (ClinicDesk *desk,
                          const char *reason)
{
  GtkWindow *dialog = clinic_display_top ();

  g_assert_nonnull (clinic_display_find (GTK_WIDGET (dialog), "entry"));
  clinic_display_type (reason);
  clinic_display_press ("Return");
  clinic_display_settle (desk);
}
