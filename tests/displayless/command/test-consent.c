/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "chart-fixture.h"
#include "clinic-aftercare-rule.h"
#include "clinic-alert.h"
#include "clinic-clock.h"
#include "clinic-consent-sign.h"
#include "clinic-course.h"
#include "clinic-finding.h"
#include "clinic-setup.h"
#include "clinic-strokes.h"
#include "clinic-test.h"
#include "clinic-undo.h"

#define STROKES "100,200,500,0 150,250,700,16;300,220,400,40 320,200,0,60"

typedef struct
{
  ChartFixture clinic;
  ClinicDb    *db;
} Fixture;

static void
set_rule (ClinicDb   *db,
          gint64      owner,
          const char *key,
          const char *value)
{
  g_autoptr(ClinicAct) act = clinic_act_new (db, owner);
  g_autoptr(GError) error = NULL;

  clinic_setting_save (act, key, value, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture  *self,
        ClinicDb *db)
{
  self->db = db;
  chart_fixture_init (&self->clinic, db);
  set_rule (db, self->clinic.clinic.owner, "rule.consent-unused.severity", NULL);
}

static void
tear_down (Fixture *self)
{
  clinic_clock_set (1795253400000);
  chart_fixture_clear (&self->clinic);
}

static void
advance_days (guint days)
{
  clinic_clock_set (clinic_clock_now () + days * 86400000LL);
}

static ClinicConsentTemplate *
find_form (Fixture    *self,
           const char *purpose,
           const char *language)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *today = clinic_clock_today ("Europe/Vienna");
  g_autoptr(GPtrArray) forms = clinic_consent_list_forms (self->db, purpose, today, &error);

  g_assert_no_error (error);

  for (guint i = 0; i < forms->len; i++)
    {
      if (g_strcmp0 (CLINIC_CONSENT_TEMPLATE (forms->pdata[i])->language, language) == 0)
        return g_object_ref (forms->pdata[i]);
    }

  g_assert_not_reached ();
}

static ClinicConsent *
make_consent (Fixture    *self,
              const char *purpose,
              const char *scope)
{
  g_autoptr(ClinicConsentTemplate) form = find_form (self, purpose, "en");
  ClinicConsent *consent = clinic_consent_new ();

  g_object_set (consent,
                "patient-id", self->clinic.clinic.patient,
                "consent-template-id", clinic_record_get_id (CLINIC_RECORD (form)),
                "scope", scope,
                "signed-name", "Ada Testa",
                "strokes", STROKES,
                NULL);

  return consent;
}

/* Somebody else signed: from then on the clinic takes consents. */
static void
begin_to_take (Fixture *self)
{
  g_autoptr(ClinicConsent) consent = make_consent (self, "treatment", NULL);
  g_autoptr(GError) error = NULL;

  g_object_set (consent, "patient-id", self->clinic.clinic.other_patient, NULL);
  clinic_consent_sign (self->clinic.act, consent, &error);
  g_assert_no_error (error);
}

static gint64
sign (Fixture    *self,
      const char *purpose,
      const char *scope)
{
  g_autoptr(ClinicConsent) consent = make_consent (self, purpose, scope);
  g_autoptr(GError) error = NULL;
  gint64 id = clinic_consent_sign (self->clinic.act, consent, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);
  g_assert_cmpint (clinic_record_get_id (CLINIC_RECORD (consent)), ==, id);

  return id;
}

/* The severity of a rule's finding in the chart: "none" when it says nothing. */
static const char *
say (Fixture    *self,
     const char *rule)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicChart) chart = chart_open (&self->clinic);
  g_autoptr(GPtrArray) found = clinic_chart_check (self->db, chart, &error);

  g_assert_no_error (error);

  for (guint i = 0; i < found->len; i++)
    {
      if (g_strcmp0 (CLINIC_FINDING (found->pdata[i])->rule, rule) == 0)
        return g_intern_string (CLINIC_FINDING (found->pdata[i])->severity);
    }

  return "none";
}

static gboolean
may_export (Fixture    *self,
            const char *scope)
{
  g_autoptr(GError) error = NULL;
  gboolean allowed = FALSE;

  clinic_consent_allows_photos (self->db, self->clinic.clinic.patient, scope, &allowed, &error);
  g_assert_no_error (error);

  return allowed;
}

