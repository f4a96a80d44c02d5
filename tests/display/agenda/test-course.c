/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "agenda-act.h"
#include "clinic-course-window.h"
#include "clinic-course.h"
#include "clinic-display.h"
#include "clinic-planned-row.h"
#include "clinic-protocol.h"
#include "clinic-session.h"

/* A Monday without visits of the demonstration. */
#define FIRST "2027-03-01T09:00"

static GtkWidget *opener;

static GtkWidget *
show (ClinicDesk *desk,
      gint64      patient,
      const char *first)
{
  GtkWidget *window;

  opener = gtk_label_new ("below");
  clinic_display_show (opener);
  clinic_course_window_present (opener, desk, patient, first);
  clinic_display_settle (desk);
  window = GTK_WIDGET (clinic_display_top ());
  g_assert_true (CLINIC_IS_COURSE_WINDOW (window));

  return window;
}

static ClinicPlannedSession *
get_session (GtkWidget *window,
             guint      n)
{
  return clinic_planned_row_get_session (CLINIC_PLANNED_ROW
                                           (clinic_display_find_type (window,
                                                                      CLINIC_TYPE_PLANNED_ROW, n)));
}

static guint
count_rows (GtkWidget *window)
{
  guint n = 0;

  while (clinic_display_find_type (window, CLINIC_TYPE_PLANNED_ROW, n) != NULL)
    n++;

  return n;
}

static gboolean
is_gone (gpointer data)
{
  return !CLINIC_IS_COURSE_WINDOW (clinic_display_top ());
}

/* One course more, with all its sessions. */
static void
assert_booked (ClinicDesk *desk,
               gint64      patient,
               guint       courses,
               guint       sessions)
{
  clinic_display_wait (is_gone, NULL);
  g_assert_cmpuint (agenda_count (desk, CLINIC_TYPE_COURSE, "patient_id", patient), ==, courses);
  g_assert_cmpuint (agenda_count (desk, CLINIC_TYPE_SESSION, "patient_id", patient), ==, sessions);
  g_assert_nonnull (clinic_display_find (GTK_WIDGET (gtk_widget_get_root (opener)), "Undo"));
}

typedef struct
{
  gint64 patient;
  guint  courses;
  guint  sessions;
} Before;

static Before
look (ClinicDesk *desk)
{
  Before before = { .patient = agenda_patient (desk, 3) };

  before.courses = agenda_count (desk, CLINIC_TYPE_COURSE, "patient_id", before.patient);
  before.sessions = agenda_count (desk, CLINIC_TYPE_SESSION, "patient_id", before.patient);

  return before;
}

/* Open, Enter: two steps of the six. */
static void
test_booked_by_keyboard (ClinicDesk *desk)
{
  Before before = look (desk);
  GtkWidget *window = show (desk, before.patient, FIRST);
  guint n = count_rows (window);

  g_assert_cmpuint (n, >, 1);
  clinic_display_picture (window, "course");
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  assert_booked (desk, before.patient, before.courses + 1, before.sessions + n);
}

static void
test_booked_by_mouse (ClinicDesk *desk)
{
  Before before = look (desk);
  GtkWidget *window = show (desk, before.patient, FIRST);
  guint n = count_rows (window);

  clinic_display_click (clinic_display_find (window, "book"));
  clinic_display_settle (desk);
  assert_booked (desk, before.patient, before.courses + 1, before.sessions + n);
  agenda_undo (desk);
  g_assert_cmpuint (agenda_count (desk, CLINIC_TYPE_COURSE, "patient_id", before.patient), ==,
                    before.courses);
}

/* A day typed, Enter to see it, Enter to book it. */
static void
test_a_day_is_typed (ClinicDesk *desk)
{
  Before before = look (desk);
  GtkWidget *window = show (desk, before.patient, FIRST);
  guint n = count_rows (window);

  clinic_display_press ("ctrl+a");
  clinic_display_type ("2027-03-08");
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  g_assert_cmpstr (get_session (window, 0)->starts, ==, "2027-03-08T09:00");
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  assert_booked (desk, before.patient, before.courses + 1, before.sessions + n);
}

