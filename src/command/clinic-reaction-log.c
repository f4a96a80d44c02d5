/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-clock.h"
#include "clinic-date.h"
#include "clinic-reaction-kind.h"
#include "clinic-reaction-log.h"
#include "clinic-session.h"

static const char *
get_grade_text (ClinicReactionKind *kind,
                gint64              grade)
{
  const char *grades[] = { kind->grade_1, kind->grade_2, kind->grade_3, kind->grade_4,
                           kind->grade_5 };

  return grade >= 1 && grade <= (gint64) G_N_ELEMENTS (grades) ? grades[grade - 1] : NULL;
}

static char *
list_grades (ClinicReactionKind *kind)
{
  GString *text = g_string_new (NULL);

  for (gint64 grade = 1; grade <= 5; grade++)
    {
      if (get_grade_text (kind, grade) != NULL)
        g_string_append_printf (text, "%s%" G_GINT64_FORMAT, text->len > 0 ? ", " : "", grade);
    }

  return g_string_free (text, FALSE);
}

static gboolean
check_grade (ClinicAct       *act,
             ClinicReaction  *reaction,
             GError         **error)
{
  g_autoptr(ClinicRecord) record = NULL;
  g_autofree char *grades = NULL;

  record = clinic_store_find (act->db, CLINIC_TYPE_REACTION_KIND, reaction->reaction_kind_id,
                              error);

  if (record == NULL)
    return FALSE;

  if (reaction->grade == CLINIC_UNKNOWN ||
      get_grade_text (CLINIC_REACTION_KIND (record), reaction->grade) != NULL)
    return TRUE;

  grades = list_grades (CLINIC_REACTION_KIND (record));
  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("Grade: “%s” has no grade %d; its grades are %s."),
               CLINIC_REACTION_KIND (record)->name, (int) reaction->grade, grades);

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
log_reaction (ClinicAct     *act,
              ClinicChange  *change,
              gpointer       data,
              GError       **error)
{
  Log *log = data;
  ClinicReaction *reaction;

  g_clear_object (&log->saved);
  log->saved = clinic_record_copy (CLINIC_RECORD (log->reaction));
  reaction = CLINIC_REACTION (log->saved);

  if (reaction->onset == NULL)
    {
      g_autofree char *zone = clinic_act_dup_zone (act->db, error);
      g_autofree char *now = clinic_clock_wall (zone);

      g_object_set (reaction, "onset", now, NULL);
    }

  return clinic_record_validate (log->saved, change->today, error) &&
         check_grade (act, reaction, error) &&
         check_session (act, reaction, error) &&
         clinic_store_save (change, log->saved, error);
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

static gboolean
clear_reaction (ClinicAct     *act,
                ClinicChange  *change,
                ClinicRecord  *record,
                gpointer       data,
                GError       **error)
{
  g_autofree char *zone = clinic_act_dup_zone (act->db, error);
  g_autofree char *now = clinic_clock_wall (zone);

  if (CLINIC_REACTION (record)->cleared != NULL)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("Cleared: This reaction cleared on %s already."), CLINIC_REACTION (record)->cleared);
      return FALSE;
    }

  g_object_set (record, "cleared", data != NULL ? data : now, NULL);

  return TRUE;
}

gboolean
clinic_reaction_clear (ClinicAct   *act,
                       gint64       reaction,
                       const char  *cleared,
                       GError     **error)
{
  return clinic_act_edit (act, "reaction.clear", CLINIC_TYPE_REACTION, reaction,
                          clear_reaction, (gpointer) cleared, error);
}
