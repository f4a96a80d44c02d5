/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-history-row.h"
#include "clinic-patient-file.h"
#include "clinic-patient-history.h"
#include "clinic-patient-test.h"
#include "clinic-plan.h"
#include "clinic-register.h"

/* The patient's page as a person meets it: who it is, what can be begun, what each section
 * lists. */

static const char *const sections[] = { "overview", "history", "courses", "sessions", "progress",
                                        "photos", "changes" };

static ClinicPatientFile *
get_file (GtkWidget *page)
{
  return clinic_patient_section_get_file (CLINIC_PATIENT_SECTION (page));
}

static gboolean
is_enabled (GtkWidget  *page,
            const char *label)
{
  GtkWidget *widget = clinic_display_find (page, label);

  return widget != NULL && gtk_widget_is_sensitive (widget);
}

static void
assert_last_action (const char *wanted)
{
  g_autofree char *action = clinic_display_last_action ();

  g_assert_cmpstr (action, ==, wanted);
}

static gpointer
register_nobody (ClinicAct  *act,
                 gpointer    data,
                 GError    **error)
{
  g_autoptr(ClinicPatient) patient = clinic_patient_new ();

  g_object_set (patient, "family-name", "Wolfeschlegelsteinhausenbergerdorff-Vázquez de la Torre",
                "given-name", "Hubert Blaine Adolph Charles David Earl Frederick Gerald", NULL);
  *(gint64 *) data = clinic_patient_register (act, patient, error);

  return GINT_TO_POINTER (*(gint64 *) data != 0);
}

static gint64
make_nobody (ClinicDesk *desk)
{
  gint64 patient = 0;

  patient_test_run (desk, register_nobody, &patient);

  return patient;
}

static void
test_header_says_who_it_is (ClinicDesk *desk)
{
  GtkWidget *page = patient_test_show (desk, patient_test_treated (desk));
  ClinicPatient *patient = clinic_patient_file_get_patient (get_file (page));
  g_autofree char *name = g_strdup_printf ("%s %s", patient->given_name, patient->family_name);
  GtkLabel *facts = GTK_LABEL (clinic_display_find (page, "facts"));
  GtkLabel *line = GTK_LABEL (clinic_display_find (page, "course_line"));

  patient_test_assert_text (page, name);
  g_assert_nonnull (strstr (gtk_label_get_text (facts), patient->file_number));
  g_assert_nonnull (strstr (gtk_label_get_text (facts), " years)"));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (line), "Session "));
  g_assert_nonnull (strstr (gtk_label_get_text (line), "next "));
  patient_test_assert_text (page, "Allergies: not asked");

  /* No name goes to the window manager. */
  g_assert_null (strstr (clinic_page_get_title (CLINIC_PAGE (page)), patient->family_name));
  g_assert_nonnull (strstr (clinic_page_get_title (CLINIC_PAGE (page)), patient->file_number));
}

static void
test_allergy_stands_beside_the_name (ClinicDesk *desk)
{
  gint64 patient = patient_test_treated (desk);
  GtkWidget *page = patient_test_show (desk, patient);

  patient_test_allergy (desk, patient, "latex");

  patient_test_assert_text (page, "Allergies: Latex (severe)");
  patient_test_assert_no_text (page, "Allergies: not asked");
}

static void
test_nothing_is_said_before_it_is_known (ClinicDesk *desk)
{
  GtkWidget *page = patient_test_show (desk, 1);

  patient_test_assert_no_text (page, "Allergies: not asked");
  patient_test_assert_no_text (page, "None recorded");
  g_assert_null (clinic_display_find (page, "switcher"));
  g_assert_nonnull (clinic_display_find (page, "notice"));
  g_assert_true (is_enabled (page, "_Retry"));
  g_assert_false (is_enabled (page, "book"));
}

/* A query that fails: what is not known is not said, and Retry helps once it works again. */
static void
test_failed_load_never_reads_none (ClinicDesk *desk)
{
  gint64 patient = patient_test_treated (desk);
  GtkWidget *page;

  clinic_display_run_sql (desk, "ALTER TABLE allergy RENAME TO away");
  page = patient_test_show (desk, patient);

  patient_test_assert_no_text (page, "Allergies: not asked");
  patient_test_assert_no_text (page, "None recorded");
  g_assert_nonnull (clinic_display_find (page, "notice"));
  g_assert_null (clinic_display_find (page, "switcher"));

  clinic_display_run_sql (desk, "ALTER TABLE away RENAME TO allergy");
  clinic_display_click (clinic_display_find (page, "_Retry"));
  clinic_display_settle (desk);
  patient_test_assert_text (page, "Allergies: not asked");
  g_assert_null (clinic_display_find (page, "notice"));
}

