/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-booking-order.h"
#include "clinic-booking.h"
#include "clinic-register.h"
#include "clinic-text.h"

ClinicBookingOrder *
clinic_booking_order_new (ClinicSession *session,
                          ClinicPatient *newcomer,
                          GHashTable    *reasons,
                          const char    *reason)
{
  ClinicBookingOrder *order = g_atomic_rc_box_new0 (ClinicBookingOrder);

  order->session = g_object_ref (session);
  order->newcomer = newcomer != NULL ? g_object_ref (newcomer) : NULL;
  order->reasons = reasons != NULL ? g_hash_table_ref (reasons) : NULL;
  order->reason = g_strdup (reason);

  return order;
}

static void
clear_order (gpointer data)
{
  ClinicBookingOrder *order = data;

  g_clear_object (&order->session);
  g_clear_object (&order->newcomer);
  g_clear_pointer (&order->reasons, g_hash_table_unref);
  g_free (order->reason);
}

void
clinic_booking_order_unref (gpointer order)
{
  g_atomic_rc_box_release_full (order, clear_order);
}

static void
accept_reasons (ClinicAct  *act,
                GHashTable *reasons)
{
  GHashTableIter iter;
  gpointer rule;
  gpointer reason;

  if (reasons == NULL)
    return;

  g_hash_table_iter_init (&iter, reasons);

  while (g_hash_table_iter_next (&iter, &rule, &reason))
    clinic_act_accept (act, rule, reason);
}

gpointer
clinic_booking_order_run (ClinicAct  *act,
                          gpointer    data,
                          GError    **error)
{
  ClinicBookingOrder *order = data;

  accept_reasons (act, order->reasons);

  /* Who was registered stays so when the time turns out to be taken. */
  if (order->newcomer != NULL)
    {
      if (clinic_record_get_id (CLINIC_RECORD (order->newcomer)) == 0 &&
          clinic_patient_register (act, order->newcomer, error) == 0)
        return NULL;

      g_object_set (order->session, "patient-id",
                    clinic_record_get_id (CLINIC_RECORD (order->newcomer)), NULL);
    }

  clinic_act_set_reason (act, order->reason);

  return clinic_session_book (act, order->session, error) != 0 ? g_object_ref (order->session)
                                                               : NULL;
}

ClinicPatient *
clinic_booking_read_typed (const char *typed)
{
  ClinicPatient *patient = clinic_patient_new ();
  g_autofree char *text = clinic_text_clean (typed);
  g_autofree char *digits = clinic_text_digits (text != NULL ? text : "");
  const char *comma = text != NULL ? strchr (text, ',') : NULL;
  const char *space = text != NULL ? strrchr (text, ' ') : NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (text == NULL)
    return patient;

  if (strlen (digits) >= 5)
    {
      g_object_set (patient, "mobile", text, NULL);
      return patient;
    }

  /* "Lee, Kim", "Kim Lee" or "Lee". */
  if (comma != NULL)
    {
      before = g_strndup (text, comma - text);
      after = g_strstrip (g_strdup (comma + 1));
      g_object_set (patient, "family-name", before, "given-name", after, NULL);
    }
  else if (space != NULL)
    {
      before = g_strndup (text, space - text);
      g_object_set (patient, "family-name", space + 1, "given-name", before, NULL);
    }
  else
    {
      g_object_set (patient, "family-name", text, NULL);
    }

  return patient;
}
