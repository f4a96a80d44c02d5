/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-change-entry.h"
#include "clinic-change-words.h"
#include "clinic-check-in-save.h"
#include "clinic-history.h"
#include "clinic-patient-test.h"
#include "clinic-register.h"
#include "clinic-undo.h"

/* The medical history and the history of changes, as they are added to, changed and ended. */

static GtkWidget *
open_history (ClinicDesk *desk,
              gint64      patient)
{
  GtkWidget *page = patient_test_show (desk, patient);

  patient_test_section (page, desk, "history");

  return page;
}

static GtkWidget *
find_dialog (ClinicDesk *desk)
{
  clinic_display_settle (desk);

  return GTK_WIDGET (clinic_display_top ());
}

static void
select_text (GtkWidget  *dialog,
             const char *row,
             const char *wanted)
{
  GtkWidget *combo = clinic_display_find (dialog, row);
  GListModel *model = adw_combo_row_get_model (ADW_COMBO_ROW (combo));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(GtkStringObject) label = g_list_model_get_item (model, i);

      if (g_strcmp0 (gtk_string_object_get_string (label), wanted) == 0)
        {
          adw_combo_row_set_selected (ADW_COMBO_ROW (combo), i);
          return;
        }
    }

  g_error ("“%s” cannot be chosen", wanted);
}

static void
test_allergy_is_added (ClinicDesk *desk)
{
  GtkWidget *page = open_history (desk, patient_test_treated (desk));
  GtkWidget *dialog;

  clinic_display_click (clinic_display_find (page, "Add an allergy…"));
  dialog = find_dialog (desk);
  clinic_display_picture (dialog, "patient-allergy-dialog");
  clinic_display_check (dialog);
  select_text (dialog, "allergen_group_id", "Latex");
  select_text (dialog, "severity", "Severe");
  gtk_editable_set_text (GTK_EDITABLE (clinic_display_find (dialog, "reaction")), "hives");
  clinic_display_click (clinic_display_find (dialog, "save"));
  clinic_display_settle (desk);

  patient_test_assert_text (page, "Latex");
  patient_test_assert_text (page, "hives · since 21 Nov 2026");
  patient_test_assert_text (page, "Severe");
  patient_test_assert_text (page, "Allergies: Latex (severe)");
  patient_test_assert_text (GTK_WIDGET (gtk_widget_get_root (page)), "Allergy saved");
}

/* Return on a row of choices opens it and takes what is chosen; it does not save. */
static void
test_return_opens_a_choice (ClinicDesk *desk)
{
  GtkWidget *page = open_history (desk, patient_test_treated (desk));
  GtkWidget *dialog;
  GtkWidget *row;

  clinic_display_click (clinic_display_find (page, "Add an allergy…"));
  dialog = find_dialog (desk);
  row = clinic_display_find (dialog, "severity");
  gtk_widget_grab_focus (row);
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_display_find_type (row, GTK_TYPE_POPOVER, 0));
  clinic_display_press ("Down Return");
  clinic_display_settle (desk);
  g_assert_null (clinic_display_find_type (row, GTK_TYPE_POPOVER, 0));
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 1);
  g_assert_true (gtk_widget_get_mapped (dialog));
  patient_test_assert_no_text (dialog, "Allergy: Say what the allergy is to.");
}

/* To neither a group nor an ingredient: said in the dialog, and what was typed stays. */
static void
test_allergy_to_nothing_is_refused (ClinicDesk *desk)
{
  GtkWidget *page = open_history (desk, patient_test_treated (desk));
  GtkWidget *dialog;

  clinic_display_click (clinic_display_find (page, "Add an allergy…"));
  dialog = find_dialog (desk);
  gtk_editable_set_text (GTK_EDITABLE (clinic_display_find (dialog, "reaction")), "hives");
  clinic_display_click (clinic_display_find (dialog, "save"));
  clinic_display_settle (desk);

  g_assert_true (GTK_WIDGET (clinic_display_top ()) == dialog);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (clinic_display_find (dialog, "reaction"))),
                   ==, "hives");
  g_assert_true (gtk_widget_has_css_class (clinic_display_find (dialog, "ingredient_id"), "error"));
  clinic_display_press ("Escape");
  clinic_display_settle (desk);
  g_assert_true (GTK_WIDGET (clinic_display_top ()) != dialog);
}

