/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A form is read, signed by mouse or by keyboard, withdrawn; the chart asks for it. */

#include "config.h"

#include <string.h>

#include "clinic-chart-page.h"
#include "clinic-consent-strip.h"
#include "clinic-consent-window.h"
#include "clinic-display.h"
#include "clinic-forms-window.h"
#include "clinic-patient-page.h"
#include "clinic-signature-pad.h"

static gint64
ask (ClinicDesk *desk,
     const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDb) db = clinic_db_open (clinic_desk_get_location (desk), CLINIC_DB_READ,
                                           &error);
  ClinicStatement *statement;
  gint64 number;

  g_assert_no_error (error);
  statement = clinic_db_prepare (db, sql, &error);
  g_assert_no_error (error);
  g_assert_true (clinic_statement_step (statement, &error));
  number = clinic_statement_get_int (statement, 0);
  clinic_statement_free (statement);

  return number;
}

/* Whose course nobody agreed to. */
static gint64
find_unsigned (ClinicDesk *desk)
{
  return ask (desk, "SELECT patient_id FROM course WHERE status = 'active' AND id NOT IN "
              "(SELECT course_id FROM consent WHERE course_id IS NOT NULL) ORDER BY id LIMIT 1");
}

static GtkWidget *
open_section (ClinicDesk *desk,
              gint64      patient)
{
  GtkWidget *page = g_object_new (CLINIC_TYPE_PATIENT_PAGE, "desk", desk, "id", patient, NULL);

  clinic_display_show (page);
  gtk_widget_activate_action (page, "patient.section", "s", "consents");
  clinic_display_settle (desk);

  return page;
}

static GtkWidget *
open_window (ClinicDesk *desk,
             GtkWidget  *parent,
             gint64      patient,
             gint64      course,
             const char *purpose)
{
  clinic_consent_window_present (parent, desk, patient, course, purpose);
  clinic_display_settle (desk);

  return GTK_WIDGET (clinic_display_top ());
}

static void
read_to_the_end (ClinicDesk *desk,
                 GtkWidget  *window)
{
  GtkWidget *signing = clinic_display_find (window, "signing");

  g_assert_false (gtk_widget_get_sensitive (signing));

  /* By keyboard, page by page. */
  for (guint i = 0; i < 12 && !gtk_widget_get_sensitive (signing); i++)
    {
      clinic_display_press ("Page_Down");
      clinic_display_settle (desk);
    }

  g_assert_true (gtk_widget_get_sensitive (signing));
}

static gboolean
is_sensitive (GtkWidget *window)
{
  return gtk_widget_is_sensitive (clinic_display_find (window, "sign"));
}

static void
draw (GtkWidget *pad)
{
  clinic_display_drag (pad, 40, 100, 120, 30);
  clinic_display_drag (pad, 120, 30, 170, 100);
  clinic_display_drag (pad, 190, 90, 320, 60);
}

static void
test_signed_by_mouse (ClinicDesk *desk)
{
  gint64 patient = find_unsigned (desk);
  GtkWidget *page = open_section (desk, patient);
  gint64 before = ask (desk, "SELECT count(*) FROM consent");
  GtkWidget *window;
  GtkWidget *pad;

  g_assert_nonnull (clinic_display_find_text (page, "Not signed"));
  clinic_display_picture (page, "consents");
  clinic_display_check (page);
  clinic_display_click (clinic_display_find (page, "Sign…"));
  clinic_display_settle (desk);
  window = GTK_WIDGET (clinic_display_top ());
  g_assert_true (CLINIC_IS_CONSENT_WINDOW (window));
  g_assert_false (is_sensitive (window));
  clinic_display_picture (window, "consent-unread");
  read_to_the_end (desk, window);
  g_assert_false (is_sensitive (window));

  /* A touch is no signature. */
  pad = clinic_display_find (window, "pad");
  clinic_display_drag (pad, 40, 50, 41, 51);
  g_assert_false (is_sensitive (window));
  clinic_signature_pad_clear (CLINIC_SIGNATURE_PAD (pad));
  draw (pad);
  g_assert_cmpuint (clinic_signature_pad_get_n_strokes (CLINIC_SIGNATURE_PAD (pad)), ==, 3);
  g_assert_true (is_sensitive (window));
  clinic_display_click (clinic_display_find (window, "undo_stroke"));
  g_assert_cmpuint (clinic_signature_pad_get_n_strokes (CLINIC_SIGNATURE_PAD (pad)), ==, 2);
  clinic_display_click (clinic_display_find (window, "clear_strokes"));
  g_assert_true (clinic_signature_pad_get_empty (CLINIC_SIGNATURE_PAD (pad)));
  g_assert_false (is_sensitive (window));
  draw (pad);
  clinic_display_picture (window, "consent-drawn");
  clinic_display_click (clinic_display_find (window, "sign"));
  clinic_display_settle (desk);

  g_assert_cmpint (ask (desk, "SELECT count(*) FROM consent"), ==, before + 1);
  g_assert_cmpint (ask (desk, "SELECT typed FROM consent ORDER BY id DESC LIMIT 1"), ==, 0);
  g_assert_null (clinic_display_find_text (page, "Not signed"));
  clinic_display_picture (page, "consents-signed");
}

