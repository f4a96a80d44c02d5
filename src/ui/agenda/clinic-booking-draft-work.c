/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is looked up for a visit that is being booked, and the booking itself. */

#include "config.h"

#include "clinic-booking-draft-private.h"
#include "clinic-booking-words.h"
#include "clinic-date.h"
#include "clinic-room.h"
#include "clinic-store.h"
#include "clinic-text.h"

/* What is in the way now, and what is free instead. */
static void
show_clash (ClinicBookingDraft *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) walls = NULL;

  for (guint i = 0; self->facts != NULL && i < self->facts->slots->len; i++)
    g_strv_builder_add (builder, ((ClinicSlot *) self->facts->slots->pdata[i])->starts);

  walls = g_strv_builder_end (builder);
  gtk_string_list_splice (self->free, 0, g_list_model_get_n_items (G_LIST_MODEL (self->free)),
                          (const char *const *) walls);

  if (self->facts == NULL || self->facts->clash < CLINIC_CLASH_PRACTITIONER)
    g_object_set (self, "overbook", FALSE, NULL);
}

static void
facts_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(ClinicBookingDraft) self = user_data;
  g_autoptr(ClinicBookingFacts) facts = NULL;
  g_autoptr(GError) error = NULL;

  facts = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);

  /* Another patient or time was chosen meanwhile, or the window is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    return;

  g_clear_object (&self->loading);

  if (facts != NULL)
    {
      g_clear_pointer (&self->facts, clinic_booking_facts_free);
      self->facts = g_steal_pointer (&facts);
      clinic_booking_when_take (self->when, self->facts);
      show_clash (self);
      clinic_booking_draft_tell (self);
    }

  g_signal_emit_by_name (self, "looked-up", error);
}

static gpointer
load_facts (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  return clinic_booking_facts_load (db, data, error);
}

/* Looks up what follows from what was given; what was looked up before does not count any more. */
static void
look_up (ClinicBookingDraft *self)
{
  ClinicBookingWish *wish;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);

  if (self->patient == 0 || self->desk == NULL)
    return;

  wish = g_new0 (ClinicBookingWish, 1);
  clinic_booking_when_fill (self->when, wish);
  wish->patient = self->patient;
  wish->alone = !self->belongs;
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
  g_autoptr(ClinicBookingDraft) self = user_data;
  g_autoptr(GPtrArray) rooms = NULL;
  g_autoptr(GError) error = NULL;

  rooms = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);

  if (self->desk == NULL)
    return;

  if (rooms != NULL)
    clinic_booking_when_set_rooms (self->when, rooms);
  else
    g_signal_emit_by_name (self, "looked-up", error);
}

static gpointer
load_rooms (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  return clinic_store_list_by (db, CLINIC_TYPE_ROOM, NULL, 0, error);
}

static void
ask_rooms (ClinicBookingDraft *self)
{
  clinic_worker_run_async (clinic_desk_get_reader (self->desk), load_rooms, NULL, NULL,
                           (GDestroyNotify) g_ptr_array_unref, NULL, rooms_loaded_cb,
                           g_object_ref (self));
}

static ClinicSession *
make_session (ClinicBookingDraft *self)
{
  ClinicSession *session = clinic_session_new ();
  ClinicBookingFacts *facts = self->facts;
  g_autofree char *starts = clinic_booking_when_dup_wall (self->when);
  g_autofree char *ends = clinic_wall_add_minutes (starts,
                                                   clinic_booking_when_get_minutes (self->when));

  g_object_set (session,
                "patient-id", self->patient,
                "practitioner-id", clinic_booking_when_get_practitioner (self->when),
                "room-id", clinic_booking_when_get_room (self->when),
                "starts", starts,
                "ends", ends,
                "status", "booked",
                "overbooked", self->overbook,
                NULL);

  if (facts != NULL && facts->course != NULL && facts->number > 0 && self->belongs)
    g_object_set (session,
                  "course-id", clinic_record_get_id (CLINIC_RECORD (facts->course)),
                  "phase-id", facts->phase > 0 ? facts->phase : CLINIC_UNKNOWN,
                  "number", facts->number,
                  NULL);

  return session;
}

/* The time was taken meanwhile, or a rule wants a reason. */
static void
object (ClinicBookingDraft *self,
        GPtrArray          *findings,
        const GError       *error)
{
  gboolean taken = g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);

  self->refused = taken || g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_FINDINGS);
  clinic_booking_draft_tell (self);

  /* What is free instead. */
  if (taken)
    look_up (self);

  g_signal_emit_by_name (self, "objected", error, findings);
}

