/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-date.h"
#include "clinic-demo-world.h"
#include "clinic-follow-up.h"
#include "clinic-reaction-suspect.h"
#include "clinic-reaction.h"

/* What waits for somebody today: a red flag weeks after its session, one that lasts too long, and
 * two of the last days. */
typedef struct
{
  const char *kind;
  gint64      grade;
  gint64      from;         /* the visit was that many days ago, */
  gint64      to;           /* up to that many */
  gint64      onset;        /* days ago; −1: the day of the visit, two hours later */
  gint64      missed;       /* nobody was reached that many days ago; 0: not tried yet */
  gboolean    call;         /* due today */
  const char *naranjo;
  const char *note;
} Story;

static const Story stories[] = {
  { "late_nodules", 2, 60, 25, 3, 0, TRUE, NULL, "Three firm nodules, not painful" },
  { "bruising", 2, 16, 9, -1, 1, TRUE, "uyyunuuuuy", "Spread to the forehead" },
  { "headache", 2, 4, 1, -1, 0, TRUE, NULL, NULL },
  { "swelling", 1, 7, 1, -1, 0, FALSE, NULL, NULL },
};

/* The visit that it follows. */
typedef struct
{
  gint64  session;
  gint64  patient;
  gint64  practitioner;
  char   *ends;
  char   *zone;
  gint64  lot;
} Visit;

static void
visit_clear (Visit *visit)
{
  g_free (visit->ends);
  g_free (visit->zone);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Visit, visit_clear)

/* FALSE when there was none, or after an error. */
static gboolean
find_visit (ClinicDemoWorld *self,
            const Story     *story,
            Visit           *visit)
{
  g_autofree char *from = clinic_demo_date (self, self->today - story->from);
  g_autofree char *to = clinic_demo_date (self, self->today - story->to + 1);
  g_autoptr(ClinicStatement) statement = NULL;

  if (self->error != NULL || !(statement = clinic_db_query (self->db, "demo-treated", &self->error)))
    return FALSE;

  clinic_statement_bind_text (statement, 1, from);
  clinic_statement_bind_text (statement, 2, to);

  if (!clinic_statement_step (statement, &self->error))
    return FALSE;

  visit->session = clinic_statement_get_int (statement, 0);
  visit->patient = clinic_statement_get_int (statement, 1);
  visit->practitioner = clinic_statement_get_int (statement, 2);
  visit->ends = g_strdup (clinic_statement_get_text (statement, 3));
  visit->zone = g_strdup (clinic_statement_get_text (statement, 4));
  visit->lot = clinic_statement_get_int (statement, 5);

  return TRUE;
}

static gint64
write_reaction (ClinicDemoWorld *self,
                const Story     *story,
                const Visit     *visit)
{
  ClinicRecord *reaction = CLINIC_RECORD (clinic_reaction_new ());

  clinic_demo_number (reaction, "patient_id", visit->patient);
  clinic_demo_number (reaction, "session_id", visit->session);
  clinic_demo_text (reaction, "zone", visit->zone);
  clinic_demo_number (reaction, "reaction_kind_id", clinic_demo_world_find (self, "reaction_kind", story->kind));
  clinic_demo_text (reaction, "ctcae_version", "5.0");
  clinic_demo_number (reaction, "grade", story->grade);
  clinic_demo_number (reaction, "reported_by", visit->practitioner);
  clinic_demo_text (reaction, "note", story->note);

  if (story->onset >= 0)
    clinic_demo_take_text (reaction, "onset", clinic_demo_wall (self, self->today - story->onset, 540));
  else
    clinic_demo_take_text (reaction, "onset", clinic_wall_add_minutes (visit->ends, 120));

  if (story->naranjo != NULL)
    {
      clinic_demo_text (reaction, "naranjo", story->naranjo);
      clinic_demo_text (reaction, "causality", "probable");
      clinic_demo_number (reaction, "assessed_by", visit->practitioner);
      clinic_demo_take_text (reaction, "assessed_on", clinic_demo_wall (self, self->today - 1, 700));
    }

  self->result.n_reactions++;

  return clinic_demo_write (self, reaction);
}

static void
write_suspect (ClinicDemoWorld *self,
               const Visit     *visit,
               gint64           reaction)
{
  ClinicRecord *suspect = CLINIC_RECORD (clinic_reaction_suspect_new ());

  clinic_demo_number (suspect, "reaction_id", reaction);
  clinic_demo_number (suspect, "session_id", visit->session);
  clinic_demo_text (suspect, "zone", visit->zone);
  clinic_demo_number (suspect, "lot_id", visit->lot);
  clinic_demo_write (self, suspect);
}

static ClinicRecord *
begin_call (ClinicDemoWorld *self,
            const Visit     *visit,
            gint64           reaction,
            gint64           days_ago)
{
  ClinicRecord *call = CLINIC_RECORD (clinic_follow_up_new ());

  clinic_demo_number (call, "patient_id", visit->patient);
  clinic_demo_number (call, "reaction_id", reaction);
  clinic_demo_take_text (call, "due_on", clinic_demo_date (self, self->today - days_ago));

  return call;
}

static void
write_calls (ClinicDemoWorld *self,
             const Story     *story,
             const Visit     *visit,
             gint64           reaction)
{
  if (story->missed > 0)
    {
      ClinicRecord *missed = begin_call (self, visit, reaction, story->missed);

      clinic_demo_take_text (missed, "done_at", clinic_demo_wall (self, self->today - story->missed, 705));
      clinic_demo_number (missed, "done_by", visit->practitioner);
      clinic_demo_text (missed, "outcome", "not_reached");
      clinic_demo_write (self, missed);
    }

  if (story->call)
    clinic_demo_write (self, begin_call (self, visit, reaction, 0));
}

void
clinic_demo_make_reactions (ClinicDemoWorld *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_auto(Visit) visit = { 0 };
      gint64 reaction;

      if (!find_visit (self, &stories[i], &visit))
        continue;

      reaction = write_reaction (self, &stories[i], &visit);
      write_suspect (self, &visit, reaction);
      write_calls (self, &stories[i], &visit, reaction);
    }
}
