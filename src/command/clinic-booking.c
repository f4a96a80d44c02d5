/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Booking and moving one visit. Nothing here looks before it books to be safe: the database
 * refuses what is taken. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-agenda.h"
#include "clinic-alert.h"
#include "clinic-booking.h"
#include "clinic-date.h"
#include "clinic-finding.h"
#include "clinic-text.h"

/* When any room will do and another seat takes the one that was free, the next one is tried. */
#define MOST_ROOMS 5

typedef struct
{
  ClinicSession *session;       /* as the caller gave it */
  ClinicRecord  *saved;
  gboolean       any_room;
} Booking;

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, message);

  return FALSE;
}

static gint64
get_minutes (ClinicSession *session)
{
  return clinic_wall_to_minutes (session->ends) - clinic_wall_to_minutes (session->starts);
}

/* What the agenda needs to be asked at all. */
static gboolean
check_times (ClinicSession  *session,
             GError        **error)
{
  gint64 minutes;

  if (!clinic_wall_is_valid (session->starts != NULL ? session->starts : "") ||
      !clinic_wall_is_valid (session->ends != NULL ? session->ends : ""))
    return refuse (error, _("Starts and Ends: Write a time like “2026-11-21T09:30”."));

  minutes = get_minutes (session);

  if (minutes <= 0)
    return refuse (error, _("Ends: A session ends after it starts."));

  if (minutes > 480)
    return refuse (error, _("Ends: A session is no longer than eight hours."));

  return TRUE;
}

static ClinicAgenda *
open_agenda (ClinicDb       *db,
             ClinicSession  *session,
             gboolean        any_room,
             GError        **error)
{
  return clinic_agenda_new (db, session->patient_id, session->practitioner_id,
                            any_room || session->room_id == CLINIC_UNKNOWN ? 0 : session->room_id,
                            clinic_record_get_id (CLINIC_RECORD (session)), error);
}

static void
add_finding (GPtrArray  *found,
             const char *rule,
             const char *severity,
             const char *message)
{
  ClinicFinding *finding = clinic_finding_new ();

  g_object_set (finding, "rule", rule, "rule-version", (gint64) 1, "severity", severity, "message",
                message, NULL);
  g_ptr_array_add (found, finding);
}

/* What there is to say about the time itself. FALSE with @error when there is no such time. */
static gboolean
find_objections (ClinicAgenda   *agenda,
                 ClinicSession  *session,
                 ClinicClash     clash,
                 const char     *today,
                 GPtrArray      *found,
                 GError        **error)
{
  g_autofree char *words = NULL;
  g_autofree char *date = clinic_wall_dup_date (session->starts);

  if (strcmp (date, today) < 0)
    add_finding (found, CLINIC_RULE_PAST, "note", _("The visit lies in the past."));

  if (clash != CLINIC_CLASH_CLOCK && clash != CLINIC_CLASH_HOURS)
    return TRUE;

  words = clinic_agenda_explain (agenda, session->starts, get_minutes (session), error);

  if (words == NULL)
    return FALSE;

  if (clash == CLINIC_CLASH_CLOCK)
    return refuse (error, words);

  add_finding (found, CLINIC_RULE_HOURS, "warn", words);

  return TRUE;
}

/* Overbooking is on purpose: by those who may, for a reason that stays with the visit. */
static gboolean
check_overbooking (ClinicAct      *act,
                   ClinicChange   *change,
                   ClinicSession  *session,
                   GError        **error)
{
  if (!session->overbooked)
    return TRUE;

  if (!clinic_act_check_also (act, change, "session.overbook", error))
    return FALSE;

  if (clinic_text_is_empty (change->reason))
    return refuse (error, _("Reason: Say why this visit is booked beside another."));

  g_object_set (session, "status-reason", change->reason, NULL);

  return TRUE;
}

/* Chooses the room where any will do, says what is to be said, and writes. */
static gboolean
place (ClinicAct      *act,
       ClinicChange   *change,
       ClinicSession  *session,
       gboolean        any_room,
       GError        **error)
{
  g_autoptr(ClinicAgenda) agenda = open_agenda (act->db, session, any_room, error);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  ClinicClash clash;
  gint64 room;

  if (agenda == NULL ||
      !clinic_agenda_look (agenda, session->starts, get_minutes (session), &clash, &room, error) ||
      !find_objections (agenda, session, clash, change->today, found, error) ||
      !clinic_alert_add (act->db, session, CLINIC_UNKNOWN, found, error) ||
      !check_overbooking (act, change, session, error))
    return FALSE;

  if (any_room)
    {
      /* Let the database say no when none is free: without a room a visit would slip in. */
      if (room == CLINIC_UNKNOWN && clash == CLINIC_CLASH_ROOM && !session->overbooked)
        {
          g_autofree char *words = clinic_agenda_explain (agenda, session->starts,
                                                          get_minutes (session), error);

          if (words != NULL)
            g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT, words);

          return FALSE;
        }

      g_object_set (session, "room-id", room, NULL);
    }

  return clinic_store_save (change, CLINIC_RECORD (session), error) &&
         clinic_act_weigh (act, change, found, session->patient_id,
                           clinic_record_get_id (CLINIC_RECORD (session)), error);
}