static void
test_allergy_is_ended_with_a_reason (ClinicDesk *desk)
{
  gint64 patient = patient_test_treated (desk);
  GtkWidget *group;
  GtkWidget *page;

  patient_test_allergy (desk, patient, "latex");
  page = open_history (desk, patient);
  group = clinic_display_find (page, "allergies");
  g_assert_null (clinic_display_find (group, "past"));

  clinic_display_click (clinic_display_find (page, "end"));
  clinic_display_picture (find_dialog (desk), "patient-end-allergy");
  patient_test_give_reason (desk, "tested");

  patient_test_assert_text (page, "Allergies: not asked");
  patient_test_assert_text (page, "until 21 Nov 2026");
  g_assert_nonnull (clinic_display_find (group, "past"));
  g_assert_null (clinic_display_find (group, "end"));

  patient_test_section (page, desk, "overview");
  patient_test_assert_text (page, "Not asked yet");
  patient_test_assert_text (page, "None recorded");
}

static gpointer
ask_allergies (ClinicAct  *act,
               gpointer    data,
               GError    **error)
{
  return GINT_TO_POINTER (clinic_allergies_ask (act, *(gint64 *) data, "none", NULL, error));
}

/* An empty list says in the overview whether anybody asked. */
static void
test_overview_says_when_allergies_were_asked (ClinicDesk *desk)
{
  gint64 patient = patient_test_treated (desk);
  GtkWidget *page = patient_test_show (desk, patient);

  patient_test_section (page, desk, "overview");
  patient_test_assert_text (page, "Not asked yet");
  patient_test_run (desk, ask_allergies, &patient);
  patient_test_assert_text (page, "None known (asked 21 Nov 2026)");
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "patient-allergies-asked");
  patient_test_allergy (desk, patient, "latex");
  patient_test_assert_no_text (page, "None known (asked 21 Nov 2026)");
}

/* What it is to is changed: the old one no longer stands, and that takes a reason. */
static void
test_allergy_to_something_else_takes_a_reason (ClinicDesk *desk)
{
  gint64 patient = patient_test_treated (desk);
  GtkWidget *page;
  GtkWidget *dialog;

  patient_test_allergy (desk, patient, "latex");
  page = open_history (desk, patient);
  clinic_display_click (clinic_display_find (clinic_display_find (page, "allergies"), "edit"));
  dialog = find_dialog (desk);
  select_text (dialog, "allergen_group_id", "Egg");
  clinic_display_click (clinic_display_find (dialog, "save"));
  patient_test_give_reason (desk, "misheard");

  patient_test_assert_text (page, "Allergies: Egg (severe)");
}

static gpointer
add_condition (ClinicAct  *act,
               gpointer    data,
               GError    **error)
{
  g_autoptr(ClinicCondition) condition = clinic_condition_new ();
  gint64 *ids = data;

  g_object_set (condition, "patient-id", ids[0], "condition-kind-id", ids[1], "since",
                "2020-05-01", NULL);

  return GINT_TO_POINTER (clinic_condition_save (act, condition, error) != 0);
}

static void
test_condition_is_changed_and_ended (ClinicDesk *desk)
{
  gint64 ids[2] = { patient_test_treated (desk),
                    patient_test_find (desk, "SELECT id FROM condition_kind WHERE bearing = 'stop'"
                                       " ORDER BY id LIMIT 1") };
  GtkWidget *page;
  GtkWidget *dialog;

  patient_test_run (desk, add_condition, ids);
  page = open_history (desk, ids[0]);
  patient_test_assert_text (page, "Stops treatment");

  gtk_widget_activate_action (clinic_display_find (page, "edit"), "history.edit", "(sx)",
                              "condition",
                              patient_test_find (desk, "SELECT max (id) FROM condition"));
  dialog = find_dialog (desk);
  g_assert_null (clinic_display_find (dialog, "until"));
  gtk_editable_set_text (GTK_EDITABLE (clinic_display_find (dialog, "note")), "as she says");
  clinic_display_click (clinic_display_find (dialog, "save"));
  clinic_display_settle (desk);
  patient_test_assert_text (page, "since 1 May 2020 · as she says");

  clinic_display_click (clinic_display_find (page, "end"));
  clinic_display_settle (desk);
  patient_test_assert_text (page, "1 May 2020 to 21 Nov 2026 · as she says");
  patient_test_assert_no_text (page, "Stops treatment");
}

