/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-cocktail.h"
#include "clinic-date.h"
#include "clinic-formulary-browse.h"
#include "clinic-formulary-lists.h"
#include "clinic-ingredient.h"
#include "clinic-lot-line.h"
#include "clinic-query-model.h"

/* Batches of so many days are shown. */
#define SHOWN_DAYS 60

typedef enum
{
  PROPERTY_COCKTAILS = 1,
  PROPERTY_INGREDIENTS,
  PROPERTY_LOTS,
  PROPERTY_BATCHES,
  PROPERTY_LOADING,
  PROPERTY_MESSAGE,
  PROPERTY_TYPED,
  N_PROPERTIES
} Property;

struct _ClinicFormularyBrowse
{
  GObject parent_instance;

  ClinicDesk       *desk;
  ClinicQueryModel *lists[PROPERTY_LOADING];    /* by property */
  char             *message;
  char             *typed;                      /* finds cocktails */
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicFormularyBrowse, clinic_formulary_browse, G_TYPE_OBJECT)

/* What was wrong is said until it was read again. */
static void
loaded_cb (ClinicFormularyBrowse *self)
{
  ClinicQueryModel *cocktails = self->lists[PROPERTY_COCKTAILS];

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_LOADING]);

  if (clinic_query_model_get_loading (cocktails))
    return;

  g_free (self->message);
  self->message = g_strdup (clinic_query_model_get_message (cocktails));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_MESSAGE]);
}

static void
clinic_formulary_browse_get_property (GObject    *object,
                                      guint       property_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  ClinicFormularyBrowse *self = CLINIC_FORMULARY_BROWSE (object);

  switch ((Property) property_id)
    {
    case PROPERTY_COCKTAILS:
    case PROPERTY_INGREDIENTS:
    case PROPERTY_LOTS:
    case PROPERTY_BATCHES:
      g_value_set_object (value, self->lists[property_id]);
      break;

    case PROPERTY_LOADING:
      g_value_set_boolean (value, self->desk != NULL &&
                           clinic_query_model_get_loading (self->lists[PROPERTY_COCKTAILS]));
      break;

    case PROPERTY_MESSAGE:
      g_value_set_string (value, self->message);
      break;

    case PROPERTY_TYPED:
      g_value_set_string (value, self->typed);
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_formulary_browse_set_property (GObject      *object,
                                      guint         property_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  ClinicFormularyBrowse *self = CLINIC_FORMULARY_BROWSE (object);

  g_return_if_fail (property_id == PROPERTY_TYPED);

  g_free (self->typed);
  self->typed = g_value_dup_string (value);

  if (self->desk != NULL)
    clinic_query_model_set_argument (self->lists[PROPERTY_COCKTAILS], self->typed);
}

static void
clinic_formulary_browse_finalize (GObject *object)
{
  ClinicFormularyBrowse *self = CLINIC_FORMULARY_BROWSE (object);

  for (guint i = PROPERTY_COCKTAILS; i < PROPERTY_LOADING; i++)
    g_clear_object (&self->lists[i]);

  g_clear_object (&self->desk);
  g_free (self->message);
  g_free (self->typed);

  G_OBJECT_CLASS (clinic_formulary_browse_parent_class)->finalize (object);
}

static void
clinic_formulary_browse_class_init (ClinicFormularyBrowseClass *klass)
{
  static const char * const names[] = { "cocktails", "ingredients", "lots", "batches" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = clinic_formulary_browse_get_property;
  object_class->set_property = clinic_formulary_browse_set_property;
  object_class->finalize = clinic_formulary_browse_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    properties[PROPERTY_COCKTAILS + i] =
      g_param_spec_object (names[i], NULL, NULL, G_TYPE_LIST_MODEL, flags);

  properties[PROPERTY_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROPERTY_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROPERTY_TYPED] =
    g_param_spec_string ("typed", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
clinic_formulary_browse_init (ClinicFormularyBrowse *self)
{
}

void
clinic_formulary_browse_set_desk (ClinicFormularyBrowse *self,
                                  ClinicDesk            *desk)
{
  ClinicWorker *reader;

  g_return_if_fail (CLINIC_IS_FORMULARY_BROWSE (self) && self->desk == NULL);
  g_return_if_fail (CLINIC_IS_DESK (desk));

  reader = clinic_desk_get_reader (desk);
  self->desk = g_object_ref (desk);
  self->lists[PROPERTY_COCKTAILS] =
    clinic_query_model_new (reader, CLINIC_TYPE_COCKTAIL, clinic_formulary_list_cocktails);
  self->lists[PROPERTY_INGREDIENTS] =
    clinic_query_model_new (reader, CLINIC_TYPE_INGREDIENT, clinic_formulary_list_ingredients);
  self->lists[PROPERTY_LOTS] =
    clinic_query_model_new (reader, CLINIC_TYPE_LOT_LINE, clinic_lot_line_list);
  self->lists[PROPERTY_BATCHES] =
    clinic_query_model_new (reader, CLINIC_TYPE_LOT_LINE, clinic_lot_line_list_batches);
  g_signal_connect_object (self->lists[PROPERTY_COCKTAILS], "notify::loading",
                           G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);

  for (guint i = PROPERTY_COCKTAILS; i < PROPERTY_LOADING; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

void
clinic_formulary_browse_reload (ClinicFormularyBrowse *self)
{
  g_autofree char *lots = NULL;
  g_autofree char *since = NULL;

  g_return_if_fail (CLINIC_IS_FORMULARY_BROWSE (self) && self->desk != NULL);

  lots = g_strdup_printf ("%s 0", clinic_desk_get_today (self->desk));
  since = clinic_date_add_days (clinic_desk_get_today (self->desk), -SHOWN_DAYS);
  clinic_query_model_set_argument (self->lists[PROPERTY_COCKTAILS], self->typed);
  clinic_query_model_set_argument (self->lists[PROPERTY_INGREDIENTS], "");
  clinic_query_model_set_argument (self->lists[PROPERTY_LOTS], lots);
  clinic_query_model_set_argument (self->lists[PROPERTY_BATCHES], since);
}

GListModel *
clinic_formulary_browse_get_list (ClinicFormularyBrowse *self,
                                  const char            *name)
{
  g_return_val_if_fail (CLINIC_IS_FORMULARY_BROWSE (self), NULL);

  for (guint i = PROPERTY_COCKTAILS; i < PROPERTY_LOADING; i++)
    {
      if (g_strcmp0 (properties[i]->name, name) == 0)
        return G_LIST_MODEL (self->lists[i]);
    }

  g_return_val_if_reached (NULL);
}
