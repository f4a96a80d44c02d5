/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reactions: how bad they are, what they may come from, and who is called after them. */

#include "config.h"

#include <string.h>

#include "chart-fixture.h"
#include "clinic-draw.h"
#include "clinic-earlier-injection.h"
#include "clinic-follow-up-save.h"
#include "clinic-injection.h"
#include "clinic-id.h"
#include "clinic-reaction-kind.h"
#include "clinic-reaction-link.h"
#include "clinic-reaction-log.h"
#include "clinic-reaction-suspect.h"
#include "clinic-setting.h"
#include "clinic-test.h"
#include "clinic-undo.h"

/* CLINIC 4.1: the grades that each term of CTCAE 5.0 has, and its code. */
typedef struct
{
  const char *term;
  const char *meddra;
  const char *grades;
} Term;

static const Term terms[] = {
  { "Injection site reaction", "10022095", "12345" },
  { "Bruising", "10006504", "12" },
  { "Scalp pain", "10049120", "123" },
  { "Pain", "10033371", "123" },
  { "Headache", "10019211", "123" },
  { "Pruritus", "10037087", "123" },
  { "Rash maculo-papular", "10037868", "123" },
  { "Urticaria", "10046735", "123" },
  { "Folliculitis", "10016936", "123" },
  { "Alopecia", "10001760", "12" },
  { "Nausea", "10028813", "123" },
  { "Dizziness", "10013573", "123" },
  { "Presyncope", "10036653", "2" },
  { "Syncope", "10042772", "3" },
  { "Vasovagal reaction", "10047166", "345" },
  { "Allergic reaction", "10001718", "12345" },
  { "Anaphylaxis", "10002218", "345" },
  { "Skin infection", "10040872", "12345" },
  { "Skin hyperpigmentation", "10040865", "12" },
  { "Skin hypopigmentation", "10040868", "12" },
  { "Localized edema", "10062466", "123" },
  { "Edema face", "10014222", "123" },
  { "Skin ulceration", "10040947", "12345" },
  { "Skin induration", "10051837", "12345" },
  { "Skin atrophy", "10040799", "123" },
  { "Fat atrophy", "10016241", "123" },
  { "Paresthesia", "10033987", "123" },
  { "Fever", "10016558", "12345" },
  { "Hematoma", "10019428", "12345" },
  { "Hypotension", "10021097", "12345" },
  { "Hypertrichosis", "10020864", "12" },
  { "Soft tissue infection", "10062255", "2345" },
  { "Vision decreased", "10047516", "234" },
  { "Skin and subcutaneous tissue disorders - Other, specify", "10040785", "12345" },
  { "General disorders and administration site conditions - Other, specify", "10018065", "12345" },
};

static GPtrArray *
list_kinds (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *kinds = clinic_store_list_by (db, CLINIC_TYPE_REACTION_KIND, NULL, 0, &error);

  g_assert_no_error (error);

  return kinds;
}

static const Term *
find_term (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      if (g_str_equal (terms[i].term, name))
        return &terms[i];
    }

  g_error ("No such term: %s", name);
}

/* Dead skin at the site is graded from 3 on by the words of the term itself; everything else has
 * exactly the grades of its term. */
static void
test_kinds_have_the_grades_of_their_terms (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(GPtrArray) kinds = NULL;
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  chart_fixture_init (&fixture, db);
  kinds = list_kinds (db);

  for (guint i = 0; i < kinds->len; i++)
    {
      ClinicReactionKind *kind = kinds->pdata[i];
      const Term *term = find_term (kind->ctcae_term);
      const char *expected = g_str_equal (kind->code, "necrosis") ? "345" : term->grades;
      g_autoptr(GString) grades = g_string_new (NULL);

      g_hash_table_add (seen, (gpointer) term->term);

      for (gint64 grade = 0; grade <= 6; grade++)
        {
          if (clinic_reaction_kind_get_grade (kind, grade) != NULL)
            g_string_append_printf (grades, "%d", (int) grade);
        }

      g_assert_cmpstr (grades->str, ==, expected);
      g_assert_cmpstr (kind->meddra, ==, term->meddra);
      g_assert_cmpstr (kind->ctcae_version, ==, "5.0");
    }

  g_assert_cmpuint (g_hash_table_size (seen), ==, G_N_ELEMENTS (terms));
  chart_fixture_clear (&fixture);
}

