/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-ask.h"
#include "clinic-closures.h"
#include "clinic-course-dialog.h"
#include "clinic-course-row.h"
#include "clinic-courses-section.h"
#include "clinic-patient-words.h"
#include "clinic-plan.h"

struct _ClinicCoursesSection
{
  ClinicPatientSection parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (ClinicCoursesSection, clinic_courses_section, CLINIC_TYPE_PATIENT_SECTION)

typedef struct
{
  ClinicCoursesSection *section;
  gint64                course;
  char                 *reason;
} Ending;

static void
ending_free (gpointer data)
{
  Ending *ending = data;

  g_clear_object (&ending->section);
  g_free (ending->reason);
  g_free (ending);
}

static Ending *
ending_new (GVariant *course)
{
  Ending *ending = g_new0 (Ending, 1);

  ending->course = g_variant_get_int64 (course);

  return ending;
}

static gpointer
stop (ClinicAct  *act,
      gpointer    data,
      GError    **error)
{
  Ending *ending = data;

  return GINT_TO_POINTER (clinic_course_stop (act, ending->course, ending->reason, error));
}

static gpointer
complete (ClinicAct  *act,
          gpointer    data,
          GError    **error)
{
  Ending *ending = data;

  return GINT_TO_POINTER (clinic_course_complete (act, ending->course, error));
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicPage *page = CLINIC_PAGE (widget);

  clinic_entry_dialog_present (CLINIC_TYPE_COURSE_DIALOG, widget, clinic_page_get_desk (page),
                               clinic_page_get_id (page), g_variant_get_int64 (parameter));
}

static void
complete_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  clinic_patient_section_run (CLINIC_PATIENT_SECTION (widget), complete, ending_new (parameter),
                              ending_free, _("Course completed"));
}

static void
reason_given_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Ending *ending = user_data;
  g_autoptr(ClinicCoursesSection) self = g_steal_pointer (&ending->section);

  ending->reason = clinic_ask_reason_finish (GTK_WIDGET (source), result);

  if (ending->reason != NULL)
    clinic_patient_section_run (CLINIC_PATIENT_SECTION (self), stop, ending, ending_free,
                                _("Course stopped"));
  else
    ending_free (ending);
}

static void
stop_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  const char *const suggestions[] = { _("The patient’s wish"), _("Side effects"),
                                      _("No response"), NULL };
  Ending *ending = ending_new (parameter);

  ending->section = g_object_ref (CLINIC_COURSES_SECTION (widget));
  clinic_ask_reason_async (widget, _("Why is this course stopped?"),
                           _("Its visits that are booked or confirmed are cancelled with it."),
                           _("_Stop course"), suggestions, reason_given_cb, ending);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  ClinicPatientFile *file = clinic_patient_section_get_file (user_data);
  GtkWidget *row = clinic_entry_row_create (item, GSIZE_TO_POINTER (CLINIC_TYPE_COURSE_ROW));

  clinic_course_row_set_visits (CLINIC_COURSE_ROW (row),
                                clinic_patient_file_get_list (file, "visits"));

  return row;
}

static void
clinic_courses_section_file_set (ClinicPatientSection *section)
{
  ClinicCoursesSection *self = CLINIC_COURSES_SECTION (section);
  ClinicPatientFile *file = clinic_patient_section_get_file (section);

  gtk_list_box_bind_model (self->list, clinic_patient_file_get_list (file, "courses"), create_row,
                           self, NULL);
}

static void
clinic_courses_section_allow (ClinicPatientSection *section)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (section));
  gboolean may = desk != NULL && clinic_desk_may (desk, "course.edit");

  gtk_widget_action_set_enabled (GTK_WIDGET (section), "course.edit", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (section), "course.stop", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (section), "course.complete", may);
}

static void
clinic_courses_section_dispose (GObject *object)
{
  ClinicCoursesSection *self = CLINIC_COURSES_SECTION (object);

  /* The list's rows are made by this object. */
  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);

  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_COURSES_SECTION);

  G_OBJECT_CLASS (clinic_courses_section_parent_class)->dispose (object);
}

static void
clinic_courses_section_class_init (ClinicCoursesSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ClinicPatientSectionClass *section_class = CLINIC_PATIENT_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_courses_section_dispose;
  section_class->file_set = clinic_courses_section_file_set;
  section_class->allow = clinic_courses_section_allow;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-courses-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicCoursesSection, list);
  clinic_closures_bind (widget_class);
  clinic_words_bind (widget_class);
  gtk_widget_class_install_action (widget_class, "course.edit", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "course.complete", "x", complete_action);
  gtk_widget_class_install_action (widget_class, "course.stop", "x", stop_action);
}

static void
clinic_courses_section_init (ClinicCoursesSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
