/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the front desk is told of the visits of a day. */

#include "config.h"

#include "chart-fixture.h"
#include "clinic-aftercare.h"
#include "clinic-alert.h"
#include "clinic-check-in-save.h"
#include "clinic-consent-sign.h"
#include "clinic-finding.h"
#include "clinic-plan.h"
#include "clinic-setup.h"
#include "clinic-test.h"
#include "clinic-visit-alert.h"

#define TODAY "2026-11-21"

static ClinicVisitAlert *
find_alert (ChartFixture *self,
            gint64        session)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) alerts = clinic_visit_alerts_load (self->db, TODAY, &error);

  g_assert_no_error (error);

  return clinic_visit_alert_copy (g_hash_table_lookup (alerts, &session));
}

static gint64
sign (ChartFixture *self,
      gint64        patient)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) forms = clinic_consent_list_forms (self->db, "treatment", TODAY, &error);
  g_autoptr(ClinicConsent) consent = clinic_consent_new ();
  gint64 id;

  g_assert_no_error (error);
  g_assert_cmpuint (forms->len, >, 0);
  g_object_set (consent, "patient-id", patient, "consent-template-id",
                clinic_record_get_id (forms->pdata[0]), "signed-name", "Ada Testa", "strokes",
                "100,200,500,0 400,250,700,16", NULL);
  id = clinic_consent_sign (self->act, consent, &error);
  g_assert_no_error (error);

  return id;
}

static void
test_consent_is_asked_for_until_signed (ClinicDb *db)
{
  ChartFixture self = { 0 };
  g_autoptr(ClinicVisitAlert) alert = NULL;
  g_autoptr(GError) error = NULL;
  gint64 consent;

  chart_fixture_init (&self, db);

  /* Nobody ever signed here: the clinic keeps its consents elsewhere. */
  g_assert_null (find_alert (&self, self.session));

  sign (&self, self.clinic.other_patient);
  alert = find_alert (&self, self.session);
  g_assert_nonnull (alert);
  g_assert_true (alert->unsigned_consent);
  g_assert_false (alert->withdrawn_consent);

  consent = sign (&self, self.clinic.patient);
  g_assert_null (find_alert (&self, self.session));

  clinic_consent_withdraw (self.act, consent, "Thought better of it", &error);
  g_assert_no_error (error);
  clinic_visit_alert_free (alert);
  alert = find_alert (&self, self.session);
  g_assert_nonnull (alert);
  g_assert_false (alert->unsigned_consent);
  g_assert_true (alert->withdrawn_consent);
  chart_fixture_clear (&self);
}

static void
test_aftercare_of_another_treatment (ClinicDb *db)
{
  ChartFixture self = { 0 };
  g_autoptr(ClinicVisitAlert) alert = NULL;
  gint64 late;

  chart_fixture_init (&self, db);
  late = chart_put_session (&self, self.clinic.patient, "2026-11-21T16:00", "2026-11-21T16:30",
                            "booked");
  chart_put_session (&self, self.clinic.patient, "2026-11-10T16:00", "2026-11-10T16:30", "done");
  g_assert_null (find_alert (&self, late));

  chart_put_session (&self, self.clinic.patient, "2026-11-17T16:00", "2026-11-17T16:30", "done");
  alert = find_alert (&self, late);
  g_assert_nonnull (alert);
  g_assert_cmpstr (alert->until, ==, "2026-11-24T16:30");

  /* What is over is not told any more. */
  clinic_visit_alert_free (alert);
  alert = find_alert (&self, chart_put_session (&self, self.clinic.patient, "2026-11-21T17:00",
                                                "2026-11-21T17:30", "done"));
  g_assert_null (alert);
  chart_fixture_clear (&self);
}

static void
test_coloured_hair (ClinicDb *db)
{
  ChartFixture self = { 0 };
  g_autoptr(GPtrArray) answers = NULL;
  g_autoptr(ClinicVisitAlert) alert = NULL;
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&self, db);
  answers = clinic_store_list_by (db, CLINIC_TYPE_CHECK_IN, "session_id", self.session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (answers->len, ==, 1);
  g_object_set (answers->pdata[0], "hair-colour", "yes", NULL);
  clinic_check_in_save (self.act, answers->pdata[0], &error);
  g_assert_no_error (error);
  alert = find_alert (&self, self.session);
  g_assert_nonnull (alert);
  g_assert_true (alert->coloured);
  g_assert_null (alert->until);
  chart_fixture_clear (&self);
}

static gboolean
clashes (ChartFixture *self,
         const char   *rule,
         const char   *starts,
         const char   *ends)
{
  g_autoptr(ClinicSession) visit = g_object_new (CLINIC_TYPE_SESSION,
                                                 "patient-id", self->clinic.patient,
                                                 "practitioner-id", self->clinic.practitioner,
                                                 "starts", starts, "ends", ends, "status", "booked",
                                                 NULL);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) error = NULL;
  gboolean clash = FALSE;

  clinic_alert_add (self->db, visit, CLINIC_UNKNOWN, found, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < found->len; i++)
    clash |= g_str_equal (CLINIC_FINDING (found->pdata[i])->rule, rule);

  return clash;
}

