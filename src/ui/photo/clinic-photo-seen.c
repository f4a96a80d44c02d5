/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-photo-seen.h"
#include "clinic-photo-view.h"

typedef struct
{
  gint64 patient;
  gint64 photo;
} Look;

static gpointer
note (ClinicAct  *act,
      gpointer    data,
      GError    **error)
{
  Look *look = data;

  return GINT_TO_POINTER (clinic_photo_note_viewed (act, look->patient, &look->photo,
                                                    look->photo != 0 ? 1 : 0, error));
}

void
clinic_photo_seen_async (ClinicDesk          *desk,
                         gint64               patient,
                         gint64               photo,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  Look look = { patient, photo };

  g_return_if_fail (CLINIC_IS_DESK (desk));

  clinic_desk_run_async (desk, note, g_memdup2 (&look, sizeof look), g_free, NULL, callback, user_data);
}

gboolean
clinic_photo_seen_finish (GObject       *source,
                          GAsyncResult  *result,
                          GError       **error)
{
  return clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL, error) != NULL;
}
