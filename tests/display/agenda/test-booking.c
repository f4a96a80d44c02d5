/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-agenda-test.h"
#include "clinic-agenda-view-private.h"
#include "clinic-booking-dialog.h"
#include "clinic-booking-when.h"
#include "clinic-booking.h"
#include "clinic-course-window.h"
#include "clinic-display.h"

/* Booking a visit, counted in steps: a click, a chord or a word typed with Enter. */

static GtkEditable *
get_entry (GtkWindow  *dialog,
           const char *name)
{
  GtkWidget *entry = clinic_display_find (GTK_WIDGET (dialog), name);

  g_assert_true (GTK_IS_EDITABLE (entry));

  return GTK_EDITABLE (entry);
}

/* The only visit of the day. */
static ClinicVisit *
get_booked (ClinicDesk *desk,
            GPtrArray **visits)
{
  *visits = agenda_test_list (desk, DAY, "2026-11-25");
  g_assert_cmpuint ((*visits)->len, ==, 1);

  return (*visits)->pdata[0];
}

static void
test_click_and_three_letters (ClinicDesk *desk)
{
  gint64 second = agenda_test_practitioner (desk, 1);
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (page));
  GtkWindow *dialog;
  g_autoptr(GPtrArray) visits = NULL;
  ClinicVisit *visit;
  guint steps = 0;

  agenda_test_click_time (agenda_test_get_view (page), DAY "T10:15", second);
  steps++;
  dialog = clinic_display_top ();
  g_assert_true (dialog != window);
  clinic_display_picture (GTK_WIDGET (dialog), "booking-search");
  clinic_display_type ("hof");
  clinic_display_picture (GTK_WIDGET (clinic_display_top ()), "booking-found");
  clinic_display_press ("Return");
  steps++;
  clinic_display_picture (GTK_WIDGET (clinic_display_top ()), "booking-chosen");
  clinic_display_press ("Return");
  steps++;

  agenda_test_await_closed (dialog);
  visit = get_booked (desk, &visits);
  g_assert_cmpstr (visit->family_name, ==, "Hofer");
  g_assert_cmpstr (visit->starts, ==, DAY "T10:15");
  g_assert_cmpint (visit->practitioner_id, ==, second);
  g_assert_cmpuint (steps, <=, 3);
  g_assert_nonnull (clinic_agenda_view_find (agenda_test_get_view (page),
                                             clinic_record_get_id (CLINIC_RECORD (visit))));
  clinic_display_picture (GTK_WIDGET (window), "agenda-booked");
}

/* Without the pointer, from the agenda to the visit. */
static void
test_keyboard_alone (ClinicDesk *desk)
{
  GtkWidget *page = agenda_test_show (desk, DAY "T09:45", "day");
  GtkWindow *dialog;
  g_autoptr(GPtrArray) visits = NULL;
  ClinicVisit *visit;

  clinic_page_start (CLINIC_PAGE (page));
  clinic_display_press ("Down Right Return");
  dialog = clinic_display_top ();
  clinic_display_type ("hof");
  clinic_display_press ("Return Return");
  agenda_test_await_closed (dialog);
  visit = get_booked (desk, &visits);
  g_assert_cmpstr (visit->starts, ==, DAY "T10:00");
  g_assert_cmpint (visit->practitioner_id, ==, agenda_test_practitioner (desk, 1));
}

static void
test_undo_takes_the_booking_back (ClinicDesk *desk)
{
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  GtkWindow *dialog;
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) after = NULL;

  clinic_booking_present (page, desk, agenda_test_patient (desk, 3), DAY "T10:00",
                          agenda_test_practitioner (desk, 0));
  dialog = clinic_display_top ();
  clinic_display_press ("Return");
  agenda_test_await_closed (dialog);
  get_booked (desk, &before);
  agenda_test_undo (desk);
  after = agenda_test_list (desk, DAY, "2026-11-25");
  g_assert_cmpuint (after->len, ==, 0);
}

