/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-agenda-days.h"
#include "clinic-agenda-test.h"
#include "clinic-booking-draft.h"
#include "clinic-course-draft.h"
#include "clinic-course-picks.h"
#include "clinic-display.h"
#include "clinic-today-state.h"

/* What the agenda's windows know, without a window. */

/* A Monday without visits of the demonstration. */
#define MONDAY "2027-03-01T09:00"

static void
count_cb (guint *n)
{
  (*n)++;
}

static char *
get_text (gpointer    object,
          const char *property)
{
  char *text = NULL;

  g_object_get (object, property, &text, NULL);

  return text;
}

static gboolean
get_flag (gpointer    object,
          const char *property)
{
  gboolean flag = FALSE;

  g_object_get (object, property, &flag, NULL);

  return flag;
}

static void
assert_text (gpointer    object,
             const char *property,
             const char *expected)
{
  g_autofree char *text = get_text (object, property);

  g_assert_cmpstr (text, ==, expected);
}

static ClinicBookingDraft *
begin_booking (ClinicDesk *desk,
               gint64      patient,
               const char *when)
{
  ClinicBookingDraft *draft = g_object_new (CLINIC_TYPE_BOOKING_DRAFT, NULL);

  clinic_booking_draft_begin (draft, desk, patient, when, agenda_test_practitioner (desk, 0));
  clinic_display_settle (desk);

  return draft;
}

static void
end_booking (ClinicBookingDraft *draft)
{
  clinic_booking_draft_stop (draft);
  g_assert_finalize_object (draft);
}

/* Only a person's pick is told. */
static void
test_pick_list (ClinicDesk *desk)
{
  ClinicPickList *list = clinic_pick_list_new ();
  guint n_picks = 0;

  g_signal_connect_swapped (list, "picked", G_CALLBACK (count_cb), &n_picks);
  g_assert_cmpint (clinic_pick_list_get_id (list), ==, 0);
  clinic_pick_list_begin (list);
  clinic_pick_list_add (list, 7, "seven");
  clinic_pick_list_add (list, 9, "nine");
  clinic_pick_list_end (list, 9);
  g_assert_cmpint (clinic_pick_list_get_id (list), ==, 9);
  g_assert_true (clinic_pick_list_set_id (list, 7));
  g_assert_false (clinic_pick_list_set_id (list, 8));
  g_assert_cmpint (clinic_pick_list_get_id (list), ==, 7);
  g_assert_cmpuint (n_picks, ==, 0);

  g_object_set (list, "selected", 1, NULL);
  g_assert_cmpint (clinic_pick_list_get_id (list), ==, 9);
  g_object_set (list, "selected", 1, NULL);
  g_object_set (list, "selected", 2, NULL);
  g_assert_cmpint (clinic_pick_list_get_id (list), ==, 9);
  g_assert_cmpuint (n_picks, ==, 1);
  g_assert_finalize_object (list);
}

static void
test_typed_time (ClinicDesk *desk)
{
  ClinicTypedTime *typed = clinic_typed_time_new ();
  g_autofree char *wall = NULL;
  guint n_typed = 0;

  g_signal_connect_swapped (typed, "typed", G_CALLBACK (count_cb), &n_typed);
  g_assert_false (get_flag (typed, "date-wrong"));
  clinic_typed_time_set_today (typed, clinic_desk_get_today (desk));
  clinic_typed_time_set_wall (typed, DAY "T10:15");
  assert_text (typed, "day", DAY);
  assert_text (typed, "time", "10:15");
  assert_text (typed, "date-title", "Date (Tuesday)");
  g_assert_cmpuint (n_typed, ==, 0);

  g_object_set (typed, "time", "soon", NULL);
  g_assert_true (get_flag (typed, "time-wrong"));
  g_assert_false (get_flag (typed, "date-wrong"));
  g_assert_null (clinic_typed_time_dup_wall (typed));
  g_object_set (typed, "time", "11", NULL);
  wall = clinic_typed_time_dup_wall (typed);
  g_assert_cmpstr (wall, ==, DAY "T11:00");
  g_assert_cmpuint (n_typed, ==, 2);
  g_assert_finalize_object (typed);
}

