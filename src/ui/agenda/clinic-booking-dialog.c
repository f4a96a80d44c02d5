/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-booking-clash.h"
#include "clinic-booking-dialog.h"
#include "clinic-booking-facts.h"
#include "clinic-booking-order.h"
#include "clinic-booking-time.h"
#include "clinic-booking.h"
#include "clinic-course-window.h"
#include "clinic-date.h"
#include "clinic-findings-box.h"
#include "clinic-locale.h"
#include "clinic-notice.h"
#include "clinic-patient-search.h"
#include "clinic-room.h"
#include "clinic-store.h"
#include "clinic-text.h"
#include "clinic-toast.h"

struct _ClinicBookingDialog
{
  AdwWindow parent_instance;

  ClinicDesk          *desk;
  gint64               patient;         /* 0 until chosen or registered */
  ClinicPatient       *newcomer;        /* is registered with the booking; NULL: is on file */
  ClinicBookingFacts  *facts;           /* of @patient; NULL until known */
  ClinicBookingOrder  *order;           /* that is being booked */
  GCancellable        *loading;
  gboolean             refused;         /* what stands in the way was said already */
  gboolean             hasty;           /* Enter came before what is known of the patient */

  ClinicNotice        *notice;
  ClinicPatientSearch *search;
  GtkWidget           *search_part;
  GtkWidget           *patient_part;
  AdwActionRow        *patient_row;
  GtkWidget           *change;
  AdwActionRow        *course_row;
  GtkSwitch           *belongs;
  GtkWidget           *register_part;
  GtkEditable         *given_name;
  GtkEditable         *family_name;
  GtkEditable         *mobile;
  ClinicFindingsBox   *findings;
  ClinicBookingTime   *times;
  ClinicBookingClash  *clashes;
  GtkWidget           *book;
};

G_DEFINE_FINAL_TYPE (ClinicBookingDialog, clinic_booking_dialog, ADW_TYPE_WINDOW)

static gpointer
load_facts (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  return clinic_booking_facts_load (db, data, error);
}

static gpointer
load_rooms (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  return clinic_store_list_by (db, CLINIC_TYPE_ROOM, NULL, 0, error);
}

static void
show_patient (ClinicBookingDialog *self,
              ClinicPatient       *patient)
{
  g_autofree char *name = clinic_locale_full_name (patient->given_name, patient->family_name);
  g_autofree char *born = clinic_locale_date (patient->birth_date);
  g_autofree char *age = clinic_locale_age (patient->birth_date, clinic_desk_get_today (self->desk));
  const char *phone = patient->mobile != NULL ? patient->mobile : patient->phone;
  g_autoptr(GString) about = g_string_new (patient->file_number);

  if (patient->birth_date != NULL)
    g_string_append_printf (about, " · %s (%s)", born, age);

  if (phone != NULL)
    g_string_append_printf (about, " · %s", phone);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->patient_row), name);
  adw_action_row_set_subtitle (self->patient_row, about->str);
}

/* "Session 5 of 8, due Tue 24 Nov" */
static char *
dup_course_words (ClinicBookingFacts *facts)
{
  g_autofree char *due = clinic_locale_day (facts->due);
  g_autofree char *booked = clinic_locale_wall (facts->booked);

  if (facts->planned == 0)
    return g_strdup ("");

  if (facts->number == 0 && facts->booked == NULL)
    return g_strdup_printf (_("All %d sessions have been"), (int) facts->planned);

  if (facts->number == 0)
    return g_strdup_printf (_("All %d sessions are booked; next on %s"), (int) facts->planned,
                            booked);

  if (facts->due == NULL)
    return g_strdup_printf (_("Session %d of %d is next"), (int) facts->number,
                            (int) facts->planned);

  return g_strdup_printf (_("Session %d of %d is next, due %s"), (int) facts->number,
                          (int) facts->planned, due);
}

static void
show_course (ClinicBookingDialog *self)
{
  ClinicBookingFacts *facts = self->facts;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->course_row), facts->course != NULL);

  if (facts->course == NULL)
    return;

  words = dup_course_words (facts);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->course_row),
                                 facts->protocol != NULL ? facts->protocol : _("Course"));
  adw_action_row_set_subtitle (self->course_row, words);
  gtk_widget_set_visible (GTK_WIDGET (self->belongs), facts->number > 0);
}

static void
show_parts (ClinicBookingDialog *self)
{
  gboolean known = self->patient != 0 && self->newcomer == NULL;

  gtk_widget_set_visible (self->search_part, self->patient == 0 && self->newcomer == NULL);
  gtk_widget_set_visible (self->patient_part, known && self->facts != NULL);
  gtk_widget_set_visible (self->register_part, self->newcomer != NULL);
}