/* Back one, space, Enter: the first protocol of the list, then all of it is booked. */
static void
test_protocol_is_chosen_by_keyboard (ClinicDesk *desk)
{
  Before before = look (desk);
  GtkWidget *window = show (desk, before.patient, FIRST);
  GtkWidget *protocol = clinic_display_find (window, "protocol");
  guint n;

  adw_combo_row_set_selected (ADW_COMBO_ROW (protocol), 1);
  clinic_display_settle (desk);
  clinic_display_press ("shift+Tab");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == protocol);
  clinic_display_press ("space");
  clinic_display_press ("Home Return");
  clinic_display_settle (desk);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (protocol)), ==, 0);
  g_assert_true (clinic_display_top () == GTK_WINDOW (window));
  n = count_rows (window);
  g_assert_cmpuint (n, >, 1);
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  assert_booked (desk, before.patient, before.courses + 1, before.sessions + n);
}

static gint64
get_practitioner (GtkWidget  *window,
                  ClinicDesk *desk)
{
  gint64 me = clinic_record_get_id (CLINIC_RECORD (clinic_desk_get_actor (desk)));

  return clinic_desk_may (desk, "session.sign") ? me : agenda_practitioner (desk, 0);
}

static void
test_clash_is_shown_and_settled (ClinicDesk *desk)
{
  Before before = look (desk);
  GtkWidget *window;
  guint n;

  agenda_book (desk, agenda_patient (desk, 5), get_practitioner (NULL, desk), FIRST);
  window = show (desk, before.patient, FIRST);
  n = count_rows (window);
  clinic_display_picture (window, "course-clash");
  g_assert_nonnull (get_session (window, 0)->words);
  g_assert_nonnull (get_session (window, 0)->alternatives);
  g_assert_null (get_session (window, 1)->words);

  /* Nothing can be booked like that. */
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_COURSE_WINDOW (clinic_display_top ()));

  clinic_display_click (clinic_display_find (window, "settle"));
  clinic_display_settle (desk);
  g_assert_null (get_session (window, 0)->words);
  g_assert_cmpstr (get_session (window, 0)->starts, !=, FIRST);
  clinic_display_click (clinic_display_find (window, "book"));
  clinic_display_settle (desk);
  assert_booked (desk, before.patient, before.courses + 1, before.sessions + n);
}

static gboolean
is_clear (gpointer data)
{
  return clinic_display_find_text (data, "1 session meets the aftercare of another treatment") == NULL;
}

/* Told before it is booked, with the session that meets it, and no longer once that is elsewhere; nobody is
 * kept from booking. */
static void
test_aftercare_is_told_before_it_is_booked (ClinicDesk *desk)
{
  Before before = look (desk);
  GtkWidget *window;
  guint n;

  agenda_book (desk, before.patient, agenda_practitioner (desk, 1), "2027-02-26T10:00");
  window = show (desk, before.patient, FIRST);
  n = count_rows (window);
  g_assert_cmpstr (get_session (window, 0)->note, ==,
                   "The aftercare of an earlier treatment asks for no other treatment of the scalp until "
                   "5 Mar 2027.");
  g_assert_null (get_session (window, 1)->note);
  g_assert_nonnull (clinic_display_find_text (window, get_session (window, 0)->note));
  g_assert_false (is_clear (window));
  clinic_display_picture (window, "course-aftercare");

  gtk_widget_grab_focus (clinic_display_find_type (window, CLINIC_TYPE_PLANNED_ROW, 0));
  clinic_display_press ("alt+Right alt+Right alt+Right alt+Right alt+Right alt+Right alt+Right");
  clinic_display_settle (desk);
  clinic_display_wait (is_clear, window);
  g_assert_null (get_session (window, 0)->note);

  clinic_display_press ("alt+Left alt+Left alt+Left alt+Left alt+Left alt+Left alt+Left");
  clinic_display_settle (desk);
  g_assert_nonnull (get_session (window, 0)->note);
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  assert_booked (desk, before.patient, before.courses + 1, before.sessions + 1 + n);
}

static void
test_an_alternative_is_taken (ClinicDesk *desk)
{
  Before before = look (desk);
  g_auto(GStrv) walls = NULL;
  GtkWidget *window;
  GtkWidget *choices;

  agenda_book (desk, agenda_patient (desk, 5), get_practitioner (NULL, desk), FIRST);
  window = show (desk, before.patient, FIRST);
  walls = g_strsplit (get_session (window, 0)->alternatives, " ", -1);
  choices = clinic_display_find (window, "choices");
  clinic_display_click (gtk_widget_get_first_child (choices));
  clinic_display_settle (desk);
  g_assert_cmpstr (get_session (window, 0)->starts, ==, walls[0]);
  g_assert_null (get_session (window, 0)->words);
}