void
clinic_booking_explain (ClinicAct      *act,
                        ClinicSession  *session,
                        gboolean        any_room,
                        GError        **error)
{
  g_autoptr(ClinicAgenda) agenda = NULL;
  g_autofree char *words = NULL;

  if (act->constraint == NULL || !g_str_has_prefix (act->constraint, "booked_"))
    return;

  agenda = open_agenda (act->db, session, any_room, NULL);

  if (agenda != NULL)
    words = clinic_agenda_explain (agenda, session->starts, get_minutes (session), NULL);

  g_clear_error (error);
  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT,
                       words != NULL ? words : _("That time was taken a moment ago. Choose "
                                                 "another."));
}

static gboolean
book (ClinicAct     *act,
      ClinicChange  *change,
      gpointer       data,
      GError       **error)
{
  Booking *booking = data;

  g_clear_object (&booking->saved);
  booking->saved = clinic_record_copy (CLINIC_RECORD (booking->session));
  g_object_set (booking->saved, "status", "booked", NULL);

  return place (act, change, CLINIC_SESSION (booking->saved), booking->any_room, error);
}

static gboolean
move (ClinicAct     *act,
      ClinicChange  *change,
      gpointer       data,
      GError       **error)
{
  Booking *booking = data;
  ClinicSession *given = booking->session;
  ClinicSession *session;
  gboolean stays;

  g_clear_object (&booking->saved);
  booking->saved = clinic_store_find (act->db, CLINIC_TYPE_SESSION,
                                      clinic_record_get_id (CLINIC_RECORD (given)), error);

  if (booking->saved == NULL)
    return FALSE;

  session = CLINIC_SESSION (booking->saved);

  if (g_strcmp0 (session->status, "booked") != 0 && g_strcmp0 (session->status, "confirmed") != 0)
    return refuse (error, _("Only a visit that is booked or confirmed can be moved."));

  clinic_record_set_version (booking->saved, clinic_record_get_version (CLINIC_RECORD (given)));
  stays = g_strcmp0 (session->starts, given->starts) == 0 &&
          session->practitioner_id == given->practitioner_id;
  g_object_set (session,
                "starts", given->starts,
                "ends", given->ends,
                "practitioner-id", given->practitioner_id,
                "room-id", given->room_id,
                "overbooked", given->overbooked,
                "status", stays ? session->status : "booked",
                NULL);

  return place (act, change, session, booking->any_room, error);
}

/* With any room: again with the next one when another seat took it. */
static gboolean
run (ClinicAct      *act,
     const char     *command,
     ClinicActFunc   func,
     Booking        *booking,
     GError        **error)
{
  gint64 operation = act->operation;

  for (guint tries = 1;; tries++)
    {
      g_autoptr(GError) failure = NULL;

      act->operation = operation;

      if (clinic_act_run (act, command, func, booking, &failure))
        return TRUE;

      if (booking->any_room && tries < MOST_ROOMS &&
          g_strcmp0 (act->constraint, "booked_room") == 0)
        continue;

      clinic_booking_explain (act, booking->session, booking->any_room, &failure);
      g_propagate_error (error, g_steal_pointer (&failure));

      return FALSE;
    }
}

gint64
clinic_session_book (ClinicAct      *act,
                     ClinicSession  *session,
                     GError        **error)
{
  Booking booking = { .session = session };
  g_autoptr(ClinicRecord) saved = NULL;
  gboolean done;

  g_return_val_if_fail (act != NULL && CLINIC_IS_SESSION (session), 0);
  g_return_val_if_fail (clinic_record_get_version (CLINIC_RECORD (session)) == 0, 0);

  if (!check_times (session, error))
    return 0;

  booking.any_room = session->room_id == CLINIC_UNKNOWN;
  done = run (act, "session.book", book, &booking, error);
  saved = booking.saved;

  return done ? clinic_act_take_saved (act, CLINIC_RECORD (session), saved) : 0;
}

gboolean
clinic_session_move (ClinicAct      *act,
                     ClinicSession  *session,
                     GError        **error)
{
  Booking booking = { .session = session };
  g_autoptr(ClinicRecord) saved = NULL;
  gboolean done;

  g_return_val_if_fail (act != NULL && CLINIC_IS_SESSION (session), FALSE);
  g_return_val_if_fail (clinic_record_get_version (CLINIC_RECORD (session)) != 0, FALSE);

  if (!check_times (session, error))
    return FALSE;

  booking.any_room = session->room_id == CLINIC_UNKNOWN;
  done = run (act, "session.move", move, &booking, error);
  saved = booking.saved;

  return done && clinic_act_take_saved (act, CLINIC_RECORD (session), saved) != 0;
}