/* Who books is told of what is only booked too. */
static void
test_booking_after_a_booked_treatment (ClinicDb *db)
{
  ChartFixture self = { 0 };

  chart_fixture_init (&self, db);
  g_assert_false (clashes (&self, "aftercare-clash", "2026-12-04T10:00", "2026-12-04T10:30"));
  chart_put_session (&self, self.clinic.patient, "2026-12-01T10:00", "2026-12-01T10:30", "booked");
  g_assert_true (clashes (&self, "aftercare-clash", "2026-12-04T10:00", "2026-12-04T10:30"));
  g_assert_false (clashes (&self, "aftercare-clash", "2026-12-09T10:00", "2026-12-09T10:30"));

  /* What was booked and never took place does not count. */
  chart_put_session (&self, self.clinic.other_patient, "2026-11-19T10:00", "2026-11-19T10:30", "booked");
  self.clinic.patient = self.clinic.other_patient;
  g_assert_false (clashes (&self, "aftercare-clash", "2026-11-23T10:00", "2026-11-23T10:30"));
  chart_fixture_clear (&self);
}

/* And of what is booked after it, within its own aftercare. */
static void
test_booking_before_a_booked_treatment (ClinicDb *db)
{
  ChartFixture self = { 0 };

  chart_fixture_init (&self, db);
  g_assert_false (clashes (&self, "aftercare-next", "2026-12-04T10:00", "2026-12-04T10:30"));
  chart_put_session (&self, self.clinic.patient, "2026-12-07T10:00", "2026-12-07T10:30", "confirmed");
  g_assert_true (clashes (&self, "aftercare-next", "2026-12-04T10:00", "2026-12-04T10:30"));
  g_assert_false (clashes (&self, "aftercare-next", "2026-11-28T10:00", "2026-11-28T10:30"));
  g_assert_false (clashes (&self, "aftercare-next", "2026-12-08T10:00", "2026-12-08T10:30"));

  /* What does not take place is in nobody's way. */
  chart_put_session (&self, self.clinic.patient, "2027-01-07T10:00", "2027-01-07T10:30", "cancelled");
  g_assert_false (clashes (&self, "aftercare-next", "2027-01-05T10:00", "2027-01-05T10:30"));
  chart_fixture_clear (&self);
}

static const char *
get_note (ClinicCoursePlan *plan,
          guint             number)
{
  return ((ClinicPlanned *) plan->sessions->pdata[number - 1])->note;
}

/* Who plans a course is told with each of its sessions, in the same words; the sessions of the course are
 * not in each other's way. */
static void
test_planning_a_course_between_treatments (ClinicDb *db)
{
  ChartFixture self = { 0 };
  ClinicCourseRequest request = { .first = "2027-02-01T09:00" };
  g_autoptr(ClinicAct) owner = NULL;
  g_autoptr(ClinicCoursePlan) plan = NULL;
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&self, db);
  request.patient = self.clinic.patient;
  request.protocol = self.clinic.protocol;
  request.practitioner = self.clinic.practitioner;
  plan = clinic_course_plan (db, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan->n_notes, ==, 0);

  /* Within a week before the first, and between the second and the third (8 and 15 February). */
  chart_put_session (&self, self.clinic.patient, "2027-01-29T10:00", "2027-01-29T10:30", "booked");
  chart_put_session (&self, self.clinic.patient, "2027-02-12T10:00", "2027-02-12T10:30", "confirmed");
  g_assert_true (clinic_course_plan_choose (db, plan, 1, request.first, &error));
  g_assert_cmpuint (plan->n_notes, ==, 3);
  g_assert_cmpstr (get_note (plan, 1), ==, "The aftercare of an earlier treatment asks for no other "
                   "treatment of the scalp until 5 Feb 2027.");
  g_assert_cmpstr (get_note (plan, 2), ==, "Another treatment of the scalp is booked on 12 Feb 2027, "
                   "within the aftercare of this one.");
  g_assert_cmpstr (get_note (plan, 3), ==, "The aftercare of an earlier treatment asks for no other "
                   "treatment of the scalp until 19 Feb 2027.");
  g_assert_null (get_note (plan, 4));
  g_assert_cmpuint (plan->n_clashes, ==, 0);

  /* Elsewhere it is gone; what the clinic does not want to hear is not said. */
  g_assert_true (clinic_course_plan_choose (db, plan, 1, "2027-02-22T09:00", &error));
  g_assert_cmpuint (plan->n_notes, ==, 0);
  owner = clinic_act_new (db, self.clinic.owner);
  g_assert_true (clinic_setting_save (owner, "rule.aftercare-clash.severity", "off", &error));
  g_assert_no_error (error);
  g_assert_true (clinic_course_plan_choose (db, plan, 1, request.first, &error));
  g_assert_cmpuint (plan->n_notes, ==, 1);
  chart_fixture_clear (&self);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/visit-alert/consent-is-asked-for-until-signed",
                   test_consent_is_asked_for_until_signed);
  clinic_test_add ("/visit-alert/aftercare-of-another-treatment", test_aftercare_of_another_treatment);
  clinic_test_add ("/visit-alert/coloured-hair", test_coloured_hair);
  clinic_test_add ("/visit-alert/booking-after-a-booked-treatment",
                   test_booking_after_a_booked_treatment);

  clinic_test_add ("/visit-alert/booking-before-a-booked-treatment",
                   test_booking_before_a_booked_treatment);

  clinic_test_add ("/visit-alert/planning-a-course-between-treatments",
                   test_planning_a_course_between_treatments);

  return g_test_run ();
}
