/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-ask.h"
#include "clinic-consent-sign.h"
#include "clinic-consents-withdraw.h"
#include "clinic-toast.h"

typedef struct
{
  GtkWidget  *widget;
  ClinicDesk *desk;
  gint64      consent;
  char       *reason;
} Withdrawal;

static void
withdrawal_free (gpointer data)
{
  Withdrawal *self = data;

  g_clear_object (&self->widget);
  g_clear_object (&self->desk);
  g_free (self->reason);
  g_free (self);
}

static gpointer
withdraw (ClinicAct  *act,
          gpointer    data,
          GError    **error)
{
  Withdrawal *self = data;

  return GINT_TO_POINTER (clinic_consent_withdraw (act, self->consent, self->reason, error) != 0);
}

/* No undo is offered: a withdrawal stays. */
static void
withdrawn_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GtkWidget) widget = user_data;
  g_autoptr(GError) error = NULL;

  if (clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL, &error) != NULL)
    clinic_toast_show (widget, _("Consent withdrawn"), 0);
  else
    clinic_toast_error (widget, error);
}

static void
reason_given_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Withdrawal *withdrawal = user_data;
  g_autoptr(GtkWidget) widget = g_steal_pointer (&withdrawal->widget);
  g_autoptr(ClinicDesk) desk = g_object_ref (withdrawal->desk);

  withdrawal->reason = clinic_ask_reason_finish (GTK_WIDGET (source), result);

  if (withdrawal->reason != NULL)
    clinic_desk_run_async (desk, withdraw, withdrawal, withdrawal_free, NULL, withdrawn_cb,
                           g_steal_pointer (&widget));
  else
    withdrawal_free (withdrawal);
}

void
clinic_consents_withdraw (GtkWidget  *widget,
                          ClinicDesk *desk,
                          gint64      consent)
{
  const char *const suggestions[] = { _("The patient’s wish"), NULL };
  Withdrawal *withdrawal = g_new0 (Withdrawal, 1);

  withdrawal->widget = g_object_ref (widget);
  withdrawal->desk = g_object_ref (desk);
  withdrawal->consent = consent;
  clinic_ask_reason_async (widget, _("The patient withdraws this consent"),
                           _("It cannot be taken back: to treat again, a new one is signed."),
                           _("_Withdraw"), suggestions, reason_given_cb, withdrawal);
}
