/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "clinic-clock.h"
#include "clinic-desk.h"
#include "clinic-migration.h"
#include "clinic-rights.h"
#include "clinic-upkeep.h"

/* How often it is looked whether a new day has come. */
#define DAY_SECONDS 30

struct _ClinicDesk
{
  GObject parent_instance;

  char            *location;
  char            *today;
  ClinicClinic    *clinic;
  ClinicStaff     *actor;
  GListStore      *staff;
  GHashTable      *everybody;   /* id → ClinicStaff, archived ones too */
  ClinicWorker    *writer;
  ClinicWorker    *reader;
  ClinicWorker    *archivist;
  ClinicFileWatch *watch;
  ClinicUpkeep    *upkeep;
  guint            day_source;
};

typedef enum
{
  PROPERTY_CLINIC = 1,
  PROPERTY_ACTOR,
  PROPERTY_STAFF,
  PROPERTY_TODAY,
  PROPERTY_LOCATION,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

typedef enum
{
  CHANGED,
  N_SIGNALS
} Signal;

static guint signals[N_SIGNALS];

/* What opening found, on its way to the main thread. */
typedef struct
{
  ClinicDb     *writer;
  ClinicDb     *reader;
  ClinicDb     *archivist;
  ClinicRecord *clinic;
  GPtrArray    *staff;
} Opened;

/* Commands under way, and what came of them. */
typedef struct
{
  ClinicDeskFunc  func;
  gpointer        data;
  GDestroyNotify  free_data;
  GDestroyNotify  free_result;
  gint64          actor;
  gpointer        result;
  GPtrArray      *findings;
  GPtrArray      *tables;       /* written to; ends with NULL */
  gint64          operation;
  GError         *error;
} Run;

G_DEFINE_FINAL_TYPE (ClinicDesk, clinic_desk, G_TYPE_OBJECT)

static void
run_free (Run *run)
{
  if (run->free_data != NULL)
    run->free_data (run->data);

  if (run->result != NULL && run->free_result != NULL)
    run->free_result (run->result);

  g_clear_pointer (&run->findings, g_ptr_array_unref);
  g_clear_pointer (&run->tables, g_ptr_array_unref);
  g_clear_error (&run->error);
  g_free (run);
}

static void
opened_free (Opened *opened)
{
  g_clear_pointer (&opened->writer, clinic_db_close);
  g_clear_pointer (&opened->reader, clinic_db_close);
  g_clear_pointer (&opened->archivist, clinic_db_close);
  g_clear_object (&opened->clinic);
  g_clear_pointer (&opened->staff, g_ptr_array_unref);
  g_free (opened);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opened, opened_free)

/* The trail says what was written to, whatever command it was; a draft leaves no trail and
 * changes nothing that others show. */
static gint64
ask_last_change (ClinicDb *db)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "desk-last-change", NULL);

  return statement != NULL && clinic_statement_step (statement, NULL)
         ? clinic_statement_get_int (statement, 0) : G_MAXINT64;
}

static GPtrArray *
list_changed_tables (ClinicDb *db,
                     gint64    before)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "desk-changed-tables", NULL);
  GPtrArray *tables = g_ptr_array_new_with_free_func (g_free);

  if (statement != NULL)
    clinic_statement_bind_int (statement, 1, before);

  while (statement != NULL && clinic_statement_step (statement, NULL))
    g_ptr_array_add (tables, g_strdup (clinic_statement_get_text (statement, 0)));

  g_ptr_array_add (tables, NULL);

  return tables;
}

static gpointer
run_commands (ClinicDb  *db,
              gpointer   data,
              GError   **error)
{
  Run *run = data;
  g_autoptr(ClinicAct) act = clinic_act_new (db, run->actor);
  gint64 before = ask_last_change (db);

  run->result = run->func (act, run->data, &run->error);
  run->findings = act->findings != NULL ? g_ptr_array_ref (act->findings) : NULL;
  run->operation = act->done;
  run->tables = list_changed_tables (db, before);

  return run;
}

