/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-closures.h"
#include "clinic-history-entry.h"
#include "clinic-history-group.h"
#include "clinic-history-row.h"
#include "clinic-patient-words.h"

struct _ClinicHistoryGroup
{
  AdwBin parent_instance;

  char       *heading;
  char       *kind;
  char       *add_label;
  char       *add_action;
  char       *nothing;
  GListModel *entries;
  gboolean    loaded;

  GtkWidget  *add;
  GtkListBox *standing;
  GtkListBox *past;
};

typedef enum
{
  PROPERTY_HEADING = 1,
  PROPERTY_KIND,
  PROPERTY_ADD_LABEL,
  PROPERTY_ADD_ACTION,
  PROPERTY_NOTHING,
  PROPERTY_ENTRIES,
  PROPERTY_LOADED,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicHistoryGroup, clinic_history_group, ADW_TYPE_BIN)

static char **
find_text (ClinicHistoryGroup * self,
           guint property_id)
{
  switch (property_id)
    {
    case PROPERTY_HEADING:
      return &self->heading;

    case PROPERTY_KIND:
      return &self->kind;

    case PROPERTY_ADD_LABEL:
      return &self->add_label;

    case PROPERTY_ADD_ACTION:
      return &self->add_action;

    case PROPERTY_NOTHING:
      return &self->nothing;

    default:
      return NULL;
    }
}

/* The button's action is known once both are. */
static void
aim (ClinicHistoryGroup *self)
{
  if (self->kind == NULL || self->add_action == NULL)
    return;

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add), "s", self->kind);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), self->add_action);
}

static void
clinic_history_group_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ClinicHistoryGroup *self = CLINIC_HISTORY_GROUP (object);
  char **text = find_text (self, property_id);

  if (text != NULL)
    g_value_set_string (value, *text);
  else if (property_id == PROPERTY_ENTRIES)
    g_value_set_object (value, self->entries);
  else if (property_id == PROPERTY_LOADED)
    g_value_set_boolean (value, self->loaded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_history_group_set_property (GObject      *object,
                                   guint         property_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ClinicHistoryGroup *self = CLINIC_HISTORY_GROUP (object);
  char **text = find_text (self, property_id);

  if (text != NULL)
    {
      g_free (*text);
      *text = g_value_dup_string (value);
      aim (self);
    }
  else if (property_id == PROPERTY_ENTRIES)
    g_set_object (&self->entries, g_value_get_object (value));
  else if (property_id == PROPERTY_LOADED)
    self->loaded = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_history_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_HISTORY_GROUP);

  G_OBJECT_CLASS (clinic_history_group_parent_class)->dispose (object);
}

static void
clinic_history_group_finalize (GObject *object)
{
  ClinicHistoryGroup *self = CLINIC_HISTORY_GROUP (object);

  for (guint i = PROPERTY_HEADING; i <= PROPERTY_NOTHING; i++)
    g_free (*find_text (self, i));

  g_clear_object (&self->entries);

  G_OBJECT_CLASS (clinic_history_group_parent_class)->finalize (object);
}

static void
clinic_history_group_class_init (ClinicHistoryGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  static const char *const texts[] = { "heading", "kind", "add-label", "add-action", "nothing" };

  object_class->get_property = clinic_history_group_get_property;
  object_class->set_property = clinic_history_group_set_property;
  object_class->dispose = clinic_history_group_dispose;
  object_class->finalize = clinic_history_group_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    properties[i + 1] = g_param_spec_string (texts[i], NULL, NULL, NULL, flags);

  properties[PROPERTY_ENTRIES] =
    g_param_spec_object ("entries", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROPERTY_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (CLINIC_TYPE_HISTORY_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-history-group.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicHistoryGroup, add);
  gtk_widget_class_bind_template_child (widget_class, ClinicHistoryGroup, standing);
  gtk_widget_class_bind_template_child (widget_class, ClinicHistoryGroup, past);
  clinic_closures_bind (widget_class);
  clinic_words_bind (widget_class);
}

/* Up and Down lead from what stands to what is past, and to the groups above and below. */
static gboolean
leave_cb (ClinicHistoryGroup *self,
          GtkDirectionType    direction,
          GtkListBox         *list)
{
  GtkWidget *other = GTK_WIDGET (list == self->standing ? self->past : self->standing);
  GtkWidget *group = gtk_widget_get_next_sibling (GTK_WIDGET (self));

  if (direction == GTK_DIR_DOWN && list == self->standing && gtk_widget_get_visible (other))
    return gtk_widget_child_focus (other, GTK_DIR_TAB_FORWARD);

  if (direction == GTK_DIR_DOWN)
    return group == NULL || gtk_widget_child_focus (group, GTK_DIR_TAB_FORWARD);

  if (direction == GTK_DIR_UP && list == self->past && gtk_widget_get_visible (other))
    return gtk_widget_child_focus (other, GTK_DIR_UP);

  return direction == GTK_DIR_UP && gtk_widget_grab_focus (self->add);
}

/* The arrow keys of a window step over the rows to the next button below. */
static gboolean
add_key_cb (ClinicHistoryGroup *self,
            guint               key,
            guint               code,
            GdkModifierType     state)
{
  GtkWidget *section = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkRoot *root = gtk_widget_get_root (section);
  gboolean down = key == GDK_KEY_Down || key == GDK_KEY_KP_Down;
  GtkWidget *row;

  if (!down && key != GDK_KEY_Up && key != GDK_KEY_KP_Up)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_child_focus (section, down ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
  row = gtk_widget_get_ancestor (gtk_root_get_focus (root), CLINIC_TYPE_HISTORY_ROW);

  if (row != NULL)
    gtk_widget_grab_focus (row);

  return GDK_EVENT_STOP;
}

static gboolean
show_when_some (GBinding     *binding,
                const GValue *n_items,
                GValue       *visible,
                gpointer      user_data)
{
  g_value_set_boolean (visible, g_value_get_uint (n_items) > 0);

  return TRUE;
}

static void
fill (ClinicHistoryGroup *self,
      GtkListBox         *list,
      gboolean            past)
{
  GtkExpression *is_past = gtk_property_expression_new (CLINIC_TYPE_HISTORY_ENTRY, NULL, "past");
  GtkBoolFilter *filter = gtk_bool_filter_new (is_past);
  g_autoptr(GtkFilterListModel) entries = gtk_filter_list_model_new (NULL, GTK_FILTER (filter));
  GBindingFlags flags = G_BINDING_SYNC_CREATE;

  gtk_bool_filter_set_invert (filter, !past);
  g_signal_connect_object (list, "keynav-failed", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property (self, "entries", entries, "model", flags);
  g_object_bind_property_full (entries, "n-items", list, "visible", flags, show_when_some,
                               NULL, NULL, NULL);
  gtk_list_box_bind_model (list, G_LIST_MODEL (entries), clinic_entry_row_create,
                           GSIZE_TO_POINTER (CLINIC_TYPE_HISTORY_ROW), NULL);
}

static void
clinic_history_group_init (ClinicHistoryGroup *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self, self->standing, FALSE);
  fill (self, self->past, TRUE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (add_key_cb), self);
  gtk_widget_add_controller (self->add, keys);
}
