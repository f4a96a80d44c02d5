/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-closures.h"
#include "clinic-course-draft.h"
#include "clinic-course-form.h"
#include "clinic-course-plan-view.h"
#include "clinic-course-window.h"
#include "clinic-findings-box.h"
#include "clinic-notice.h"
#include "clinic-patient-search.h"
#include "clinic-present.h"
#include "clinic-toast.h"

struct _ClinicCourseWindow
{
  AdwWindow parent_instance;

  GtkWidget           *opener;          /* weak: where it is said that it was booked */

  ClinicCourseDraft   *draft;
  ClinicFindingsBox   *findings;
  ClinicCourseForm    *form;
  ClinicNotice        *notice;
  ClinicPatientSearch *search;
};

G_DEFINE_FINAL_TYPE (ClinicCourseWindow, clinic_course_window, ADW_TYPE_WINDOW)

/* What may be done depends on what is there and what is under way. */
static void
update (ClinicCourseWindow * self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean can_book;
  gboolean can_settle;
  gboolean can_choose;

  g_object_get (self->draft, "can-book", &can_book, "can-settle", &can_settle,
                "can-choose", &can_choose, NULL);
  gtk_widget_action_set_enabled (widget, "course.book",
                                 can_book && clinic_findings_box_get_answered (self->findings));
  gtk_widget_action_set_enabled (widget, "course.settle", can_settle);
  gtk_widget_action_set_enabled (widget, "course.choose", can_choose);
}

static void
say (ClinicCourseWindow *self,
     const char         *words)
{
  clinic_notice_set_text (self->notice, "warning", words);
  clinic_notice_set_button (self->notice, NULL, NULL);
}

static void
unreadable_cb (ClinicCourseWindow *self)
{
  say (self, _("A day or time that is marked cannot be read."));
}

static void
planning_cb (ClinicCourseWindow *self)
{
  clinic_findings_box_set_findings (self->findings, NULL);
}

static void
planned_cb (ClinicCourseWindow *self,
            const GError       *error)
{
  gboolean failed = error != NULL && !g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);

  clinic_notice_set_error (self->notice, error);
  clinic_notice_set_button (self->notice, failed ? _("_Try again") : NULL, "course.retry");
}

static void
booked_cb (ClinicCourseWindow *self,
           const char         *words,
           gint64              operation)
{
  if (self->opener != NULL && gtk_widget_get_root (self->opener) != NULL)
    clinic_toast_show (self->opener, words, operation);

  gtk_window_close (GTK_WINDOW (self));
}

static void
refused_cb (ClinicCourseWindow *self,
            const GError       *error,
            GPtrArray          *findings)
{
  gboolean objected = g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_FINDINGS);
  gint64 n_clashes;

  g_object_get (self->draft, "n-clashes", &n_clashes, NULL);

  clinic_notice_set_error (self->notice, objected ? NULL : error);
  clinic_notice_set_button (self->notice, NULL, NULL);

  if (objected)
    {
      clinic_findings_box_set_findings (self->findings, findings);
      clinic_findings_box_start (self->findings);
    }
  else if (g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT) && n_clashes > 0)
    {
      say (self, _("Nothing was booked: a time was taken meanwhile."));
    }
}

static void
book_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicCourseWindow *self = CLINIC_COURSE_WINDOW (widget);
  g_autoptr(GHashTable) reasons = clinic_findings_box_dup_reasons (self->findings);

  if (clinic_course_form_book (self->form, reasons))
    clinic_notice_set_text (self->notice, NULL, NULL);
}

static void
book_one_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  ClinicCourseWindow *self = CLINIC_COURSE_WINDOW (widget);

  if (self->opener != NULL)
    gtk_widget_activate_action (self->opener, "win.book", "(xs)",
                                clinic_course_draft_get_patient (self->draft), "");

  gtk_window_close (GTK_WINDOW (self));
}

/* Shown at once, so that the next key goes on from there; the plan says what it means. */
static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicCourseWindow *self = CLINIC_COURSE_WINDOW (widget);
  const char *starts;
  guint number;

  g_variant_get (parameter, "(u&s)", &number, &starts);
  clinic_course_draft_choose (self->draft, number, starts);
  clinic_course_form_plan (self->form, CLINIC_COURSE_AS_SETTLED);
}

/* course.settle, course.retry */
static void
plan_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicCourseWindow *self = CLINIC_COURSE_WINDOW (widget);

  clinic_notice_set_text (self->notice, NULL, NULL);
  clinic_course_form_plan (self->form, g_str_equal (name, "course.retry") ? CLINIC_COURSE_AS_SETTLED
                                                                          : CLINIC_COURSE_NEAREST);
}

static void
clinic_course_window_dispose (GObject *object)
{
  ClinicCourseWindow *self = CLINIC_COURSE_WINDOW (object);

  if (self->draft != NULL)
    clinic_course_draft_stop (self->draft);

  g_clear_weak_pointer (&self->opener);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_COURSE_WINDOW);

  G_OBJECT_CLASS (clinic_course_window_parent_class)->dispose (object);
}

static void
clinic_course_window_class_init (ClinicCourseWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_course_window_dispose;

  g_type_ensure (CLINIC_TYPE_COURSE_DRAFT);
  g_type_ensure (CLINIC_TYPE_COURSE_FORM);
  g_type_ensure (CLINIC_TYPE_COURSE_PLAN_VIEW);
  g_type_ensure (CLINIC_TYPE_FINDINGS_BOX);
  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_PATIENT_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-course-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseWindow, draft);
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseWindow, findings);
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseWindow, form);
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseWindow, search);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, unreadable_cb);
  gtk_widget_class_bind_template_callback (widget_class, planning_cb);
  gtk_widget_class_bind_template_callback (widget_class, planned_cb);
  gtk_widget_class_bind_template_callback (widget_class, booked_cb);
  gtk_widget_class_bind_template_callback (widget_class, refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, clinic_course_draft_take_patient);
  clinic_closures_bind (widget_class);

  gtk_widget_class_install_action (widget_class, "course.book", NULL, book_action);
  gtk_widget_class_install_action (widget_class, "course.book-one", NULL, book_one_action);
  gtk_widget_class_install_action (widget_class, "course.choose", "(us)", choose_action);
  gtk_widget_class_install_action (widget_class, "course.settle", NULL, plan_action);
  gtk_widget_class_install_action (widget_class, "course.retry", NULL, plan_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "course.book", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_course_window_init (ClinicCourseWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_course_window_present (GtkWidget  *parent,
                              ClinicDesk *desk,
                              gint64      patient,
                              const char *first)
{
  ClinicCourseWindow *self = g_object_new (CLINIC_TYPE_COURSE_WINDOW,
                                           "transient-for", gtk_widget_get_root (parent),
                                           NULL);

  clinic_course_form_set_first (self->form, first);
  g_set_weak_pointer (&self->opener, parent);
  clinic_patient_search_set_desk (self->search, desk);
  clinic_course_draft_begin (self->draft, desk, patient);
  clinic_present (GTK_WINDOW (self));

  /* Else Enter would call it off. */
  if (patient == 0)
    clinic_present_focus (GTK_WIDGET (self->search));
  else
    clinic_course_form_start (self->form);
}