static void
test_booking_gaps (ClinicDesk *desk)
{
  ClinicBookingDraft *draft = begin_booking (desk, 0, DAY "T10:00");
  ClinicTypedTime *typed;

  typed = clinic_booking_when_get_typed (clinic_booking_draft_get_when (draft));
  g_assert_true (get_flag (draft, "searching"));
  g_assert_cmpint (clinic_booking_draft_find_gap (draft), ==, CLINIC_BOOKING_NOBODY);
  clinic_booking_draft_register (draft, "Zyx Qwertz");
  assert_text (draft, "given-name", "Zyx");
  assert_text (draft, "family-name", "Qwertz");
  g_assert_true (get_flag (draft, "registering"));
  g_assert_cmpint (clinic_booking_draft_find_gap (draft), ==, CLINIC_BOOKING_WHOLE);
  g_object_set (draft, "family-name", " ", NULL);
  g_assert_cmpint (clinic_booking_draft_find_gap (draft), ==, CLINIC_BOOKING_NO_NAME);
  g_object_set (draft, "family-name", "Q", NULL);
  g_object_set (typed, "time", "soon", NULL);
  g_assert_cmpint (clinic_booking_draft_find_gap (draft), ==, CLINIC_BOOKING_NO_TIME);
  g_assert_nonnull (clinic_booking_gap_words (CLINIC_BOOKING_NO_TIME));
  g_object_set (typed, "time", "10:00", NULL);
  g_object_set (draft, "overbook", TRUE, NULL);
  g_assert_cmpint (clinic_booking_draft_find_gap (draft), ==, CLINIC_BOOKING_NO_REASON);
  g_object_set (draft, "reason", "in pain", NULL);
  g_assert_cmpint (clinic_booking_draft_find_gap (draft), ==, CLINIC_BOOKING_WHOLE);
  g_assert_null (clinic_booking_gap_words (CLINIC_BOOKING_WHOLE));
  end_booking (draft);
}

static void
test_booking_clash (ClinicDesk *desk)
{
  g_autoptr(GListModel) slots = NULL;
  g_autofree char *clash = NULL;
  ClinicBookingDraft *draft;

  agenda_test_book (desk, 7, DAY "T10:00", agenda_test_practitioner (desk, 0));
  draft = begin_booking (desk, agenda_test_patient (desk, 3), DAY "T10:00");
  g_assert_true (get_flag (draft, "known"));
  clash = get_text (draft, "clash");
  g_assert_nonnull (clash);
  g_assert_true (get_flag (draft, "may-overbook"));
  g_object_get (draft, "free", &slots, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (slots), >, 0);

  /* Nothing is in the way of another time, and nothing to be overbooked. */
  g_object_set (draft, "overbook", TRUE, NULL);
  clinic_booking_when_choose (clinic_booking_draft_get_when (draft), DAY "T14:00");
  clinic_display_settle (desk);
  assert_text (draft, "clash", NULL);
  g_assert_false (get_flag (draft, "overbook"));
  g_assert_cmpuint (g_list_model_get_n_items (slots), ==, 0);
  end_booking (draft);
}

/* What was taken meanwhile is refused, and then says what is free. */
static void
test_booking_refused (ClinicDesk *desk)
{
  ClinicBookingDraft *draft = begin_booking (desk, agenda_test_patient (desk, 3), DAY "T10:00");
  g_autoptr(GPtrArray) visits = NULL;
  guint n_objected = 0;
  guint n_booked = 0;

  g_signal_connect_swapped (draft, "objected", G_CALLBACK (count_cb), &n_objected);
  g_signal_connect_swapped (draft, "booked", G_CALLBACK (count_cb), &n_booked);
  agenda_test_book (desk, 7, DAY "T10:00", agenda_test_practitioner (desk, 0));
  clinic_booking_draft_book (draft, NULL);
  g_assert_true (get_flag (draft, "busy"));
  clinic_display_settle (desk);
  g_assert_false (get_flag (draft, "busy"));
  g_assert_true (get_flag (draft, "refused"));
  g_assert_cmpuint (n_objected, ==, 1);

  clinic_booking_when_choose (clinic_booking_draft_get_when (draft), DAY "T14:00");
  g_assert_false (get_flag (draft, "refused"));
  clinic_display_settle (desk);
  clinic_booking_draft_book (draft, NULL);
  clinic_display_settle (desk);
  g_assert_cmpuint (n_booked, ==, 1);
  visits = agenda_test_list (desk, DAY, "2026-11-25");
  g_assert_cmpuint (visits->len, ==, 2);
  end_booking (draft);
}

static void
loaded_cb (ClinicCoursePicks   *picks,
           ClinicCourseOptions *options,
           ClinicCourseDraft   *draft)
{
  clinic_course_picks_fill (picks, clinic_course_draft_get_desk (draft), options);
}

