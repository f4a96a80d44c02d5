/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-query-model.h"

struct _ClinicQueryModel
{
  GObject parent_instance;

  ClinicWorker    *worker;
  GType            type;
  ClinicQueryFunc  func;
  char            *argument;
  char            *message;
  GCancellable    *cancellable;     /* of the load under way; NULL: none */
  GPtrArray       *records;
};

typedef struct
{
  ClinicQueryFunc  func;
  char            *argument;
} Load;

typedef enum
{
  PROPERTY_ITEM_TYPE = 1,
  PROPERTY_N_ITEMS,
  PROPERTY_LOADING,
  PROPERTY_MESSAGE,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

static GType
clinic_query_model_get_item_type (GListModel *model)
{
  return CLINIC_QUERY_MODEL (model)->type;
}

static guint
clinic_query_model_get_n_items (GListModel *model)
{
  return CLINIC_QUERY_MODEL (model)->records->len;
}

static gpointer
clinic_query_model_get_item (GListModel *model,
                             guint       position)
{
  ClinicQueryModel *self = CLINIC_QUERY_MODEL (model);

  return position < self->records->len ? g_object_ref (self->records->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = clinic_query_model_get_item_type;
  iface->get_n_items = clinic_query_model_get_n_items;
  iface->get_item = clinic_query_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ClinicQueryModel, clinic_query_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
load_free (gpointer data)
{
  Load *load = data;

  g_free (load->argument);
  g_free (load);
}

static gpointer
load_cb (ClinicDb  *db,
         gpointer   data,
         GError   **error)
{
  Load *load = data;

  return load->func (db, load->argument, error);
}

static gboolean
same_row (gpointer a,
          gpointer b)
{
  return clinic_record_get_id (a) == clinic_record_get_id (b);
}

/* Puts the objects that are already shown in place of the new ones that stand for the same rows. */
static void
keep_known (ClinicQueryModel *self,
            GPtrArray        *records)
{
  g_autoptr(GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree gint64 *ids = g_new (gint64, self->records->len);

  for (guint i = 0; i < self->records->len; i++)
    {
      ids[i] = clinic_record_get_id (self->records->pdata[i]);
      g_hash_table_insert (known, &ids[i], self->records->pdata[i]);
    }

  for (guint i = 0; i < records->len; i++)
    {
      gint64 id = clinic_record_get_id (records->pdata[i]);
      ClinicRecord *old = g_hash_table_lookup (known, &id);

      if (old == NULL)
        continue;

      clinic_record_assign (old, records->pdata[i]);
      g_object_unref (records->pdata[i]);
      records->pdata[i] = g_object_ref (old);

      /* A query may yield a row twice. */
      g_hash_table_remove (known, &id);
    }
}

/* Replaces only what lies between the first and the last row that differ. */
static void
take_records (ClinicQueryModel *self,
              GPtrArray        *records)
{
  g_autoptr(GPtrArray) old = NULL;
  guint n_new = records->len;
  guint shorter = MIN (self->records->len, n_new);
  guint head = 0;
  guint tail = 0;

  keep_known (self, records);
  old = g_steal_pointer (&self->records);
  self->records = g_ptr_array_ref (records);

  while (head < shorter && same_row (old->pdata[head], records->pdata[head]))
    head++;

  while (head + tail < shorter &&
         same_row (old->pdata[old->len - tail - 1], records->pdata[n_new - tail - 1]))
    tail++;

  if (head + tail == old->len && old->len == n_new)
    return;

  g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                              n_new - head - tail);

  if (old->len != n_new)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_N_ITEMS]);
}

static void
set_message (ClinicQueryModel *self,
             const char       *message)
{
  if (g_strcmp0 (self->message, message) == 0)
    return;

  g_free (self->message);
  self->message = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_MESSAGE]);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinicQueryModel) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) records = clinic_worker_run_finish (self->worker, result, &error);

  /* Another load has been started since: its answer counts. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);

  if (records != NULL)
    take_records (self, records);

  set_message (self, error != NULL ? error->message : NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_LOADING]);
}

static void
clinic_query_model_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ClinicQueryModel *self = CLINIC_QUERY_MODEL (object);

  switch ((Property) id)
    {
    case PROPERTY_ITEM_TYPE:
      g_value_set_gtype (value, self->type);
      break;

    case PROPERTY_N_ITEMS:
      g_value_set_uint (value, self->records->len);
      break;

    case PROPERTY_LOADING:
      g_value_set_boolean (value, self->cancellable != NULL);
      break;

    case PROPERTY_MESSAGE:
      g_value_set_string (value, self->message);
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
clinic_query_model_dispose (GObject *object)
{
  ClinicQueryModel *self = CLINIC_QUERY_MODEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->worker);

  G_OBJECT_CLASS (clinic_query_model_parent_class)->dispose (object);
}

static void
clinic_query_model_finalize (GObject *object)
{
  ClinicQueryModel *self = CLINIC_QUERY_MODEL (object);

  g_ptr_array_unref (self->records);
  g_free (self->argument);
  g_free (self->message);

  G_OBJECT_CLASS (clinic_query_model_parent_class)->finalize (object);
}

static void
clinic_query_model_class_init (ClinicQueryModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = clinic_query_model_get_property;
  object_class->dispose = clinic_query_model_dispose;
  object_class->finalize = clinic_query_model_finalize;

  properties[PROPERTY_ITEM_TYPE] = g_param_spec_gtype ("item-type", NULL, NULL, CLINIC_TYPE_RECORD,
                                                       flags);
  properties[PROPERTY_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROPERTY_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROPERTY_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
clinic_query_model_init (ClinicQueryModel *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

ClinicQueryModel *
clinic_query_model_new (ClinicWorker    *worker,
                        GType            type,
                        ClinicQueryFunc  func)
{
  ClinicQueryModel *self;

  g_return_val_if_fail (CLINIC_IS_WORKER (worker), NULL);
  g_return_val_if_fail (g_type_is_a (type, CLINIC_TYPE_RECORD), NULL);
  g_return_val_if_fail (func != NULL, NULL);

  self = g_object_new (CLINIC_TYPE_QUERY_MODEL, NULL);
  self->worker = g_object_ref (worker);
  self->type = type;
  self->func = func;

  return self;
}

void
clinic_query_model_set_argument (ClinicQueryModel *self,
                                 const char       *argument)
{
  char *copy = g_strdup (argument);

  g_return_if_fail (CLINIC_IS_QUERY_MODEL (self));

  g_free (self->argument);
  self->argument = copy;
  clinic_query_model_reload (self);
}

const char *
clinic_query_model_get_argument (ClinicQueryModel *self)
{
  g_return_val_if_fail (CLINIC_IS_QUERY_MODEL (self), NULL);

  return self->argument;
}

void
clinic_query_model_reload (ClinicQueryModel *self)
{
  gboolean loading;
  Load *load;

  g_return_if_fail (CLINIC_IS_QUERY_MODEL (self));

  loading = self->cancellable != NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  load = g_new0 (Load, 1);
  load->func = self->func;
  load->argument = g_strdup (self->argument);

  clinic_worker_run_async (self->worker, load_cb, load, load_free,
                           (GDestroyNotify) g_ptr_array_unref,
                           self->cancellable, loaded_cb, g_object_ref (self));

  if (!loading)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_LOADING]);
}

gboolean
clinic_query_model_get_loading (ClinicQueryModel *self)
{
  g_return_val_if_fail (CLINIC_IS_QUERY_MODEL (self), FALSE);

  return self->cancellable != NULL;
}

const char *
clinic_query_model_get_message (ClinicQueryModel *self)
{
  g_return_val_if_fail (CLINIC_IS_QUERY_MODEL (self), NULL);

  return self->message;
}