static void
test_taken_time_is_told_and_others_offered (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  g_autoptr(GPtrArray) visits = NULL;
  GtkWindow *dialog;
  GtkWidget *other;

  agenda_test_book (desk, 7, DAY "T10:00", first);
  clinic_booking_present (page, desk, agenda_test_patient (desk, 3), DAY "T10:00", first);
  dialog = clinic_display_top ();
  g_assert_true (gtk_widget_get_mapped (clinic_display_find (GTK_WIDGET (dialog), "clash")));
  clinic_display_picture (GTK_WIDGET (dialog), "booking-taken");

  /* Booked all the same: refused, and all that was typed is still there. */
  clinic_display_press ("Return");
  g_assert_true (clinic_display_top () == dialog);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (dialog, "time")), ==, "10:00");
  clinic_display_picture (GTK_WIDGET (dialog), "booking-refused");
  clinic_display_check (GTK_WIDGET (dialog));

  other = clinic_display_find (GTK_WIDGET (dialog), "Tue 24 Nov, 10:30");
  g_assert_nonnull (other);
  clinic_display_click (other);
  clinic_display_press ("Return");
  agenda_test_await_closed (dialog);
  visits = agenda_test_list (desk, DAY, "2026-11-25");
  g_assert_cmpuint (visits->len, ==, 2);
  g_assert_cmpstr (((ClinicVisit *) visits->pdata[1])->starts, ==, DAY "T10:30");
}

static gboolean
has_slots (gpointer dialog)
{
  return clinic_display_find (dialog, "Tue 24 Nov, 10:30") != NULL;
}

/* Somebody was faster while the dialog was open. */
static void
test_taken_meanwhile (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  GtkWindow *dialog;

  clinic_booking_present (page, desk, agenda_test_patient (desk, 3), DAY "T10:00", first);
  dialog = clinic_display_top ();
  g_assert_null (clinic_display_find (GTK_WIDGET (dialog), "clash"));
  agenda_test_book (desk, 7, DAY "T10:00", first);
  clinic_display_press ("Return");
  clinic_display_wait (has_slots, dialog);
  g_assert_true (clinic_display_top () == dialog);
  g_assert_true (gtk_widget_has_focus (clinic_display_find (GTK_WIDGET (dialog),
                                                            "Tue 24 Nov, 09:15")));
}

static void
test_overbooking_takes_right_and_reason (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  g_autoptr(GPtrArray) visits = NULL;
  GtkWindow *dialog;

  agenda_test_book (desk, 7, DAY "T10:00", first);
  clinic_booking_present (page, desk, agenda_test_patient (desk, 3), DAY "T10:00", first);
  dialog = clinic_display_top ();
  clinic_display_click (clinic_display_find (GTK_WIDGET (dialog), "overbook"));
  clinic_display_press ("ctrl+Return");
  g_assert_true (clinic_display_top () == dialog);
  clinic_display_type ("in pain");
  clinic_display_picture (GTK_WIDGET (dialog), "booking-overbook");
  clinic_display_press ("Return");
  agenda_test_await_closed (dialog);
  visits = agenda_test_list (desk, DAY, "2026-11-25");
  g_assert_cmpuint (visits->len, ==, 2);
}

static void
test_reception_may_not_overbook (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  GtkWidget *page = agenda_test_show (desk, DAY, "day");

  agenda_test_book (desk, 7, DAY "T10:00", first);
  clinic_booking_present (page, desk, agenda_test_patient (desk, 3), DAY "T10:00", first);
  g_assert_null (clinic_display_find (GTK_WIDGET (clinic_display_top ()), "overbook"));
}

static void
test_outside_hours_takes_a_reason (ClinicDesk *desk)
{
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  g_autoptr(GPtrArray) visits = NULL;
  GtkWindow *dialog;

  clinic_booking_present (page, desk, agenda_test_patient (desk, 3), DAY "T12:15",
                          agenda_test_practitioner (desk, 0));
  dialog = clinic_display_top ();
  clinic_display_press ("Return");
  g_assert_true (clinic_display_top () == dialog);
  clinic_display_picture (GTK_WIDGET (dialog), "booking-hours");
  clinic_display_type ("comes in the break");
  clinic_display_press ("ctrl+Return");
  agenda_test_await_closed (dialog);
  g_assert_cmpstr (get_booked (desk, &visits)->starts, ==, DAY "T12:15");
}

static GtkWidget *
find_saying (GtkWidget  *root,
             const char *words)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), words) != NULL)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = gtk_widget_get_mapped (child) ? find_saying (child, words) : NULL;

  return found;
}

/* Told before it is booked, and no longer once the time is late enough; it does not keep anybody from
 * booking. */
