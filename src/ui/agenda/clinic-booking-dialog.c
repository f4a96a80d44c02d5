/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-booking-clash.h"
#include "clinic-booking-dialog.h"
#include "clinic-booking-draft.h"
#include "clinic-booking-time.h"
#include "clinic-booking-who.h"
#include "clinic-closures.h"
#include "clinic-course-window.h"
#include "clinic-findings-box.h"
#include "clinic-notice.h"
#include "clinic-present.h"
#include "clinic-toast.h"

struct _ClinicBookingDialog
{
  AdwWindow parent_instance;

  ClinicBookingDraft  *draft;
  gboolean             hasty;           /* Enter came before what is known of the patient */

  ClinicNotice        *notice;
  ClinicBookingWho    *who;
  ClinicFindingsBox   *findings;
  ClinicBookingTime   *times;
  ClinicBookingClash  *clashes;
  GtkWidget           *book;
};

G_DEFINE_FINAL_TYPE (ClinicBookingDialog, clinic_booking_dialog, ADW_TYPE_WINDOW)

static void
looked_up_cb (ClinicBookingDialog * self,
              const GError        * error)
{
  const ClinicBookingFacts *facts = clinic_booking_draft_get_facts (self->draft);
  gboolean hasty = self->hasty;
  gboolean refused;

  self->hasty = FALSE;

  if (error != NULL)
    {
      clinic_notice_set_error (self->notice, error);
      return;
    }

  clinic_findings_box_set_findings (self->findings, facts != NULL ? facts->alerts : NULL);

  g_object_get (self->draft, "refused", &refused, NULL);

  /* One of the times that are free is next. */
  if (refused)
    clinic_booking_clash_start (self->clashes);

  if (hasty)
    gtk_widget_activate_action (GTK_WIDGET (self), "booking.book", NULL);
}

static void
changed_cb (ClinicBookingDialog *self)
{
  clinic_notice_set_text (self->notice, NULL, NULL);
}

/* Whether all is there that booking takes; the keyboard goes to what is not. */
static gboolean
check (ClinicBookingDialog *self)
{
  ClinicBookingGap gap = clinic_booking_draft_find_gap (self->draft);

  if (gap == CLINIC_BOOKING_WHOLE)
    return clinic_findings_box_get_answered (self->findings) ||
           !clinic_findings_box_start (self->findings);

  clinic_notice_set_text (self->notice, "information", clinic_booking_gap_words (gap));

  if (gap == CLINIC_BOOKING_NO_TIME)
    clinic_booking_time_start (self->times);
  else if (gap == CLINIC_BOOKING_NO_REASON)
    clinic_booking_clash_start_reason (self->clashes);
  else if (gap == CLINIC_BOOKING_NO_PRACTITIONER)
    gtk_widget_grab_focus (GTK_WIDGET (self->times));
  else
    clinic_booking_who_start (self->who, gap);

  return FALSE;
}

static void
busy_cb (ClinicBookingDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "booking.book",
                                 !clinic_booking_draft_get_busy (self->draft));
}

static void
booked_cb (ClinicBookingDialog *self,
           const char          *words,
           gint64               operation)
{
  clinic_toast_show (GTK_WIDGET (self), words, operation);
  gtk_window_close (GTK_WINDOW (self));
}

static void
objected_cb (ClinicBookingDialog *self,
             const GError        *error,
             GPtrArray           *findings)
{
  if (!g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_FINDINGS) || findings == NULL)
    {
      clinic_notice_set_error (self->notice, error);
      return;
    }

  clinic_findings_box_set_findings (self->findings, findings);
  clinic_findings_box_start (self->findings);
}

static void
book_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicBookingDialog *self = CLINIC_BOOKING_DIALOG (widget);
  g_autoptr(GHashTable) reasons = NULL;

  if (clinic_booking_draft_get_busy (self->draft))
    return;

  self->hasty = clinic_booking_draft_get_loading (self->draft);

  if (self->hasty || !check (self))
    return;

  clinic_notice_set_text (self->notice, NULL, NULL);
  reasons = clinic_findings_box_dup_reasons (self->findings);
  clinic_booking_draft_book (self->draft, reasons);
}

/* The same patient, the same first time, for all sessions. */
static void
course_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicBookingDialog *self = CLINIC_BOOKING_DIALOG (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  ClinicBookingWhen *when = clinic_booking_draft_get_when (self->draft);
  g_autofree char *first = clinic_booking_when_dup_wall (when);

  if (parent == NULL || clinic_booking_draft_get_busy (self->draft))
    return;

  clinic_course_window_present (GTK_WIDGET (parent), clinic_booking_draft_get_desk (self->draft),
                                clinic_booking_draft_get_patient (self->draft), first);
  gtk_window_close (GTK_WINDOW (self));
}

static void
clinic_booking_dialog_dispose (GObject *object)
{
  ClinicBookingDialog *self = CLINIC_BOOKING_DIALOG (object);

  if (self->draft != NULL)
    clinic_booking_draft_stop (self->draft);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_BOOKING_DIALOG);

  G_OBJECT_CLASS (clinic_booking_dialog_parent_class)->dispose (object);
}

static void
clinic_booking_dialog_class_init (ClinicBookingDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_booking_dialog_dispose;

  g_type_ensure (CLINIC_TYPE_BOOKING_CLASH);
  g_type_ensure (CLINIC_TYPE_BOOKING_DRAFT);
  g_type_ensure (CLINIC_TYPE_BOOKING_TIME);
  g_type_ensure (CLINIC_TYPE_BOOKING_WHO);
  g_type_ensure (CLINIC_TYPE_FINDINGS_BOX);
  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-booking-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingDialog, draft);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingDialog, who);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingDialog, times);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingDialog, clashes);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingDialog, book);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, looked_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, busy_cb);
  gtk_widget_class_bind_template_callback (widget_class, booked_cb);
  gtk_widget_class_bind_template_callback (widget_class, objected_cb);
  clinic_closures_bind (widget_class);

  gtk_widget_class_install_action (widget_class, "booking.book", NULL, book_action);
  gtk_widget_class_install_action (widget_class, "booking.course", NULL, course_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "booking.book", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, 0, "booking.course", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_ALT_MASK, "booking.course",
                                       NULL);
}

static void
clinic_booking_dialog_init (ClinicBookingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_booking_present (GtkWidget  *parent,
                        ClinicDesk *desk,
                        gint64      patient,
                        const char *when,
                        gint64      practitioner)
{
  GtkRoot *root;
  ClinicBookingDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && CLINIC_IS_DESK (desk));

  root = gtk_widget_get_root (parent);
  self = g_object_new (CLINIC_TYPE_BOOKING_DIALOG, NULL);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "booking.course",
                                 clinic_desk_may (desk, "course.start"));
  clinic_booking_who_begin (self->who, desk, patient != 0);
  clinic_booking_draft_begin (self->draft, desk, patient, when, practitioner);
  clinic_present (GTK_WINDOW (self));

  if (patient != 0)
    gtk_widget_grab_focus (self->book);
  else
    clinic_booking_who_start (self->who, CLINIC_BOOKING_NOBODY);
}