/* However fast patients are leafed through, what is shown is of one of them. */
static void
test_rapid_switching_mixes_nobody_up (ClinicDesk *desk)
{
  gint64 plain = patient_test_treated (desk);
  gint64 allergic = patient_test_find (desk, "SELECT max (id) FROM patient");
  GtkWidget *page = patient_test_show (desk, plain);

  patient_test_allergy (desk, allergic, "latex");

  for (guint i = 0; i < 50; i++)
    {
      clinic_page_set_id (CLINIC_PAGE (page), i % 2 == 0 ? allergic : plain);

      /* At once nothing of the one before is left. */
      g_assert_false (clinic_patient_file_get_loaded (get_file (page)));
      patient_test_assert_no_text (page, "Allergies: Latex (severe)");
      patient_test_assert_no_text (page, "Allergies: not asked");

      for (guint turn = i % 4; turn > 0; turn--)
        g_main_context_iteration (NULL, FALSE);

      if (clinic_patient_file_get_loaded (get_file (page)) && i % 2 == 1)
        patient_test_assert_no_text (page, "Allergies: Latex (severe)");
    }

  clinic_display_settle (desk);
  patient_test_assert_text (page, "Allergies: not asked");
  patient_test_assert_no_text (page, "Allergies: Latex (severe)");

  clinic_page_set_id (CLINIC_PAGE (page), allergic);
  clinic_display_settle (desk);
  patient_test_assert_text (page, "Allergies: Latex (severe)");
  g_assert_null (clinic_display_find (page, "no_allergies"));
}

/* A patient without a course after one with: nothing of the course stays. */
static void
test_course_line_goes_with_the_patient (ClinicDesk *desk)
{
  gint64 other = make_nobody (desk);
  GtkWidget *page = patient_test_show (desk, patient_test_treated (desk));

  clinic_page_set_id (CLINIC_PAGE (page), other);
  clinic_display_settle (desk);

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (clinic_display_find (page, "course_line"))), ==,
                   "No course, no visit booked");
  patient_test_assert_text (page, "No visit is booked");
  patient_test_assert_text (page, "No course is under way");
  g_assert_null (clinic_display_find (page, "course_progress"));
}

static void
test_actions_go_to_the_window (ClinicDesk *desk)
{
  static const struct
  {
    const char *action;
    const char *wanted;
  } cases[] = {
    { "patient.book", "win.book (%" G_GINT64_FORMAT ", '')" },
    { "patient.plan", "win.plan-course %" G_GINT64_FORMAT },
    { "patient.edit", "win.edit-patient %" G_GINT64_FORMAT },
    { "patient.measure", "win.measure (%" G_GINT64_FORMAT ", 0)" },
    { "patient.react", "win.log-reaction (%" G_GINT64_FORMAT ", 0)" },
    { "patient.report", "win.report ('patient-progress', %" G_GINT64_FORMAT ")" },
    { "patient.window", "win.open-patient-window %" G_GINT64_FORMAT },
  };
  gint64 patient = patient_test_treated (desk);
  GtkWidget *page = patient_test_show (desk, patient);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *wanted = NULL;

      #pragma GCC diagnostic push
      #pragma GCC diagnostic ignored "-Wformat-nonliteral"
      wanted = g_strdup_printf (cases[i].wanted, patient);
      #pragma GCC diagnostic pop
      gtk_widget_activate_action (page, cases[i].action, NULL);
      assert_last_action (wanted);
    }
}

static void
test_keys_turn_the_sections (ClinicDesk *desk)
{
  g_autofree char *action = NULL;
  GtkWidget *page = patient_test_show (desk, patient_test_treated (desk));

  clinic_page_start (CLINIC_PAGE (page));
  clinic_display_press ("alt+3");
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_display_find (page, "plan"));

  clinic_display_press ("ctrl+Next");
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_display_find (page, "view"));

  clinic_display_press ("ctrl+Prior ctrl+Prior");
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_display_find (page, "allergies"));

  clinic_display_press ("ctrl+b");
  clinic_display_settle (desk);
  action = clinic_display_last_action ();
  g_assert_true (g_str_has_prefix (action, "win.book ("));
}