static void
run_done_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  ClinicDesk *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);

  clinic_worker_run_finish (CLINIC_WORKER (source), result, NULL);

  /* What keeps it from being written may be told of in general. */
  if (g_error_matches (run->error, CLINIC_ERROR, CLINIC_ERROR_DATABASE))
    clinic_file_watch_check (self->watch);

  if (run->tables != NULL && run->tables->pdata[0] != NULL)
    clinic_desk_emit_changed (self, (const char * const *) run->tables->pdata);

  g_task_return_boolean (task, TRUE);
}

void
clinic_desk_run_async (ClinicDesk          *self,
                       ClinicDeskFunc       func,
                       gpointer             data,
                       GDestroyNotify       free_data,
                       GDestroyNotify       free_result,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task;
  Run *run;

  g_return_if_fail (CLINIC_IS_DESK (self));
  g_return_if_fail (func != NULL);

  run = g_new0 (Run, 1);
  run->func = func;
  run->data = data;
  run->free_data = free_data;
  run->free_result = free_result;
  run->actor = self->actor != NULL ? clinic_record_get_id (CLINIC_RECORD (self->actor)) : 0;

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, clinic_desk_run_async);
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  clinic_worker_run_async (self->writer, run_commands, run, NULL, NULL, NULL, run_done_cb, task);
}

gpointer
clinic_desk_run_finish (ClinicDesk    *self,
                        GAsyncResult  *result,
                        GPtrArray    **findings,
                        gint64        *operation,
                        GError       **error)
{
  Run *run;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  run = g_task_get_task_data (G_TASK (result));

  if (findings != NULL)
    *findings = g_steal_pointer (&run->findings);

  if (operation != NULL)
    *operation = run->operation;

  if (run->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&run->error));
      return NULL;
    }

  return g_steal_pointer (&run->result);
}

static void
reload_clinic (ClinicDesk *self,
               Opened     *opened)
{
  if (opened->clinic != NULL)
    clinic_record_assign (CLINIC_RECORD (self->clinic), opened->clinic);
}

static int
compare_staff (gconstpointer a,
               gconstpointer b)
{
  ClinicStaff *first = *(ClinicStaff **) a;
  ClinicStaff *second = *(ClinicStaff **) b;

  return g_utf8_collate (first->name, second->name);
}

/* Staff that stays is the same object. */
static void
take_staff (ClinicDesk *self,
            GPtrArray  *staff)
{
  g_autoptr(GPtrArray) present = g_ptr_array_new ();

  g_ptr_array_sort (staff, compare_staff);

  for (guint i = 0; i < staff->len; i++)
    {
      gint64 id = clinic_record_get_id (staff->pdata[i]);
      ClinicStaff *known = clinic_desk_find_staff (self, id);

      if (known != NULL)
        clinic_record_assign (CLINIC_RECORD (known), staff->pdata[i]);
      else
        {
          known = g_object_ref (staff->pdata[i]);
          g_hash_table_insert (self->everybody, g_memdup2 (&id, sizeof id), known);
        }

      if (known->archived_on == NULL)
        g_ptr_array_add (present, known);
    }

  g_list_store_splice (self->staff, 0, g_list_model_get_n_items (G_LIST_MODEL (self->staff)),
                       present->pdata, present->len);
}

static gboolean
read_people (ClinicDb  *db,
             Opened    *opened,
             GError   **error)
{
  g_autoptr(GPtrArray) clinics = clinic_store_list_by (db, CLINIC_TYPE_CLINIC, NULL, 0, error);

  if (clinics == NULL)
    return FALSE;

  if (clinics->len > 0)
    opened->clinic = g_object_ref (clinics->pdata[0]);

  opened->staff = clinic_store_list_by (db, CLINIC_TYPE_STAFF, NULL, 0, error);

  return opened->staff != NULL;
}

static gpointer
read_again (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  g_autoptr(Opened) opened = g_new0 (Opened, 1);

  return read_people (db, opened, error) ? g_steal_pointer (&opened) : NULL;
}

static void
read_again_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(ClinicDesk) self = user_data;
  g_autoptr(Opened) opened = clinic_worker_run_finish (CLINIC_WORKER (source), result, NULL);

  if (opened == NULL)
    return;

  reload_clinic (self, opened);
  take_staff (self, opened->staff);
}