typedef struct
{
  const char *code;
  gint64      days;         /* usually; CLINIC_UNKNOWN: never expected */
} Course;

/* CLINIC 4.3 */
static const Course courses[] = {
  { "bruising", 7 }, { "soreness", 2 }, { "swelling", 5 }, { "bleeding", 5 }, { "pain_site", 5 },
  { "late_nodules", CLINIC_UNKNOWN }, { "abscess", CLINIC_UNKNOWN },
  { "necrosis", CLINIC_UNKNOWN }, { "vision", CLINIC_UNKNOWN }, { "anaphylaxis", CLINIC_UNKNOWN },
  { "patchy_loss", CLINIC_UNKNOWN }, { "granuloma", CLINIC_UNKNOWN },
  { "panniculitis", CLINIC_UNKNOWN }, { "lichenoid", CLINIC_UNKNOWN },
};

static void
test_red_flags_are_never_expected (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(GPtrArray) kinds = NULL;

  chart_fixture_init (&fixture, db);
  kinds = list_kinds (db);

  for (guint i = 0; i < kinds->len; i++)
    {
      ClinicReactionKind *kind = kinds->pdata[i];

      g_assert_nonnull (kind->source);
      g_assert_true (!kind->red_flag || (kind->expected_days == CLINIC_UNKNOWN && kind->advice != NULL));

      for (guint j = 0; j < G_N_ELEMENTS (courses); j++)
        {
          if (!g_str_equal (courses[j].code, kind->code))
            continue;

          g_assert_cmpint (kind->expected_days, ==, courses[j].days);
          g_assert_cmpint (kind->red_flag, ==, courses[j].days == CLINIC_UNKNOWN);
        }
    }

  chart_fixture_clear (&fixture);
}

static void
test_overdue (void)
{
  g_assert_false (clinic_reaction_is_overdue (FALSE, 7, "2026-11-14T09:00", "2026-11-21"));
  g_assert_true (clinic_reaction_is_overdue (FALSE, 7, "2026-11-13T23:00", "2026-11-21"));
  g_assert_false (clinic_reaction_is_overdue (FALSE, CLINIC_UNKNOWN, "2026-01-01T09:00", "2026-11-21"));
  g_assert_true (clinic_reaction_is_overdue (TRUE, CLINIC_UNKNOWN, "2026-11-21T09:00", "2026-11-21"));
  g_assert_true (clinic_reaction_is_overdue (TRUE, 90, "2026-11-21T09:00", "2026-11-21"));
}

static gint64
find_kind (ClinicDb   *db,
           const char *code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicRecord) record = clinic_store_find_by (db, CLINIC_TYPE_REACTION_KIND, "code", code, &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);

  return clinic_record_get_id (record);
}

static ClinicReaction *
try_log (ChartFixture  *fixture,
         const char    *kind,
         gint64         grade,
         const char    *specified,
         GError       **error)
{
  g_autoptr(ClinicReaction) reaction = clinic_reaction_new ();

  g_object_set (reaction, "patient-id", fixture->clinic.patient, "session-id", fixture->session,
                "reaction-kind-id", find_kind (fixture->db, kind), "grade", grade, "zone", "vertex",
                "specified", specified, NULL);

  return clinic_reaction_log (fixture->act, reaction, error) != 0 ? g_steal_pointer (&reaction) : NULL;
}

static ClinicReaction *
log_reaction (ChartFixture *fixture,
              const char   *kind,
              gint64        grade)
{
  g_autoptr(GError) error = NULL;
  ClinicReaction *reaction = try_log (fixture, kind, grade, NULL, &error);

  g_assert_no_error (error);

  return reaction;
}

static gint64
get_id (gpointer record)
{
  return clinic_record_get_id (CLINIC_RECORD (record));
}

static GPtrArray *
list_of (ClinicDb   *db,
         GType       type,
         gint64      reaction)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *records = clinic_store_list_by (db, type, "reaction_id", reaction, &error);

  g_assert_no_error (error);

  return records;
}