static void
type_name (GtkWidget  *dialog,
           const char *text)
{
  gtk_widget_grab_focus (clinic_display_find (dialog, "name"));
  clinic_display_press ("ctrl+a");
  clinic_display_type (text);
}

/* What is meant is found while it is written, and what that means is told before it is saved. */
static void
test_medicine_is_recognised (ClinicDesk *desk)
{
  GtkWidget *page = open_history (desk, patient_test_treated (desk));
  GtkWidget *dialog;

  clinic_display_click (clinic_display_find (page, "Add a medicine…"));
  dialog = find_dialog (desk);
  clinic_display_check (dialog);
  patient_test_assert_text (dialog, "It is noted, and told at each treatment");
  type_name (dialog, "riv");
  g_assert_nonnull (clinic_display_find (dialog, "Rivaroxaban"));
  clinic_display_picture (dialog, "patient-medicine-names");
  clinic_display_click (clinic_display_find (dialog, "Rivaroxaban"));
  clinic_display_settle (desk);
  g_assert_null (clinic_display_find (dialog, "names"));
  patient_test_assert_text (dialog, "Counts as “Takes an anticoagulant”");
  patient_test_assert_text (dialog, "Stops treatment");
  clinic_display_picture (dialog, "patient-medicine-dialog");
  gtk_editable_set_text (GTK_EDITABLE (clinic_display_find (dialog, "dose")), "20 mg in the evening");
  clinic_display_click (clinic_display_find (dialog, "save"));
  clinic_display_settle (desk);

  patient_test_assert_text (page, "Rivaroxaban");
  patient_test_assert_text (page, "Takes an anticoagulant · 20 mg in the evening");
  patient_test_assert_text (page, "Medicines: Rivaroxaban");
  patient_test_assert_text (page, "Stops treatment");
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "patient-medicines");

  clinic_display_click (clinic_display_find (clinic_display_find (page, "medicines"), "end"));
  clinic_display_settle (desk);
  patient_test_assert_text (page, "Takes an anticoagulant · 20 mg in the evening · until 21 Nov 2026");
  patient_test_assert_no_text (page, "Medicines: Rivaroxaban");
}

/* Somebody chose the substance: the name says nothing of it any more. */
static void
test_chosen_substance_stays (ClinicDesk *desk)
{
  GtkWidget *page = open_history (desk, patient_test_treated (desk));
  GtkWidget *dialog;

  clinic_display_click (clinic_display_find (page, "Add a medicine…"));
  dialog = find_dialog (desk);
  type_name (dialog, "Aspirin");
  patient_test_assert_text (dialog, "Counts as “Aspirin within the last 2 days”");
  type_name (dialog, "Ibuprofen");
  patient_test_assert_text (dialog, "It is noted, and told at each treatment");
  select_text (dialog, "medicine_kind_id", "Biotin");
  type_name (dialog, "Aspirin");
  clinic_display_settle (desk);
  patient_test_assert_text (dialog, "Biotin distorts immunoassays; troponin may read falsely low. Ask before blood tests.");
  clinic_display_click (clinic_display_find (dialog, "save"));
  clinic_display_settle (desk);
  patient_test_assert_text (page, "Medicines: Aspirin");
  g_assert_cmpint (patient_test_find (desk, "SELECT count (*) FROM medicine m JOIN medicine_kind k ON k.id = m.medicine_kind_id"
                                      " WHERE m.name = 'Aspirin' AND k.code = 'biotin'"), ==, 1);
}

typedef struct
{
  gint64      patient;
  const char *phone;
} NewPhone;

static gpointer
change_phone (ClinicAct  *act,
              gpointer    data,
              GError    **error)
{
  NewPhone *new = data;
  g_autoptr(ClinicRecord) patient = clinic_store_find (act->db, CLINIC_TYPE_PATIENT, new->patient,
                                                       error);

  g_object_set (patient, "phone", new->phone, NULL);

  return GINT_TO_POINTER (clinic_patient_edit (act, CLINIC_PATIENT (patient), error));
}