static void
test_taken_meanwhile_books_nothing (ClinicDesk *desk)
{
  Before before = look (desk);
  GtkWidget *window = show (desk, before.patient, FIRST);
  g_autofree char *second = g_strdup (get_session (window, 1)->starts);
  guint n = count_rows (window);

  agenda_book (desk, agenda_patient (desk, 5), get_practitioner (window, desk), second);
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);

  g_assert_true (CLINIC_IS_COURSE_WINDOW (clinic_display_top ()));
  g_assert_cmpuint (agenda_count (desk, CLINIC_TYPE_COURSE, "patient_id", before.patient), ==,
                    before.courses);
  g_assert_nonnull (get_session (window, 1)->words);
  g_assert_cmpstr (get_session (window, 1)->starts, ==, second);
  clinic_display_picture (window, "course-taken");

  clinic_display_click (clinic_display_find (window, "settle"));
  clinic_display_settle (desk);
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  assert_booked (desk, before.patient, before.courses + 1, before.sessions + n);
}

/* Quick keys add up although each asks for a plan of its own. */
static void
test_arrows_move_a_session (ClinicDesk *desk)
{
  GtkWidget *window = show (desk, agenda_patient (desk, 3), FIRST);

  gtk_widget_grab_focus (clinic_display_find_type (window, CLINIC_TYPE_PLANNED_ROW, 0));
  clinic_display_press ("alt+Right alt+Right alt+Down");
  clinic_display_settle (desk);
  g_assert_true (g_str_has_prefix (get_session (window, 0)->starts, "2027-03-03T09:"));
  g_assert_cmpstr (get_session (window, 0)->starts, >, "2027-03-03T09:00");
  clinic_display_press ("alt+Up alt+Left alt+Left");
  clinic_display_settle (desk);
  g_assert_cmpstr (get_session (window, 0)->starts, ==, FIRST);
}

/* The popover of a row: what it says is when the session is, and an arrow in it moves that. */
static void
test_another_day_is_typed_in_a_row (ClinicDesk *desk)
{
  GtkWidget *window = show (desk, agenda_patient (desk, 3), FIRST);
  GtkWidget *row = clinic_display_find_type (window, CLINIC_TYPE_PLANNED_ROW, 0);
  GtkWidget *day;

  clinic_planned_row_edit (CLINIC_PLANNED_ROW (row));
  clinic_display_settle (desk);
  day = clinic_display_find (row, "date_entry");
  g_assert_true (gtk_widget_get_mapped (day));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (day)), ==, "01.03.2027");
  clinic_display_picture (window, "course-another-day");
  clinic_display_check (window);

  gtk_widget_activate_action (day, "planned.move", "i", 24 * 60);
  clinic_display_settle (desk);
  g_assert_cmpstr (get_session (window, 0)->starts, ==, "2027-03-02T09:00");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (day)), ==, "02.03.2027");

  clinic_display_press ("ctrl+a");
  clinic_display_type ("2027-03-03");
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  g_assert_false (gtk_widget_get_mapped (day));
  g_assert_cmpstr (get_session (window, 0)->starts, ==, "2027-03-03T09:00");

  /* It opens again, by its button too. */
  clinic_display_click (clinic_display_find (row, "edit"));
  clinic_display_settle (desk);
  g_assert_true (clinic_display_find (row, "date_entry") == day);
  g_assert_true (gtk_widget_get_mapped (day));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (day)), ==, "03.03.2027");
  clinic_display_press ("Escape");
  clinic_display_settle (desk);
  g_assert_false (gtk_widget_get_mapped (day));
}

static void
test_interval_needs_a_reason (ClinicDesk *desk)
{
  Before before = look (desk);
  GtkWidget *window = show (desk, before.patient, FIRST);
  guint n = count_rows (window);

  gtk_widget_activate_action (window, "course.choose", "(us)", 2, "2027-03-02T09:00");
  clinic_display_settle (desk);
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_COURSE_WINDOW (clinic_display_top ()));
  clinic_display_picture (window, "course-finding");
  g_assert_cmpuint (agenda_count (desk, CLINIC_TYPE_COURSE, "patient_id", before.patient), ==,
                    before.courses);

  clinic_display_type ("The patient travels");
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  assert_booked (desk, before.patient, before.courses + 1, before.sessions + n);
}

