/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A diagnosis whose stage is chosen from pictures. */

#include "config.h"

#include <string.h>

#include "clinic-diagnosis-dialog.h"
#include "clinic-diagnosis.h"
#include "clinic-history.h"
#include "clinic-patient-test.h"
#include "clinic-scale.h"
#include "clinic-stage-grid.h"
#include "clinic-store.h"

typedef struct
{
  gpointer result;
  gboolean done;
} Answer;

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Answer *answer = user_data;
  g_autoptr(GError) error = NULL;

  answer->result = clinic_worker_run_finish (NULL, result, &error);
  g_assert_no_error (error);
  answer->done = TRUE;
}

static gboolean
is_done (gpointer answer)
{
  return ((Answer *) answer)->done;
}

static gpointer
list_diagnoses (ClinicDb  *db,
                gpointer   data,
                GError   **error)
{
  return clinic_store_list_by (db, CLINIC_TYPE_DIAGNOSIS, NULL, 0, error);
}

/* The last that was saved, or one of this scale. */
static ClinicDiagnosis *
find_diagnosis (ClinicDesk *desk,
                const char *scale)
{
  Answer answer = { 0 };
  g_autoptr(GPtrArray) all = NULL;
  ClinicDiagnosis *found = NULL;

  clinic_worker_run_async (clinic_desk_get_reader (desk), list_diagnoses, NULL, NULL, NULL, NULL, read_cb, &answer);
  clinic_display_wait (is_done, &answer);
  all = answer.result;

  for (guint i = 0; i < all->len; i++)
    {
      ClinicDiagnosis *one = all->pdata[i];

      if (scale == NULL || g_strcmp0 (one->scale, scale) == 0)
        found = found == NULL || clinic_record_get_id (CLINIC_RECORD (one)) >
                clinic_record_get_id (CLINIC_RECORD (found)) ? one : found;
    }

  g_assert_nonnull (found);

  return g_object_ref (found);
}

static GtkWidget *
open_dialog (ClinicDesk *desk,
             gint64      patient,
             gint64      id)
{
  GtkWidget *page = gtk_label_new ("page");

  clinic_display_show (page);
  clinic_entry_dialog_present (CLINIC_TYPE_DIAGNOSIS_DIALOG, page, desk, patient, id);
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_DIAGNOSIS_DIALOG (clinic_display_top ()));

  return GTK_WIDGET (clinic_display_top ());
}

static gboolean
is_shown (GtkWidget  *dialog,
          const char *name)
{
  return clinic_display_find (dialog, name) != NULL;
}

static void
choose_kind (GtkWidget *dialog)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (clinic_display_find (dialog, "diagnosis_kind_id")), 1);
}

static void
choose_scale (GtkWidget *dialog,
              guint      position)
{
  GtkWidget *scales = clinic_display_find (dialog, "scales");

  gtk_widget_grab_focus (scales);
  adw_combo_row_set_selected (ADW_COMBO_ROW (scales), position);
}

static const char *
get_stage (GtkWidget *dialog)
{
  return clinic_stage_grid_get_stage (CLINIC_STAGE_GRID (clinic_display_find (dialog, "grid")));
}

static gboolean
is_closed (gpointer data)
{
  return !CLINIC_IS_DIAGNOSIS_DIALOG (clinic_display_top ());
}

static void
save_dialog (ClinicDesk *desk,
             GtkWidget  *dialog)
{
  gtk_widget_activate_action (dialog, "dialog.save", NULL);
  clinic_display_wait (is_closed, NULL);
  clinic_display_settle (desk);
}

static void
test_stage_is_chosen_by_arrows (ClinicDesk *desk)
{
  g_autoptr(ClinicDiagnosis) other = find_diagnosis (desk, NULL);
  g_autoptr(ClinicDiagnosis) saved = NULL;
  GtkWidget *dialog = open_dialog (desk, other->patient_id, 0);
  const char *words;

  choose_kind (dialog);
  g_assert_false (is_shown (dialog, "grid"));
  g_assert_false (is_shown (dialog, "scale"));
  clinic_display_check (dialog);
  choose_scale (dialog, 1);
  clinic_display_settle (desk);
  g_assert_true (is_shown (dialog, "grid"));
  g_assert_false (is_shown (dialog, "grade"));

  /* Along the pictures: each that the arrows come to is chosen, and its definition said. */
  gtk_widget_grab_focus (clinic_display_find (dialog, "grid"));
  clinic_display_press ("Right Right Right");
  g_assert_cmpstr (get_stage (dialog), ==, "III");
  words = gtk_label_get_label (GTK_LABEL (clinic_display_find (dialog, "definition")));
  g_assert_true (g_str_has_prefix (words, "III: Deep corners"));
  clinic_display_picture (dialog, "diagnosis-norwood");
  clinic_display_press ("Left");
  g_assert_cmpstr (get_stage (dialog), ==, "IIa");
  save_dialog (desk, dialog);
  saved = find_diagnosis (desk, NULL);
  g_assert_cmpstr (saved->scale, ==, "Norwood-Hamilton");
  g_assert_cmpstr (saved->grade, ==, "IIa");
}