static void
test_changes_are_told_in_words (ClinicDesk *desk)
{
  gint64 patient = patient_test_treated (desk);
  NewPhone first = { patient, "111" };
  NewPhone second = { patient, "222" };
  GtkWidget *page;

  patient_test_run (desk, change_phone, &first);
  page = patient_test_show (desk, patient);
  patient_test_section (page, desk, "changes");
  patient_test_run (desk, change_phone, &second);
  patient_test_allergy (desk, patient, "latex");

  patient_test_assert_text (page, "Change a patient’s details");
  patient_test_assert_text (page, "Patient · Telephone: 111 → 222");
  patient_test_assert_text (page, "New Allergy · Allergen group: Latex · Severity: Severe");
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "patient-changes-some");
}

static gpointer
undo (ClinicAct  *act,
      gpointer    data,
      GError    **error)
{
  return GINT_TO_POINTER (clinic_undo (act, *(gint64 *) data, error));
}

static void
test_change_is_taken_back (ClinicDesk *desk)
{
  gint64 patient = patient_test_treated (desk);
  g_autofree char *action = NULL;
  g_autofree char *wanted = NULL;
  gint64 operation;
  GtkWidget *page;

  patient_test_allergy (desk, patient, "latex");
  operation = patient_test_find (desk, "SELECT max (id) FROM operation WHERE command = "
                                 "'history.save'");
  page = patient_test_show (desk, patient);
  patient_test_section (page, desk, "changes");

  clinic_display_click (clinic_display_find (page, "undo"));
  action = clinic_display_last_action ();
  wanted = g_strdup_printf ("win.undo-operation %" G_GINT64_FORMAT, operation);
  g_assert_cmpstr (action, ==, wanted);

  /* What the window does then. */
  patient_test_run (desk, undo, &operation);
  patient_test_assert_text (page, "Taken back");
  patient_test_assert_text (page, "Taken back: change allergies, conditions and diagnoses");
  patient_test_assert_text (page, "Allergies: not asked");
}

static void
test_more_changes_are_shown_when_asked_for (ClinicDesk *desk)
{
  gint64 patient = patient_test_treated (desk);
  GtkWidget *page = patient_test_show (desk, patient);
  GtkListBox *list;

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *number = g_strdup_printf ("0151 %u", i);
      NewPhone phone = { patient, number };

      patient_test_run (desk, change_phone, &phone);
    }

  patient_test_section (page, desk, "changes");
  list = GTK_LIST_BOX (clinic_display_find (page, "list"));
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 24));
  g_assert_null (gtk_list_box_get_row_at_index (list, 25));

  clinic_display_click (clinic_display_find (page, "show_more"));
  clinic_display_settle (desk);
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 29));
  g_assert_null (clinic_display_find (page, "show_more"));
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);

  clinic_display_add ("/patient-history/allergy-is-added", "practitioner", test_allergy_is_added);
  clinic_display_add ("/patient-history/return-opens-a-choice", "practitioner",
                      test_return_opens_a_choice);
  clinic_display_add ("/patient-history/allergy-to-nothing-is-refused", "practitioner",
                      test_allergy_to_nothing_is_refused);
  clinic_display_add ("/patient-history/allergy-is-ended-with-a-reason", "practitioner",
                      test_allergy_is_ended_with_a_reason);
  clinic_display_add ("/patient-history/overview-says-when-asked", "practitioner",
                      test_overview_says_when_allergies_were_asked);
  clinic_display_add ("/patient-history/allergy-to-something-else-takes-a-reason", "practitioner",
                      test_allergy_to_something_else_takes_a_reason);
  clinic_display_add ("/patient-history/condition-is-changed-and-ended", "practitioner",
                      test_condition_is_changed_and_ended);
  clinic_display_add ("/patient-history/medicine-is-recognised", "practitioner", test_medicine_is_recognised);
  clinic_display_add ("/patient-history/chosen-substance-stays", "practitioner", test_chosen_substance_stays);
  clinic_display_add ("/patient-history/changes-are-told-in-words", "owner",
                      test_changes_are_told_in_words);
  clinic_display_add ("/patient-history/change-is-taken-back", "owner", test_change_is_taken_back);
  clinic_display_add ("/patient-history/more-changes-are-shown-when-asked-for", "owner",
                      test_more_changes_are_shown_when_asked_for);

  return g_test_run ();
}
