/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-closures.h"
#include "clinic-course-form.h"
#include "clinic-course-options.h"
#include "clinic-course-plan-view.h"
#include "clinic-course-proposal.h"
#include "clinic-course-window.h"
#include "clinic-findings-box.h"
#include "clinic-locale.h"
#include "clinic-notice.h"
#include "clinic-patient-search.h"
#include "clinic-toast.h"

/* What is booked: shared by both threads, so that the plan, which then says what is taken, comes
 * back also when it fails. */
typedef struct
{
  ClinicCourseProposal *proposal;
  GHashTable           *reasons;
} Booking;

struct _ClinicCourseWindow
{
  AdwWindow parent_instance;

  ClinicDesk           *desk;
  GtkWidget            *opener;         /* weak: where it is said that it was booked */
  ClinicPatient        *patient;
  char                 *first;          /* as it was given; may be NULL */
  GCancellable         *cancellable;    /* of what is loaded or planned; NULL: nothing */
  ClinicCourseProposal *proposal;       /* NULL until planned and while it is booked */
  GHashTable           *chosen;         /* number → wall time, settled by hand */
  Booking              *booking;        /* under way; NULL: none */

  GtkWidget            *book;
  ClinicFindingsBox    *findings;
  ClinicCourseForm     *form;
  GtkStack             *left;
  ClinicNotice         *notice;
  ClinicCoursePlanView *plan_view;
  ClinicPatientSearch  *search;
  GtkSpinner           *spinner;
  GtkStack             *right;
};

typedef enum
{
  PROPERTY_PATIENT = 1,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicCourseWindow, clinic_course_window, ADW_TYPE_WINDOW)

static void
clear_booking (gpointer data)
{
  Booking *booking = data;

  g_clear_pointer (&booking->proposal, clinic_course_proposal_free);
  g_clear_pointer (&booking->reasons, g_hash_table_unref);
}

static void
release_booking (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear_booking);
}

static void
cancel (ClinicCourseWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* What may be done depends on what is there and what is under way. */
static void
update (ClinicCourseWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean busy = self->cancellable != NULL || self->booking != NULL;
  guint n_sessions = self->proposal != NULL ? self->proposal->plan->sessions->len : 0;
  guint n_clashes = self->proposal != NULL ? self->proposal->plan->n_clashes : 0;
  g_autofree char *label = NULL;

  if (n_sessions > 0)
    {
      label = g_strdup_printf (ngettext ("_Book %u session", "_Book %u sessions", n_sessions),
                               n_sessions);
      gtk_button_set_label (GTK_BUTTON (self->book), label);
    }

  gtk_spinner_set_spinning (self->spinner, busy);

  gtk_widget_action_set_enabled (widget, "course.book",
                                 n_sessions > 0 && n_clashes == 0 && !busy &&
                                 clinic_findings_box_get_answered (self->findings));
  gtk_widget_action_set_enabled (widget, "course.settle", n_clashes > 0 && !busy);
  gtk_widget_action_set_enabled (widget, "course.choose", self->proposal != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), self->booking == NULL);
}

static void
show_sessions (ClinicCourseWindow *self)
{
  clinic_course_plan_view_show (self->plan_view, self->proposal);
  gtk_stack_set_visible_child_name (self->right, "plan");
}

static GHashTable *
new_chosen (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

/* What the plan has settled is what the next question begins with. */
static void
take_chosen (ClinicCourseWindow *self)
{
  GHashTableIter iter;
  gpointer number;
  gpointer starts;

  g_hash_table_remove_all (self->chosen);
  g_hash_table_iter_init (&iter, self->proposal->plan->chosen);

  while (g_hash_table_iter_next (&iter, &number, &starts))
    g_hash_table_insert (self->chosen, number, g_strdup (starts));
}

static void
show_error (ClinicCourseWindow *self,
            const GError       *error)
{
  gboolean failed = !g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);

  clinic_notice_set_error (self->notice, error);
  clinic_notice_set_button (self->notice, failed ? _("_Try again") : NULL, "course.retry");
}