static void
test_signed_by_keyboard (ClinicDesk *desk)
{
  gint64 patient = find_unsigned (desk);
  GtkWidget *page = open_section (desk, patient);
  GtkWidget *window = open_window (desk, page, patient, CLINIC_UNKNOWN, "photo");

  read_to_the_end (desk, window);
  clinic_display_press ("alt+t");
  g_assert_true (is_sensitive (window));
  clinic_display_picture (window, "consent-typed");
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  g_assert_cmpint (ask (desk, "SELECT typed FROM consent ORDER BY id DESC LIMIT 1"), ==, 1);
  g_assert_cmpint (ask (desk, "SELECT count(*) FROM consent WHERE scope = 'record'"), ==, 1);
}

/* What is not finished is not signed. */
static void
test_left_unsigned (ClinicDesk *desk)
{
  gint64 patient = find_unsigned (desk);
  GtkWidget *page = open_section (desk, patient);
  gint64 before = ask (desk, "SELECT count(*) FROM consent");
  GtkWidget *window = open_window (desk, page, patient, CLINIC_UNKNOWN, "treatment");

  clinic_display_check (window);
  read_to_the_end (desk, window);
  draw (clinic_display_find (window, "pad"));
  clinic_display_press ("Escape");
  clinic_display_settle (desk);
  g_assert_cmpint (ask (desk, "SELECT count(*) FROM consent"), ==, before);
}

static void
test_withdrawn_with_a_reason (ClinicDesk *desk)
{
  gint64 patient = ask (desk, "SELECT c.patient_id FROM consent c JOIN course k ON k.id = "
                        "c.course_id WHERE k.status = 'active' AND c.id NOT IN (SELECT consent_id "
                        "FROM consent_withdrawal) ORDER BY c.id LIMIT 1");
  GtkWidget *page = open_section (desk, patient);
  gint64 before = ask (desk, "SELECT count(*) FROM consent_withdrawal");

  clinic_display_click (clinic_display_find (page, "Withdraw…"));
  clinic_display_settle (desk);
  clinic_display_type ("Thought better of it");
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  g_assert_cmpint (ask (desk, "SELECT count(*) FROM consent_withdrawal"), ==, before + 1);
  clinic_display_picture (page, "consents-withdrawn");
}

/* The chart says what is missing, and one button mends it. */
static void
test_chart_asks_again (ClinicDesk *desk)
{
  gint64 session = ask (desk, "SELECT s.id FROM session s WHERE s.status IN ('booked', 'confirmed') "
                        "AND s.course_id IN (SELECT c.course_id FROM consent c WHERE c.id NOT IN "
                        "(SELECT consent_id FROM consent_withdrawal)) AND s.id NOT IN (SELECT "
                        "session_id FROM consent_confirmation) ORDER BY s.starts LIMIT 1");
  GtkWidget *page = g_object_new (CLINIC_TYPE_CHART_PAGE, "desk", desk, "id", session, NULL);
  gint64 before = ask (desk, "SELECT count(*) FROM consent_confirmation");
  GtkWidget *button;

  clinic_display_show (page);
  clinic_display_settle (desk);
  button = clinic_display_find (page, "confirm");
  g_assert_nonnull (button);
  clinic_display_picture (page, "chart-consent");
  clinic_display_click (button);
  clinic_display_settle (desk);
  g_assert_cmpint (ask (desk, "SELECT count(*) FROM consent_confirmation"), ==, before + 1);
  g_assert_null (clinic_display_find (page, "confirm"));
}

static void
test_signed_chart_has_aftercare (ClinicDesk *desk)
{
  gint64 session = ask (desk, "SELECT id FROM session WHERE signed_at IS NOT NULL ORDER BY starts "
                        "DESC LIMIT 1");
  GtkWidget *page = g_object_new (CLINIC_TYPE_CHART_PAGE, "desk", desk, "id", session, NULL);

  clinic_display_show (page);
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_display_find (page, "Slip as PDF…"));
  clinic_display_picture (page, "chart-aftercare");
}

static void
test_form_becomes_a_new_version (ClinicDesk *desk)
{
  GtkWidget *anchor = gtk_label_new ("Preferences");
  GtkWidget *window;
  gint64 before = ask (desk, "SELECT count(*) FROM consent_template");

  clinic_display_show (anchor);
  clinic_forms_window_present (anchor, desk);
  clinic_display_settle (desk);
  window = GTK_WIDGET (clinic_display_top ());
  clinic_display_check (window);
  gtk_editable_set_text (GTK_EDITABLE (clinic_display_find (window, "heading")),
                         "Consent to treatment");
  clinic_display_picture (window, "forms");
  gtk_widget_activate_action (window, "forms.save", NULL);
  clinic_display_settle (desk);
  g_assert_cmpint (ask (desk, "SELECT count(*) FROM consent_template"), ==, before + 1);
  gtk_window_close (GTK_WINDOW (window));
  clinic_display_settle (desk);
}