void
clinic_desk_emit_changed (ClinicDesk         *self,
                          const char * const *tables)
{
  g_return_if_fail (CLINIC_IS_DESK (self));

  if (g_strv_contains (tables, "staff") || g_strv_contains (tables, "clinic"))
    clinic_worker_run_async (self->reader, read_again, NULL, NULL, (GDestroyNotify) opened_free,
                             NULL, read_again_cb, g_object_ref (self));

  for (const char * const *table = tables; *table != NULL; table++)
    g_signal_emit (self, signals[CHANGED], g_quark_from_string (*table), tables);
}

static gboolean
look_at_the_day_cb (gpointer user_data)
{
  ClinicDesk *self = user_data;
  g_autofree char *today = clinic_clock_today (self->clinic->zone);

  if (strcmp (today, self->today) != 0)
    {
      g_free (self->today);
      self->today = g_steal_pointer (&today);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_TODAY]);
    }

  return G_SOURCE_CONTINUE;
}

static void
clinic_desk_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  ClinicDesk *self = CLINIC_DESK (object);

  switch ((Property) property_id)
    {
    case PROPERTY_CLINIC:
      g_value_set_object (value, self->clinic);
      break;

    case PROPERTY_ACTOR:
      g_value_set_object (value, self->actor);
      break;

    case PROPERTY_STAFF:
      g_value_set_object (value, self->staff);
      break;

    case PROPERTY_TODAY:
      g_value_set_string (value, self->today);
      break;

    case PROPERTY_LOCATION:
      g_value_set_string (value, self->location);
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_desk_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  switch ((Property) property_id)
    {
    case PROPERTY_ACTOR:
      clinic_desk_set_actor (CLINIC_DESK (object), g_value_get_object (value));
      break;

    case PROPERTY_CLINIC:
    case PROPERTY_STAFF:
    case PROPERTY_TODAY:
    case PROPERTY_LOCATION:
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_desk_finalize (GObject *object)
{
  ClinicDesk *self = CLINIC_DESK (object);

  g_clear_handle_id (&self->day_source, g_source_remove);
  g_clear_object (&self->upkeep);
  g_clear_object (&self->watch);
  g_clear_object (&self->reader);
  g_clear_object (&self->archivist);
  g_clear_object (&self->writer);
  g_clear_object (&self->clinic);
  g_clear_object (&self->actor);
  g_clear_object (&self->staff);
  g_clear_pointer (&self->everybody, g_hash_table_unref);
  g_free (self->location);
  g_free (self->today);

  G_OBJECT_CLASS (clinic_desk_parent_class)->finalize (object);
}

static void
clinic_desk_class_init (ClinicDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = clinic_desk_get_property;
  object_class->set_property = clinic_desk_set_property;
  object_class->finalize = clinic_desk_finalize;

  properties[PROPERTY_CLINIC] =
    g_param_spec_object ("clinic", NULL, NULL, CLINIC_TYPE_CLINIC, flags);
  properties[PROPERTY_ACTOR] =
    g_param_spec_object ("actor", NULL, NULL, CLINIC_TYPE_STAFF,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROPERTY_STAFF] =
    g_param_spec_object ("staff", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROPERTY_TODAY] = g_param_spec_string ("today", NULL, NULL, NULL, flags);
  properties[PROPERTY_LOCATION] = g_param_spec_string ("location", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRV);
}

static void
clinic_desk_init (ClinicDesk *self)
{
  self->staff = g_list_store_new (CLINIC_TYPE_STAFF);
  self->everybody = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

static gboolean
open_connections (Opened      *opened,
                  const char  *location,
                  GError     **error)
{
  opened->writer = clinic_db_open (location, CLINIC_DB_WRITE, error);

  if (opened->writer == NULL || !clinic_migration_run (opened->writer, error) ||
      !read_people (opened->writer, opened, error))
    return FALSE;

  if (opened->clinic == NULL)
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                           _("There is no clinic in this file yet."));
      return FALSE;
    }

  opened->reader = clinic_db_open (location, CLINIC_DB_READ, error);
  opened->archivist = opened->reader != NULL ? clinic_db_open (location, CLINIC_DB_READ, error)
                                             : NULL;

  return opened->archivist != NULL;
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  g_autoptr(Opened) opened = g_new0 (Opened, 1);
  GError *error = NULL;

  if (open_connections (opened, data, &error))
    g_task_return_pointer (task, g_steal_pointer (&opened), (GDestroyNotify) opened_free);
  else
    g_task_return_error (task, error);
}

void
clinic_desk_open_async (const char          *location,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (location != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, clinic_desk_open_async);
  g_task_set_task_data (task, g_strdup (location), g_free);
  g_task_run_in_thread (task, open_in_thread);
}

ClinicDesk *
clinic_desk_open_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_autoptr(Opened) opened = NULL;
  ClinicDesk *self;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  opened = g_task_propagate_pointer (G_TASK (result), error);

  if (opened == NULL)
    return NULL;

  self = g_object_new (CLINIC_TYPE_DESK, NULL);
  self->location = g_strdup (g_task_get_task_data (G_TASK (result)));
  self->clinic = CLINIC_CLINIC (g_steal_pointer (&opened->clinic));
  self->writer = clinic_worker_new (g_steal_pointer (&opened->writer));
  self->reader = clinic_worker_new (g_steal_pointer (&opened->reader));
  self->archivist = clinic_worker_new (g_steal_pointer (&opened->archivist));
  self->watch = clinic_file_watch_new (self->location, self->reader);
  self->upkeep = clinic_upkeep_new (self);
  self->today = clinic_clock_today (self->clinic->zone);
  self->day_source = g_timeout_add_seconds (DAY_SECONDS, look_at_the_day_cb, self);
  take_staff (self, opened->staff);

  return self;
}

