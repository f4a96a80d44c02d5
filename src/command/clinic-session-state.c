/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The states of a visit, from booked to done, no-show or cancelled. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-booking.h"
#include "clinic-choices.h"
#include "clinic-clock.h"
#include "clinic-locale.h"
#include "clinic-text.h"

typedef struct
{
  const char *from;
  const char *to;
} Transition;

/* Also the ways back from a slip of the hand. A cancelled visit stays cancelled: its time may be
 * somebody else's by now. */
static const Transition transitions[] = {
  { "booked", "confirmed" },
  { "booked", "arrived" },
  { "booked", "in_treatment" },
  { "booked", "no_show" },
  { "booked", "cancelled" },
  { "confirmed", "booked" },
  { "confirmed", "arrived" },
  { "confirmed", "in_treatment" },
  { "confirmed", "no_show" },
  { "confirmed", "cancelled" },
  { "arrived", "booked" },
  { "arrived", "confirmed" },
  { "arrived", "in_treatment" },
  { "arrived", "cancelled" },
  { "in_treatment", "arrived" },
  { "in_treatment", "done" },
  { "done", "in_treatment" },
  { "no_show", "booked" },
  { "no_show", "arrived" },
};

gboolean
clinic_session_may_become (const char *from,
                           const char *to)
{
  for (guint i = 0; i < G_N_ELEMENTS (transitions); i++)
    {
      if (g_strcmp0 (transitions[i].from, from) == 0 && g_strcmp0 (transitions[i].to, to) == 0)
        return TRUE;
    }

  return FALSE;
}

typedef struct
{
  const char *status;
  const char *reason;
} Step;

static gboolean
check_step (ClinicSession  *session,
            const char     *status,
            GError        **error)
{
  if (session->signed_at != NULL)
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                           _("The session is signed. It can be amended, not changed."));
      return FALSE;
    }

  if (clinic_session_may_become (session->status, status))
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("Status: A visit that is “%s” cannot become “%s”."),
               clinic_choice_label (clinic_session_statuses, session->status),
               clinic_choice_label (clinic_session_statuses, status));

  return FALSE;
}

static gboolean
check_come (ClinicAct      *act,
            ClinicSession  *session,
            GError        **error)
{
  g_autofree char *zone = clinic_act_dup_zone (act->db, NULL);
  g_autofree char *now = clinic_clock_wall (zone);
  g_autofree char *date = NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *when = NULL;

  if (strcmp (session->starts, now) <= 0)
    return TRUE;

  date = clinic_wall_dup_date (session->starts);
  day = clinic_locale_date (date);
  time = clinic_locale_time (session->starts);
  /* Translators: a day and a time, "Mon 23 Nov, 09:30" */
  when = g_strdup_printf (C_("day and time", "%s, %s"), day, time);
  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("Status: The visit is at %s: nobody can have missed it yet. Cancel it instead."),
               when);

  return FALSE;
}

static gboolean
take_step (ClinicAct     *act,
           ClinicChange  *change,
           ClinicRecord  *record,
           gpointer       data,
           GError       **error)
{
  const Step *step = data;
  ClinicSession *session = CLINIC_SESSION (record);

  if (!check_step (session, step->status, error))
    return FALSE;

  if (strcmp (step->status, "no_show") == 0 && !check_come (act, session, error))
    return FALSE;

  if (step->reason != NULL)
    {
      change->reason = step->reason;
      g_object_set (session, "status-reason", step->reason, NULL);
    }

  g_object_set (session, "status", step->status, NULL);

  return TRUE;
}

gboolean
clinic_session_cancel (ClinicAct   *act,
                       gint64       session,
                       const char  *reason,
                       GError     **error)
{
  Step step = { "cancelled", reason };

  if (clinic_text_is_empty (reason))
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                           _("Reason: Say who cancels and why."));
      return FALSE;
    }

  return clinic_act_edit (act, "session.cancel", CLINIC_TYPE_SESSION, session, take_step, &step,
                          error);
}

gboolean
clinic_session_no_show (ClinicAct   *act,
                        gint64       session,
                        const char  *reason,
                        GError     **error)
{
  Step step = { "no_show", reason };

  return clinic_act_edit (act, "session.no-show", CLINIC_TYPE_SESSION, session, take_step, &step,
                          error);
}

gboolean
clinic_session_set_state (ClinicAct   *act,
                          gint64       session,
                          const char  *status,
                          GError     **error)
{
  Step step = { status, NULL };
  g_autoptr(ClinicRecord) record = NULL;
  g_autoptr(GError) failure = NULL;

  g_return_val_if_fail (status != NULL, FALSE);

  if (strcmp (status, "cancelled") == 0 || strcmp (status, "no_show") == 0 ||
      clinic_choice_find (clinic_session_statuses, status) == NULL)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("Status: “%s” is none of booked, confirmed, arrived, in_treatment and done."), status);
      return FALSE;
    }

  if (clinic_act_edit (act, "session.state", CLINIC_TYPE_SESSION, session, take_step, &step,
                       &failure))
    return TRUE;

  /* Back from a no-show, the time may be somebody else's by now. */
  if ((record = clinic_store_find (act->db, CLINIC_TYPE_SESSION, session, NULL)) != NULL)
    clinic_booking_explain (act, CLINIC_SESSION (record), FALSE, &failure);

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}
