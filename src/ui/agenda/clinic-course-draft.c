/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-course-draft-private.h"
#include "clinic-planned-session.h"

typedef enum
{
  PROPERTY_PATIENT = 1,
  PROPERTY_STEP,
  PROPERTY_PAGE,
  PROPERTY_SESSIONS,
  PROPERTY_N_CLASHES,
  PROPERTY_CLASH_WORDS,
  PROPERTY_N_NOTES,
  PROPERTY_NOTE_WORDS,
  PROPERTY_BOOK_WORDS,
  PROPERTY_BUSY,
  PROPERTY_BOOKING,
  PROPERTY_CAN_BOOK,
  PROPERTY_CAN_SETTLE,
  PROPERTY_CAN_CHOOSE,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicCourseDraft, clinic_course_draft, G_TYPE_OBJECT)

static guint
count_sessions (ClinicCourseDraft * self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->sessions));
}

static guint
count_clashes (ClinicCourseDraft *self)
{
  return self->proposal != NULL ? self->proposal->plan->n_clashes : 0;
}

static guint
count_notes (ClinicCourseDraft *self)
{
  return self->proposal != NULL ? self->proposal->plan->n_notes : 0;
}

static gboolean
is_busy (ClinicCourseDraft *self)
{
  return self->cancellable != NULL || self->order != NULL;
}

static char *
dup_clash_words (ClinicCourseDraft *self)
{
  guint n_clashes = count_clashes (self);

  return g_strdup_printf (ngettext ("%u session cannot be as planned",
                                    "%u sessions cannot be as planned", n_clashes), n_clashes);
}

static char *
dup_note_words (ClinicCourseDraft *self)
{
  guint n_notes = count_notes (self);

  return g_strdup_printf (ngettext ("%u session meets the aftercare of another treatment",
                                    "%u sessions meet the aftercare of another treatment", n_notes),
                          n_notes);
}

static char *
dup_book_words (ClinicCourseDraft *self)
{
  guint n_sessions = count_sessions (self);

  if (n_sessions == 0)
    return g_strdup (_("_Book"));

  return g_strdup_printf (ngettext ("_Book %u session", "_Book %u sessions", n_sessions),
                          n_sessions);
}

static const char *
get_page (ClinicCourseDraft *self)
{
  if (self->unplannable)
    return "no-protocol";

  return count_sessions (self) > 0 ? "plan" : "nothing";
}

