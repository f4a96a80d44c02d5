/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-window-find.h"

/* Whether @window is the one of this patient; of no patient (0): one with places. */
static gboolean
fits (ClinicWindow *window,
      ClinicDesk   *desk,
      gint64        patient)
{
  if (clinic_window_get_desk (window) != desk)
    return FALSE;

  return clinic_window_get_patient (window) == patient;
}

ClinicWindow *
clinic_window_find (ClinicDesk *desk,
                    gint64      patient)
{
  GListModel *windows = gtk_window_get_toplevels ();

  g_return_val_if_fail (CLINIC_IS_DESK (desk), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (CLINIC_IS_WINDOW (window) && fits (CLINIC_WINDOW (window), desk, patient))
        return CLINIC_WINDOW (window);
    }

  return NULL;
}

void
clinic_window_present_patient (ClinicWindow *from,
                               gint64        patient)
{
  ClinicDesk *desk = clinic_window_get_desk (from);
  ClinicWindow *window = clinic_window_find (desk, patient);

  if (window == NULL)
    window = clinic_window_new_for_patient (gtk_window_get_application (GTK_WINDOW (from)), desk,
                                            patient);

  gtk_window_present (GTK_WINDOW (window));
}

ClinicWindow *
clinic_window_present_places (ClinicWindow *from)
{
  ClinicDesk *desk = clinic_window_get_desk (from);
  ClinicWindow *window = clinic_window_find (desk, 0);

  if (window == NULL)
    window = clinic_window_new (gtk_window_get_application (GTK_WINDOW (from)), desk);

  gtk_window_present (GTK_WINDOW (window));

  return window;
}