/* Another scale has other stages: what was chosen is not carried over. */
static void
test_another_scale_begins_anew (ClinicDesk *desk)
{
  g_autoptr(ClinicDiagnosis) other = find_diagnosis (desk, NULL);
  g_autoptr(ClinicDiagnosis) saved = NULL;
  GtkWidget *dialog = open_dialog (desk, other->patient_id, 0);

  choose_kind (dialog);
  choose_scale (dialog, 1);
  clinic_display_settle (desk);
  clinic_display_click (clinic_display_find_text (clinic_display_find (dialog, "grid"), "IVa"));
  g_assert_cmpstr (get_stage (dialog), ==, "IVa");
  choose_scale (dialog, 4);
  clinic_display_settle (desk);
  g_assert_null (get_stage (dialog));
  clinic_display_click (clinic_display_find_text (clinic_display_find (dialog, "grid"), "M2"));
  clinic_display_click (clinic_display_find_text (clinic_display_find (dialog, "grid"), "V1"));
  g_assert_cmpstr (get_stage (dialog), ==, "M2V1");
  clinic_display_picture (dialog, "diagnosis-basp");
  save_dialog (desk, dialog);
  saved = find_diagnosis (desk, NULL);
  g_assert_cmpstr (saved->scale, ==, "BASP");
  g_assert_cmpstr (saved->grade, ==, "M2V1");
}

static void
test_stage_of_a_diagnosis_is_shown (ClinicDesk *desk)
{
  g_autoptr(ClinicDiagnosis) diagnosis = find_diagnosis (desk, "Ludwig");
  g_autoptr(ClinicDiagnosis) saved = NULL;
  GtkWidget *dialog = open_dialog (desk, diagnosis->patient_id, clinic_record_get_id (CLINIC_RECORD (diagnosis)));

  g_assert_cmpstr (get_stage (dialog), ==, diagnosis->grade);
  clinic_display_picture (dialog, "diagnosis-ludwig");

  /* No stage is a decision of its own. */
  choose_scale (dialog, 0);
  clinic_display_settle (desk);
  g_assert_false (is_shown (dialog, "grid"));
  save_dialog (desk, dialog);
  saved = find_diagnosis (desk, NULL);
  dialog = open_dialog (desk, diagnosis->patient_id, clinic_record_get_id (CLINIC_RECORD (diagnosis)));
  g_assert_false (is_shown (dialog, "grid"));
  g_assert_false (is_shown (dialog, "scale"));
  choose_scale (dialog, 3);
  clinic_display_settle (desk);
  clinic_display_check (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gpointer
save_savin (ClinicAct  *act,
            gpointer    data,
            GError    **error)
{
  ClinicDiagnosis *like = data;
  g_autoptr(ClinicDiagnosis) diagnosis =
    g_object_new (CLINIC_TYPE_DIAGNOSIS, "patient-id", like->patient_id, "diagnosis-kind-id", like->diagnosis_kind_id,
                  "scale", "Savin", "grade", "I-2", NULL);

  return GSIZE_TO_POINTER (clinic_diagnosis_save (act, diagnosis, error) != 0);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Answer *answer = user_data;
  g_autoptr(GError) error = NULL;

  clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL, &error);
  g_assert_no_error (error);
  answer->done = TRUE;
}

static void
test_scale_without_pictures_stays_as_written (ClinicDesk *desk)
{
  g_autoptr(ClinicDiagnosis) like = find_diagnosis (desk, NULL);
  g_autoptr(ClinicDiagnosis) savin = NULL;
  g_autoptr(ClinicDiagnosis) saved = NULL;
  Answer answer = { 0 };
  GtkWidget *dialog;

  clinic_desk_run_async (desk, save_savin, like, NULL, NULL, saved_cb, &answer);
  clinic_display_wait (is_done, &answer);
  savin = find_diagnosis (desk, "Savin");
  dialog = open_dialog (desk, savin->patient_id, clinic_record_get_id (CLINIC_RECORD (savin)));
  g_assert_false (is_shown (dialog, "grid"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (clinic_display_find (dialog, "scale"))), ==, "Savin");
  gtk_editable_set_text (GTK_EDITABLE (clinic_display_find (dialog, "grade")), "I-3");
  clinic_display_picture (dialog, "diagnosis-another");
  save_dialog (desk, dialog);
  saved = find_diagnosis (desk, "Savin");
  g_assert_cmpstr (saved->grade, ==, "I-3");
}

/* Every picture of every scale is named, and described by its definition. */
static void
test_pictures_say_their_definitions (ClinicDesk *desk)
{
  GtkWidget *grid = g_object_new (CLINIC_TYPE_STAGE_GRID, NULL);

  clinic_display_show (grid);

  for (const ClinicScale *scale = clinic_scales (); scale->name != NULL; scale++)
    {
      clinic_stage_grid_show (CLINIC_STAGE_GRID (grid), scale, NULL);
      clinic_display_settle (desk);

      for (const ClinicStage *stage = scale->stages; stage->value != NULL; stage++)
        {
          GtkWidget *child = clinic_display_find_text (grid, stage->value);

          while (!GTK_IS_FLOW_BOX_CHILD (child))
            child = gtk_widget_get_parent (child);

          gtk_test_accessible_assert_property (child, GTK_ACCESSIBLE_PROPERTY_LABEL, stage->value);
          gtk_test_accessible_assert_property (child, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, stage->definition);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/diagnosis/stage-is-chosen-by-arrows", "practitioner", test_stage_is_chosen_by_arrows);
  clinic_display_add ("/diagnosis/another-scale-begins-anew", "practitioner", test_another_scale_begins_anew);
  clinic_display_add ("/diagnosis/stage-is-shown", "practitioner", test_stage_of_a_diagnosis_is_shown);
  clinic_display_add ("/diagnosis/scale-without-pictures-stays-as-written", "practitioner",
                      test_scale_without_pictures_stays_as_written);
  clinic_display_add ("/diagnosis/pictures-say-their-definitions", "practitioner", test_pictures_say_their_definitions);

  return g_test_run ();
}