static gpointer
plan_course (ClinicDb  *db,
             gpointer   data,
             GError   **error)
{
  return clinic_course_propose (db, data, error);
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ClinicCourseWindow) self = user_data;
  g_autoptr(ClinicCourseProposal) proposal = NULL;
  g_autoptr(GError) error = NULL;

  proposal = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);

  if (self->desk == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);

  if (proposal == NULL)
    show_error (self, error);
  else
    {
      g_clear_pointer (&self->proposal, clinic_course_proposal_free);
      self->proposal = g_steal_pointer (&proposal);
      take_chosen (self);
      clinic_notice_set_text (self->notice, NULL, NULL);
      show_sessions (self);
    }

  update (self);
}

static void
ask (ClinicCourseWindow   *self,
     ClinicCourseQuestion *question)
{
  cancel (self);
  self->cancellable = g_cancellable_new ();
  clinic_findings_box_set_findings (self->findings, NULL);
  update (self);
  clinic_worker_run_async (clinic_desk_get_reader (self->desk), plan_course, question,
                           (GDestroyNotify) clinic_course_question_free,
                           (GDestroyNotify) clinic_course_proposal_free, self->cancellable,
                           planned_cb, g_object_ref (self));
}

/* A question as the form asks it, with what was settled by hand; NULL when it cannot be read. */
static ClinicCourseQuestion *
make_question (ClinicCourseWindow *self)
{
  ClinicCourseRequest request;

  if (!clinic_course_form_get_request (self->form, &request))
    {
      clinic_notice_set_text (self->notice, "warning",
                              _("A day or time that is marked cannot be read."));
      clinic_notice_set_button (self->notice, NULL, NULL);
      return NULL;
    }

  return clinic_course_question_new (&request, self->chosen);
}

/* @anew: without what was settled by hand. */
static void
plan (ClinicCourseWindow *self,
      gboolean            anew)
{
  ClinicCourseQuestion *question;

  if (self->patient == NULL || self->booking != NULL)
    return;

  if (anew)
    g_hash_table_remove_all (self->chosen);

  if ((question = make_question (self)) != NULL)
    ask (self, question);
}

static gpointer
load_options (ClinicDb  *db,
              gpointer   data,
              GError   **error)
{
  return clinic_course_options_load (db, *(gint64 *) data, error);
}

static void
options_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(ClinicCourseWindow) self = user_data;
  g_autoptr(ClinicCourseOptions) options = NULL;
  g_autoptr(GError) error = NULL;

  options = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);

  if (self->desk == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);

  if (options == NULL)
    {
      show_error (self, error);
      update (self);
      return;
    }

  g_set_object (&self->patient, options->patient);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_PATIENT]);
  clinic_course_form_set_options (self->form, self->desk, options, self->first);
  gtk_stack_set_visible_child_name (self->left, "form");
  clinic_course_form_start (self->form);

  if (options->protocols->len == 0)
    gtk_stack_set_visible_child_name (self->right, "no-protocol");
  else
    plan (self, TRUE);
}

static void
load_patient (ClinicCourseWindow *self,
              gint64              patient)
{
  cancel (self);
  self->cancellable = g_cancellable_new ();
  update (self);
  clinic_worker_run_async (clinic_desk_get_reader (self->desk), load_options,
                           g_memdup2 (&patient, sizeof patient), g_free,
                           (GDestroyNotify) clinic_course_options_free, self->cancellable,
                           options_loaded_cb, g_object_ref (self));
}

static void
patient_chosen_cb (ClinicCourseWindow *self,
                   ClinicPatient      *patient)
{
  if (patient != NULL)
    load_patient (self, clinic_record_get_id (CLINIC_RECORD (patient)));
}

static void
form_changed_cb (ClinicCourseWindow *self,
                 gboolean            anew)
{
  if (self->desk != NULL)
    plan (self, anew);
}

