/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-locale.h"
#include "clinic-page-model.h"
#include "clinic-patient-browse.h"
#include "clinic-patient-line.h"
#include "clinic-query-model.h"
#include "clinic-text.h"

struct _ClinicPatientBrowse
{
  GObject parent_instance;

  ClinicDesk        *desk;
  char              *typed;
  char              *argument;     /* what lines and coming show */
  gboolean           open;         /* the sift leaves nobody out */
  ClinicPageModel   *lines;
  ClinicPageModel   *coming;       /* another order or sift, not shown before its first lines are
                                    * there */
  ClinicQueryModel  *found;
  GListModel        *model;        /* what was told last */
};

typedef enum
{
  PROPERTY_TYPED = 1,
  PROPERTY_SEARCHING,
  PROPERTY_MODEL,
  PROPERTY_LOADING,
  PROPERTY_MESSAGE,
  PROPERTY_N_LISTED,
  PROPERTY_WORDS,
  PROPERTY_VIEW,
  PROPERTY_MAY_REGISTER,
  PROPERTY_OFFER,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicPatientBrowse, clinic_patient_browse, G_TYPE_OBJECT)

static const char *
get_message (ClinicPatientBrowse * self)
{
  if (clinic_patient_browse_searching (self))
    return clinic_query_model_get_message (self->found);

  return self->lines != NULL ? clinic_page_model_get_message (self->lines) : NULL;
}

static char *
write_words (ClinicPatientBrowse *self)
{
  guint n = clinic_patient_browse_count (self);
  g_autofree char *number = clinic_locale_number (n);

  /* Translators: %s is a number */
  return n > 0 ? g_strdup_printf (ngettext ("%s patient", "%s patients", n), number)
               : g_strdup ("");
}

/* The list comes first: who binds to the rest finds it there. */
static void
update (ClinicPatientBrowse *self)
{
  if (self->found == NULL)
    return;

  for (guint i = 1; i < N_PROPERTIES; i++)
    {
      if (i != PROPERTY_MODEL && i != PROPERTY_TYPED)
        g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
    }
}

/* Who was listed stays so until it is known who is found by the first letters. */
static void
show_model (ClinicPatientBrowse *self)
{
  gboolean finding = clinic_patient_browse_searching (self) &&
                     (clinic_patient_browse_finding (self) || self->lines == NULL ||
                      !clinic_query_model_get_loading (self->found));
  GListModel *model = finding ? G_LIST_MODEL (self->found) : G_LIST_MODEL (self->lines);

  if (g_set_object (&self->model, model))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_MODEL]);

  update (self);
}

/* Before they are shown they are nobody's: what is told meanwhile is of those who were listed. */
static void
found_changed_cb (ClinicPatientBrowse *self)
{
  if (clinic_patient_browse_finding (self))
    update (self);
}

static void
found_cb (ClinicPatientBrowse *self)
{
  if (clinic_patient_browse_searching (self) && !clinic_patient_browse_finding (self))
    show_model (self);
  else
    update (self);
}

static void
drop (ClinicPatientBrowse  *self,
      ClinicPageModel     **model)
{
  if (*model != NULL)
    g_signal_handlers_disconnect_by_data (*model, self);

  g_clear_object (model);
}

