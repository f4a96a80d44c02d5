/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-page-model.h"
#include "clinic-store.h"

/* Rows fetched at once, and how many are held, the first lines that come before all others, and
 * pages that wait: who scrolls on does not want those passed by. */
#define PAGE 128
#define MOST_HELD 8192
#define FIRST 256
#define MOST_WAITING 8

/* A record and where it stands in the order of use. */
typedef struct
{
  gint64        id;
  ClinicRecord *record;
  gboolean      asked;          /* its page waits or is under way, or has come */
  GList         link;
} Row;

struct _ClinicPageModel
{
  GObject parent_instance;

  ClinicWorker   *worker;
  GType           type;
  ClinicKeysFunc  func;
  ClinicRowsFunc  rows_func;        /* NULL: rows of the type's table */
  char           *argument;
  char           *message;
  GArray         *ids;
  GHashTable     *rows;             /* id → Row */
  GQueue          used;             /* of Row, the last used first */
  GQueue          waiting;          /* of GArray of ids, the newest first */
  gboolean        fetching;
  GCancellable   *cancellable;      /* of the ids under way; NULL: none */
};

typedef struct
{
  ClinicKeysFunc  func;
  char           *argument;
  guint           limit;
} Load;

typedef struct
{
  GType           type;
  ClinicRowsFunc  func;
  char           *argument;
  GArray         *ids;
} Fetch;

typedef enum
{
  PROPERTY_ITEM_TYPE = 1,
  PROPERTY_N_ITEMS,
  PROPERTY_LOADING,
  PROPERTY_MESSAGE,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

static void fetch_next (ClinicPageModel *self);

static gint64
id_at (GArray *ids,
       guint   position)
{
  return g_array_index (ids, gint64, position);
}

static void
row_free (gpointer data)
{
  Row *row = data;

  g_object_unref (row->record);
  g_free (row);
}

static void
drop_row (ClinicPageModel *self,
          Row             *row)
{
  g_queue_unlink (&self->used, &row->link);
  g_hash_table_remove (self->rows, &row->id);
}

/* The row with this id, blank when new, as the one used last. */
static Row *
get_row (ClinicPageModel *self,
         gint64           id)
{
  Row *row = g_hash_table_lookup (self->rows, &id);

  if (row != NULL)
    {
      g_queue_unlink (&self->used, &row->link);
      g_queue_push_head_link (&self->used, &row->link);
      return row;
    }

  if (g_hash_table_size (self->rows) >= MOST_HELD)
    drop_row (self, g_queue_peek_tail (&self->used));

  row = g_new0 (Row, 1);
  row->id = id;
  row->record = g_object_new (self->type, NULL);
  row->link.data = row;
  clinic_record_set_id (row->record, id);
  g_hash_table_insert (self->rows, &row->id, row);
  g_queue_push_head_link (&self->used, &row->link);

  return row;
}

/* Has the page round @position fetched, as far as it is not there. */
static void
ask_for_page (ClinicPageModel *self,
              guint            position)
{
  guint start = position - position % PAGE;
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), PAGE);

  for (guint i = start; i < MIN (start + PAGE, self->ids->len); i++)
    {
      Row *row = get_row (self, id_at (self->ids, i));

      if (row->asked)
        continue;

      row->asked = TRUE;
      g_array_append_val (ids, row->id);
    }

  g_queue_push_head (&self->waiting, ids);

  if (self->waiting.length > MOST_WAITING)
    {
      g_autoptr(GArray) oldest = g_queue_pop_tail (&self->waiting);

      for (guint i = 0; i < oldest->len; i++)
        {
          Row *row = g_hash_table_lookup (self->rows, &g_array_index (oldest, gint64, i));

          if (row != NULL)
            row->asked = FALSE;
        }
    }

  fetch_next (self);
}

static GType
clinic_page_model_get_item_type (GListModel *model)
{
  return CLINIC_PAGE_MODEL (model)->type;
}

static guint
clinic_page_model_get_n_items (GListModel *model)
{
  return CLINIC_PAGE_MODEL (model)->ids->len;
}

