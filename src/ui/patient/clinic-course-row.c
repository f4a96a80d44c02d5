/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-closures.h"
#include "clinic-course-entry.h"
#include "clinic-course-row.h"
#include "clinic-patient-words.h"
#include "clinic-visit-line.h"
#include "clinic-visit.h"

struct _ClinicCourseRow
{
  ClinicEntryRow parent_instance;

  GtkWidget          *edit;
  GtkWidget          *complete;
  GtkWidget          *stop;
  GtkListBox         *visits;
  GtkFilterListModel *own;          /* visits of this course, the first one first */
};

G_DEFINE_FINAL_TYPE (ClinicCourseRow, clinic_course_row, CLINIC_TYPE_ENTRY_ROW)

static gboolean
is_own (gpointer item,
        gpointer course)
{
  return CLINIC_VISIT (item)->course_id == clinic_record_get_id (course);
}

static int
compare_starts (gconstpointer a,
                gconstpointer b,
                gpointer      unused)
{
  return g_strcmp0 (CLINIC_VISIT ((gpointer) a)->starts, CLINIC_VISIT ((gpointer) b)->starts);
}

static void
clinic_course_row_entry_set (ClinicEntryRow *row)
{
  ClinicCourseRow *self = CLINIC_COURSE_ROW (row);
  ClinicCourseEntry *course = clinic_entry_row_get_entry (row);
  GtkCustomFilter *filter = gtk_custom_filter_new (is_own, g_object_ref (course), g_object_unref);
  GtkCustomSorter *sorter = gtk_custom_sorter_new (compare_starts, NULL, NULL);
  GtkWidget *buttons[] = { self->edit, self->complete, self->stop };
  gboolean active = g_strcmp0 (course->status, "active") == 0;
  g_autoptr(GListModel) sorted = NULL;

  self->own = gtk_filter_list_model_new (NULL, GTK_FILTER (filter));
  sorted = G_LIST_MODEL (gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->own)),
                                                  GTK_SORTER (sorter)));
  gtk_list_box_bind_model (self->visits, sorted, clinic_entry_row_create,
                           GSIZE_TO_POINTER (CLINIC_TYPE_VISIT_LINE), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (buttons[i]), "x",
                                      clinic_record_get_id (CLINIC_RECORD (course)));

  gtk_widget_set_visible (self->complete, active);
  gtk_widget_set_visible (self->stop, active);
}

static void
clinic_course_row_dispose (GObject *object)
{
  ClinicCourseRow *self = CLINIC_COURSE_ROW (object);

  g_clear_object (&self->own);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_COURSE_ROW);

  G_OBJECT_CLASS (clinic_course_row_parent_class)->dispose (object);
}

static void
clinic_course_row_class_init (ClinicCourseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_course_row_dispose;
  CLINIC_ENTRY_ROW_CLASS (klass)->entry_set = clinic_course_row_entry_set;

  g_type_ensure (CLINIC_TYPE_COURSE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-course-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseRow, edit);
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseRow, complete);
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseRow, stop);
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseRow, visits);
  clinic_closures_bind (widget_class);
  clinic_words_bind (widget_class);
}

static void
clinic_course_row_init (ClinicCourseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_course_row_set_visits (ClinicCourseRow *self,
                              GListModel      *visits)
{
  g_return_if_fail (CLINIC_IS_COURSE_ROW (self));

  gtk_filter_list_model_set_model (self->own, visits);
}