static void
show_facts (ClinicBookingDialog *self)
{
  ClinicBookingFacts *facts = self->facts;

  if (self->newcomer == NULL)
    {
      show_patient (self, facts->patient);
      show_course (self);
    }

  clinic_booking_time_show (self->times, facts);
  clinic_booking_clash_show (self->clashes, self->desk, facts, self->refused);
  show_parts (self);
  clinic_findings_box_set_findings (self->findings, facts->alerts);

  /* One of the times that are free is next. */
  if (self->refused)
    clinic_booking_clash_start (self->clashes);
}

static void
facts_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(ClinicBookingDialog) self = user_data;
  g_autoptr(ClinicBookingFacts) facts = NULL;
  g_autoptr(GError) error = NULL;

  facts = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);

  /* Another patient or time was chosen meanwhile, or the dialog is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    return;

  g_clear_object (&self->loading);

  if (facts == NULL)
    {
      self->hasty = FALSE;
      clinic_notice_set_error (self->notice, error);
      return;
    }

  g_clear_pointer (&self->facts, clinic_booking_facts_free);
  self->facts = g_steal_pointer (&facts);
  show_facts (self);

  if (self->hasty)
    {
      self->hasty = FALSE;
      gtk_widget_activate_action (GTK_WIDGET (self), "booking.book", NULL);
    }
}

/* Looks up what follows from what was chosen; what was looked up before does not count any more. */
static void
look_up (ClinicBookingDialog *self)
{
  ClinicBookingWish *wish;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);

  if (self->patient == 0)
    return;

  wish = g_new0 (ClinicBookingWish, 1);
  clinic_booking_time_fill (self->times, wish);
  wish->patient = self->patient;
  wish->alone = !gtk_switch_get_active (self->belongs);
  self->loading = g_cancellable_new ();
  clinic_worker_run_async (clinic_desk_get_reader (self->desk), load_facts, wish,
                           (GDestroyNotify) clinic_booking_wish_free,
                           (GDestroyNotify) clinic_booking_facts_free, self->loading,
                           facts_loaded_cb, g_object_ref (self));
}

static void
rooms_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(ClinicBookingDialog) self = user_data;
  g_autoptr(GPtrArray) rooms = NULL;
  g_autoptr(GError) error = NULL;

  rooms = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);

  if (self->desk == NULL)
    return;

  if (rooms != NULL)
    clinic_booking_time_set_rooms (self->times, rooms);
  else
    clinic_notice_set_error (self->notice, error);
}

static void
patient_chosen_cb (ClinicBookingDialog *self,
                   ClinicPatient       *patient)
{
  self->patient = clinic_record_get_id (CLINIC_RECORD (patient));
  clinic_notice_set_text (self->notice, NULL, NULL);
  look_up (self);
  gtk_widget_grab_focus (self->book);
}

static void
register_cb (ClinicBookingDialog *self,
             const char          *typed)
{
  g_clear_object (&self->newcomer);
  self->newcomer = clinic_booking_read_typed (typed);
  gtk_editable_set_text (self->given_name,
                         self->newcomer->given_name != NULL ? self->newcomer->given_name : "");
  gtk_editable_set_text (self->family_name,
                         self->newcomer->family_name != NULL ? self->newcomer->family_name : "");
  gtk_editable_set_text (self->mobile,
                         self->newcomer->mobile != NULL ? self->newcomer->mobile : "");
  show_parts (self);
  gtk_widget_grab_focus (self->newcomer->given_name == NULL ? GTK_WIDGET (self->given_name)
                                                            : GTK_WIDGET (self->mobile));
}