ClinicClinic *
clinic_desk_get_clinic (ClinicDesk *self)
{
  g_return_val_if_fail (CLINIC_IS_DESK (self), NULL);

  return self->clinic;
}

ClinicStaff *
clinic_desk_get_actor (ClinicDesk *self)
{
  g_return_val_if_fail (CLINIC_IS_DESK (self), NULL);

  return self->actor;
}

void
clinic_desk_set_actor (ClinicDesk  *self,
                       ClinicStaff *actor)
{
  g_return_if_fail (CLINIC_IS_DESK (self));

  if (g_set_object (&self->actor, actor))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_ACTOR]);
}

GListModel *
clinic_desk_get_staff (ClinicDesk *self)
{
  g_return_val_if_fail (CLINIC_IS_DESK (self), NULL);

  return G_LIST_MODEL (self->staff);
}

ClinicStaff *
clinic_desk_find_staff (ClinicDesk *self,
                        gint64      id)
{
  g_return_val_if_fail (CLINIC_IS_DESK (self), NULL);

  return g_hash_table_lookup (self->everybody, &id);
}

const char *
clinic_desk_get_today (ClinicDesk *self)
{
  g_return_val_if_fail (CLINIC_IS_DESK (self), NULL);

  return self->today;
}

char *
clinic_desk_dup_now (ClinicDesk *self)
{
  g_return_val_if_fail (CLINIC_IS_DESK (self), NULL);

  return clinic_clock_wall (self->clinic->zone);
}

const char *
clinic_desk_get_location (ClinicDesk *self)
{
  g_return_val_if_fail (CLINIC_IS_DESK (self), NULL);

  return self->location;
}

gboolean
clinic_desk_may (ClinicDesk *self,
                 const char *command)
{
  g_return_val_if_fail (CLINIC_IS_DESK (self), FALSE);

  return self->actor != NULL && clinic_rights_allow (self->actor->roles, command);
}

ClinicWorker *
clinic_desk_get_reader (ClinicDesk *self)
{
  g_return_val_if_fail (CLINIC_IS_DESK (self), NULL);

  return self->reader;
}

ClinicWorker *
clinic_desk_get_archivist (ClinicDesk *self)
{
  g_return_val_if_fail (CLINIC_IS_DESK (self), NULL);

  return self->archivist;
}

ClinicFileWatch *
clinic_desk_get_watch (ClinicDesk *self)
{
  g_return_val_if_fail (CLINIC_IS_DESK (self), NULL);

  return self->watch;
}
