/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-clock.h"
#include "clinic-date.h"
#include "clinic-follow-up-save.h"
#include "clinic-reaction-kind.h"
#include "clinic-reaction-link.h"
#include "clinic-reaction-log.h"
#include "clinic-session.h"
#include "clinic-text.h"

static char *
list_grades (ClinicReactionKind *kind)
{
  GString *text = g_string_new (NULL);

  for (gint64 grade = 1; grade <= 5; grade++)
    {
      if (clinic_reaction_kind_get_grade (kind, grade) != NULL)
        g_string_append_printf (text, "%s%" G_GINT64_FORMAT, text->len > 0 ? ", " : "", grade);
    }

  return g_string_free (text, FALSE);
}

static gboolean
check_grade (ClinicReaction      *reaction,
             ClinicReactionKind  *kind,
             GError             **error)
{
  g_autofree char *grades = NULL;

  if (reaction->grade == CLINIC_UNKNOWN ||
      clinic_reaction_kind_get_grade (kind, reaction->grade) != NULL)
    return TRUE;

  grades = list_grades (kind);
  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("Grade: “%s” has no grade %d; its grades are %s."),
               kind->name, (int) reaction->grade, grades);

  return FALSE;
}

static gboolean
check_specified (ClinicReaction      *reaction,
                 ClinicReactionKind  *kind,
                 GError             **error)
{
  if (!kind->specify || !clinic_text_is_empty (reaction->specified))
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("What it is: “%s” needs words of its own."), kind->name);

  return FALSE;
}

/* The session is the patient's own and on no later day than the reaction began: who comes before
 * the time booked may be treated before it. */
static gboolean
check_session (ClinicAct       *act,
               ClinicReaction  *reaction,
               GError         **error)
{
  g_autoptr(ClinicRecord) record = NULL;
  g_autofree char *day = NULL;
  ClinicSession *session;

  if (reaction->session_id == CLINIC_UNKNOWN)
    return TRUE;

  record = clinic_store_find (act->db, CLINIC_TYPE_SESSION, reaction->session_id, error);

  if (record == NULL)
    return FALSE;

  session = CLINIC_SESSION (record);

  if (session->patient_id != reaction->patient_id)
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                           _("Session: This is another patient's session."));
      return FALSE;
    }

  day = clinic_wall_dup_date (session->starts);

  if (strcmp (reaction->onset, day) < 0)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("Onset: The reaction cannot have begun before the session (%s)."), session->starts);
      return FALSE;
    }

  return TRUE;
}

typedef struct
{
  ClinicReaction *reaction;
  ClinicRecord   *saved;
} Log;

static gboolean
check_all (ClinicAct           *act,
           ClinicReaction      *reaction,
           ClinicReactionKind  *kind,
           const char          *today,
           GError             **error)
{
  return clinic_record_validate (CLINIC_RECORD (reaction), today, error) &&
         check_grade (reaction, kind, error) &&
         check_specified (reaction, kind, error) &&
         check_session (act, reaction, error);
}

/* Of a new one: who says so, by which dictionary, and what grades 4 and 5 mean by themselves
 * (CTCAE 5.0: life-threatening, death). */
static gboolean
begin (ClinicAct           *act,
       ClinicReaction      *reaction,
       ClinicReactionKind  *kind,
       GError             **error)
{
  g_autofree char *zone = clinic_act_dup_zone (act->db, error);
  g_autofree char *now = zone != NULL ? clinic_clock_wall (zone) : NULL;

  if (now == NULL)
    return FALSE;

  g_object_set (reaction, "ctcae-version", kind->ctcae_version, "reported-by", act->actor,
                "death", reaction->death || reaction->grade == 5,
                "life-threatening", reaction->life_threatening || reaction->grade == 4, NULL);

  if (reaction->onset == NULL)
    g_object_set (reaction, "onset", now, NULL);

  if (reaction->causality != NULL || reaction->naranjo != NULL)
    g_object_set (reaction, "assessed-on", now, "assessed-by", act->actor, NULL);

  return TRUE;
}

/* Who says so, and when. FALSE with @error. */
static gboolean
judge (ClinicAct       *act,
       ClinicReaction  *reaction,
       GError         **error)
{
  g_autofree char *zone = clinic_act_dup_zone (act->db, error);
  g_autofree char *now = zone != NULL ? clinic_clock_wall (zone) : NULL;

  if (now == NULL)
    return FALSE;

  g_object_set (reaction, "assessed-on", now, "assessed-by", act->actor, NULL);

  return TRUE;
}

static gboolean
is_judged_alike (ClinicReaction *a,
                 ClinicReaction *b)
{
  return g_strcmp0 (a->causality, b->causality) == 0 && g_strcmp0 (a->naranjo, b->naranjo) == 0 &&
         a->death == b->death && a->life_threatening == b->life_threatening &&
         a->hospital == b->hospital && a->disability == b->disability &&
         a->congenital == b->congenital && a->important == b->important;
}

