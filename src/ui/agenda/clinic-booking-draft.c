/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-booking-draft-private.h"
#include "clinic-booking-words.h"
#include "clinic-locale.h"

typedef enum
{
  PROPERTY_SEARCHING = 1,
  PROPERTY_KNOWN,
  PROPERTY_REGISTERING,
  PROPERTY_NAME,
  PROPERTY_ABOUT,
  PROPERTY_HAS_COURSE,
  PROPERTY_HAS_NEXT,
  PROPERTY_PROTOCOL,
  PROPERTY_COURSE_WORDS,
  PROPERTY_CLASH,
  PROPERTY_REFUSED,
  PROPERTY_MAY_OVERBOOK,
  PROPERTY_BUSY,
  /* Those above follow from the rest and are told of together. */
  PROPERTY_GIVEN_NAME,
  PROPERTY_FAMILY_NAME,
  PROPERTY_MOBILE,
  PROPERTY_BELONGS,
  PROPERTY_OVERBOOK,
  PROPERTY_REASON,
  PROPERTY_WHEN,
  PROPERTY_FREE,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicBookingDraft, clinic_booking_draft, G_TYPE_OBJECT)

static char *
dup_name (ClinicBookingDraft * self)
{
  ClinicPatient *patient = self->facts != NULL ? self->facts->patient : NULL;

  return patient != NULL ? clinic_locale_full_name (patient->given_name, patient->family_name)
                         : g_strdup ("");
}

static char *
dup_about (ClinicBookingDraft *self)
{
  if (self->facts == NULL || self->desk == NULL)
    return g_strdup ("");

  return clinic_booking_dup_patient_words (self->facts->patient,
                                           clinic_desk_get_today (self->desk));
}

static gboolean
has_course (ClinicBookingDraft *self)
{
  return self->facts != NULL && self->facts->course != NULL;
}

static gboolean
may_overbook (ClinicBookingDraft *self)
{
  return self->facts != NULL && self->facts->clash >= CLINIC_CLASH_PRACTITIONER &&
         self->desk != NULL && clinic_desk_may (self->desk, "session.overbook");
}

static gboolean
get_boolean (ClinicBookingDraft *self,
             Property            property)
{
  switch (property)
    {
    case PROPERTY_SEARCHING:
      return self->patient == 0 && self->newcomer == NULL;

    case PROPERTY_KNOWN:
      return self->patient != 0 && self->newcomer == NULL && self->facts != NULL;

    case PROPERTY_REGISTERING:
      return self->newcomer != NULL;

    case PROPERTY_HAS_COURSE:
      return has_course (self);

    case PROPERTY_HAS_NEXT:
      return has_course (self) && self->facts->number > 0;

    case PROPERTY_REFUSED:
      return self->refused;

    case PROPERTY_MAY_OVERBOOK:
      return may_overbook (self);

    case PROPERTY_BUSY:
      return self->order != NULL;

    case PROPERTY_BELONGS:
      return self->belongs;

    case PROPERTY_OVERBOOK:
    default:
      return self->overbook;
    }
}

static char *
dup_string (ClinicBookingDraft *self,
            Property            property)
{
  switch (property)
    {
    case PROPERTY_NAME:
      return dup_name (self);

    case PROPERTY_ABOUT:
      return dup_about (self);

    case PROPERTY_PROTOCOL:
      return g_strdup (has_course (self) && self->facts->protocol != NULL ? self->facts->protocol
                                                                          : _("Course"));

    case PROPERTY_COURSE_WORDS:
      return has_course (self) ? clinic_booking_dup_course_words (self->facts) : g_strdup ("");

    case PROPERTY_CLASH:
      return g_strdup (self->facts != NULL ? self->facts->words : NULL);

    case PROPERTY_GIVEN_NAME:
      return g_strdup (self->given_name);

    case PROPERTY_FAMILY_NAME:
      return g_strdup (self->family_name);

    case PROPERTY_MOBILE:
      return g_strdup (self->mobile);

    case PROPERTY_REASON:
    default:
      return g_strdup (self->reason);
    }
}

static void
clinic_booking_draft_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ClinicBookingDraft *self = CLINIC_BOOKING_DRAFT (object);

  if (property_id == PROPERTY_WHEN)
    g_value_set_object (value, self->when);
  else if (property_id == PROPERTY_FREE)
    g_value_set_object (value, self->free);
  else if (G_VALUE_HOLDS_BOOLEAN (value))
    g_value_set_boolean (value, get_boolean (self, property_id));
  else
    g_value_take_string (value, dup_string (self, property_id));
}