static void
accept_reason (gpointer rule,
               gpointer reason,
               gpointer act)
{
  clinic_act_accept (act, rule, reason);
}

static gpointer
book_course (ClinicAct  *act,
             gpointer    data,
             GError    **error)
{
  Booking *booking = data;
  gint64 course;

  if (booking->reasons != NULL)
    g_hash_table_foreach (booking->reasons, accept_reason, act);

  course = clinic_course_start (act, booking->proposal->plan, error);

  return course != 0 ? g_memdup2 (&course, sizeof course) : NULL;
}

static void
show_booked (ClinicCourseWindow *self,
             guint               n_sessions,
             gint64              operation)
{
  g_autofree char *name = clinic_locale_full_name (self->patient->given_name,
                                                   self->patient->family_name);
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("%u session booked for %s", "%u sessions booked for %s",
                                    n_sessions), n_sessions, name);

  if (self->opener != NULL && gtk_widget_get_root (self->opener) != NULL)
    clinic_toast_show (self->opener, text, operation);

  gtk_window_close (GTK_WINDOW (self));
}

/* The plan is kept; when a time was taken meanwhile it says which one and what else is free. */
static void
show_refusal (ClinicCourseWindow *self,
              GPtrArray          *findings,
              const GError       *error)
{
  show_sessions (self);

  if (g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_FINDINGS))
    {
      clinic_notice_set_text (self->notice, NULL, NULL);
      clinic_findings_box_set_findings (self->findings, findings);
      clinic_findings_box_start (self->findings);
    }
  else if (g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT) &&
           self->proposal->plan->n_clashes > 0)
    {
      clinic_notice_set_text (self->notice, "warning",
                              _("Nothing was booked: a time was taken meanwhile."));
      clinic_notice_set_button (self->notice, NULL, NULL);
    }
  else
    {
      clinic_notice_set_error (self->notice, error);
      clinic_notice_set_button (self->notice, NULL, NULL);
    }

  update (self);
}

static void
booked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinicCourseWindow) self = user_data;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree gint64 *course = NULL;
  gint64 operation = 0;

  course = clinic_desk_run_finish (CLINIC_DESK (source), result, &findings, &operation, &error);

  if (self->booking != NULL)
    {
      self->proposal = g_steal_pointer (&self->booking->proposal);
      g_clear_pointer (&self->booking, release_booking);
    }

  if (self->desk == NULL)
    return;

  take_chosen (self);

  if (course != NULL)
    show_booked (self, self->proposal->plan->sessions->len, operation);
  else
    show_refusal (self, findings, error);
}

/* What does not bear on the times may have been changed since it was planned. */
static gboolean
take_request (ClinicCourseWindow *self)
{
  ClinicCourseRequest request;
  ClinicCourseRequest *planned = &self->proposal->plan->request;

  if (!clinic_course_form_get_request (self->form, &request))
    return FALSE;

  g_free ((char *) planned->goal);
  planned->goal = g_strdup (request.goal);
  planned->diagnosis = request.diagnosis;
  planned->cocktail = request.cocktail;

  return request.patient == planned->patient && request.protocol == planned->protocol &&
         request.practitioner == planned->practitioner && request.room == planned->room &&
         request.weekdays == planned->weekdays &&
         g_strcmp0 (request.first, planned->first) == 0 &&
         g_strcmp0 (request.time, planned->time) == 0;
}

static void
book_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicCourseWindow *self = CLINIC_COURSE_WINDOW (widget);

  /* Something was typed and not planned yet: it is seen before it is booked. */
  if (!take_request (self))
    {
      plan (self, TRUE);
      return;
    }

  self->booking = g_atomic_rc_box_new0 (Booking);
  self->booking->proposal = g_steal_pointer (&self->proposal);
  self->booking->reasons = clinic_findings_box_dup_reasons (self->findings);
  clinic_notice_set_text (self->notice, NULL, NULL);
  update (self);
  clinic_desk_run_async (self->desk, book_course, g_atomic_rc_box_acquire (self->booking),
                         release_booking, g_free, booked_cb, g_object_ref (self));
}