static gpointer
clinic_page_model_get_item (GListModel *model,
                            guint       position)
{
  ClinicPageModel *self = CLINIC_PAGE_MODEL (model);
  g_autoptr(ClinicRecord) record = NULL;
  Row *row;

  if (position >= self->ids->len)
    return NULL;

  row = get_row (self, id_at (self->ids, position));
  record = g_object_ref (row->record);

  if (!row->asked)
    ask_for_page (self, position);

  return g_steal_pointer (&record);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = clinic_page_model_get_item_type;
  iface->get_n_items = clinic_page_model_get_n_items;
  iface->get_item = clinic_page_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ClinicPageModel, clinic_page_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
set_message (ClinicPageModel *self,
             const char      *message)
{
  if (g_strcmp0 (self->message, message) == 0)
    return;

  g_free (self->message);
  self->message = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_MESSAGE]);
}

static void
fetch_free (gpointer data)
{
  Fetch *fetch = data;

  g_array_unref (fetch->ids);
  g_free (fetch->argument);
  g_free (fetch);
}

static gpointer
fetch_cb (ClinicDb  *db,
          gpointer   data,
          GError   **error)
{
  Fetch *fetch = data;
  const gint64 *ids = (const gint64 *) (gpointer) fetch->ids->data;

  if (fetch->func != NULL)
    return fetch->func (db, fetch->argument, ids, fetch->ids->len, error);

  return clinic_store_find_many (db, fetch->type, ids, fetch->ids->len, error);
}

static void
fetched_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ClinicPageModel) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) records = clinic_worker_run_finish (self->worker, result, &error);

  self->fetching = FALSE;

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      gint64 id = clinic_record_get_id (records->pdata[i]);
      Row *row = g_hash_table_lookup (self->rows, &id);

      if (row != NULL)
        clinic_record_assign (row->record, records->pdata[i]);
    }

  if (error != NULL)
    set_message (self, error->message);

  fetch_next (self);
}

/* One page at a time, the one asked for last first. */
static void
fetch_next (ClinicPageModel *self)
{
  Fetch *fetch;
  GArray *ids;

  if (self->fetching || self->worker == NULL)
    return;

  ids = g_queue_pop_head (&self->waiting);

  if (ids == NULL)
    return;

  g_assert (ids->len > 0);

  fetch = g_new0 (Fetch, 1);
  fetch->type = self->type;
  fetch->func = self->rows_func;
  fetch->argument = g_strdup (self->argument);
  fetch->ids = ids;
  self->fetching = TRUE;

  clinic_worker_run_async (self->worker, fetch_cb, fetch, fetch_free,
                           (GDestroyNotify) g_ptr_array_unref,
                           NULL, fetched_cb, g_object_ref (self));
}

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

  return load->func (db, load->argument, load->limit, error);
}

/* Replaces only what lies between the first and the last id that differ. */
static void
take_ids (ClinicPageModel *self,
          GArray          *ids)
{
  g_autoptr(GArray) old = g_steal_pointer (&self->ids);
  guint shorter = MIN (old->len, ids->len);
  guint head = 0;
  guint tail = 0;

  self->ids = g_array_ref (ids);

  while (head < shorter && id_at (old, head) == id_at (ids, head))
    head++;

  while (head + tail < shorter &&
         id_at (old, old->len - tail - 1) == id_at (ids, ids->len - tail - 1))
    tail++;

  if (head + tail == old->len && old->len == ids->len)
    return;

  g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                              ids->len - head - tail);

  if (old->len != ids->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_N_ITEMS]);
}

/* Rows that somebody shows are fetched again, as they may have changed; the others go. */
static void
refresh_rows (ClinicPageModel *self)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (GList *link = self->used.head; link != NULL;)
    {
      Row *row = link->data;

      link = link->next;

      if (G_OBJECT (row->record)->ref_count > 1)
        {
          row->asked = TRUE;
          g_array_append_val (ids, row->id);
        }
      else
        {
          drop_row (self, row);
        }
    }

  g_queue_clear_full (&self->waiting, (GDestroyNotify) g_array_unref);

  if (ids->len > 0)
    g_queue_push_head (&self->waiting, g_array_ref (ids));

  fetch_next (self);
}

static void load_ids (ClinicPageModel *self,
                      guint            limit);

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinicPageModel) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = clinic_worker_run_finish (self->worker, result, &error);

  /* Another load has been started since: its answer counts. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  set_message (self, error != NULL ? error->message : NULL);

  /* The first lines of a list that was empty: the rest follows. */
  if (ids != NULL && self->ids->len == 0 && ids->len == FIRST)
    {
      take_ids (self, ids);
      load_ids (self, 0);
      return;
    }

  g_clear_object (&self->cancellable);

  if (ids != NULL)
    {
      take_ids (self, ids);
      refresh_rows (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_LOADING]);
}