static void
test_something_else_needs_words (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicReaction) none = NULL;
  g_autoptr(ClinicReaction) said = NULL;
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&fixture, db);
  none = try_log (&fixture, "other", 1, "  ", &error);
  g_assert_null (none);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "What it is: "));
  g_clear_error (&error);
  said = try_log (&fixture, "other", 1, "A blister", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (said->specified, ==, "A blister");
  g_assert_cmpstr (said->ctcae_version, ==, "5.0");
  g_assert_cmpint (said->reported_by, ==, fixture.clinic.practitioner);
  chart_fixture_clear (&fixture);
}

/* Severe is not serious; life-threatening and death are, by the words of their grades. */
static void
test_severe_is_not_serious (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicReaction) severe = NULL;
  g_autoptr(ClinicReaction) grave = NULL;

  chart_fixture_init (&fixture, db);
  severe = log_reaction (&fixture, "swelling", 3);
  grave = log_reaction (&fixture, "anaphylaxis", 4);
  g_assert_false (clinic_reaction_is_serious (severe));
  g_assert_true (clinic_reaction_is_serious (grave));
  g_assert_true (grave->life_threatening);
  g_assert_false (grave->death);
  chart_fixture_clear (&fixture);
}

typedef struct
{
  const char *kind;
  gint64      grade;
  const char *set_grade;    /* what the clinic's settings say; NULL: nothing */
  const char *set_days;
  const char *due;          /* NULL: no call */
  gint64      kind_grade;   /* what is said of the kind; 0: nothing */
  gint64      kind_days;
} Planned;

static const Planned plans[] = {
  { "bruising", 1, NULL, NULL, NULL },
  { "bruising", 2, NULL, NULL, "2026-11-22" },
  { "late_nodules", 1, NULL, NULL, "2026-11-22" },
  { "bruising", CLINIC_UNKNOWN, NULL, NULL, NULL },
  { "bruising", 2, "3", NULL, NULL },
  { "bruising", 2, NULL, "2", "2026-11-23" },
  { "bruising", 2, "soon", "x", "2026-11-22" },
  { "bruising", 1, NULL, NULL, "2026-11-22", 1 },
  { "bruising", 2, NULL, NULL, NULL, 3 },
  { "bruising", 2, "1", "5", "2026-11-28", 2, 7 },
  { "late_nodules", 1, NULL, NULL, "2026-11-24", 4, 3 },
};

static void
put_setting (ClinicDb   *db,
             const char *key,
             const char *value)
{
  if (value != NULL)
    chart_put (db, g_object_new (CLINIC_TYPE_SETTING, "key", key, "value", value, NULL));
}

static void
say_of_kind (ClinicDb      *db,
             const Planned *plan)
{
  ClinicChange change = { .db = db, .operation = clinic_id_new (), .command = "formulary.save",
                          .today = "2026-11-21" };
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicRecord) kind = clinic_store_find_by (db, CLINIC_TYPE_REACTION_KIND, "code", plan->kind, &error);

  g_assert_no_error (error);

  if (plan->kind_grade != 0)
    g_object_set (kind, "call-grade", plan->kind_grade, NULL);

  if (plan->kind_days != 0)
    g_object_set (kind, "call-days", plan->kind_days, NULL);

  clinic_db_begin (db, CLINIC_DB_CHANGE, &error);
  clinic_store_save (&change, kind, &error);
  clinic_db_commit (db, NULL);
  g_assert_no_error (error);
}

static void
test_call_is_planned (ClinicDb      *db,
                      gconstpointer  data)
{
  const Planned *plan = data;
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicReaction) reaction = NULL;
  g_autoptr(GPtrArray) calls = NULL;

  chart_fixture_init (&fixture, db);
  put_setting (db, "follow-up.grade", plan->set_grade);
  put_setting (db, "follow-up.days", plan->set_days);
  say_of_kind (db, plan);
  reaction = log_reaction (&fixture, plan->kind, plan->grade);
  calls = list_of (db, CLINIC_TYPE_FOLLOW_UP, get_id (reaction));
  g_assert_cmpuint (calls->len, ==, plan->due != NULL);

  if (plan->due != NULL)
    {
      g_assert_cmpstr (CLINIC_FOLLOW_UP (calls->pdata[0])->due_on, ==, plan->due);
      g_assert_cmpint (CLINIC_FOLLOW_UP (calls->pdata[0])->patient_id, ==, fixture.clinic.patient);
    }

  chart_fixture_clear (&fixture);
}