static void
booked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinicBookingDraft) self = user_data;
  g_autoptr(ClinicSession) session = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  gint64 operation = 0;

  session = clinic_desk_run_finish (CLINIC_DESK (source), result, &findings, &operation, &error);
  g_clear_pointer (&self->order, clinic_booking_order_unref);

  if (self->desk == NULL)
    return;

  if (self->newcomer != NULL)
    self->patient = clinic_record_get_id (CLINIC_RECORD (self->newcomer));

  clinic_booking_draft_tell (self);

  if (session == NULL)
    {
      object (self, findings, error);
      return;
    }

  words = clinic_booking_dup_booked_words (self->newcomer != NULL ? self->newcomer
                                                                  : self->facts->patient,
                                           session->starts, clinic_desk_get_today (self->desk));
  g_signal_emit_by_name (self, "booked", words, operation);
}

static void
take_names (ClinicBookingDraft *self)
{
  g_autofree char *given_name = clinic_text_clean (self->given_name);
  g_autofree char *family_name = clinic_text_clean (self->family_name);
  g_autofree char *mobile = clinic_text_clean (self->mobile);

  g_object_set (self->newcomer,
                "given-name", given_name,
                "family-name", family_name,
                "mobile", mobile,
                NULL);
}

void
clinic_booking_draft_give (ClinicBookingDraft *self)
{
  if (self->desk == NULL)
    return;

  self->refused = FALSE;
  clinic_booking_draft_tell (self);
  g_signal_emit_by_name (self, "changed");
  look_up (self);
}

void
clinic_booking_draft_begin (ClinicBookingDraft *self,
                            ClinicDesk         *desk,
                            gint64              patient,
                            const char         *when,
                            gint64              practitioner)
{
  g_return_if_fail (CLINIC_IS_BOOKING_DRAFT (self) && self->desk == NULL && CLINIC_IS_DESK (desk));

  self->desk = g_object_ref (desk);
  self->patient = patient;
  clinic_booking_when_begin (self->when, desk, when, practitioner);
  clinic_booking_draft_tell (self);
  ask_rooms (self);
  look_up (self);
}

void
clinic_booking_draft_stop (ClinicBookingDraft *self)
{
  g_return_if_fail (CLINIC_IS_BOOKING_DRAFT (self));

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->desk);
}

void
clinic_booking_draft_set_patient (ClinicBookingDraft *self,
                                  gint64              patient)
{
  g_return_if_fail (CLINIC_IS_BOOKING_DRAFT (self) && self->order == NULL);

  self->patient = patient;

  if (patient == 0)
    {
      g_clear_object (&self->newcomer);
      g_clear_pointer (&self->facts, clinic_booking_facts_free);
      self->refused = FALSE;
      show_clash (self);
      clinic_booking_draft_tell (self);
      g_signal_emit_by_name (self, "looked-up", NULL);
    }
  else
    {
      g_signal_emit_by_name (self, "changed");
    }

  look_up (self);
}

void
clinic_booking_draft_register (ClinicBookingDraft *self,
                               const char         *typed)
{
  g_return_if_fail (CLINIC_IS_BOOKING_DRAFT (self) && self->order == NULL);

  g_clear_object (&self->newcomer);
  self->newcomer = clinic_booking_read_typed (typed);
  g_object_set (self,
                "given-name", self->newcomer->given_name,
                "family-name", self->newcomer->family_name,
                "mobile", self->newcomer->mobile,
                NULL);
  clinic_booking_draft_tell (self);
}

ClinicBookingGap
clinic_booking_draft_find_gap (ClinicBookingDraft *self)
{
  g_autofree char *wall = clinic_booking_when_dup_wall (self->when);

  if (self->patient == 0 && self->newcomer == NULL)
    return CLINIC_BOOKING_NOBODY;

  if (self->newcomer != NULL && clinic_text_is_empty (self->family_name))
    return CLINIC_BOOKING_NO_NAME;

  if (clinic_booking_when_get_practitioner (self->when) == 0)
    return CLINIC_BOOKING_NO_PRACTITIONER;

  if (wall == NULL)
    return CLINIC_BOOKING_NO_TIME;

  if (self->overbook && clinic_text_is_empty (self->reason))
    return CLINIC_BOOKING_NO_REASON;

  return CLINIC_BOOKING_WHOLE;
}

void
clinic_booking_draft_book (ClinicBookingDraft *self,
                           GHashTable         *reasons)
{
  g_autoptr(ClinicSession) session = NULL;

  g_return_if_fail (CLINIC_IS_BOOKING_DRAFT (self) && self->desk != NULL && self->order == NULL);

  if (self->newcomer != NULL && self->patient == 0)
    take_names (self);

  session = make_session (self);
  self->order = clinic_booking_order_new (session, self->newcomer, reasons,
                                          self->overbook ? self->reason : NULL);
  clinic_booking_draft_tell (self);
  clinic_desk_run_async (self->desk, clinic_booking_order_run,
                         g_atomic_rc_box_acquire (self->order), clinic_booking_order_unref,
                         g_object_unref, booked_cb, g_object_ref (self));
}