static gboolean
some_label_begins (GtkWidget  *widget,
                   const char *beginning)
{
  if (GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), beginning))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (some_label_begins (child, beginning))
        return TRUE;
    }

  return FALSE;
}

/* A Latin date does not turn the line round; where writing goes to the right nothing is marked. */
static void
test_facts_run_as_the_language_does (ClinicDesk *desk)
{
  GtkWidget *page;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  page = patient_test_show (desk, patient_test_treated (desk));
  g_assert_true (some_label_begins (page, "\u200f\u2068"));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  page = patient_test_show (desk, patient_test_treated (desk));
  g_assert_false (some_label_begins (page, "\u200f"));
}

static guint
count_rows (GtkWidget *section)
{
  guint n = 0;

  while (clinic_display_find_type (section, CLINIC_TYPE_HISTORY_ROW, n) != NULL)
    n++;

  return n;
}

/* Turned to again by its key, it has the keyboard, and Down leads from row to row through all of it. */
static void
test_down_walks_the_medical_history (ClinicDesk *desk)
{
  GtkWidget *page = patient_test_show (desk, patient_test_treated (desk));
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *section;
  guint seen = 0;

  clinic_page_start (CLINIC_PAGE (page));
  clinic_display_press ("alt+2");
  clinic_display_settle (desk);
  clinic_display_press ("alt+2");
  section = clinic_display_find_type (page, CLINIC_TYPE_PATIENT_HISTORY, 0);
  g_assert_true (GTK_IS_BUTTON (gtk_root_get_focus (root)));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (root), section));
  g_assert_cmpuint (count_rows (section), >, 1);

  for (guint i = 0; i < 60 && seen < count_rows (section); i++)
    {
      clinic_display_press ("Down");
      seen += CLINIC_IS_HISTORY_ROW (gtk_root_get_focus (root));
      g_assert_false (gtk_widget_get_ancestor (gtk_root_get_focus (root), CLINIC_TYPE_HISTORY_ROW) != NULL &&
                      !CLINIC_IS_HISTORY_ROW (gtk_root_get_focus (root)));
    }

  g_assert_cmpuint (seen, ==, count_rows (section));
  g_assert_true (gtk_root_get_focus (root) == clinic_display_find_type (section, CLINIC_TYPE_HISTORY_ROW, seen - 1));

  for (guint i = 0; i < 60 && CLINIC_IS_HISTORY_ROW (gtk_root_get_focus (root)); i++)
    clinic_display_press ("Up");

  g_assert_true (GTK_IS_BUTTON (gtk_root_get_focus (root)));
}

static void
test_receptionist_is_offered_what_is_hers (ClinicDesk *desk)
{
  GtkWidget *page = patient_test_show (desk, patient_test_treated (desk));

  g_assert_true (is_enabled (page, "book"));
  g_assert_null (clinic_display_find (page, "Changes"));
  patient_test_section (page, desk, "history");
  g_assert_false (is_enabled (page, "Add an allergy…"));
}

static void
test_practitioner_charts_first (ClinicDesk *desk)
{
  gint64 session = patient_test_find (desk, "SELECT id FROM session WHERE starts LIKE "
                                      "'2026-11-21%' AND status = 'booked' ORDER BY starts, id "
                                      "LIMIT 1");
  gint64 patient;
  g_autofree char *sql = g_strdup_printf ("SELECT patient_id FROM session WHERE id = %"
                                          G_GINT64_FORMAT, session);
  g_autofree char *action = NULL;
  GtkWidget *page;

  patient = patient_test_find (desk, sql);
  page = patient_test_show (desk, patient);

  g_assert_null (clinic_display_find (page, "book"));
  clinic_display_click (clinic_display_find (page, "chart"));
  action = clinic_display_last_action ();
  g_assert_true (g_str_has_prefix (action, "win.open-chart "));
}

