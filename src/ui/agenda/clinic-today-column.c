/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-closures.h"
#include "clinic-gradual-model.h"
#include "clinic-locale.h"
#include "clinic-today-column.h"
#include "clinic-visit-row.h"

struct _ClinicTodayColumn
{
  GtkBox parent_instance;

  char               *title;
  char               *statuses;
  char              **wanted;
  GtkFilter          *filter;
  GtkFilterListModel *model;
  gboolean            seen;         /* rows are made from when somebody looks */

  GtkListView        *list;
};

typedef enum
{
  PROPERTY_TITLE = 1,
  PROPERTY_STATUSES,
  PROPERTY_NUMBER,
  PROPERTY_ANY,
  PROPERTY_MODEL,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicTodayColumn, clinic_today_column, GTK_TYPE_BOX)

static gboolean
is_wanted (gpointer item,
           gpointer user_data)
{
  ClinicTodayColumn *self = user_data;
  ClinicVisit *visit = item;

  return self->wanted != NULL && visit->status != NULL &&
         g_strv_contains ((const char * const *) self->wanted, visit->status);
}

static void
items_changed_cb (ClinicTodayColumn *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_NUMBER]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_ANY]);
}

static void
activate_cb (ClinicTodayColumn *self,
             guint              position)
{
  g_autoptr(ClinicVisit) visit = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (visit != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-patient", "x", visit->patient_id);
}

/* The row that has the keyboard, or holds the button that has. */
static GtkWidget *
find_row (ClinicTodayColumn *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *child;

  if (focus == NULL)
    return NULL;

  child = gtk_widget_get_first_child (focus);

  return child != NULL && CLINIC_IS_VISIT_ROW (child) ? child : NULL;
}

static gboolean
act_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   action)
{
  GtkWidget *row = find_row (CLINIC_TODAY_COLUMN (widget));

  return row != NULL && gtk_widget_activate_action (row, action, NULL);
}

static void
clinic_today_column_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ClinicTodayColumn *self = CLINIC_TODAY_COLUMN (object);

  switch ((Property) property_id)
    {
    case PROPERTY_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROPERTY_STATUSES:
      g_value_set_string (value, self->statuses);
      break;

    case PROPERTY_NUMBER:
      g_value_take_string (value,
                           clinic_locale_number (g_list_model_get_n_items (G_LIST_MODEL (self->model))));
      break;

    case PROPERTY_ANY:
      g_value_set_boolean (value, g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0);
      break;

    case PROPERTY_MODEL:
      g_value_set_object (value, self->seen ? self->model : NULL);
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_today_column_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ClinicTodayColumn *self = CLINIC_TODAY_COLUMN (object);

  switch ((Property) property_id)
    {
    case PROPERTY_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      break;

    case PROPERTY_STATUSES:
      g_free (self->statuses);
      g_strfreev (self->wanted);
      self->statuses = g_value_dup_string (value);
      self->wanted = g_strsplit (self->statuses != NULL ? self->statuses : "", " ", -1);
      clinic_today_column_refresh (self);
      break;

    case PROPERTY_NUMBER:
    case PROPERTY_ANY:
    case PROPERTY_MODEL:
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_today_column_map (GtkWidget *widget)
{
  ClinicTodayColumn *self = CLINIC_TODAY_COLUMN (widget);

  if (!self->seen)
    {
      self->seen = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_MODEL]);
    }

  GTK_WIDGET_CLASS (clinic_today_column_parent_class)->map (widget);
}

static void
clinic_today_column_dispose (GObject *object)
{
  ClinicTodayColumn *self = CLINIC_TODAY_COLUMN (object);

  /* Nothing of the list is heard of any more, and its filter asks nobody. */
  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->model, self);
      gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (self->filter), NULL, NULL, NULL);
    }

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_TODAY_COLUMN);

  g_clear_object (&self->model);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->statuses, g_free);
  g_clear_pointer (&self->wanted, g_strfreev);

  G_OBJECT_CLASS (clinic_today_column_parent_class)->dispose (object);
}

static void
clinic_today_column_class_init (ClinicTodayColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = clinic_today_column_dispose;
  object_class->get_property = clinic_today_column_get_property;
  object_class->set_property = clinic_today_column_set_property;
  widget_class->map = clinic_today_column_map;

  properties[PROPERTY_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROPERTY_STATUSES] = g_param_spec_string ("statuses", NULL, NULL, NULL, flags);
  properties[PROPERTY_NUMBER] =
    g_param_spec_string ("number", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROPERTY_ANY] =
    g_param_spec_boolean ("any", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROPERTY_MODEL] =
    g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (CLINIC_TYPE_VISIT_ROW);
  g_type_ensure (CLINIC_TYPE_GRADUAL_MODEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-today-column.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayColumn, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  clinic_closures_bind (widget_class);
}

static void
clinic_today_column_init (ClinicTodayColumn *self)
{
  static const struct { const char *trigger; const char *action; } shortcuts[] = {
    { "space", "visit.advance" }, { "i", "visit.check-in" }, { "Menu|<Shift>F10", "visit.menu" },
  };
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  self->model = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_widget_init_template (GTK_WIDGET (self));

  /* Before the list takes Space for choosing. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].trigger),
                                                            gtk_callback_action_new (act_cb,
                                                                                     (gpointer) shortcuts[i].action,
                                                                                     NULL)));

  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
clinic_today_column_set_visits (ClinicTodayColumn *self,
                                GListModel        *visits)
{
  gtk_filter_list_model_set_model (self->model, visits);
}

void
clinic_today_column_refresh (ClinicTodayColumn *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}