static ClinicCourseDraft *
begin_course (ClinicDesk          *desk,
              ClinicCoursePicks   *picks,
              ClinicCourseRequest *request)
{
  ClinicCourseDraft *draft = g_object_new (CLINIC_TYPE_COURSE_DRAFT, NULL);

  *request = (ClinicCourseRequest) { .patient = agenda_test_patient (desk, 3), .first = MONDAY };
  g_signal_connect_swapped (draft, "loaded", G_CALLBACK (loaded_cb), picks);
  assert_text (draft, "step", "search");
  clinic_course_draft_begin (draft, desk, request->patient);
  clinic_display_settle (desk);
  clinic_course_picks_read (picks, request);
  assert_text (draft, "step", "form");
  assert_text (draft, "page", "nothing");
  clinic_course_draft_plan (draft, request, CLINIC_COURSE_ANEW);
  g_assert_true (get_flag (draft, "busy"));
  clinic_display_settle (desk);
  g_assert_true (get_flag (draft, "can-book"));

  return draft;
}

static void
test_course (ClinicDesk *desk)
{
  g_autoptr(ClinicCoursePicks) picks = clinic_course_picks_new ();
  g_autoptr(GListModel) sessions = NULL;
  g_autoptr(GPtrArray) visits = NULL;
  g_autoptr(GObject) second = NULL;
  ClinicCourseRequest request;
  ClinicCourseDraft *draft = begin_course (desk, picks, &request);
  guint n_booked = 0;

  assert_text (draft, "page", "plan");
  g_object_get (draft, "sessions", &sessions, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (sessions), >, 1);

  /* The same object at the other time, so that its row stays. */
  second = g_list_model_get_item (sessions, 1);
  clinic_course_draft_choose (draft, 2, "2027-03-09T10:00");
  assert_text (second, "starts", "2027-03-09T10:00");
  clinic_course_draft_plan (draft, &request, CLINIC_COURSE_AS_SETTLED);
  clinic_display_settle (desk);
  assert_text (second, "starts", "2027-03-09T10:00");
  clinic_course_draft_plan (draft, &request, CLINIC_COURSE_ANEW);
  clinic_display_settle (desk);
  assert_text (second, "starts", "2027-03-08T09:00");

  /* Another first time was not planned yet; another goal does not matter. */
  request.first = "2027-03-02T09:00";
  g_assert_false (clinic_course_draft_book (draft, &request, NULL));
  request.first = MONDAY;
  request.goal = "Less shedding";
  g_signal_connect_swapped (draft, "booked", G_CALLBACK (count_cb), &n_booked);
  g_assert_true (clinic_course_draft_book (draft, &request, NULL));
  g_assert_false (get_flag (draft, "can-choose"));
  clinic_display_settle (desk);
  g_assert_cmpuint (n_booked, ==, 1);
  visits = agenda_test_list (desk, "2027-03-01", "2027-03-02");
  g_assert_cmpuint (visits->len, ==, 1);
  clinic_course_draft_stop (draft);
  g_assert_finalize_object (draft);
}

static void
test_course_taken (ClinicDesk *desk)
{
  g_autoptr(ClinicCoursePicks) picks = clinic_course_picks_new ();
  ClinicCourseRequest request;
  ClinicCourseDraft *draft = begin_course (desk, picks, &request);
  guint n_refused = 0;

  agenda_test_book (desk, 7, MONDAY, request.practitioner);
  g_signal_connect_swapped (draft, "refused", G_CALLBACK (count_cb), &n_refused);
  g_assert_true (clinic_course_draft_book (draft, &request, NULL));
  clinic_display_settle (desk);
  g_assert_cmpuint (n_refused, ==, 1);
  g_assert_true (get_flag (draft, "can-settle"));
  g_assert_false (get_flag (draft, "can-book"));
  assert_text (draft, "clash-words", "1 session cannot be as planned");
  clinic_course_draft_plan (draft, &request, CLINIC_COURSE_NEAREST);
  clinic_display_settle (desk);
  g_assert_true (get_flag (draft, "can-book"));
  clinic_course_draft_stop (draft);
  g_assert_finalize_object (draft);
}

