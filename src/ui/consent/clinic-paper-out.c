/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choose-file.h"
#include "clinic-paper-out.h"
#include "clinic-papers.h"
#include "clinic-toast.h"

/* A paper on its way out. */
typedef struct
{
  GtkWidget       *parent;
  ClinicDesk      *desk;
  ClinicPaperFunc  func;
  gint64           id;
  GFile           *file;        /* NULL: to be printed */
} Out;

/* What the worker is given: nothing of GTK. */
typedef struct
{
  ClinicPaperFunc  func;
  gint64           id;
  char            *path;
} Job;

static void
out_free (gpointer data)
{
  Out *self = data;

  g_object_unref (self->parent);
  g_object_unref (self->desk);
  g_clear_object (&self->file);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Out, out_free)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job);
}

ClinicPaper *
clinic_paper_out_aftercare (ClinicDb  *db,
                            gint64     session,
                            GError   **error)
{
  return clinic_paper_of_aftercare (db, session, NULL, error);
}

/* The paper; laid out and written already when there is a path. */
static gpointer
make_paper (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  Job *job = data;
  g_autoptr(ClinicPaper) paper = job->func (db, job->id, error);

  if (paper == NULL || (job->path != NULL && !clinic_paper_write_pdf (paper, job->path, error)))
    return NULL;

  return g_steal_pointer (&paper);
}

static Out *
out_new (GtkWidget       *parent,
         ClinicDesk      *desk,
         ClinicPaperFunc  func,
         gint64           id)
{
  Out *self = g_new0 (Out, 1);

  self->parent = g_object_ref (parent);
  self->desk = g_object_ref (desk);
  self->func = func;
  self->id = id;

  return self;
}

static void
run (Out                 *self,
     GAsyncReadyCallback  callback)
{
  Job *job = g_new0 (Job, 1);

  job->func = self->func;
  job->id = self->id;
  job->path = self->file != NULL ? g_file_get_path (self->file) : NULL;
  clinic_worker_run_async (clinic_desk_get_reader (self->desk), make_paper, job, job_free,
                           (GDestroyNotify) clinic_paper_free, NULL, callback, self);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Out) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicPaper) paper = clinic_worker_run_finish (clinic_desk_get_reader (self->desk),
                                                           result, &error);

  if (gtk_widget_get_root (self->parent) == NULL)
    return;

  if (paper != NULL)
    clinic_toast_saved (self->parent, self->file);
  else
    clinic_toast_error (self->parent, error);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Out) self = user_data;

  self->file = clinic_choose_file_finish (self->parent, result);

  if (self->file != NULL && g_file_peek_path (self->file) != NULL)
    run (g_steal_pointer (&self), written_cb);
}

void
clinic_paper_out_save (GtkWidget       *parent,
                       ClinicDesk      *desk,
                       ClinicPaperFunc  func,
                       gint64           id,
                       const char      *suggested)
{
  g_autofree char *name = g_strconcat (suggested, ".pdf", NULL);

  clinic_choose_file_async (parent, _("Save as PDF"), TRUE, name, _("PDF documents"), "*.pdf",
                            chosen_cb, out_new (parent, desk, func, id));
}

static void
begin_cb (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          ClinicPaper       *paper)
{
  gtk_print_operation_set_n_pages (operation, (int) clinic_paper_get_n_pages (paper));
}

/* A sheet of another size gets the drawing as large as it fits. */
static void
draw_cb (GtkPrintOperation *operation,
         GtkPrintContext   *context,
         int                page,
         ClinicPaper       *paper)
{
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  double wide = gtk_print_context_get_width (context) / CLINIC_PAPER_WIDTH;
  double high = gtk_print_context_get_height (context) / CLINIC_PAPER_HEIGHT;

  cairo_scale (cairo, MIN (wide, high), MIN (wide, high));
  clinic_paper_draw_page (paper, cairo, (guint) page);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Out) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicPaper) paper = clinic_worker_run_finish (clinic_desk_get_reader (self->desk),
                                                           result, &error);
  g_autoptr(GtkPrintOperation) operation = NULL;
  GtkRoot *root = gtk_widget_get_root (self->parent);

  if (root == NULL)
    return;

  if (paper != NULL)
    {
      operation = gtk_print_operation_new ();
      gtk_print_operation_set_use_full_page (operation, TRUE);
      gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
      g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), paper);
      g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), paper);
      gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (root), &error);
    }

  if (error != NULL)
    clinic_toast_error (self->parent, error);
}

void
clinic_paper_out_print (GtkWidget       *parent,
                        ClinicDesk      *desk,
                        ClinicPaperFunc  func,
                        gint64           id)
{
  run (out_new (parent, desk, func, id), read_cb);
}
