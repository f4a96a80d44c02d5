/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-date.h"
#include "clinic-locale.h"
#include "clinic-query-model.h"
#include "clinic-today-state.h"
#include "clinic-visit.h"

struct _ClinicTodayState
{
  GObject parent_instance;

  ClinicDesk       *desk;           /* NULL before begin () and after stop () */
  ClinicQueryModel *visits;
  ClinicTodayFacts *facts;
  GCancellable     *cancellable;    /* of the facts being loaded; NULL: none */
};

/* What the facts are loaded for. */
typedef struct
{
  char   *today;
  char   *zone;
  gint64  practitioner;
} Question;

typedef enum
{
  PROPERTY_TREATS = 1,
  PROPERTY_LEADS,
  PROPERTY_RECEIVES,
  PROPERTY_SEVERAL,
  PROPERTY_FIRST_VIEW,
  PROPERTY_DATE_WORDS,
  PROPERTY_LOADING,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicTodayState, clinic_today_state, G_TYPE_OBJECT)

static void
free_question (gpointer data)
{
  Question *question = data;

  g_free (question->today);
  g_free (question->zone);
  g_free (question);
}

static gboolean
has_role (ClinicTodayState *self,
          const char       *role)
{
  ClinicStaff *actor = self->desk != NULL ? clinic_desk_get_actor (self->desk) : NULL;
  g_auto(GStrv) roles = NULL;

  if (actor == NULL || actor->roles == NULL)
    return FALSE;

  roles = g_strsplit (actor->roles, " ", -1);

  return g_strv_contains ((const char * const *) roles, role);
}

static gboolean
treats (ClinicTodayState *self)
{
  return has_role (self, "practitioner");
}

static gboolean
leads (ClinicTodayState *self)
{
  return has_role (self, "manager") || has_role (self, "owner");
}

static gboolean
receives (ClinicTodayState *self)
{
  return has_role (self, "receptionist") || leads (self);
}

static void
refresh (ClinicTodayState *self)
{
  g_signal_emit_by_name (self, "refreshed");
}

static gpointer
load_facts (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  Question *question = data;

  return clinic_today_facts_load (db, question->today, question->practitioner, error);
}

static gpointer
count_facts (ClinicDb  *db,
             gpointer   data,
             GError   **error)
{
  Question *question = data;

  return clinic_today_facts_count (db, question->today, question->zone, error);
}

/* On the connection for what takes long: the visits must not wait for it. */
static void
ask (ClinicTodayState    *self,
     ClinicWorkFunc       func,
     GAsyncReadyCallback  callback)
{
  Question *question = g_new0 (Question, 1);

  question->today = g_strdup (clinic_desk_get_today (self->desk));
  question->zone = g_strdup (clinic_desk_get_clinic (self->desk)->zone);
  question->practitioner = clinic_today_state_get_practitioner (self);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  clinic_worker_run_async (clinic_desk_get_archivist (self->desk), func, question, free_question,
                           (GDestroyNotify) clinic_today_facts_free, self->cancellable, callback,
                           g_object_ref (self));
}

static void
facts_counted_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(ClinicTodayState) self = user_data;
  g_autoptr(ClinicTodayFacts) facts = NULL;
  g_autoptr(GError) error = NULL;

  facts = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    return;

  g_clear_object (&self->cancellable);

  if (facts == NULL)
    {
      g_signal_emit_by_name (self, "failed", error->message);
      return;
    }

  self->facts->registered = facts->registered;
  self->facts->courses = facts->courses;
  refresh (self);
}

static void
facts_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(ClinicTodayState) self = user_data;
  g_autoptr(ClinicTodayFacts) facts = NULL;
  g_autoptr(GError) error = NULL;

  facts = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    return;

  g_clear_object (&self->cancellable);

  if (facts == NULL)
    {
      g_signal_emit_by_name (self, "failed", error->message);
      return;
    }

  if (self->facts != NULL)
    {
      facts->registered = self->facts->registered;
      facts->courses = self->facts->courses;
    }

  g_clear_pointer (&self->facts, clinic_today_facts_free);
  self->facts = g_steal_pointer (&facts);
  refresh (self);

  if (leads (self))
    ask (self, count_facts, facts_counted_cb);
}

static void
visits_loaded_cb (ClinicTodayState *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_LOADING]);

  if (clinic_query_model_get_loading (self->visits))
    return;

  g_signal_emit_by_name (self, "failed", clinic_query_model_get_message (self->visits));
  refresh (self);
  ask (self, load_facts, facts_loaded_cb);
}

static GPtrArray *
list_visits (ClinicDb    *db,
             const char  *argument,
             GError     **error)
{
  g_autofree char *tomorrow = clinic_date_add_days (argument, 1);

  return clinic_visit_list_days (db, argument, tomorrow, 0, error);
}