static void
test_chart_stops_until_signed (ClinicDb *db)
{
  Fixture self = { 0 };

  set_up (&self, db);
  g_assert_cmpstr (say (&self, "consent-missing"), ==, "none");
  g_assert_cmpstr (say (&self, "consent-unused"), ==, "note");
  begin_to_take (&self);
  g_assert_cmpstr (say (&self, "consent-unused"), ==, "none");
  g_assert_cmpstr (say (&self, "consent-missing"), ==, "stop");
  sign (&self, "treatment", NULL);
  g_assert_cmpstr (say (&self, "consent-missing"), ==, "none");
  g_assert_cmpstr (say (&self, "consent-unconfirmed"), ==, "none");
  tear_down (&self);
}

/* Signed days before, it is said again once; that can be taken back. */
static void
test_said_again_before_each_session (ClinicDb *db)
{
  Fixture self = { 0 };
  g_autoptr(GError) error = NULL;
  gint64 first;
  gint64 operation;

  set_up (&self, db);
  clinic_clock_set (clinic_clock_now () - 10 * 86400000LL);
  set_rule (db, self.clinic.clinic.owner, "x", "y");
  clinic_db_begin (db, CLINIC_DB_CHANGE, &error);
  {
    g_autoptr(ClinicStatement) statement =
      clinic_db_prepare (db, "UPDATE consent_template SET valid_from = '2026-01-01'", &error);
    g_assert_no_error (error);
    clinic_statement_run (statement, &error);
    g_assert_no_error (error);
  }
  clinic_db_commit (db, &error);
  g_assert_no_error (error);
  sign (&self, "treatment", NULL);
  advance_days (10);
  g_assert_cmpstr (say (&self, "consent-unconfirmed"), ==, "warn");

  first = clinic_consent_confirm (self.clinic.act, self.clinic.session, &error);
  g_assert_no_error (error);
  operation = self.clinic.act->done;
  g_assert_cmpstr (say (&self, "consent-unconfirmed"), ==, "none");
  g_assert_cmpint (clinic_consent_confirm (self.clinic.act, self.clinic.session, &error), ==, first);

  clinic_undo (self.clinic.act, operation, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (say (&self, "consent-unconfirmed"), ==, "warn");
  tear_down (&self);
}

static void
test_withdrawn_stops_again_and_stays (ClinicDb *db)
{
  Fixture self = { 0 };
  g_autoptr(GError) error = NULL;
  gint64 consent;
  gboolean stands = FALSE;

  set_up (&self, db);
  consent = sign (&self, "treatment", NULL);
  clinic_consent_stands (db, self.clinic.clinic.patient, CLINIC_UNKNOWN, &stands, &error);
  g_assert_no_error (error);
  g_assert_true (stands);

  g_assert_cmpint (clinic_consent_withdraw (self.clinic.act, consent, " ", &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (clinic_consent_withdraw (self.clinic.clinic.act, consent, "Own wish", &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpstr (say (&self, "consent-withdrawn"), ==, "stop");
  g_assert_cmpstr (say (&self, "consent-missing"), ==, "none");
  clinic_consent_stands (db, self.clinic.clinic.patient, CLINIC_UNKNOWN, &stands, &error);
  g_assert_false (stands);

  g_assert_false (clinic_undo (self.clinic.clinic.act, self.clinic.clinic.act->done, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (clinic_consent_confirm (self.clinic.act, self.clinic.session, &error), ==, 0);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (clinic_consent_withdraw (self.clinic.act, consent, "Again", &error), ==, 0);
  g_clear_error (&error);

  /* Signed anew it stands. */
  advance_days (0);
  clinic_clock_set (clinic_clock_now () + 60000);
  sign (&self, "treatment", NULL);
  g_assert_cmpstr (say (&self, "consent-withdrawn"), ==, "none");
  tear_down (&self);
}

static void
test_signature_cannot_be_taken_back (ClinicDb *db)
{
  Fixture self = { 0 };
  g_autoptr(GError) error = NULL;

  set_up (&self, db);
  sign (&self, "treatment", NULL);
  g_assert_false (clinic_undo (self.clinic.act, self.clinic.act->done, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_cmpint (command_count (db, "SELECT count(*) FROM consent"), ==, 1);
  tear_down (&self);
}

/* A touch of the pad is nobody's signature, however often; nor is what cannot be read. */
static void
test_dot_is_no_signature (ClinicDb *db)
{
  static const char *const scribbles[] = {
    "500,200,500,0", "500,200,500,0 503,202,500,8", "500,200,500,0;100,100,500,90;700,300,500,200", "500,200", "",
  };
  Fixture self = { 0 };

  set_up (&self, db);

  for (guint i = 0; i < G_N_ELEMENTS (scribbles); i++)
    {
      g_autoptr(ClinicConsent) consent = make_consent (&self, "treatment", NULL);
      g_autoptr(GError) error = NULL;

      g_object_set (consent, "strokes", scribbles[i], NULL);
      g_assert_cmpint (clinic_consent_sign (self.clinic.act, consent, &error), ==, 0);
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, "Signature: "));
    }

  g_assert_cmpint (command_count (db, "SELECT count(*) FROM consent"), ==, 0);
  tear_down (&self);
}

/* Whatever is changed past the program, the mark no longer fits. */
static void
test_changed_form_is_seen (ClinicDb *db)
{
  Fixture self = { 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicRecord) consent = NULL;
  g_autoptr(ClinicConsentTemplate) form = NULL;
  g_autofree char *mark = NULL;
  g_autofree char *other = NULL;
  gboolean intact = FALSE;
  gint64 id;

  set_up (&self, db);
  id = sign (&self, "treatment", NULL);
  clinic_consent_verify (db, id, &intact, &error);
  g_assert_no_error (error);
  g_assert_true (intact);

  consent = clinic_store_find (db, CLINIC_TYPE_CONSENT, id, &error);
  form = find_form (&self, "treatment", "en");
  mark = clinic_consent_fingerprint (CLINIC_CONSENT (consent), form);
  g_assert_cmpstr (mark, ==, CLINIC_CONSENT (consent)->fingerprint);
  g_object_set (consent, "patient-id", self.clinic.clinic.other_patient, NULL);
  other = clinic_consent_fingerprint (CLINIC_CONSENT (consent), form);
  g_assert_cmpstr (other, !=, mark);

  /* And the database refuses to. */
  clinic_db_begin (db, CLINIC_DB_CHANGE, NULL);
  {
    g_autoptr(ClinicStatement) statement =
      clinic_db_prepare (db, "UPDATE consent SET signed_name = 'Other'", NULL);
    g_assert_cmpint (clinic_statement_run (statement, &error), <, 0);
    g_assert_nonnull (error);
  }
  clinic_db_rollback (db);
  tear_down (&self);
}

static void
test_signed_form_becomes_a_new_version (ClinicDb *db)
{
  Fixture self = { 0 };
  g_autoptr(ClinicConsentTemplate) form = NULL;
  g_autoptr(ClinicRecord) old = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *body = NULL;
  gint64 first;

  set_up (&self, db);
  form = find_form (&self, "treatment", "en");
  first = clinic_record_get_id (CLINIC_RECORD (form));
  body = g_strconcat (form->body, "\n\nOne sentence more.", NULL);

  /* Nobody signed it: it is changed itself. */
  g_object_set (form, "title", "Consent", NULL);
  g_assert_cmpint (clinic_consent_form_save (self.clinic.act, form, &error), ==, first);
  g_assert_no_error (error);
  g_assert_cmpint (form->number, ==, 1);

  sign (&self, "treatment", NULL);
  g_object_set (form, "body", body, NULL);
  g_assert_cmpint (clinic_consent_form_save (self.clinic.act, form, &error), !=, first);
  g_assert_no_error (error);
  g_assert_cmpint (form->number, ==, 2);
  old = clinic_store_find (db, CLINIC_TYPE_CONSENT_TEMPLATE, first, &error);
  g_assert_cmpstr (CLINIC_CONSENT_TEMPLATE (old)->body, !=, body);
  g_assert_cmpstr (say (&self, "consent-outdated"), ==, "warn");

  /* The old version cannot be signed any more. */
  {
    g_autoptr(ClinicConsent) late = make_consent (&self, "treatment", NULL);

    g_object_set (late, "consent-template-id", first, NULL);
    g_assert_cmpint (clinic_consent_sign (self.clinic.act, late, &error), ==, 0);
    g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  }
  tear_down (&self);
}

static void
test_photographs_need_their_own_consent (ClinicDb *db)
{
  Fixture self = { 0 };
  g_autoptr(GError) error = NULL;
  gint64 consent;

  set_up (&self, db);
  sign (&self, "treatment", NULL);
  g_assert_false (may_export (&self, "record"));
  consent = sign (&self, "photo", "teaching");
  g_assert_true (may_export (&self, "record"));
  g_assert_true (may_export (&self, "teaching"));
  g_assert_false (may_export (&self, "publication"));
  clinic_consent_withdraw (self.clinic.act, consent, "Own wish", &error);
  g_assert_no_error (error);
  g_assert_false (may_export (&self, "record"));

  /* A scope is the photographs' alone, and they need one. */
  {
    g_autoptr(ClinicConsent) bare = make_consent (&self, "photo", NULL);
    g_autoptr(ClinicConsent) odd = make_consent (&self, "treatment", "record");

    g_assert_cmpint (clinic_consent_sign (self.clinic.act, bare, NULL), ==, 0);
    g_assert_cmpint (clinic_consent_sign (self.clinic.act, odd, NULL), ==, 0);
  }
  tear_down (&self);
}

/* A consent is for its course: another course asks again. */
static void
test_each_course_has_its_own (ClinicDb *db)
{
  Fixture self = { 0 };
  gint64 course;
  g_autoptr(ClinicConsent) foreign = NULL;

  set_up (&self, db);
  sign (&self, "treatment", NULL);
  course = chart_put (db, g_object_new (CLINIC_TYPE_COURSE, "patient-id",
                                        self.clinic.clinic.patient, "status", "active", NULL));
  self.clinic.session = chart_put (db, g_object_new (CLINIC_TYPE_SESSION,
                                                     "patient-id", self.clinic.clinic.patient,
                                                     "course-id", course,
                                                     "practitioner-id", self.clinic.clinic.practitioner,
                                                     "starts", "2026-11-21T11:00",
                                                     "ends", "2026-11-21T11:30",
                                                     "status", "arrived", NULL));
  g_assert_cmpstr (say (&self, "consent-missing"), ==, "stop");

  foreign = make_consent (&self, "treatment", NULL);
  g_object_set (foreign, "course-id", course, "patient-id", self.clinic.clinic.other_patient, NULL);
  g_assert_cmpint (clinic_consent_sign (self.clinic.act, foreign, NULL), ==, 0);
  tear_down (&self);
}

/* Who books sees it, as a note; so does a treatment of another kind within the aftercare. */
static void
test_booking_is_told (ClinicDb *db)
{
  Fixture self = { 0 };
  g_autoptr(ClinicSession) visit = clinic_session_new ();
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) error = NULL;
  guint n_missing = 0;
  guint n_clashes = 0;

  set_up (&self, db);
  chart_treat (&self.clinic);
  begin_to_take (&self);
  g_object_set (visit, "patient-id", self.clinic.clinic.patient, "practitioner-id",
                self.clinic.clinic.practitioner, "starts", "2026-11-25T10:00",
                "ends", "2026-11-25T10:30", "status", "booked", NULL);
  clinic_alert_add (db, visit, CLINIC_UNKNOWN, found, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < found->len; i++)
    {
      ClinicFinding *finding = found->pdata[i];

      g_assert_cmpstr (finding->severity, ==, "note");
      n_missing += g_str_equal (finding->rule, "consent-missing");
      n_clashes += g_str_equal (finding->rule, "aftercare-clash");
    }

  g_assert_cmpuint (n_missing, ==, 1);
  g_assert_cmpuint (n_clashes, ==, 1);
  tear_down (&self);
}

static void
test_strokes_are_read_back (void)
{
  g_autoptr(GPtrArray) strokes = clinic_strokes_parse (STROKES);
  g_autofree char *again = NULL;
  const char *bad[] = { "", ";", "1,2,3", "1,2,3,4;", "1,2,3,4 ", "1,2,3,4,5", "a", "1,2,-3,4",
                        "99999,1,1,1", NULL };

  g_assert_nonnull (strokes);
  g_assert_cmpuint (strokes->len, ==, 2);
  again = clinic_strokes_format (strokes);
  g_assert_cmpstr (again, ==, STROKES);

  for (guint i = 0; bad[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) none = clinic_strokes_parse (bad[i]);

      g_test_message ("“%s”", bad[i]);
      g_assert_null (none);
    }
}

typedef struct
{
  const char *side;
  gint64      amount;
  const char *unit;
  const char *wall;
  const char *limit;
} Vector;

/* Vienna: on 2026-03-29 02:00 is 03:00, on 2026-10-25 03:00 is 02:00. */
static const Vector vectors[] = {
  { "after", 48, "hours", "2026-11-21T10:30", "2026-11-23T10:30" },
  { "after", 24, "hours", "2026-03-28T17:00", "2026-03-29T18:00" },
  { "after", 48, "hours", "2026-10-24T17:00", "2026-10-26T16:00" },
  { "after", 24, "hours", "2026-03-29T01:30", "2026-03-30T02:30" },
  { "after", 7, "days", "2026-03-25T17:00", "2026-04-01T17:00" },
  { "after", 7, "days", "2026-10-20T17:00", "2026-10-27T17:00" },
  { "after", 1, "days", "2026-03-28T02:30", "2026-03-29T03:00" },
  { "after", 0, "day_end", "2026-11-21T10:30", "2026-11-22T00:00" },
  { "after", 0, "day_end", "2026-03-29T10:30", "2026-03-30T00:00" },
  { "after", 0, "day_end", "2026-12-31T18:00", "2027-01-01T00:00" },
  { "after", 1, "day_end", "2028-02-28T18:00", "2028-03-01T00:00" },
  { "after", 48, "hours", "2026-02-27T12:00", "2026-03-01T12:00" },
  { "after", 48, "hours", "2028-02-27T12:00", "2028-02-29T12:00" },
  { "after", 7, "days", "2026-01-31T12:00", "2026-02-07T12:00" },
  { "before", 2, "days", "2026-12-01T10:00", "2026-11-29T10:00" },
  { "before", 0, "day_end", "2026-12-01T10:00", "2026-12-01T00:00" },
  { "before", 48, "hours", "2026-03-30T10:00", "2026-03-28T09:00" },
};

static void
test_aftercare_is_real_time (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Europe/Vienna");

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      const Vector *vector = &vectors[i];
      g_autoptr(ClinicAftercareRule) rule = clinic_aftercare_rule_new ();
      g_autofree char *limit = NULL;

      g_object_set (rule, "side", vector->side, "amount", vector->amount, "unit", vector->unit, NULL);
      limit = clinic_aftercare_rule_limit (rule, vector->wall, zone);
      g_test_message ("%s %s", vector->wall, vector->unit);
      g_assert_cmpstr (limit, ==, vector->limit);
    }
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/consent/chart-stops-until-signed", test_chart_stops_until_signed);
  clinic_test_add ("/consent/said-again-before-each-session", test_said_again_before_each_session);
  clinic_test_add ("/consent/withdrawn-stops-again-and-stays", test_withdrawn_stops_again_and_stays);
  clinic_test_add ("/consent/signature-cannot-be-taken-back", test_signature_cannot_be_taken_back);
  clinic_test_add ("/consent/dot-is-no-signature", test_dot_is_no_signature);
  clinic_test_add ("/consent/changed-form-is-seen", test_changed_form_is_seen);
  clinic_test_add ("/consent/signed-form-becomes-a-new-version",
                   test_signed_form_becomes_a_new_version);
  clinic_test_add ("/consent/photographs-need-their-own", test_photographs_need_their_own_consent);
  clinic_test_add ("/consent/each-course-has-its-own", test_each_course_has_its_own);
  clinic_test_add ("/consent/booking-is-told", test_booking_is_told);
  g_test_add_func ("/consent/strokes-are-read-back", test_strokes_are_read_back);
  g_test_add_func ("/aftercare/real-time", test_aftercare_is_real_time);

  return g_test_run ();
}