static void
take_text (char         **text,
           const GValue  *value)
{
  g_free (*text);
  *text = g_strdup (g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
}

static void
set_belongs (ClinicBookingDraft *self,
             gboolean            belongs)
{
  if (belongs == self->belongs)
    return;

  self->belongs = belongs;
  clinic_booking_draft_give (self);
}

static void
clinic_booking_draft_set_property (GObject      *object,
                                   guint         property_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ClinicBookingDraft *self = CLINIC_BOOKING_DRAFT (object);

  switch ((Property) property_id)
    {
    case PROPERTY_GIVEN_NAME:
      take_text (&self->given_name, value);
      break;

    case PROPERTY_FAMILY_NAME:
      take_text (&self->family_name, value);
      break;

    case PROPERTY_MOBILE:
      take_text (&self->mobile, value);
      break;

    case PROPERTY_REASON:
      take_text (&self->reason, value);
      break;

    case PROPERTY_BELONGS:
      set_belongs (self, g_value_get_boolean (value));
      break;

    case PROPERTY_OVERBOOK:
      self->overbook = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_booking_draft_finalize (GObject *object)
{
  ClinicBookingDraft *self = CLINIC_BOOKING_DRAFT (object);

  g_clear_object (&self->loading);
  g_clear_object (&self->desk);
  g_clear_object (&self->newcomer);
  g_clear_pointer (&self->facts, clinic_booking_facts_free);
  g_object_unref (self->when);
  g_object_unref (self->free);
  g_free (self->given_name);
  g_free (self->family_name);
  g_free (self->mobile);
  g_free (self->reason);

  G_OBJECT_CLASS (clinic_booking_draft_parent_class)->finalize (object);
}

static void
add_properties (GObjectClass *object_class)
{
  static const char *const names[N_PROPERTIES] = {
    NULL, "searching", "known", "registering", "name", "about", "has-course", "has-next",
    "protocol", "course-words", "clash", "refused", "may-overbook", "busy", "given-name",
    "family-name", "mobile", "belongs", "overbook", "reason", "when", "free",
  };

  for (guint i = 1; i < PROPERTY_WHEN; i++)
    {
      gboolean text = i == PROPERTY_NAME || i == PROPERTY_ABOUT || i == PROPERTY_PROTOCOL ||
                      i == PROPERTY_COURSE_WORDS || i == PROPERTY_CLASH ||
                      (i >= PROPERTY_GIVEN_NAME && i <= PROPERTY_MOBILE) || i == PROPERTY_REASON;
      GParamFlags flags = G_PARAM_STATIC_STRINGS |
                          (i > PROPERTY_BUSY ? G_PARAM_READWRITE : G_PARAM_READABLE);

      properties[i] = text ? g_param_spec_string (names[i], NULL, NULL, NULL, flags)
                           : g_param_spec_boolean (names[i], NULL, NULL, FALSE, flags);
    }

  properties[PROPERTY_WHEN] = g_param_spec_object ("when", NULL, NULL, CLINIC_TYPE_BOOKING_WHEN,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROPERTY_FREE] = g_param_spec_object ("free", NULL, NULL, G_TYPE_LIST_MODEL,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
clinic_booking_draft_class_init (ClinicBookingDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = clinic_booking_draft_get_property;
  object_class->set_property = clinic_booking_draft_set_property;
  object_class->finalize = clinic_booking_draft_finalize;
  add_properties (object_class);

  g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("looked-up", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_ERROR);
  g_signal_new ("booked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                G_TYPE_STRING, G_TYPE_INT64);
  g_signal_new ("objected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                G_TYPE_ERROR, G_TYPE_PTR_ARRAY);
}

static void
clinic_booking_draft_init (ClinicBookingDraft *self)
{
  self->given_name = g_strdup ("");
  self->family_name = g_strdup ("");
  self->mobile = g_strdup ("");
  self->reason = g_strdup ("");
  self->belongs = TRUE;
  self->free = gtk_string_list_new (NULL);
  self->when = clinic_booking_when_new ();
  g_signal_connect_object (self->when, "changed", G_CALLBACK (clinic_booking_draft_give), self,
                           G_CONNECT_SWAPPED);
}

void
clinic_booking_draft_tell (ClinicBookingDraft *self)
{
  for (guint i = PROPERTY_SEARCHING; i <= PROPERTY_BUSY; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

ClinicDesk *
clinic_booking_draft_get_desk (ClinicBookingDraft *self)
{
  return self->desk;
}

gint64
clinic_booking_draft_get_patient (ClinicBookingDraft *self)
{
  return self->patient;
}

ClinicBookingWhen *
clinic_booking_draft_get_when (ClinicBookingDraft *self)
{
  return self->when;
}

const ClinicBookingFacts *
clinic_booking_draft_get_facts (ClinicBookingDraft *self)
{
  return self->facts;
}

gboolean
clinic_booking_draft_get_loading (ClinicBookingDraft *self)
{
  return self->loading != NULL;
}

gboolean
clinic_booking_draft_get_busy (ClinicBookingDraft *self)
{
  return self->order != NULL;
}