static void
test_archived_is_said_and_taken_back (ClinicDesk *desk)
{
  gint64 patient = patient_test_find (desk, "SELECT id FROM patient WHERE archived_on IS NULL AND "
                                      "id NOT IN (SELECT patient_id FROM session WHERE status IN "
                                      "('booked', 'confirmed', 'arrived', 'in_treatment')) "
                                      "LIMIT 1");
  GtkWidget *page = patient_test_show (desk, patient);

  gtk_widget_activate_action (page, "patient.archive", NULL);
  clinic_display_settle (desk);
  patient_test_assert_text (page, "Archived on 21 Nov 2026");
  g_assert_false (is_enabled (page, "book"));
  patient_test_assert_text (GTK_WIDGET (gtk_widget_get_root (page)), "Patient archived");

  gtk_widget_activate_action (page, "patient.restore", NULL);
  clinic_display_settle (desk);
  patient_test_assert_no_text (page, "Archived on 21 Nov 2026");
  g_assert_true (is_enabled (page, "book"));
}

static void
test_sections_list_what_is_there (ClinicDesk *desk)
{
  GtkWidget *page = patient_test_show (desk, patient_test_treated (desk));
  GListModel *visits = clinic_patient_file_get_list (get_file (page), "visits");
  GtkColumnView *view;
  GtkListBox *list;

  patient_test_section (page, desk, "courses");
  list = GTK_LIST_BOX (clinic_display_find (page, "list"));
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 0));
  patient_test_assert_text (page, "Active");

  patient_test_section (page, desk, "sessions");
  view = GTK_COLUMN_VIEW (clinic_display_find (page, "view"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view))), ==,
                    g_list_model_get_n_items (visits));
  g_assert_cmpuint (g_list_model_get_n_items (visits), >, 1);
}

static void
test_visit_is_cancelled_with_a_reason (ClinicDesk *desk)
{
  GtkWidget *page = patient_test_show (desk, patient_test_treated (desk));

  patient_test_section (page, desk, "sessions");
  g_assert_false (is_enabled (page, "miss"));
  clinic_display_click (clinic_display_find (page, "cancel"));
  clinic_display_picture (GTK_WIDGET (clinic_display_top ()), "patient-cancel");
  patient_test_give_reason (desk, "travels");
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "patient-cancelled");

  patient_test_assert_text (page, "Cancelled: travels");
  g_assert_false (is_enabled (page, "cancel"));
}

static void
test_visit_opens_its_chart (ClinicDesk *desk)
{
  GtkWidget *page = patient_test_show (desk, patient_test_treated (desk));
  GListModel *visits = clinic_patient_file_get_list (get_file (page), "visits");
  g_autoptr(ClinicRecord) second = g_list_model_get_item (visits, 1);
  g_autofree char *wanted = g_strdup_printf ("win.open-chart %" G_GINT64_FORMAT,
                                             clinic_record_get_id (second));

  patient_test_section (page, desk, "sessions");
  g_signal_emit_by_name (clinic_display_find (page, "view"), "activate", 1);
  assert_last_action (wanted);
}

static void
test_course_is_stopped_with_a_reason (ClinicDesk *desk)
{
  GtkWidget *page = patient_test_show (desk, patient_test_treated (desk));

  patient_test_section (page, desk, "courses");
  clinic_display_click (clinic_display_find (page, "stop"));
  patient_test_give_reason (desk, "moves away");

  patient_test_assert_text (page, "Stopped: moves away");
  patient_test_assert_text (page, "Stopped, 21 Nov 2026");
  g_assert_null (clinic_display_find (page, "stop"));
  g_assert_null (strstr (gtk_label_get_text (GTK_LABEL (clinic_display_find (page,
                                                                             "course_line"))),
                         "next "));
}

static void
test_goal_of_a_course_is_changed (ClinicDesk *desk)
{
  GtkWidget *page = patient_test_show (desk, patient_test_treated (desk));
  GtkWindow *dialog;

  patient_test_section (page, desk, "courses");
  clinic_display_click (clinic_display_find (page, "edit"));
  clinic_display_settle (desk);
  dialog = clinic_display_top ();
  gtk_editable_set_text (GTK_EDITABLE (clinic_display_find (GTK_WIDGET (dialog), "goal")),
                         "No more shedding");
  clinic_display_picture (GTK_WIDGET (dialog), "patient-course-dialog");
  clinic_display_click (clinic_display_find (GTK_WIDGET (dialog), "save"));
  clinic_display_settle (desk);

  patient_test_assert_text (page, "Goal: No more shedding");
}

