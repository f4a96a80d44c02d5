/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-scan-choice.h"
#include "clinic-scan.h"
#include "clinic-toast.h"

typedef struct
{
  GtkWidget      *widget;
  ClinicDesk     *desk;
  GPtrArray      *readings;
  guint           chosen;
  ClinicScanFunc  func;
} Scan;

static void
scan_free (Scan *self)
{
  g_clear_pointer (&self->readings, g_ptr_array_unref);
  g_object_unref (self->desk);
  g_object_unref (self->widget);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scan, scan_free)

static gpointer
find (ClinicDb  *db,
      gpointer   data,
      GError   **error)
{
  return clinic_lot_scan_find (db, data, error);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Scan) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicLotScan) found = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);

  if (gtk_widget_get_root (self->widget) == NULL)
    return;

  if (found != NULL)
    self->func (self->widget, self->readings->pdata[self->chosen], found);
  else
    clinic_toast_error (self->widget, error);
}

static void
look_up (Scan *self)
{
  clinic_worker_run_async (clinic_desk_get_reader (self->desk), find, self->readings->pdata[self->chosen], NULL,
                           (GDestroyNotify) clinic_lot_scan_free, NULL, found_cb, self);
}

static void
chosen_cb (int      chosen,
           gpointer data)
{
  Scan *self = data;

  if (chosen < 0)
    {
      scan_free (self);
      return;
    }

  self->chosen = (guint) chosen;
  look_up (self);
}

void
clinic_scan_resolve (GtkWidget      *widget,
                     ClinicDesk     *desk,
                     const char     *text,
                     ClinicScanFunc  func)
{
  guint year = (guint) g_ascii_strtoull (clinic_desk_get_today (desk), NULL, 10);
  g_autoptr(GError) error = NULL;
  GPtrArray *readings = clinic_gs1_read (text, year, &error);
  Scan *self;

  if (readings == NULL)
    {
      clinic_toast_error (widget, error);
      return;
    }

  self = g_new0 (Scan, 1);
  self->widget = g_object_ref (widget);
  self->desk = g_object_ref (desk);
  self->readings = readings;
  self->func = func;

  if (readings->len > 1)
    clinic_scan_choice_present (widget, readings, chosen_cb, self);
  else
    look_up (self);
}