static void
test_agenda_days (ClinicDesk *desk)
{
  ClinicAgendaDays *days = g_object_new (CLINIC_TYPE_AGENDA_DAYS, NULL);
  guint n_loaded = 0;
  g_autofree char *wanted = NULL;

  g_assert_false (clinic_agenda_days_show (days, "someday"));
  g_assert_true (clinic_agenda_days_show (days, DAY "T10:00"));
  assert_text (days, "title", "Tuesday 24 November 2026");
  wanted = clinic_agenda_days_steal_wanted (days);
  g_assert_cmpstr (wanted, ==, DAY "T10:00");
  g_assert_null (clinic_agenda_days_steal_wanted (days));
  g_assert_true (clinic_agenda_days_step (days, 1));
  assert_text (days, "date", "2026-11-25");
  g_object_set (days, "mode", "month", NULL);
  assert_text (days, "mode", "day");
  g_object_set (days, "mode", "week", NULL);
  assert_text (days, "title", "Mon 23 – Sun 29 November 2026");
  g_assert_true (clinic_agenda_days_step (days, -1));
  assert_text (days, "date", "2026-11-18");
  g_assert_true (clinic_agenda_days_show (days, DAY));
  g_object_set (days, "mode", "day", NULL);

  g_assert_false (get_flag (days, "empty"));
  g_signal_connect_swapped (days, "loaded", G_CALLBACK (count_cb), &n_loaded);
  clinic_agenda_days_load (days, desk);
  clinic_agenda_days_load (days, desk);
  clinic_display_settle (desk);
  g_assert_cmpuint (n_loaded, ==, 1);
  g_assert_true (get_flag (days, "empty"));
  agenda_test_book (desk, 7, DAY "T10:00", agenda_test_practitioner (desk, 0));
  clinic_agenda_days_load (days, desk);
  clinic_display_settle (desk);
  assert_text (days, "count-words", "1 visit");

  /* Nobody is told once it was stopped. */
  clinic_agenda_days_load (days, desk);
  clinic_agenda_days_stop (days);
  clinic_display_settle (desk);
  g_assert_cmpuint (n_loaded, ==, 2);
  g_assert_finalize_object (days);
}

static ClinicTodayState *
begin_today (ClinicDesk *desk)
{
  ClinicTodayState *state = g_object_new (CLINIC_TYPE_TODAY_STATE, NULL);

  clinic_today_state_begin (state, desk);

  return state;
}

static void
test_today_of_a_practitioner (ClinicDesk *desk)
{
  ClinicTodayState *state = begin_today (desk);
  guint n_refreshed = 0;

  g_signal_connect_swapped (state, "refreshed", G_CALLBACK (count_cb), &n_refreshed);
  assert_text (state, "first-view", "mine");
  assert_text (state, "date-words", "Saturday 21 November 2026");
  g_assert_cmpint (clinic_today_state_get_practitioner (state), ==,
                   clinic_today_state_get_actor (state));
  g_assert_null (clinic_today_state_get_facts (state));
  clinic_today_state_reload (state);
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_today_state_get_facts (state));
  g_assert_cmpuint (g_list_model_get_n_items (clinic_today_state_get_visits (state)), >, 0);
  g_assert_cmpuint (n_refreshed, ==, 2);
  clinic_today_state_stop (state);
  g_assert_finalize_object (state);
}

static void
test_today_of_a_manager (ClinicDesk *desk)
{
  ClinicTodayState *state = begin_today (desk);

  assert_text (state, "first-view", "figures");
  g_assert_true (get_flag (state, "several"));
  g_assert_true (get_flag (state, "receives"));
  g_assert_false (get_flag (state, "treats"));
  g_assert_cmpint (clinic_today_state_get_practitioner (state), ==, 0);
  clinic_today_state_stop (state);
  g_assert_finalize_object (state);
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/drafts/pick-list", "receptionist", test_pick_list);
  clinic_display_add ("/drafts/typed-time", "receptionist", test_typed_time);
  clinic_display_add ("/drafts/booking/gaps", "receptionist", test_booking_gaps);
  clinic_display_add ("/drafts/booking/clash", "manager", test_booking_clash);
  clinic_display_add ("/drafts/booking/refused", "receptionist", test_booking_refused);
  clinic_display_add ("/drafts/course/settled", "receptionist", test_course);
  clinic_display_add ("/drafts/course/taken", "receptionist", test_course_taken);
  clinic_display_add ("/drafts/agenda/days", "receptionist", test_agenda_days);
  clinic_display_add ("/drafts/today/practitioner", "practitioner", test_today_of_a_practitioner);
  clinic_display_add ("/drafts/today/manager", "manager", test_today_of_a_manager);

  return g_test_run ();
}