static gpointer
change_practitioner (ClinicAct  *act,
                     gpointer    data,
                     GError    **error)
{
  g_autoptr(ClinicRecord) course = clinic_store_find (act->db, CLINIC_TYPE_COURSE,
                                                      *(gint64 *) data, error);

  g_object_set (course, "practitioner-id", CLINIC_UNKNOWN, NULL);

  return GINT_TO_POINTER (clinic_course_edit (act, CLINIC_COURSE (course), error));
}

/* Two people change the same course, each something else: both changes stay. */
static void
test_changes_of_two_people_are_joined (ClinicDesk *desk)
{
  GtkWidget *page = patient_test_show (desk, patient_test_treated (desk));
  GListModel *courses = clinic_patient_file_get_list (get_file (page), "courses");
  g_autoptr(ClinicCourseEntry) course = g_list_model_get_item (courses, 0);
  g_autoptr(ClinicCourseEntry) changed = NULL;
  gint64 id = clinic_record_get_id (CLINIC_RECORD (course));
  GtkWindow *dialog;

  patient_test_section (page, desk, "courses");
  gtk_widget_activate_action (clinic_display_find (page, "edit"), "course.edit", "x", id);
  clinic_display_settle (desk);
  dialog = clinic_display_top ();
  gtk_editable_set_text (GTK_EDITABLE (clinic_display_find (GTK_WIDGET (dialog), "goal")),
                         "No more shedding");
  patient_test_run (desk, change_practitioner, &id);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.save", NULL);
  clinic_display_settle (desk);

  g_assert_true (clinic_display_top () != dialog);
  changed = g_list_model_get_item (courses, 0);
  g_assert_cmpstr (changed->goal, ==, "No more shedding");
  g_assert_null (changed->practitioner);
}

static void
test_empty_sections_say_what_to_do (ClinicDesk *desk)
{
  GtkWidget *page = patient_test_show (desk, make_nobody (desk));

  g_assert_true (is_enabled (page, "next_none"));
  g_assert_true (is_enabled (page, "course_none"));
  g_assert_true (is_enabled (page, "measure"));
  patient_test_section (page, desk, "courses");
  g_assert_true (is_enabled (page, "plan_first"));
  patient_test_section (page, desk, "sessions");
  g_assert_true (is_enabled (page, "book_first"));
  patient_test_section (page, desk, "history");
  g_assert_true (is_enabled (page, "Add an allergy…"));
  patient_test_assert_text (page, "No condition was ever recorded, such as pregnancy, diabetes or a "
                            "clotting disorder.");
}

static void
test_every_section_is_reached_by_keys (ClinicDesk *desk)
{
  gint64 patient = patient_test_treated (desk);
  GtkWidget *page = patient_test_show (desk, patient);

  patient_test_allergy (desk, patient, "latex");

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      patient_test_section (page, desk, sections[i]);
      clinic_display_check (page);
    }
}

/* Beside the places at the side of a window of 1024. */
static void
test_page_fits_the_smallest_window (ClinicDesk *desk)
{
  GtkWidget *page = patient_test_show (desk, patient_test_treated (desk));

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      int minimum;

      patient_test_section (page, desk, sections[i]);
      gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 1024 - 220);
    }
}

/* The same patient in two windows, both of them live. */
static void
test_patient_in_a_second_window (ClinicDesk *desk)
{
  gint64 patient = patient_test_treated (desk);
  GtkWidget *page = patient_test_show (desk, patient);
  GtkWidget *other = patient_test_show (desk, patient);

  patient_test_allergy (desk, patient, "latex");
  patient_test_assert_text (page, "Allergies: Latex (severe)");
  patient_test_assert_text (other, "Allergies: Latex (severe)");
}

static void
take_pictures (GtkWidget  *page,
               ClinicDesk *desk,
               const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autofree char *file = g_strdup_printf ("%s-%s", name, sections[i]);

      patient_test_section (page, desk, sections[i]);
      clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), file);
    }
}