/* The new order takes the place of the old with its first lines. */
static void
coming_changed_cb (ClinicPatientBrowse *self)
{
  if (self->coming == NULL || (g_list_model_get_n_items (G_LIST_MODEL (self->coming)) == 0 &&
                               clinic_page_model_get_loading (self->coming)))
    return;

  drop (self, &self->lines);
  g_signal_handlers_disconnect_by_data (self->coming, self);
  self->lines = g_steal_pointer (&self->coming);
  g_signal_connect_swapped (self->lines, "items-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->lines, "notify", G_CALLBACK (update), self);
  show_model (self);
}

static void
clinic_patient_browse_get_property (GObject    *object,
                                    guint       property_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  ClinicPatientBrowse *self = CLINIC_PATIENT_BROWSE (object);

  switch ((Property) property_id)
    {
    case PROPERTY_TYPED:
      g_value_set_string (value, self->typed);
      break;

    case PROPERTY_SEARCHING:
      g_value_set_boolean (value, clinic_patient_browse_searching (self));
      break;

    case PROPERTY_MODEL:
      g_value_set_object (value, self->model);
      break;

    case PROPERTY_LOADING:
      g_value_set_boolean (value, clinic_patient_browse_get_loading (self));
      break;

    case PROPERTY_MESSAGE:
      g_value_set_string (value, self->found != NULL ? get_message (self) : NULL);
      break;

    case PROPERTY_N_LISTED:
      g_value_set_uint (value, clinic_patient_browse_count (self));
      break;

    case PROPERTY_WORDS:
      g_value_take_string (value, write_words (self));
      break;

    case PROPERTY_VIEW:
      g_value_set_string (value, clinic_patient_browse_get_view (self));
      break;

    case PROPERTY_MAY_REGISTER:
      g_value_set_boolean (value, clinic_patient_browse_may_register (self));
      break;

    case PROPERTY_OFFER:
      /* Translators: nobody was found by what was typed */
      g_value_take_string (value, g_strdup_printf (_("Register “%s”…"),
                                                   self->typed != NULL ? self->typed : ""));
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_patient_browse_set_property (GObject      *object,
                                    guint         property_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  if (property_id == PROPERTY_TYPED)
    clinic_patient_browse_set_typed (CLINIC_PATIENT_BROWSE (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_patient_browse_dispose (GObject *object)
{
  ClinicPatientBrowse *self = CLINIC_PATIENT_BROWSE (object);

  drop (self, &self->lines);
  drop (self, &self->coming);

  if (self->found != NULL)
    g_signal_handlers_disconnect_by_data (self->found, self);

  g_clear_object (&self->found);
  g_clear_object (&self->model);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->argument, g_free);
  g_clear_pointer (&self->typed, g_free);

  G_OBJECT_CLASS (clinic_patient_browse_parent_class)->dispose (object);
}

static void
clinic_patient_browse_class_init (ClinicPatientBrowseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = clinic_patient_browse_get_property;
  object_class->set_property = clinic_patient_browse_set_property;
  object_class->dispose = clinic_patient_browse_dispose;

  properties[PROPERTY_TYPED] =
    g_param_spec_string ("typed", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROPERTY_SEARCHING] = g_param_spec_boolean ("searching", NULL, NULL, FALSE, flags);
  properties[PROPERTY_MODEL] =
    g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROPERTY_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROPERTY_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROPERTY_N_LISTED] =
    g_param_spec_uint ("n-listed", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROPERTY_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, flags);
  properties[PROPERTY_VIEW] = g_param_spec_string ("view", NULL, NULL, NULL, flags);
  properties[PROPERTY_MAY_REGISTER] =
    g_param_spec_boolean ("may-register", NULL, NULL, FALSE, flags);
  properties[PROPERTY_OFFER] = g_param_spec_string ("offer", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
clinic_patient_browse_init (ClinicPatientBrowse *self)
{
}

ClinicPatientBrowse *
clinic_patient_browse_new (void)
{
  return g_object_new (CLINIC_TYPE_PATIENT_BROWSE, NULL);
}

void
clinic_patient_browse_set_desk (ClinicPatientBrowse *self,
                                ClinicDesk          *desk)
{
  g_return_if_fail (CLINIC_IS_PATIENT_BROWSE (self) && self->desk == NULL);
  g_return_if_fail (CLINIC_IS_DESK (desk));

  self->desk = g_object_ref (desk);
  self->found = clinic_query_model_new (clinic_desk_get_reader (desk), CLINIC_TYPE_PATIENT_LINE,
                                        clinic_patient_sift_search);
  g_signal_connect_swapped (self->found, "items-changed", G_CALLBACK (found_changed_cb), self);
  g_signal_connect_swapped (self->found, "notify", G_CALLBACK (found_cb), self);
  g_signal_connect_object (desk, "notify::actor", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

gboolean
clinic_patient_browse_may_register (ClinicPatientBrowse *self)
{
  g_return_val_if_fail (CLINIC_IS_PATIENT_BROWSE (self), FALSE);

  return self->desk != NULL && clinic_desk_may (self->desk, "patient.register");
}

void
clinic_patient_browse_set_sift (ClinicPatientBrowse     *self,
                                const ClinicPatientSift *sift)
{
  ClinicPatientSift dated = *sift;
  g_autofree char *argument = NULL;

  g_return_if_fail (CLINIC_IS_PATIENT_BROWSE (self));

  if (self->found == NULL)
    return;

  g_strlcpy (dated.today, clinic_desk_get_today (self->desk), sizeof dated.today);
  argument = clinic_patient_sift_write (&dated);

  if (g_strcmp0 (argument, self->argument) == 0)
    {
      clinic_page_model_reload (self->coming != NULL ? self->coming : self->lines);
      return;
    }

  g_free (self->argument);
  self->argument = g_steal_pointer (&argument);
  self->open = clinic_patient_sift_open (&dated);
  drop (self, &self->coming);
  self->coming = clinic_page_model_new (clinic_desk_get_reader (self->desk),
                                        CLINIC_TYPE_PATIENT_LINE, clinic_patient_sift_keys);
  clinic_page_model_set_rows_func (self->coming, clinic_patient_sift_lines);
  g_signal_connect_swapped (self->coming, "items-changed", G_CALLBACK (coming_changed_cb), self);
  g_signal_connect_swapped (self->coming, "notify::loading", G_CALLBACK (coming_changed_cb), self);
  clinic_page_model_set_argument (self->coming, self->argument);
  update (self);
}

void
clinic_patient_browse_set_typed (ClinicPatientBrowse *self,
                                 const char          *typed)
{
  g_return_if_fail (CLINIC_IS_PATIENT_BROWSE (self));

  if (g_strcmp0 (typed, self->typed) == 0)
    return;

  g_free (self->typed);
  self->typed = g_strdup (typed);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_TYPED]);
  clinic_patient_browse_search (self);

  if (self->lines != NULL)
    show_model (self);
}

void
clinic_patient_browse_search (ClinicPatientBrowse *self)
{
  g_autofree char *argument = NULL;

  g_return_if_fail (CLINIC_IS_PATIENT_BROWSE (self));

  if (self->found == NULL || !clinic_patient_browse_searching (self))
    return;

  argument = g_strconcat (clinic_desk_get_today (self->desk), self->typed, NULL);
  clinic_query_model_set_argument (self->found, argument);
}

gboolean
clinic_patient_browse_searching (ClinicPatientBrowse *self)
{
  g_return_val_if_fail (CLINIC_IS_PATIENT_BROWSE (self), FALSE);

  return self->typed != NULL && !clinic_text_is_empty (self->typed);
}

gboolean
clinic_patient_browse_get_loading (ClinicPatientBrowse *self)
{
  g_return_val_if_fail (CLINIC_IS_PATIENT_BROWSE (self), FALSE);

  if (self->found == NULL)
    return FALSE;

  if (clinic_patient_browse_searching (self))
    return clinic_query_model_get_loading (self->found);

  return self->lines == NULL || self->coming != NULL || clinic_page_model_get_loading (self->lines);
}

guint
clinic_patient_browse_count (ClinicPatientBrowse *self)
{
  g_return_val_if_fail (CLINIC_IS_PATIENT_BROWSE (self), 0);

  return self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
}

gboolean
clinic_patient_browse_finding (ClinicPatientBrowse *self)
{
  g_return_val_if_fail (CLINIC_IS_PATIENT_BROWSE (self), FALSE);

  return self->found != NULL && self->model == G_LIST_MODEL (self->found);
}

GListModel *
clinic_patient_browse_get_model (ClinicPatientBrowse *self)
{
  g_return_val_if_fail (CLINIC_IS_PATIENT_BROWSE (self), NULL);

  return self->model;
}

const char *
clinic_patient_browse_get_view (ClinicPatientBrowse *self)
{
  g_return_val_if_fail (CLINIC_IS_PATIENT_BROWSE (self), NULL);

  if (self->found == NULL || clinic_patient_browse_count (self) > 0 ||
      clinic_patient_browse_get_loading (self) || get_message (self) != NULL)
    return "list";

  if (clinic_patient_browse_searching (self))
    return "nobody";

  return self->open ? "empty" : "sifted";
}