/* What is judged otherwise needs the right to it, and keeps who says so. */
static gboolean
correct (ClinicAct           *act,
         ClinicChange        *change,
         ClinicReaction      *reaction,
         ClinicReactionKind  *kind,
         GError             **error)
{
  g_autoptr(ClinicRecord) stored =
    clinic_store_find (act->db, CLINIC_TYPE_REACTION, clinic_record_get_id (CLINIC_RECORD (reaction)), error);

  if (stored == NULL)
    return FALSE;

  if (reaction->ctcae_version == NULL ||
      reaction->reaction_kind_id != CLINIC_REACTION (stored)->reaction_kind_id)
    g_object_set (reaction, "ctcae-version", kind->ctcae_version, NULL);

  return is_judged_alike (reaction, CLINIC_REACTION (stored)) ||
         (clinic_act_check_also (act, change, "reaction.assess", error) &&
          judge (act, reaction, error));
}

static gboolean
log_reaction (ClinicAct     *act,
              ClinicChange  *change,
              gpointer       data,
              GError       **error)
{
  Log *log = data;
  g_autoptr(ClinicRecord) kind = NULL;
  ClinicReaction *reaction;
  gboolean first;

  g_clear_object (&log->saved);
  log->saved = clinic_record_copy (CLINIC_RECORD (log->reaction));
  reaction = CLINIC_REACTION (log->saved);
  first = clinic_record_get_version (log->saved) == 0;
  kind = clinic_store_find (act->db, CLINIC_TYPE_REACTION_KIND, reaction->reaction_kind_id, error);

  if (kind == NULL ||
      !(first ? begin (act, reaction, CLINIC_REACTION_KIND (kind), error)
              : correct (act, change, reaction, CLINIC_REACTION_KIND (kind), error)))
    return FALSE;

  if (!check_all (act, reaction, CLINIC_REACTION_KIND (kind), change->today, error) ||
      !clinic_store_save (change, log->saved, error))
    return FALSE;

  return !first || (clinic_reaction_link_session (change, reaction, error) &&
                    clinic_follow_up_plan (change, reaction, CLINIC_REACTION_KIND (kind), error));
}

gint64
clinic_reaction_log (ClinicAct       *act,
                     ClinicReaction  *reaction,
                     GError         **error)
{
  Log log = { .reaction = reaction };
  g_autoptr(ClinicRecord) saved = NULL;
  gboolean done;

  g_return_val_if_fail (CLINIC_IS_REACTION (reaction), 0);

  done = clinic_act_run (act, "reaction.log", log_reaction, &log, error);
  saved = log.saved;

  return done ? clinic_act_take_saved (act, CLINIC_RECORD (reaction), saved) : 0;
}

typedef struct
{
  gint64      id;
  const char *cleared;      /* NULL: now */
} Clearing;

static gboolean
clear_reaction (ClinicAct     *act,
                ClinicChange  *change,
                gpointer       data,
                GError       **error)
{
  Clearing *clearing = data;
  g_autofree char *zone = clinic_act_dup_zone (act->db, error);
  g_autofree char *now = zone != NULL ? clinic_clock_wall (zone) : NULL;
  g_autoptr(ClinicRecord) record = NULL;

  if (now == NULL)
    return FALSE;

  record = clinic_store_find (act->db, CLINIC_TYPE_REACTION, clearing->id, error);

  if (record == NULL)
    return FALSE;

  if (CLINIC_REACTION (record)->cleared != NULL)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("Cleared: This reaction cleared on %s already."), CLINIC_REACTION (record)->cleared);
      return FALSE;
    }

  g_object_set (record, "cleared", clearing->cleared != NULL ? clearing->cleared : now, NULL);

  if (CLINIC_REACTION (record)->outcome == NULL ||
      g_str_equal (CLINIC_REACTION (record)->outcome, "recovering") ||
      g_str_equal (CLINIC_REACTION (record)->outcome, "continuing"))
    g_object_set (record, "outcome", "recovered", NULL);

  return clinic_store_save (change, record, error) &&
         clinic_follow_up_end_all (change, clearing->id, now, error);
}

gboolean
clinic_reaction_clear (ClinicAct   *act,
                       gint64       reaction,
                       const char  *cleared,
                       GError     **error)
{
  Clearing clearing = { reaction, cleared };

  return clinic_act_run (act, "reaction.clear", clear_reaction, &clearing, error);
}

static gboolean
assess_reaction (ClinicAct     *act,
                 ClinicChange  *change,
                 gpointer       data,
                 GError       **error)
{
  ClinicReaction *judged = data;
  g_autoptr(ClinicRecord) record =
    clinic_store_find (act->db, CLINIC_TYPE_REACTION, clinic_record_get_id (CLINIC_RECORD (judged)), error);

  if (record == NULL)
    return FALSE;

  clinic_record_set_version (record, clinic_record_get_version (CLINIC_RECORD (judged)));
  g_object_set (record, "causality", judged->causality, "naranjo", judged->naranjo,
                "outcome", judged->outcome, "death", judged->death,
                "life-threatening", judged->life_threatening, "hospital", judged->hospital,
                "disability", judged->disability, "congenital", judged->congenital,
                "important", judged->important, NULL);

  return judge (act, CLINIC_REACTION (record), error) && clinic_store_save (change, record, error);
}

gboolean
clinic_reaction_assess (ClinicAct       *act,
                        ClinicReaction  *reaction,
                        GError         **error)
{
  g_return_val_if_fail (CLINIC_IS_REACTION (reaction), FALSE);

  return clinic_act_run (act, "reaction.assess", assess_reaction, reaction, error);
}
