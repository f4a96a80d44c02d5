/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-audit.h"
#include "clinic-clock.h"
#include "clinic-photo-sweep.h"
#include "clinic-picture-orphan.h"

typedef struct
{
  char  *before;
  gint64 n;
} Sweep;

static void
sweep_clear (Sweep *sweep)
{
  g_free (sweep->before);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sweep, sweep_clear)

static char *
dup_before (guint days)
{
  gint64 then = clinic_clock_now () - days * G_GINT64_CONSTANT (86400000);
  g_autoptr(GDateTime) instant = g_date_time_new_from_unix_utc (then / 1000);

  return g_date_time_format (instant, "%Y-%m-%dT%H:%M:%S.000Z");
}

static gboolean
sweep (ClinicAct     *act,
       ClinicChange  *change,
       gpointer       data,
       GError       **error)
{
  Sweep *self = data;
  g_autofree char *now = clinic_clock_instant ();
  g_autofree char *words = NULL;

  self->n = clinic_picture_orphan_sweep (act->db, self->before, now, error);

  if (self->n < 0)
    return FALSE;

  words = g_strdup_printf ("{\"pictures\":%" G_GINT64_FORMAT "}", self->n);

  return clinic_audit_append (change, "sweep", "picture", 0, 0, NULL, words, error);
}

gboolean
clinic_photo_sweep (ClinicAct  *act,
                    guint       days,
                    guint      *n_swept,
                    GError    **error)
{
  g_auto(Sweep) self = { .before = dup_before (MAX (days, 1)) };
  gboolean due;

  g_return_val_if_fail (act != NULL, FALSE);

  if (n_swept != NULL)
    *n_swept = 0;

  if (!clinic_act_check (act, "photo.sweep", error) ||
      !clinic_picture_orphan_is_due (act->db, self.before, &due, error))
    return FALSE;

  if (due && !clinic_act_run (act, "photo.sweep", sweep, &self, error))
    return FALSE;

  if (n_swept != NULL)
    *n_swept = (guint) self.n;

  return TRUE;
}