static void
settle_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicCourseWindow *self = CLINIC_COURSE_WINDOW (widget);
  ClinicCourseQuestion *question = make_question (self);

  if (question == NULL)
    return;

  question->settle = TRUE;
  ask (self, question);
}

/* Shown at once, so that the next key goes on from there; the plan says what it means. */
static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicCourseWindow *self = CLINIC_COURSE_WINDOW (widget);
  ClinicCourseQuestion *question;
  const char *starts;
  guint number;

  g_variant_get (parameter, "(u&s)", &number, &starts);
  g_hash_table_insert (self->chosen, GUINT_TO_POINTER (number), g_strdup (starts));
  clinic_course_plan_view_move (self->plan_view, number, starts);

  if ((question = make_question (self)) != NULL)
    ask (self, question);
}

static void
retry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ClinicCourseWindow *self = CLINIC_COURSE_WINDOW (widget);

  clinic_notice_set_text (self->notice, NULL, NULL);

  if (self->patient != NULL)
    plan (self, FALSE);
}

static void
accepted_cb (ClinicCourseWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "course.book", NULL);
}

static void
clinic_course_window_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (property_id == PROPERTY_PATIENT)
    g_value_set_object (value, CLINIC_COURSE_WINDOW (object)->patient);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_course_window_dispose (GObject *object)
{
  ClinicCourseWindow *self = CLINIC_COURSE_WINDOW (object);

  cancel (self);
  g_clear_object (&self->desk);
  g_clear_weak_pointer (&self->opener);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_COURSE_WINDOW);
  g_clear_object (&self->patient);
  g_clear_pointer (&self->proposal, clinic_course_proposal_free);
  g_clear_pointer (&self->booking, release_booking);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_clear_pointer (&self->first, g_free);

  G_OBJECT_CLASS (clinic_course_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CLINIC_TYPE_COURSE_FORM);
  g_type_ensure (CLINIC_TYPE_COURSE_PLAN_VIEW);
  g_type_ensure (CLINIC_TYPE_FINDINGS_BOX);
  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_PATIENT_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-course-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseWindow, book);
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseWindow, findings);
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseWindow, form);
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseWindow, left);
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseWindow, plan_view);
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseWindow, search);
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, ClinicCourseWindow, right);
  gtk_widget_class_bind_template_callback (widget_class, accepted_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, patient_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
  clinic_closures_bind (widget_class);
}

static void
clinic_course_window_class_init (ClinicCourseWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_course_window_dispose;
  object_class->get_property = clinic_course_window_get_property;

  properties[PROPERTY_PATIENT] =
    g_param_spec_object ("patient", NULL, NULL, CLINIC_TYPE_PATIENT,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "course.book", NULL, book_action);
  gtk_widget_class_install_action (widget_class, "course.choose", "(us)", choose_action);
  gtk_widget_class_install_action (widget_class, "course.settle", NULL, settle_action);
  gtk_widget_class_install_action (widget_class, "course.retry", NULL, retry_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "course.book", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_course_window_init (ClinicCourseWindow *self)
{
  self->chosen = new_chosen ();
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

  self->desk = g_object_ref (desk);
  self->first = g_strdup (first);
  g_set_weak_pointer (&self->opener, parent);
  clinic_patient_search_set_desk (self->search, desk);
  clinic_course_plan_view_set_desk (self->plan_view, desk);
  gtk_stack_set_visible_child_name (self->left, patient != 0 ? "form" : "search");
  update (self);

  gtk_window_present (GTK_WINDOW (self));

  /* Else Enter would call it off. */
  if (patient == 0)
    {
      gtk_widget_child_focus (GTK_WIDGET (self->search), GTK_DIR_TAB_FORWARD);
      return;
    }

  clinic_course_form_start (self->form);
  load_patient (self, patient);
}