static void
test_call_again_and_done (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicReaction) reaction = NULL;
  g_autoptr(GPtrArray) first = NULL;
  g_autoptr(GPtrArray) second = NULL;
  g_autoptr(GPtrArray) undone = NULL;
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&fixture, db);
  reaction = log_reaction (&fixture, "bruising", 2);
  first = list_of (db, CLINIC_TYPE_FOLLOW_UP, get_id (reaction));
  g_assert_true (clinic_follow_up_again (fixture.act, get_id (first->pdata[0]), &error));
  g_assert_no_error (error);
  second = list_of (db, CLINIC_TYPE_FOLLOW_UP, get_id (reaction));
  g_assert_cmpuint (second->len, ==, 2);
  g_assert_cmpstr (CLINIC_FOLLOW_UP (second->pdata[0])->outcome, ==, "not_reached");
  g_assert_cmpint (CLINIC_FOLLOW_UP (second->pdata[0])->done_by, ==, fixture.clinic.practitioner);
  g_assert_cmpstr (CLINIC_FOLLOW_UP (second->pdata[1])->due_on, ==, "2026-11-22");
  g_assert_null (CLINIC_FOLLOW_UP (second->pdata[1])->done_at);

  /* Not twice. */
  g_assert_false (clinic_follow_up_again (fixture.act, get_id (first->pdata[0]), &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
  g_clear_error (&error);

  /* Both rows go back at once. */
  g_assert_cmpint (clinic_undo_last (fixture.act, &error), !=, 0);
  g_assert_no_error (error);
  undone = list_of (db, CLINIC_TYPE_FOLLOW_UP, get_id (reaction));
  g_assert_cmpuint (undone->len, ==, 1);
  g_assert_null (CLINIC_FOLLOW_UP (undone->pdata[0])->outcome);

  /* The receptionist may call, too. */
  g_assert_true (clinic_follow_up_finish (fixture.clinic.act, get_id (first->pdata[0]), "reached",
                                          "Better", &error));
  g_assert_no_error (error);
  chart_fixture_clear (&fixture);
}

static void
test_cleared_needs_no_call (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicReaction) reaction = NULL;
  g_autoptr(ClinicRecord) stored = NULL;
  g_autoptr(GPtrArray) calls = NULL;
  g_autoptr(GPtrArray) undone = NULL;
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&fixture, db);
  reaction = log_reaction (&fixture, "late_nodules", 1);
  g_assert_true (clinic_reaction_clear (fixture.act, get_id (reaction), NULL, &error));
  g_assert_no_error (error);
  calls = list_of (db, CLINIC_TYPE_FOLLOW_UP, get_id (reaction));
  g_assert_cmpstr (CLINIC_FOLLOW_UP (calls->pdata[0])->outcome, ==, "cleared");
  stored = clinic_store_find (db, CLINIC_TYPE_REACTION, get_id (reaction), NULL);
  g_assert_cmpstr (CLINIC_REACTION (stored)->outcome, ==, "recovered");
  g_assert_cmpint (clinic_undo_last (fixture.act, &error), !=, 0);
  g_assert_no_error (error);
  undone = list_of (db, CLINIC_TYPE_FOLLOW_UP, get_id (reaction));
  g_assert_null (CLINIC_FOLLOW_UP (undone->pdata[0])->done_at);
  chart_fixture_clear (&fixture);
}

