/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-gradual-model.h"

/* Rows at first, rows that follow between two pictures, and from how many on a view makes no more widgets. To find out
 * how large a row is takes longer than to make it, and that is done for a picture: without a pause between them, all that
 * can be made until then are measured in one turn. */
#define FIRST 12
#define STEP 8
#define PAUSE_MS 16
#define ENOUGH 256
/* Rows made of a template each are dear: so many in a turn. */
#define DEAR 3
/* Rows that go in a turn: for each of their widgets whoever reads the screen is told. */
#define GOING 16

struct _ClinicGradualModel
{
  GObject parent_instance;

  GListModel *model;
  guint       n;            /* of the model */
  guint       shown;        /* of them, from the first */
  gboolean    dear;
  guint       source;
};

typedef enum
{
  PROPERTY_MODEL = 1,
  PROPERTY_DEAR,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

static GType
clinic_gradual_model_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
clinic_gradual_model_get_n_items (GListModel *model)
{
  return CLINIC_GRADUAL_MODEL (model)->shown;
}

static gpointer
clinic_gradual_model_get_item (GListModel *model,
                               guint       position)
{
  ClinicGradualModel *self = CLINIC_GRADUAL_MODEL (model);

  return position < self->shown ? g_list_model_get_item (self->model, position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = clinic_gradual_model_get_item_type;
  iface->get_n_items = clinic_gradual_model_get_n_items;
  iface->get_item = clinic_gradual_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ClinicGradualModel, clinic_gradual_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static guint
get_first (ClinicGradualModel *self)
{
  return self->dear ? DEAR : FIRST;
}

static gboolean
grow_cb (gpointer user_data)
{
  ClinicGradualModel *self = user_data;
  guint before = self->shown;

  if (self->dear)
    self->shown = MIN (self->n, before + DEAR);
  else
    self->shown = before >= ENOUGH ? self->n : MIN (self->n, before + STEP);

  if (self->shown == self->n)
    self->source = 0;

  g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->shown - before);

  return self->source != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
follow (ClinicGradualModel *self)
{
  if (self->shown < self->n && self->source == 0)
    self->source = self->dear ?
                   g_idle_add_full (GDK_PRIORITY_REDRAW - 1, grow_cb, self, NULL) :
                   g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, PAUSE_MS, grow_cb, self, NULL);

  if (self->shown == self->n)
    g_clear_handle_id (&self->source, g_source_remove);
}

static gboolean
shrink_cb (gpointer user_data)
{
  g_autoptr(ClinicGradualModel) self = g_object_ref (user_data);
  guint before = self->shown;

  self->shown -= MIN (before, GOING);

  if (self->shown == 0)
    self->source = 0;

  g_list_model_items_changed (G_LIST_MODEL (self), self->shown, before - self->shown, 0);

  if (self->source != 0)
    return G_SOURCE_CONTINUE;

  clinic_gradual_model_set_model (self, NULL);

  return G_SOURCE_REMOVE;
}

static void
items_changed_cb (ClinicGradualModel *self,
                  guint               position,
                  guint               removed,
                  guint               added)
{
  gboolean whole = self->shown == self->n;
  guint before = self->shown;

  self->n = self->n - removed + added;

  if (whole && added <= (self->dear ? DEAR : removed + FIRST))
    {
      self->shown = self->n;
      g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
    }
  else if (position < before || before < MIN (get_first (self), self->n))
    {
      position = MIN (position, before);
      self->shown = MIN (self->n, MAX (position, get_first (self)));
      g_list_model_items_changed (G_LIST_MODEL (self), position, before - position,
                                  self->shown - position);
    }

  follow (self);
}

static void
clinic_gradual_model_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (id == PROPERTY_MODEL)
    g_value_set_object (value, CLINIC_GRADUAL_MODEL (object)->model);
  else if (id == PROPERTY_DEAR)
    g_value_set_boolean (value, CLINIC_GRADUAL_MODEL (object)->dear);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
clinic_gradual_model_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  if (id == PROPERTY_MODEL)
    clinic_gradual_model_set_model (CLINIC_GRADUAL_MODEL (object), g_value_get_object (value));
  else if (id == PROPERTY_DEAR)
    CLINIC_GRADUAL_MODEL (object)->dear = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
clinic_gradual_model_dispose (GObject *object)
{
  ClinicGradualModel *self = CLINIC_GRADUAL_MODEL (object);

  g_clear_handle_id (&self->source, g_source_remove);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);

  g_clear_object (&self->model);
  self->n = self->shown = 0;

  G_OBJECT_CLASS (clinic_gradual_model_parent_class)->dispose (object);
}

static void
clinic_gradual_model_class_init (ClinicGradualModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clinic_gradual_model_get_property;
  object_class->set_property = clinic_gradual_model_set_property;
  object_class->dispose = clinic_gradual_model_dispose;

  properties[PROPERTY_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  properties[PROPERTY_DEAR] = g_param_spec_boolean ("dear", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                    G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
clinic_gradual_model_init (ClinicGradualModel *self)
{
}

ClinicGradualModel *
clinic_gradual_model_new (GListModel *model)
{
  return g_object_new (CLINIC_TYPE_GRADUAL_MODEL, "model", model, NULL);
}

ClinicGradualModel *
clinic_gradual_model_new_dear (GListModel *model)
{
  return g_object_new (CLINIC_TYPE_GRADUAL_MODEL, "dear", TRUE, "model", model, NULL);
}

void
clinic_gradual_model_set_model (ClinicGradualModel *self,
                                GListModel         *model)
{
  guint before;

  g_return_if_fail (CLINIC_IS_GRADUAL_MODEL (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));

  if (self->model == model)
    return;

  before = self->shown;
  g_clear_handle_id (&self->source, g_source_remove);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);

  g_set_object (&self->model, model);
  self->n = model != NULL ? g_list_model_get_n_items (model) : 0;
  self->shown = MIN (self->n, get_first (self));

  if (model != NULL)
    g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self,
                             G_CONNECT_SWAPPED);

  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->shown);
  follow (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_MODEL]);
}

void
clinic_gradual_model_shrink (ClinicGradualModel *self)
{
  g_return_if_fail (CLINIC_IS_GRADUAL_MODEL (self));

  if (self->model == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, shrink_cb, self, NULL);
}