static void
test_an_error_keeps_what_was_typed (ClinicDesk *desk)
{
  GtkWidget *window = show (desk, agenda_patient (desk, 3), FIRST);
  GtkEditable *goal = GTK_EDITABLE (clinic_display_find (window, "goal"));
  GtkEditable *day = GTK_EDITABLE (clinic_display_find (window, "day"));

  gtk_editable_set_text (goal, "Less shedding");
  gtk_widget_grab_focus (GTK_WIDGET (day));
  clinic_display_press ("ctrl+a");
  clinic_display_type ("31.13.2027");
  clinic_display_press ("Return ctrl+Return");
  clinic_display_settle (desk);

  g_assert_true (CLINIC_IS_COURSE_WINDOW (clinic_display_top ()));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (day), "error"));
  g_assert_cmpstr (gtk_editable_get_text (day), ==, "31.13.2027");
  g_assert_cmpstr (gtk_editable_get_text (goal), ==, "Less shedding");
}

static void
test_everything_is_named (ClinicDesk *desk)
{
  agenda_book (desk, agenda_patient (desk, 5), get_practitioner (NULL, desk), FIRST);
  clinic_display_check (show (desk, agenda_patient (desk, 3), FIRST));
}

/* Without a patient one is asked for first. */
static void
test_patient_is_asked_for (ClinicDesk *desk)
{
  GtkWidget *window = show (desk, 0, NULL);

  g_assert_nonnull (clinic_display_find (window, "search"));
  g_assert_cmpuint (count_rows (window), ==, 0);
  clinic_display_picture (window, "course-search");
  clinic_display_press ("Escape");
  clinic_display_wait (is_gone, NULL);
}

typedef struct
{
  GtkWidget *window;
} Found;

static gboolean
is_planned (gpointer data)
{
  return count_rows (((Found *) data)->window) > 0;
}

/* From the agenda: open, a name and Enter, Enter. */
static void
test_patient_is_typed (ClinicDesk *desk)
{
  Before before = look (desk);
  g_autoptr(ClinicRecord) patient = agenda_find (desk, CLINIC_TYPE_PATIENT, before.patient);
  Found found = { .window = show (desk, 0, FIRST) };
  guint n;

  clinic_display_type (CLINIC_PATIENT (patient)->file_number);
  clinic_display_press ("Return");
  clinic_display_wait (is_planned, &found);
  clinic_display_settle (desk);
  n = count_rows (found.window);
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  assert_booked (desk, before.patient, before.courses + 1, before.sessions + n);
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/course/keyboard", "practitioner", test_booked_by_keyboard);
  clinic_display_add ("/course/mouse", "receptionist", test_booked_by_mouse);
  clinic_display_add ("/course/day", "practitioner", test_a_day_is_typed);
  clinic_display_add ("/course/protocol-is-chosen-by-keyboard", "receptionist",
                      test_protocol_is_chosen_by_keyboard);
  clinic_display_add ("/course/clash", "practitioner", test_clash_is_shown_and_settled);
  clinic_display_add ("/course/aftercare", "receptionist",
                      test_aftercare_is_told_before_it_is_booked);
  clinic_display_add ("/course/alternative", "receptionist", test_an_alternative_is_taken);
  clinic_display_add ("/course/taken", "practitioner", test_taken_meanwhile_books_nothing);
  clinic_display_add ("/course/arrows", "practitioner", test_arrows_move_a_session);
  clinic_display_add ("/course/row", "practitioner", test_another_day_is_typed_in_a_row);
  clinic_display_add ("/course/interval", "practitioner", test_interval_needs_a_reason);
  clinic_display_add ("/course/typed", "practitioner", test_an_error_keeps_what_was_typed);
  clinic_display_add ("/course/named", "practitioner", test_everything_is_named);
  clinic_display_add ("/course/typed-name", "receptionist", test_patient_is_typed);
  clinic_display_add ("/course/search", "receptionist", test_patient_is_asked_for);

  return g_test_run ();
}