static void
clinic_course_draft_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ClinicCourseDraft *self = CLINIC_COURSE_DRAFT (object);

  switch ((Property) property_id)
    {
    case PROPERTY_PATIENT:
      g_value_set_object (value, self->patient);
      break;

    case PROPERTY_STEP:
      g_value_set_string (value, self->asking ? "search" : "form");
      break;

    case PROPERTY_PAGE:
      g_value_set_string (value, get_page (self));
      break;

    case PROPERTY_SESSIONS:
      g_value_set_object (value, self->sessions);
      break;

    case PROPERTY_N_CLASHES:
      g_value_set_int64 (value, count_clashes (self));
      break;

    case PROPERTY_CLASH_WORDS:
      g_value_take_string (value, dup_clash_words (self));
      break;

    case PROPERTY_N_NOTES:
      g_value_set_int64 (value, count_notes (self));
      break;

    case PROPERTY_NOTE_WORDS:
      g_value_take_string (value, dup_note_words (self));
      break;

    case PROPERTY_BOOK_WORDS:
      g_value_take_string (value, dup_book_words (self));
      break;

    case PROPERTY_BUSY:
      g_value_set_boolean (value, is_busy (self));
      break;

    case PROPERTY_BOOKING:
      g_value_set_boolean (value, self->order != NULL);
      break;

    case PROPERTY_CAN_BOOK:
      g_value_set_boolean (value, self->proposal != NULL && count_sessions (self) > 0 &&
                           count_clashes (self) == 0 && !is_busy (self));
      break;

    case PROPERTY_CAN_SETTLE:
      g_value_set_boolean (value, count_clashes (self) > 0 && !is_busy (self));
      break;

    case PROPERTY_CAN_CHOOSE:
      g_value_set_boolean (value, self->proposal != NULL);
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_course_draft_finalize (GObject *object)
{
  ClinicCourseDraft *self = CLINIC_COURSE_DRAFT (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_object (&self->patient);
  g_clear_pointer (&self->proposal, clinic_course_proposal_free);
  g_clear_pointer (&self->order, clinic_course_order_unref);
  g_hash_table_unref (self->chosen);
  g_object_unref (self->sessions);

  G_OBJECT_CLASS (clinic_course_draft_parent_class)->finalize (object);
}

static void
add_signals (GType type)
{
  g_signal_new ("loaded", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_POINTER);
  g_signal_new ("planning", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("planned", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_ERROR);
  g_signal_new ("booked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                G_TYPE_STRING, G_TYPE_INT64);
  g_signal_new ("refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                G_TYPE_ERROR, G_TYPE_PTR_ARRAY);
}

static void
clinic_course_draft_class_init (ClinicCourseDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  static const char *const flag_names[N_PROPERTIES] = {
    [PROPERTY_BUSY] = "busy", [PROPERTY_BOOKING] = "booking",
    [PROPERTY_CAN_BOOK] = "can-book", [PROPERTY_CAN_SETTLE] = "can-settle",
    [PROPERTY_CAN_CHOOSE] = "can-choose",
  };

  object_class->get_property = clinic_course_draft_get_property;
  object_class->finalize = clinic_course_draft_finalize;

  properties[PROPERTY_PATIENT] = g_param_spec_object ("patient", NULL, NULL, CLINIC_TYPE_PATIENT,
                                                      flags);
  properties[PROPERTY_STEP] = g_param_spec_string ("step", NULL, NULL, NULL, flags);
  properties[PROPERTY_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL, flags);
  properties[PROPERTY_SESSIONS] = g_param_spec_object ("sessions", NULL, NULL, G_TYPE_LIST_MODEL,
                                                       flags);
  properties[PROPERTY_N_CLASHES] = g_param_spec_int64 ("n-clashes", NULL, NULL, 0, G_MAXUINT, 0,
                                                       flags);
  properties[PROPERTY_CLASH_WORDS] = g_param_spec_string ("clash-words", NULL, NULL, NULL, flags);
  properties[PROPERTY_N_NOTES] = g_param_spec_int64 ("n-notes", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROPERTY_NOTE_WORDS] = g_param_spec_string ("note-words", NULL, NULL, NULL, flags);
  properties[PROPERTY_BOOK_WORDS] = g_param_spec_string ("book-words", NULL, NULL, NULL, flags);

  for (guint i = 1; i < N_PROPERTIES; i++)
    {
      if (flag_names[i] != NULL)
        properties[i] = g_param_spec_boolean (flag_names[i], NULL, NULL, FALSE, flags);
    }

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  add_signals (G_TYPE_FROM_CLASS (klass));
}

static void
clinic_course_draft_init (ClinicCourseDraft *self)
{
  self->asking = TRUE;
  self->chosen = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->sessions = g_list_store_new (CLINIC_TYPE_PLANNED_SESSION);
}

void
clinic_course_draft_tell (ClinicCourseDraft *self)
{
  for (guint i = 1; i < N_PROPERTIES; i++)
    {
      if (i != PROPERTY_SESSIONS)
        g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
    }
}

ClinicDesk *
clinic_course_draft_get_desk (ClinicCourseDraft *self)
{
  return self->desk;
}

gboolean
clinic_course_draft_can_plan (ClinicCourseDraft *self)
{
  g_return_val_if_fail (CLINIC_IS_COURSE_DRAFT (self), FALSE);

  return self->desk != NULL && self->patient != NULL && self->order == NULL;
}