static void
test_home_care_is_written_down (ClinicDesk *desk)
{
  GtkWidget *page = open_section (desk, find_unsigned (desk));
  gint64 before = ask (desk, "SELECT count(*) FROM home_care");
  GtkWidget *dialog;

  clinic_display_click (clinic_display_find (page, "Add home care…"));
  clinic_display_settle (desk);
  dialog = GTK_WIDGET (clinic_display_top ());
  clinic_display_check (dialog);
  gtk_editable_set_text (GTK_EDITABLE (clinic_display_find (dialog, "what")), "Lotion");
  gtk_widget_activate_action (dialog, "dialog.save", NULL);
  clinic_display_settle (desk);
  g_assert_cmpint (ask (desk, "SELECT count(*) FROM home_care"), ==, before + 1);
  g_assert_nonnull (clinic_display_find_text (page, "Lotion"));
}

/* The form of another language, in windows that read from right to left. */
static void
test_arabic_form (ClinicDesk *desk)
{
  gint64 patient = find_unsigned (desk);
  GtkWidget *page;
  GtkWidget *window;
  GListModel *forms;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  page = open_section (desk, patient);
  clinic_display_picture (page, "consents-rtl");
  window = open_window (desk, page, patient, CLINIC_UNKNOWN, "treatment");
  forms = gtk_drop_down_get_model (GTK_DROP_DOWN (clinic_display_find (window, "form")));

  for (guint i = 0; i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr(GtkStringObject) name = g_list_model_get_item (forms, i);

      if (strstr (gtk_string_object_get_string (name), "العربية") != NULL)
        gtk_drop_down_set_selected (GTK_DROP_DOWN (clinic_display_find (window, "form")), i);
    }

  clinic_display_settle (desk);
  clinic_display_picture (window, "consent-arabic");
  read_to_the_end (desk, window);
  gtk_window_close (GTK_WINDOW (window));
  clinic_display_settle (desk);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Another name under the fingerprint of a consent, as somebody past the program would leave it. */
static gpointer
alter (ClinicAct  *act,
       gpointer    data,
       GError    **error)
{
  g_autofree char *sql =
    g_strdup_printf ("INSERT INTO consent (id, version, patient_id, course_id, consent_template_id, signed_at, "
                     "signed_name, typed, strokes, fingerprint, staff_id) SELECT max (id) + 1, version, patient_id, "
                     "course_id, consent_template_id, signed_at, 'Somebody & Else', typed, strokes, fingerprint, "
                     "staff_id FROM consent WHERE scope IS NULL AND patient_id = %" G_GINT64_FORMAT,
                     *(gint64 *) data);

  return GINT_TO_POINTER (clinic_db_exec (act->db, sql, error));
}

static void
altered_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL, &error);
  g_assert_no_error (error);
}

static GtkWidget *
find_saying (GtkWidget  *root,
             const char *words)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) &&
      strstr (gtk_label_get_text (GTK_LABEL (root)), words) != NULL)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_saying (child, words);

  return found;
}

static void
test_altered_consent_is_seen (ClinicDesk *desk)
{
  gint64 patient = ask (desk, "SELECT patient_id FROM consent WHERE scope IS NULL ORDER BY id LIMIT 1");
  GtkWidget *page = open_section (desk, patient);

  g_assert_null (find_saying (page, "Changed since it was signed"));
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (page)));
  clinic_desk_run_async (desk, alter, g_memdup2 (&patient, sizeof patient), g_free, NULL, altered_cb, NULL);
  clinic_display_settle (desk);
  page = open_section (desk, patient);
  g_assert_nonnull (find_saying (page, "Somebody & Else"));
  g_assert_nonnull (find_saying (page, "Changed since it was signed: this is not what was signed"));
  clinic_display_picture (page, "consents-altered");
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);

  clinic_display_add ("/consent/signed-by-mouse", "practitioner", test_signed_by_mouse);
  clinic_display_add ("/consent/signed-by-keyboard", "practitioner", test_signed_by_keyboard);
  clinic_display_add ("/consent/left-unsigned", "practitioner", test_left_unsigned);
  clinic_display_add ("/consent/withdrawn-with-a-reason", "practitioner",
                      test_withdrawn_with_a_reason);
  clinic_display_add ("/consent/chart-asks-again", "practitioner", test_chart_asks_again);
  clinic_display_add ("/consent/signed-chart-has-aftercare", "practitioner",
                      test_signed_chart_has_aftercare);
  clinic_display_add ("/consent/form-becomes-a-new-version", "manager",
                      test_form_becomes_a_new_version);

  clinic_display_add ("/consent/home-care-is-written-down", "practitioner",
                      test_home_care_is_written_down);
  clinic_display_add ("/consent/altered-is-seen", "practitioner", test_altered_consent_is_seen);
  clinic_display_add ("/consent/arabic-form", "practitioner", test_arabic_form);

  return g_test_run ();
}
