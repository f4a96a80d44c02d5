/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-ask.h"
#include "clinic-formulary.h"
#include "clinic-lot-step.h"
#include "clinic-toast.h"

/* What crosses to the worker. */
typedef struct
{
  gint64         lot;
  ClinicLotStep  step;
  char          *reason;
} Work;

/* What waits for it here. */
typedef struct
{
  GtkWidget  *widget;
  ClinicDesk *desk;
  Work       *work;         /* until it is given */
  char       *said;
} Wait;

static void
free_work (gpointer data)
{
  Work *work = data;

  g_free (work->reason);
  g_free (work);
}

static void
free_wait (Wait *wait)
{
  g_clear_pointer (&wait->work, free_work);
  g_object_unref (wait->widget);
  g_object_unref (wait->desk);
  g_free (wait->said);
  g_free (wait);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wait, free_wait)

static gpointer
do_work (ClinicAct  *act,
         gpointer    data,
         GError    **error)
{
  Work *work = data;
  gboolean done;

  if (work->step == CLINIC_LOT_OPEN)
    done = clinic_lot_open (act, work->lot, NULL, error);
  else
    done = clinic_lot_quarantine (act, work->lot, work->step == CLINIC_LOT_QUARANTINE,
                                  work->reason, error);

  return done ? g_strdup ("") : NULL;
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Wait) wait = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *done = NULL;
  gint64 operation = 0;

  done = clinic_desk_run_finish (wait->desk, result, NULL, &operation, &error);

  if (gtk_widget_get_root (wait->widget) == NULL)
    return;

  if (done != NULL)
    clinic_toast_show (wait->widget, wait->said, operation);
  else
    clinic_toast_error (wait->widget, error);
}

static void
give (Wait *wait)
{
  clinic_desk_run_async (wait->desk, do_work, g_steal_pointer (&wait->work), free_work, g_free,
                         done_cb, wait);
}

static void
reason_given_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(Wait) wait = user_data;

  wait->work->reason = clinic_ask_reason_finish (wait->widget, result);

  if (wait->work->reason != NULL)
    give (g_steal_pointer (&wait));
}

static void
ask_why (Wait     *wait,
         gboolean  quarantine)
{
  const char *causes[] = { _("Recalled by the maker"), _("Looks cloudy or has particles"),
                           _("Was not kept cool"), _("A reaction is looked into"), NULL };
  const char *all_clear[] = { _("Looked into and found in order"), _("Noted by mistake"), NULL };

  if (quarantine)
    clinic_ask_reason_async (wait->widget, _("Put the lot into quarantine?"),
                             _("Nobody can be treated from it until it is let out."),
                             _("_Quarantine"), causes, reason_given_cb, wait);
  else
    clinic_ask_reason_async (wait->widget, _("Let the lot out of quarantine?"), NULL,
                             _("_Let out"), all_clear, reason_given_cb, wait);
}

static char *
dup_said (ClinicLotLine *lot,
          ClinicLotStep  step)
{
  if (step == CLINIC_LOT_OPEN)
    return g_strdup_printf (_("Lot %s is opened"), lot->number);

  if (step == CLINIC_LOT_QUARANTINE)
    return g_strdup_printf (_("Lot %s is in quarantine"), lot->number);

  return g_strdup_printf (_("Lot %s is out of quarantine"), lot->number);
}

void
clinic_lot_step (GtkWidget     *widget,
                 ClinicDesk    *desk,
                 ClinicLotLine *lot,
                 ClinicLotStep  step)
{
  Wait *wait = g_new0 (Wait, 1);

  wait->widget = g_object_ref (widget);
  wait->desk = g_object_ref (desk);
  wait->said = dup_said (lot, step);
  wait->work = g_new0 (Work, 1);
  wait->work->lot = clinic_record_get_id (CLINIC_RECORD (lot));
  wait->work->step = step;

  if (step == CLINIC_LOT_OPEN)
    give (wait);
  else
    ask_why (wait, step == CLINIC_LOT_QUARANTINE);
}