/* Somebody else is to be booked. */
static void
change_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicBookingDialog *self = CLINIC_BOOKING_DIALOG (widget);

  if (self->order != NULL)
    return;

  self->patient = 0;
  g_clear_object (&self->newcomer);
  g_clear_pointer (&self->facts, clinic_booking_facts_free);
  look_up (self);
  show_parts (self);
  clinic_booking_clash_show (self->clashes, self->desk, NULL, FALSE);
  clinic_findings_box_set_findings (self->findings, NULL);
  clinic_patient_search_set_patient (self->search, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
changed_cb (ClinicBookingDialog *self)
{
  if (self->desk == NULL)
    return;

  self->refused = FALSE;
  clinic_notice_set_text (self->notice, NULL, NULL);
  look_up (self);
}

static void
slot_chosen_cb (ClinicBookingDialog *self,
                const char          *wall)
{
  clinic_booking_time_choose (self->times, wall);
  gtk_widget_grab_focus (self->book);
}

static void
set_editable (ClinicPatient *patient,
              const char    *property,
              GtkEditable   *editable)
{
  g_autofree char *text = clinic_text_clean (gtk_editable_get_text (editable));

  g_object_set (patient, property, text, NULL);
}

static gboolean
refuse (ClinicBookingDialog *self,
        const char          *words,
        GtkWidget           *where)
{
  clinic_notice_set_text (self->notice, "information", words);
  gtk_widget_grab_focus (where);

  return FALSE;
}

/* Whether all is there that booking takes; the keyboard goes to what is not. */
static gboolean
check (ClinicBookingDialog *self)
{
  if (self->patient == 0 && self->newcomer == NULL)
    return refuse (self, _("Choose who comes first."), GTK_WIDGET (self->search));

  if (self->newcomer != NULL && clinic_text_is_empty (gtk_editable_get_text (self->family_name)))
    return refuse (self, _("A family name is needed."), GTK_WIDGET (self->family_name));

  if (clinic_booking_time_get_practitioner (self->times) == 0)
    return refuse (self, _("Nobody treats patients yet."), GTK_WIDGET (self->times));

  if (clinic_booking_time_start (self->times))
    {
      clinic_notice_set_text (self->notice, "information",
                              _("This date or time cannot be read."));
      return FALSE;
    }

  if (clinic_booking_clash_get_overbooked (self->clashes) &&
      clinic_text_is_empty (clinic_booking_clash_get_reason (self->clashes)))
    return refuse (self, _("Say why this visit is booked beside another."),
                   clinic_booking_clash_get_asking (self->clashes));

  return clinic_findings_box_get_answered (self->findings) ||
         !clinic_findings_box_start (self->findings);
}

static ClinicSession *
make_session (ClinicBookingDialog *self)
{
  ClinicSession *session = clinic_session_new ();
  ClinicBookingFacts *facts = self->facts;
  g_autofree char *starts = clinic_booking_time_dup_wall (self->times);
  g_autofree char *ends = clinic_wall_add_minutes (starts,
                                                   clinic_booking_time_get_minutes (self->times));

  g_object_set (session,
                "patient-id", self->patient,
                "practitioner-id", clinic_booking_time_get_practitioner (self->times),
                "room-id", clinic_booking_time_get_room (self->times),
                "starts", starts,
                "ends", ends,
                "status", "booked",
                "overbooked", clinic_booking_clash_get_overbooked (self->clashes),
                NULL);

  if (facts != NULL && facts->course != NULL && facts->number > 0 &&
      gtk_switch_get_active (self->belongs))
    g_object_set (session,
                  "course-id", clinic_record_get_id (CLINIC_RECORD (facts->course)),
                  "phase-id", facts->phase > 0 ? facts->phase : CLINIC_UNKNOWN,
                  "number", facts->number,
                  NULL);

  return session;
}

static void
say_booked (ClinicBookingDialog *self,
            ClinicSession       *session,
            gint64               operation)
{
  ClinicPatient *patient = self->newcomer != NULL ? self->newcomer : self->facts->patient;
  g_autofree char *name = clinic_locale_full_name (patient->given_name, patient->family_name);
  g_autofree char *day = clinic_locale_near_day (session->starts,
                                                 clinic_desk_get_today (self->desk));
  g_autofree char *time = clinic_locale_time (session->starts);
  /* Translators: name, day, time: "Ayşe Yıldız is booked: Tue 24 Nov, 10:15" */
  g_autofree char *said = g_strdup_printf (_("%s is booked: %s, %s"), name, day, time);

  clinic_toast_show (GTK_WIDGET (self), said, operation);
}

static void
show_refusal (ClinicBookingDialog *self,
              const GError        *error,
              GPtrArray           *findings)
{
  gboolean objected = g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_FINDINGS);

  if (!objected || findings == NULL)
    clinic_notice_set_error (self->notice, error);

  self->refused = objected || g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);

  if (self->facts != NULL)
    clinic_booking_clash_show (self->clashes, self->desk, self->facts, self->refused);

  /* What is free instead. */
  if (self->refused && !objected)
    look_up (self);

  if (objected && findings != NULL)
    {
      clinic_findings_box_set_findings (self->findings, findings);
      clinic_findings_box_start (self->findings);
    }
}