static void
test_aftercare_is_told_before_it_is_booked (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  GtkWindow *dialog;

  agenda_test_book (desk, 7, DAY "T10:00", first);
  clinic_booking_present (page, desk, agenda_test_patient (desk, 7), "2026-12-10T10:00", first);
  dialog = clinic_display_top ();
  clinic_display_settle (desk);
  g_assert_null (find_saying (GTK_WIDGET (dialog), "asks for no other treatment"));
  gtk_window_close (dialog);
  agenda_test_await_closed (dialog);

  clinic_booking_present (page, desk, agenda_test_patient (desk, 7), "2026-11-27T10:00", first);
  dialog = clinic_display_top ();
  clinic_display_settle (desk);
  g_assert_nonnull (find_saying (GTK_WIDGET (dialog), "asks for no other treatment"));
  clinic_display_picture (GTK_WIDGET (dialog), "booking-aftercare");
  clinic_display_press ("ctrl+Return");
  agenda_test_await_closed (dialog);
}

static void
test_new_name_is_registered_on_the_spot (ClinicDesk *desk)
{
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  g_autoptr(GPtrArray) visits = NULL;
  GtkWindow *dialog;
  ClinicVisit *visit;

  agenda_test_click_time (agenda_test_get_view (page), DAY "T10:00",
                          agenda_test_practitioner (desk, 0));
  dialog = clinic_display_top ();
  clinic_display_type ("Zyx Qwertz");
  clinic_display_press ("Return");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (dialog, "given_name")), ==, "Zyx");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (dialog, "family_name")), ==, "Qwertz");
  clinic_display_type ("0664 123456");
  clinic_display_picture (GTK_WIDGET (dialog), "booking-register");
  clinic_display_press ("Return");
  agenda_test_await_closed (dialog);
  visit = get_booked (desk, &visits);
  g_assert_cmpstr (visit->family_name, ==, "Qwertz");
  g_assert_cmpstr (visit->phone, ==, "0664 123456");
}

static gpointer
cancel (ClinicAct  *act,
        gpointer    data,
        GError    **error)
{
  return clinic_session_cancel (act, *(gint64 *) data, "away", error) ? g_strdup ("done") : NULL;
}

static void
cancelled_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree char *done = clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL, NULL);

  g_assert_nonnull (done);
}

/* Somebody in the middle of a course whose next session was cancelled: it is booked again as that
 * session, when it is due, with who treats the course. */
static void
test_visit_belongs_to_the_course (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) before = agenda_test_list (desk, "2026-11-22", "2027-12-31");
  g_autoptr(GPtrArray) after = NULL;
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  ClinicVisit *next = NULL;
  ClinicVisit *again = NULL;
  GtkWindow *dialog;
  gint64 id;

  for (guint i = 0; i < before->len && next == NULL; i++)
    {
      if (((ClinicVisit *) before->pdata[i])->number > 1)
        next = before->pdata[i];
    }

  g_assert_nonnull (next);
  id = clinic_record_get_id (CLINIC_RECORD (next));
  clinic_desk_run_async (desk, cancel, &id, NULL, g_free, cancelled_cb, NULL);
  clinic_display_settle (desk);

  clinic_booking_present (page, desk, next->patient_id, NULL, 0);
  dialog = clinic_display_top ();
  g_assert_nonnull (clinic_display_find (GTK_WIDGET (dialog), "course_row"));
  g_assert_nonnull (clinic_display_find (GTK_WIDGET (dialog), "belongs"));
  clinic_display_picture (GTK_WIDGET (dialog), "booking-course");
  clinic_display_press ("Return");
  agenda_test_await_closed (dialog);
  after = agenda_test_list (desk, "2026-11-22", "2027-12-31");

  for (guint i = 0; i < after->len; i++)
    {
      ClinicVisit *visit = after->pdata[i];

      if (visit->course_id == next->course_id && visit->number == next->number &&
          g_strcmp0 (visit->status, "booked") == 0)
        again = visit;
    }

  g_assert_nonnull (again);
  g_assert_cmpint (again->practitioner_id, ==, next->practitioner_id);
}

/* Three letters, Enter, B: the course window with patient and time. */
static void
test_b_plans_a_course (ClinicDesk *desk)
{
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  GtkWindow *dialog;

  clinic_booking_present (page, desk, 0, DAY "T10:00", 0);
  dialog = clinic_display_top ();
  clinic_display_type ("hof");
  clinic_display_press ("Return b");
  agenda_test_await_closed (dialog);
  g_assert_true (CLINIC_IS_COURSE_WINDOW (clinic_display_top ()));
}