static void
load_ids (ClinicPageModel *self,
          guint            limit)
{
  Load *load = g_new0 (Load, 1);

  load->func = self->func;
  load->argument = g_strdup (self->argument);
  load->limit = limit;

  clinic_worker_run_async (self->worker, load_cb, load, load_free, (GDestroyNotify) g_array_unref,
                           self->cancellable, loaded_cb, g_object_ref (self));
}

static void
clinic_page_model_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ClinicPageModel *self = CLINIC_PAGE_MODEL (object);

  switch ((Property) id)
    {
    case PROPERTY_ITEM_TYPE:
      g_value_set_gtype (value, self->type);
      break;

    case PROPERTY_N_ITEMS:
      g_value_set_uint (value, self->ids->len);
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
clinic_page_model_dispose (GObject *object)
{
  ClinicPageModel *self = CLINIC_PAGE_MODEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->worker);

  G_OBJECT_CLASS (clinic_page_model_parent_class)->dispose (object);
}

static void
clinic_page_model_finalize (GObject *object)
{
  ClinicPageModel *self = CLINIC_PAGE_MODEL (object);

  g_queue_clear_full (&self->waiting, (GDestroyNotify) g_array_unref);
  g_hash_table_unref (self->rows);
  g_array_unref (self->ids);
  g_free (self->argument);
  g_free (self->message);

  G_OBJECT_CLASS (clinic_page_model_parent_class)->finalize (object);
}

static void
clinic_page_model_class_init (ClinicPageModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = clinic_page_model_get_property;
  object_class->dispose = clinic_page_model_dispose;
  object_class->finalize = clinic_page_model_finalize;

  properties[PROPERTY_ITEM_TYPE] = g_param_spec_gtype ("item-type", NULL, NULL, CLINIC_TYPE_RECORD,
                                                       flags);
  properties[PROPERTY_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROPERTY_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROPERTY_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
clinic_page_model_init (ClinicPageModel *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, row_free);
  g_queue_init (&self->used);
  g_queue_init (&self->waiting);
}

ClinicPageModel *
clinic_page_model_new (ClinicWorker   *worker,
                       GType           type,
                       ClinicKeysFunc  func)
{
  ClinicPageModel *self;

  g_return_val_if_fail (CLINIC_IS_WORKER (worker), NULL);
  g_return_val_if_fail (g_type_is_a (type, CLINIC_TYPE_RECORD), NULL);
  g_return_val_if_fail (func != NULL, NULL);

  self = g_object_new (CLINIC_TYPE_PAGE_MODEL, NULL);
  self->worker = g_object_ref (worker);
  self->type = type;
  self->func = func;

  return self;
}

void
clinic_page_model_set_rows_func (ClinicPageModel *self,
                                 ClinicRowsFunc   func)
{
  g_return_if_fail (CLINIC_IS_PAGE_MODEL (self));

  self->rows_func = func;
}

void
clinic_page_model_set_argument (ClinicPageModel *self,
                                const char      *argument)
{
  char *copy = g_strdup (argument);

  g_return_if_fail (CLINIC_IS_PAGE_MODEL (self));

  g_free (self->argument);
  self->argument = copy;
  clinic_page_model_reload (self);
}

void
clinic_page_model_reload (ClinicPageModel *self)
{
  gboolean loading;

  g_return_if_fail (CLINIC_IS_PAGE_MODEL (self));

  loading = self->cancellable != NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  load_ids (self, self->ids->len == 0 ? FIRST : 0);

  if (!loading)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_LOADING]);
}

gboolean
clinic_page_model_get_loading (ClinicPageModel *self)
{
  g_return_val_if_fail (CLINIC_IS_PAGE_MODEL (self), FALSE);

  return self->cancellable != NULL;
}

const char *
clinic_page_model_get_message (ClinicPageModel *self)
{
  g_return_val_if_fail (CLINIC_IS_PAGE_MODEL (self), NULL);

  return self->message;
}

guint
clinic_page_model_get_n_held (ClinicPageModel *self)
{
  g_return_val_if_fail (CLINIC_IS_PAGE_MODEL (self), 0);

  return g_hash_table_size (self->rows);
}