static void
booked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinicBookingDialog) self = user_data;
  g_autoptr(ClinicSession) session = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;
  gint64 operation = 0;

  session = clinic_desk_run_finish (CLINIC_DESK (source), result, &findings, &operation, &error);
  g_clear_pointer (&self->order, clinic_booking_order_unref);

  if (self->desk == NULL)
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "booking.book", TRUE);

  if (self->newcomer != NULL)
    self->patient = clinic_record_get_id (CLINIC_RECORD (self->newcomer));

  if (session == NULL)
    {
      show_refusal (self, error, findings);
      return;
    }

  say_booked (self, session, operation);
  gtk_window_close (GTK_WINDOW (self));
}

static void
book_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicBookingDialog *self = CLINIC_BOOKING_DIALOG (widget);
  g_autoptr(ClinicSession) session = NULL;
  g_autoptr(GHashTable) reasons = NULL;

  if (self->order != NULL)
    return;

  if (self->loading != NULL)
    {
      self->hasty = TRUE;
      return;
    }

  if (!check (self))
    return;

  clinic_notice_set_text (self->notice, NULL, NULL);
  gtk_widget_action_set_enabled (widget, "booking.book", FALSE);

  if (self->newcomer != NULL && self->patient == 0)
    {
      set_editable (self->newcomer, "given-name", self->given_name);
      set_editable (self->newcomer, "family-name", self->family_name);
      set_editable (self->newcomer, "mobile", self->mobile);
    }

  session = make_session (self);
  reasons = clinic_findings_box_dup_reasons (self->findings);
  self->order = clinic_booking_order_new (session, self->newcomer, reasons,
                                          clinic_booking_clash_get_reason (self->clashes));
  clinic_desk_run_async (self->desk, clinic_booking_order_run,
                         g_atomic_rc_box_acquire (self->order), clinic_booking_order_unref,
                         g_object_unref, booked_cb, g_object_ref (self));
}

/* The same patient, the same first time, for all sessions. */
static void
course_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicBookingDialog *self = CLINIC_BOOKING_DIALOG (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *first = clinic_booking_time_dup_wall (self->times);

  if (parent == NULL || self->order != NULL)
    return;

  clinic_course_window_present (GTK_WIDGET (parent), self->desk, self->patient, first);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
search_key_cb (ClinicBookingDialog *self,
               guint                keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  gtk_window_close (GTK_WINDOW (self));

  return GDK_EVENT_STOP;
}

static void
clinic_booking_dialog_dispose (GObject *object)
{
  ClinicBookingDialog *self = CLINIC_BOOKING_DIALOG (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_BOOKING_DIALOG);
  g_clear_object (&self->newcomer);
  g_clear_pointer (&self->facts, clinic_booking_facts_free);

  G_OBJECT_CLASS (clinic_booking_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingDialog, search);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingDialog, search_part);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingDialog, patient_part);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingDialog, patient_row);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingDialog, change);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingDialog, course_row);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingDialog, belongs);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingDialog, register_part);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingDialog, given_name);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingDialog, family_name);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingDialog, mobile);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingDialog, times);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingDialog, clashes);
  gtk_widget_class_bind_template_child (widget_class, ClinicBookingDialog, book);
}

static void
clinic_booking_dialog_class_init (ClinicBookingDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_booking_dialog_dispose;

  g_type_ensure (CLINIC_TYPE_BOOKING_CLASH);
  g_type_ensure (CLINIC_TYPE_BOOKING_TIME);
  g_type_ensure (CLINIC_TYPE_FINDINGS_BOX);
  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_PATIENT_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-booking-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, patient_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, register_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, slot_chosen_cb);

  gtk_widget_class_install_action (widget_class, "booking.book", NULL, book_action);
  gtk_widget_class_install_action (widget_class, "booking.change", NULL, change_action);
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
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  /* A search entry keeps Escape to itself. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
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

  g_set_object (&self->desk, desk);
  clinic_patient_search_set_desk (self->search, desk);
  clinic_booking_time_begin (self->times, desk, when, practitioner);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "booking.course",
                                 clinic_desk_may (desk, "course.start"));
  self->patient = patient;
  gtk_widget_set_visible (self->change, patient == 0);
  show_parts (self);
  clinic_worker_run_async (clinic_desk_get_reader (desk), load_rooms, NULL, NULL,
                           (GDestroyNotify) g_ptr_array_unref, NULL, rooms_loaded_cb,
                           g_object_ref (self));
  look_up (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (patient != 0 ? self->book : GTK_WIDGET (self->search));
}