static void
test_time_that_cannot_be_read (ClinicDesk *desk)
{
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  GtkWindow *dialog;

  clinic_booking_present (page, desk, agenda_test_patient (desk, 3), DAY "T10:00",
                          agenda_test_practitioner (desk, 0));
  dialog = clinic_display_top ();
  gtk_widget_grab_focus (GTK_WIDGET (get_entry (dialog, "time")));
  clinic_display_press ("ctrl+a");
  clinic_display_type ("soon");
  clinic_display_press ("Return");
  g_assert_true (clinic_display_top () == dialog);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (dialog, "time")), ==, "soon");
}

/* Without a time: the first that is free on the day shown. */
static void
test_button_books_on_the_day_shown (ClinicDesk *desk)
{
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  g_autoptr(GPtrArray) visits = NULL;
  GtkWindow *dialog;

  clinic_display_click (clinic_display_find (page, "Book a visit"));
  dialog = clinic_display_top ();
  clinic_display_type ("hof");
  clinic_display_press ("Return Return");
  agenda_test_await_closed (dialog);
  g_assert_cmpstr (get_booked (desk, &visits)->starts, ==, DAY "T08:00");
}

/* The clinic is open from Monday to Friday from 8, on Saturday from 9 to 13; it is Saturday, 10:30. */
static void
test_first_time_is_in_the_hours (ClinicDesk *desk)
{
  static const struct { const char *when; const char *wall; } tries[] = {
    { NULL, "2026-11-21T10:30" },
    { "2026-11-21", "2026-11-21T10:30" },
    { "2026-11-22", "2026-11-23T08:00" },
    { "2026-11-24", "2026-11-24T08:00" },
    { "2026-11-22T21:15", "2026-11-22T21:15" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      g_autoptr(ClinicBookingWhen) when = clinic_booking_when_new ();
      g_autofree char *wall = NULL;

      clinic_booking_when_begin (when, desk, tries[i].when, agenda_test_practitioner (desk, 0));
      wall = clinic_booking_when_dup_wall (when);
      g_assert_cmpstr (wall, ==, tries[i].wall);
    }
}

static void
test_escape_and_names (ClinicDesk *desk)
{
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  GtkWindow *dialog;

  clinic_booking_present (page, desk, 0, DAY, 0);
  dialog = clinic_display_top ();
  clinic_display_check (GTK_WIDGET (dialog));
  clinic_display_press ("Escape");
  agenda_test_await_closed (dialog);
}

static void
test_other_looks (ClinicDesk *desk)
{
  GtkWidget *page;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  page = agenda_test_show (desk, DAY, "day");
  agenda_test_book (desk, 7, DAY "T10:00", agenda_test_practitioner (desk, 0));
  clinic_booking_present (page, desk, agenda_test_patient (desk, 3), DAY "T10:00",
                          agenda_test_practitioner (desk, 0));
  clinic_display_picture (GTK_WIDGET (clinic_display_top ()), "booking-dark-rtl");
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/booking/click", "receptionist", test_click_and_three_letters);
  clinic_display_add ("/booking/keyboard", "receptionist", test_keyboard_alone);
  clinic_display_add ("/booking/undo", "receptionist", test_undo_takes_the_booking_back);
  clinic_display_add ("/booking/taken", "receptionist",
                      test_taken_time_is_told_and_others_offered);
  clinic_display_add ("/booking/meanwhile", "receptionist", test_taken_meanwhile);
  clinic_display_add ("/booking/overbook", "manager", test_overbooking_takes_right_and_reason);
  clinic_display_add ("/booking/no-overbook", "receptionist", test_reception_may_not_overbook);
  clinic_display_add ("/booking/hours", "receptionist", test_outside_hours_takes_a_reason);
  clinic_display_add ("/booking/aftercare-is-told", "receptionist", test_aftercare_is_told_before_it_is_booked);
  clinic_display_add ("/booking/register", "receptionist",
                      test_new_name_is_registered_on_the_spot);
  clinic_display_add ("/booking/course", "receptionist", test_visit_belongs_to_the_course);
  clinic_display_add ("/booking/plan-course", "receptionist", test_b_plans_a_course);
  clinic_display_add ("/booking/unreadable", "receptionist", test_time_that_cannot_be_read);
  clinic_display_add ("/booking/button", "receptionist", test_button_books_on_the_day_shown);
  clinic_display_add ("/booking/first-time", "receptionist", test_first_time_is_in_the_hours);
  clinic_display_add ("/booking/escape", "receptionist", test_escape_and_names);
  clinic_display_add ("/booking/looks", "manager", test_other_looks);

  return g_test_run ();
}