static void
actor_changed_cb (ClinicTodayState *self)
{
  for (guint i = PROPERTY_TREATS; i <= PROPERTY_FIRST_VIEW; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
today_changed_cb (ClinicTodayState *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_DATE_WORDS]);
}

static void
clinic_today_state_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ClinicTodayState *self = CLINIC_TODAY_STATE (object);

  switch ((Property) property_id)
    {
    case PROPERTY_TREATS:
      g_value_set_boolean (value, treats (self));
      break;

    case PROPERTY_LEADS:
      g_value_set_boolean (value, leads (self));
      break;

    case PROPERTY_RECEIVES:
      g_value_set_boolean (value, receives (self));
      break;

    case PROPERTY_SEVERAL:
      g_value_set_boolean (value, treats (self) + leads (self) + receives (self) > 1);
      break;

    case PROPERTY_FIRST_VIEW:
      g_value_set_string (value, treats (self) ? "mine" : leads (self) ? "figures" : "front");
      break;

    case PROPERTY_DATE_WORDS:
      g_value_take_string (value, self->desk != NULL
                           ? clinic_locale_long_date (clinic_desk_get_today (self->desk)) : NULL);
      break;

    case PROPERTY_LOADING:
      g_value_set_boolean (value, self->visits != NULL &&
                           clinic_query_model_get_loading (self->visits));
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_today_state_finalize (GObject *object)
{
  ClinicTodayState *self = CLINIC_TODAY_STATE (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_object (&self->visits);
  g_clear_pointer (&self->facts, clinic_today_facts_free);

  G_OBJECT_CLASS (clinic_today_state_parent_class)->finalize (object);
}

static void
clinic_today_state_class_init (ClinicTodayStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = clinic_today_state_get_property;
  object_class->finalize = clinic_today_state_finalize;

  properties[PROPERTY_TREATS] = g_param_spec_boolean ("treats", NULL, NULL, FALSE, flags);
  properties[PROPERTY_LEADS] = g_param_spec_boolean ("leads", NULL, NULL, FALSE, flags);
  properties[PROPERTY_RECEIVES] = g_param_spec_boolean ("receives", NULL, NULL, FALSE, flags);
  properties[PROPERTY_SEVERAL] = g_param_spec_boolean ("several", NULL, NULL, FALSE, flags);
  properties[PROPERTY_FIRST_VIEW] = g_param_spec_string ("first-view", NULL, NULL, NULL, flags);
  properties[PROPERTY_DATE_WORDS] = g_param_spec_string ("date-words", NULL, NULL, NULL, flags);
  properties[PROPERTY_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_signal_new ("refreshed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_STRING);
}

static void
clinic_today_state_init (ClinicTodayState *self)
{
}

void
clinic_today_state_begin (ClinicTodayState *self,
                          ClinicDesk       *desk)
{
  g_return_if_fail (CLINIC_IS_TODAY_STATE (self) && self->desk == NULL && CLINIC_IS_DESK (desk));

  self->desk = g_object_ref (desk);
  self->visits = clinic_query_model_new (clinic_desk_get_reader (desk), CLINIC_TYPE_VISIT,
                                         list_visits);
  g_signal_connect_object (self->visits, "notify::loading", G_CALLBACK (visits_loaded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::actor", G_CALLBACK (actor_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::today", G_CALLBACK (today_changed_cb), self,
                           G_CONNECT_SWAPPED);
  actor_changed_cb (self);
  today_changed_cb (self);
}

void
clinic_today_state_stop (ClinicTodayState *self)
{
  g_return_if_fail (CLINIC_IS_TODAY_STATE (self));

  if (self->visits != NULL)
    g_signal_handlers_disconnect_by_data (self->visits, self);

  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
}

void
clinic_today_state_reload (ClinicTodayState *self)
{
  const char *today;

  g_return_if_fail (CLINIC_IS_TODAY_STATE (self) && self->desk != NULL);

  today = clinic_desk_get_today (self->desk);

  if (g_strcmp0 (clinic_query_model_get_argument (self->visits), today) == 0)
    clinic_query_model_reload (self->visits);
  else
    clinic_query_model_set_argument (self->visits, today);
}

GListModel *
clinic_today_state_get_visits (ClinicTodayState *self)
{
  return G_LIST_MODEL (self->visits);
}

ClinicTodayFacts *
clinic_today_state_get_facts (ClinicTodayState *self)
{
  return self->facts;
}

gint64
clinic_today_state_get_actor (ClinicTodayState *self)
{
  ClinicStaff *actor = self->desk != NULL ? clinic_desk_get_actor (self->desk) : NULL;

  return actor != NULL ? clinic_record_get_id (CLINIC_RECORD (actor)) : 0;
}

gint64
clinic_today_state_get_practitioner (ClinicTodayState *self)
{
  return treats (self) ? clinic_today_state_get_actor (self) : 0;
}