static void
test_judged_by_whom_and_when (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicReaction) reaction = NULL;
  g_autoptr(ClinicRecord) stored = NULL;
  g_autoptr(ClinicRecord) again = NULL;
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&fixture, db);
  reaction = log_reaction (&fixture, "bruising", 1);
  g_object_set (reaction, "causality", "probable", "naranjo", "uyyunuuuuy", "hospital", TRUE,
                "note", "not its to change", NULL);
  g_assert_true (clinic_reaction_assess (fixture.act, reaction, &error));
  g_assert_no_error (error);
  stored = clinic_store_find (db, CLINIC_TYPE_REACTION, get_id (reaction), NULL);
  g_assert_cmpstr (CLINIC_REACTION (stored)->causality, ==, "probable");
  g_assert_cmpstr (CLINIC_REACTION (stored)->naranjo, ==, "uyyunuuuuy");
  g_assert_cmpstr (CLINIC_REACTION (stored)->assessed_on, ==, "2026-11-21T10:30");
  g_assert_cmpint (CLINIC_REACTION (stored)->assessed_by, ==, fixture.clinic.practitioner);
  g_assert_true (clinic_reaction_is_serious (CLINIC_REACTION (stored)));
  g_assert_null (CLINIC_REACTION (stored)->note);

  /* What somebody else has changed since is not judged over. */
  g_assert_false (clinic_reaction_assess (fixture.act, reaction, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
  g_clear_error (&error);

  /* What was answered so far is kept as it is. */
  g_object_set (stored, "naranjo", "uy-y------", NULL);
  g_assert_true (clinic_reaction_assess (fixture.act, CLINIC_REACTION (stored), &error));
  g_assert_no_error (error);
  again = clinic_store_find (db, CLINIC_TYPE_REACTION, get_id (reaction), NULL);
  g_assert_cmpstr (CLINIC_REACTION (again)->naranjo, ==, "uy-y------");

  g_object_set (stored, "naranjo", "maybe", NULL);
  g_assert_false (clinic_reaction_assess (fixture.act, CLINIC_REACTION (stored), &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (clinic_reaction_assess (fixture.clinic.act, CLINIC_REACTION (stored), &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_DENIED);
  chart_fixture_clear (&fixture);
}

static GPtrArray *
list_earlier (ChartFixture *fixture,
              const char   *zone,
              const char   *until)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *earlier = clinic_earlier_injection_list (fixture->db, fixture->clinic.patient, zone, until, &error);

  g_assert_no_error (error);

  return earlier;
}

static gint64
put_injected (ChartFixture *fixture,
              const char   *day,
              const char   *zone)
{
  g_autofree char *starts = g_strdup_printf ("%sT10:00", day);
  g_autofree char *ends = g_strdup_printf ("%sT10:30", day);
  gint64 session = chart_put_session (fixture, fixture->clinic.patient, starts, ends, "done");

  chart_put (fixture->db, g_object_new (CLINIC_TYPE_INJECTION, "session-id", session,
                                        "zone", zone, "cocktail-version-id", fixture->version,
                                        "points", (gint64) 10,
                                        "volume-per-point", (gint64) 100, NULL));

  return session;
}

static void
put_drawn (ChartFixture *fixture,
           gint64        lot)
{
  chart_put (fixture->db, g_object_new (CLINIC_TYPE_DRAW, "session-id", fixture->session,
                                        "cocktail-version-id", fixture->version,
                                        "lot-id", lot, "volume", (gint64) 500, NULL));
}

/* What the session put into the zone, with the lots it was drawn from. */
static void
test_linked_to_session_and_lots (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicReaction) reaction = NULL;
  g_autoptr(GPtrArray) earlier = NULL;
  g_autoptr(GPtrArray) suspects = NULL;

  chart_fixture_init (&fixture, db);
  fixture.session = put_injected (&fixture, "2026-11-20", "vertex");
  put_drawn (&fixture, fixture.lot);
  put_drawn (&fixture, fixture.later_lot);
  earlier = list_earlier (&fixture, "vertex", "2026-11-21");
  g_assert_cmpuint (earlier->len, ==, 1);
  g_assert_cmpint (CLINIC_EARLIER_INJECTION (earlier->pdata[0])->volume, ==, 1000);
  g_assert_cmpstr (CLINIC_EARLIER_INJECTION (earlier->pdata[0])->cocktail, ==, "Half and half");
  reaction = log_reaction (&fixture, "bruising", 1);
  suspects = list_of (db, CLINIC_TYPE_REACTION_SUSPECT, get_id (reaction));
  g_assert_cmpuint (suspects->len, ==, 2);

  for (guint i = 0; i < suspects->len; i++)
    {
      ClinicReactionSuspect *suspect = suspects->pdata[i];

      g_assert_cmpint (suspect->session_id, ==, fixture.session);
      g_assert_cmpstr (suspect->zone, ==, "vertex");
      g_assert_cmpint (suspect->lot_id, !=, CLINIC_UNKNOWN);
    }

  chart_fixture_clear (&fixture);
}

/* Twelve months to the day; the zone's own and the whole scalp. */
static void
test_same_zone_for_twelve_months (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(GPtrArray) zone = NULL;
  g_autoptr(GPtrArray) any = NULL;
  gint64 whole;
  gint64 edge;

  chart_fixture_init (&fixture, db);
  put_injected (&fixture, "2025-11-20", "vertex");
  edge = put_injected (&fixture, "2025-11-21", "vertex");
  put_injected (&fixture, "2026-03-02", "frontal");
  whole = put_injected (&fixture, "2026-06-01", "whole_scalp");
  put_injected (&fixture, "2026-11-14", "vertex");
  zone = list_earlier (&fixture, "vertex", "2026-11-21T09:00");
  g_assert_cmpuint (zone->len, ==, 3);
  g_assert_cmpstr (CLINIC_EARLIER_INJECTION (zone->pdata[0])->starts, ==, "2026-11-14T10:00");
  g_assert_cmpint (CLINIC_EARLIER_INJECTION (zone->pdata[1])->session_id, ==, whole);
  g_assert_cmpint (CLINIC_EARLIER_INJECTION (zone->pdata[2])->session_id, ==, edge);
  g_assert_null (CLINIC_EARLIER_INJECTION (zone->pdata[0])->lots);
  any = list_earlier (&fixture, NULL, "2026-11-21");
  g_assert_cmpuint (any->len, ==, 4);
  chart_fixture_clear (&fixture);
}

static void
test_late_one_has_several_sessions (ClinicDb *db)
{
  ChartFixture fixture = { 0 };
  g_autoptr(ClinicReaction) reaction = NULL;
  g_autoptr(GPtrArray) earlier = NULL;
  g_autoptr(GPtrArray) linked = NULL;
  g_autoptr(GPtrArray) fewer = NULL;
  g_autoptr(GError) error = NULL;

  chart_fixture_init (&fixture, db);
  fixture.session = put_injected (&fixture, "2026-08-01", "vertex");
  put_injected (&fixture, "2026-09-01", "vertex");
  put_injected (&fixture, "2026-10-01", "vertex");
  reaction = log_reaction (&fixture, "late_nodules", 1);
  earlier = list_earlier (&fixture, "vertex", reaction->onset);
  g_assert_cmpuint (earlier->len, ==, 3);

  for (guint i = 0; i < earlier->len; i++)
    g_object_set (earlier->pdata[i], "linked", TRUE, NULL);

  g_assert_true (clinic_reaction_link (fixture.act, get_id (reaction), earlier, &error));
  g_assert_no_error (error);
  linked = list_of (db, CLINIC_TYPE_REACTION_SUSPECT, get_id (reaction));
  g_assert_cmpuint (linked->len, ==, 3);

  g_object_set (earlier->pdata[0], "linked", FALSE, NULL);
  g_assert_true (clinic_reaction_link (fixture.act, get_id (reaction), earlier, &error));
  fewer = list_of (db, CLINIC_TYPE_REACTION_SUSPECT, get_id (reaction));
  g_assert_cmpuint (fewer->len, ==, 2);

  /* Not of a session that is none of the patient's. */
  g_object_set (earlier->pdata[0], "linked", TRUE, "session-id", (gint64) 4711, NULL);
  g_assert_false (clinic_reaction_link (fixture.act, get_id (reaction), earlier, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
  chart_fixture_clear (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  g_test_add_func ("/reaction/overdue", test_overdue);
  clinic_test_add ("/reaction/grades-of-terms", test_kinds_have_the_grades_of_their_terms);
  clinic_test_add ("/reaction/red-flags", test_red_flags_are_never_expected);
  clinic_test_add ("/reaction/something-else", test_something_else_needs_words);
  clinic_test_add ("/reaction/severe-is-not-serious", test_severe_is_not_serious);
  clinic_test_add ("/reaction/call/again-and-done", test_call_again_and_done);
  clinic_test_add ("/reaction/call/cleared", test_cleared_needs_no_call);
  clinic_test_add ("/reaction/judged", test_judged_by_whom_and_when);
  clinic_test_add ("/reaction/linked/session-and-lots", test_linked_to_session_and_lots);
  clinic_test_add ("/reaction/linked/twelve-months", test_same_zone_for_twelve_months);
  clinic_test_add ("/reaction/linked/several-sessions", test_late_one_has_several_sessions);

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reaction/call/planned/%u", i);

      clinic_test_add_data (path, &plans[i], test_call_is_planned);
    }

  return g_test_run ();
}
