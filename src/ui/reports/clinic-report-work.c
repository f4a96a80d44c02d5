/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-clock.h"
#include "clinic-graph-sheet.h"
#include "clinic-report-row.h"
#include "clinic-report-work.h"
#include "clinic-report.h"
#include "clinic-target.h"

/* Enough charts of one kind to look at. */
#define MOST_GRAPHS 12

struct _ClinicReportWork
{
  GObject parent_instance;

  char         *report;
  GHashTable   *values;
  char         *path;
  char         *sheet;
  char         *author;
  char         *company;
  GCancellable *cancellable;
  ClinicReport *made;           /* between preparing and writing, with its sheets */
  GPtrArray    *sheets;
  int           permille;       /* atomic; -1: not known */
};

G_DEFINE_FINAL_TYPE (ClinicReportWork, clinic_report_work, G_TYPE_OBJECT)

static void
preview_free (gpointer data)
{
  ClinicPreview *preview = data;

  g_clear_object (&preview->sheet);
  g_clear_pointer (&preview->graphs, g_ptr_array_unref);
  g_free (preview);
}

/* On the worker's thread. */
static gboolean
progress_cb (guint64  done,
             guint64  total,
             gpointer user_data)
{
  ClinicReportWork *self = user_data;

  g_atomic_int_set (&self->permille, total > 0 ? (int) (MIN (done, total) * 1000 / total) : -1);

  return !g_cancellable_is_cancelled (self->cancellable);
}

static void
clinic_report_work_finalize (GObject *object)
{
  ClinicReportWork *self = CLINIC_REPORT_WORK (object);

  g_free (self->report);
  g_hash_table_unref (self->values);
  g_free (self->path);
  g_free (self->sheet);
  g_free (self->author);
  g_free (self->company);
  g_object_unref (self->cancellable);
  g_clear_pointer (&self->made, clinic_report_free);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  G_OBJECT_CLASS (clinic_report_work_parent_class)->finalize (object);
}

static void
clinic_report_work_class_init (ClinicReportWorkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clinic_report_work_finalize;
}

static void
clinic_report_work_init (ClinicReportWork *self)
{
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->cancellable = g_cancellable_new ();
  self->permille = -1;
}

ClinicReportWork *
clinic_report_work_new (const char *report,
                        GHashTable *values)
{
  ClinicReportWork *self = g_object_new (CLINIC_TYPE_REPORT_WORK, NULL);
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  self->report = g_strdup (report);
  g_hash_table_iter_init (&iter, values);

  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (self->values, g_strdup (name), g_strdup (value));

  return self;
}

void
clinic_report_work_set_target (ClinicReportWork *self,
                               const char       *path,
                               const char       *sheet,
                               const char       *author,
                               const char       *company)
{
  g_return_if_fail (CLINIC_IS_REPORT_WORK (self));

  self->path = g_strdup (path);
  self->sheet = g_strdup (sheet);
  self->author = g_strdup (author);
  self->company = g_strdup (company);
}

const char *
clinic_report_work_get_path (ClinicReportWork *self)
{
  g_return_val_if_fail (CLINIC_IS_REPORT_WORK (self), NULL);

  return self->path;
}

GCancellable *
clinic_report_work_get_cancellable (ClinicReportWork *self)
{
  g_return_val_if_fail (CLINIC_IS_REPORT_WORK (self), NULL);

  return self->cancellable;
}

void
clinic_report_work_cancel (ClinicReportWork *self)
{
  g_return_if_fail (CLINIC_IS_REPORT_WORK (self));

  g_cancellable_cancel (self->cancellable);
}

double
clinic_report_work_get_fraction (ClinicReportWork *self)
{
  int permille;

  g_return_val_if_fail (CLINIC_IS_REPORT_WORK (self), -1);

  permille = g_atomic_int_get (&self->permille);

  return permille < 0 ? -1 : permille / 1000.0;
}

static GPtrArray *
run (ClinicReportWork  *self,
     ClinicReport      *report,
     ClinicDb          *db,
     GError           **error)
{
  return clinic_report_run (report, db, self->values, progress_cb, self, self->cancellable, error);
}

static ClinicPreview *
make_preview (ClinicSheet  *sheet,
              GError      **error)
{
  ClinicPreview *preview = g_new0 (ClinicPreview, 1);

  preview->sheet = clinic_report_keep_rows (sheet, CLINIC_PREVIEW_ROWS, &preview->more, error);

  if (preview->sheet == NULL)
    {
      preview_free (preview);
      return NULL;
    }

  preview->total = preview->more ? clinic_sheet_get_expected (sheet)
                                 : clinic_sheet_get_expected (preview->sheet);
  preview->graphs = clinic_graphs_from_sheet (preview->sheet, MOST_GRAPHS);

  return preview;
}

gpointer
clinic_report_work_preview (ClinicDb  *db,
                            gpointer   work,
                            GError   **error)
{
  ClinicReportWork *self = work;
  g_autoptr(ClinicReport) report = clinic_report_load (self->report, error);
  g_autoptr(GPtrArray) sheets = report != NULL ? run (self, report, db, error) : NULL;
  g_autoptr(GPtrArray) previews = g_ptr_array_new_with_free_func (preview_free);

  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    {
      ClinicPreview *preview = make_preview (sheets->pdata[i], error);

      if (preview == NULL)
        return NULL;

      g_ptr_array_add (previews, preview);
    }

  return sheets != NULL ? g_steal_pointer (&previews) : NULL;
}

static gboolean
is_csv (ClinicReportWork *self)
{
  return g_str_has_suffix (self->path, ".csv");
}

gpointer
clinic_report_work_prepare (ClinicDb  *db,
                            gpointer   work,
                            GError   **error)
{
  ClinicReportWork *self = work;

  if (!clinic_target_check (clinic_db_get_location (db), clinic_db_get_key_path (db), self->path,
                            error) ||
      (self->made = clinic_report_load (self->report, error)) == NULL ||
      (self->sheets = run (self, self->made, db, error)) == NULL)
    return NULL;

  return is_csv (self) ? g_array_new (FALSE, FALSE, sizeof (gint64))
                       : clinic_sheets_list_photos (self->sheets);
}

gpointer
clinic_report_work_write (ClinicDb  *db,
                          gpointer   work,
                          GError   **error)
{
  ClinicReportWork *self = work;
  const ClinicCsvOptions csv = { .bom = TRUE, .progress = progress_cb, .progress_data = self };
  const ClinicXlsxOptions xlsx = {
    .author = self->author, .company = self->company, .created = clinic_clock_now (),
    .progress = progress_cb, .progress_data = self,
  };
  gboolean written;

  g_return_val_if_fail (self->sheets != NULL, NULL);

  if (is_csv (self))
    written = clinic_report_write_csv (self->made, self->sheets, self->sheet, self->path, &csv,
                                       self->cancellable, error);
  else
    written = clinic_report_write_xlsx (self->made, self->sheets, self->path, &xlsx, NULL,
                                        self->cancellable, error);

  return written ? g_object_ref (self) : NULL;
}