static void
test_pictures (ClinicDesk *desk)
{
  static const char *const groups[] = { "latex", "fish", "shellfish", "egg", "soy", "legume",
                                        "nickel", "sulfite", "sulfonamide", "thiamine" };
  gint64 nobody;
  gint64 full = patient_test_treated (desk);
  GtkWidget *page;

  patient_test_allergy (desk, full, "latex");
  patient_test_allergy (desk, full, "fish");
  page = patient_test_show (desk, full);
  take_pictures (page, desk, "patient");
  gtk_window_set_default_size (GTK_WINDOW (gtk_widget_get_root (page)), 804, 700);
  clinic_display_settle (desk);
  take_pictures (page, desk, "patient-narrow");
  clinic_page_set_id (CLINIC_PAGE (page), nobody = make_nobody (desk));
  take_pictures (page, desk, "patient-nothing");

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    patient_test_allergy (desk, nobody, groups[i]);

  patient_test_section (page, desk, "history");
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "patient-many-history");
}

static void
test_pictures_mirrored (ClinicDesk *desk)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  take_pictures (patient_test_show (desk, patient_test_treated (desk)), desk, "patient-mirrored");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);

  clinic_display_add ("/patient-page/header-says-who-it-is", "practitioner",
                      test_header_says_who_it_is);
  clinic_display_add ("/patient-page/allergy-stands-beside-the-name", "practitioner",
                      test_allergy_stands_beside_the_name);
  clinic_display_add ("/patient-page/nothing-is-said-before-it-is-known", "owner",
                      test_nothing_is_said_before_it_is_known);
  clinic_display_add ("/patient-page/failed-load-never-reads-none", "owner",
                      test_failed_load_never_reads_none);
  clinic_display_add ("/patient-page/rapid-switching-mixes-nobody-up", "practitioner",
                      test_rapid_switching_mixes_nobody_up);
  clinic_display_add ("/patient-page/course-line-goes-with-the-patient", "owner",
                      test_course_line_goes_with_the_patient);
  clinic_display_add ("/patient-page/actions-go-to-the-window", "owner",
                      test_actions_go_to_the_window);
  clinic_display_add ("/patient-page/keys-turn-the-sections", "owner",
                      test_keys_turn_the_sections);
  clinic_display_add ("/patient-page/facts-run-as-the-language-does", "practitioner", test_facts_run_as_the_language_does);
  clinic_display_add ("/patient-page/down-walks-the-history", "practitioner", test_down_walks_the_medical_history);
  clinic_display_add ("/patient-page/receptionist-is-offered-what-is-hers", "receptionist",
                      test_receptionist_is_offered_what_is_hers);
  clinic_display_add ("/patient-page/practitioner-charts-first", "practitioner",
                      test_practitioner_charts_first);
  clinic_display_add ("/patient-page/archived-is-said-and-taken-back", "manager",
                      test_archived_is_said_and_taken_back);
  clinic_display_add ("/patient-page/sections-list-what-is-there", "owner",
                      test_sections_list_what_is_there);
  clinic_display_add ("/patient-page/visit-is-cancelled-with-a-reason", "receptionist",
                      test_visit_is_cancelled_with_a_reason);
  clinic_display_add ("/patient-page/visit-opens-its-chart", "practitioner",
                      test_visit_opens_its_chart);
  clinic_display_add ("/patient-page/course-is-stopped-with-a-reason", "practitioner",
                      test_course_is_stopped_with_a_reason);
  clinic_display_add ("/patient-page/goal-of-a-course-is-changed", "practitioner",
                      test_goal_of_a_course_is_changed);
  clinic_display_add ("/patient-page/changes-of-two-people-are-joined", "practitioner",
                      test_changes_of_two_people_are_joined);
  clinic_display_add_empty ("/patient-page/empty-sections-say-what-to-do",
                            test_empty_sections_say_what_to_do);
  clinic_display_add ("/patient-page/every-section-is-reached-by-keys", "owner",
                      test_every_section_is_reached_by_keys);
  clinic_display_add ("/patient-page/page-fits-the-smallest-window", "owner",
                      test_page_fits_the_smallest_window);
  clinic_display_add ("/patient-page/patient-in-a-second-window", "practitioner",
                      test_patient_in_a_second_window);
  clinic_display_add ("/patient-page/pictures", "owner", test_pictures);
  clinic_display_add ("/patient-page/pictures-mirrored", "owner", test_pictures_mirrored);

  return g_test_run ();
}
