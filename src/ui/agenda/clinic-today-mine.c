/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-closures.h"
#include "clinic-gradual-model.h"
#include "clinic-today-card.h"
#include "clinic-today-mine.h"
#include "clinic-today-stack.h"
#include "clinic-visit-face.h"

struct _ClinicTodayMine
{
  AdwBin parent_instance;

  gint64              practitioner;
  GtkFilter          *filter;
  GtkFilterListModel *model;
  gboolean            seen;         /* rows are made from when somebody looks */

  GtkListView        *list;
  GtkStack           *stack;
  GtkWidget          *waiting;
  ClinicTodayCard    *unsigned_card;
  ClinicTodayCard    *reactions_card;
  ClinicTodayCard    *decisions_card;
  ClinicTodayCard    *calls_card;
};

typedef enum
{
  PROPERTY_MODEL = 1,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicTodayMine, clinic_today_mine, ADW_TYPE_BIN)

static gboolean
is_mine (gpointer item,
         gpointer user_data)
{
  ClinicTodayMine *self = user_data;
  ClinicVisit *visit = item;

  return visit->practitioner_id == self->practitioner &&
         g_strcmp0 (visit->status, "cancelled") != 0;
}

static void
items_changed_cb (ClinicTodayMine *self)
{
  clinic_today_stack_choose (self->stack, G_LIST_MODEL (self->model),
                             gtk_filter_list_model_get_model (self->model), "list");
}

static void
activate_cb (ClinicTodayMine *self,
             guint            position)
{
  g_autoptr(ClinicRecord) visit = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (visit != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-chart", "x",
                                clinic_record_get_id (visit));
}

static void
clinic_today_mine_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (property_id == PROPERTY_MODEL)
    g_value_set_object (value, CLINIC_TODAY_MINE (object)->seen ? CLINIC_TODAY_MINE (object)->model : NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static gboolean
clinic_today_mine_grab_focus (GtkWidget *widget)
{
  ClinicTodayMine *self = CLINIC_TODAY_MINE (widget);

  return g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0
         ? gtk_widget_grab_focus (GTK_WIDGET (self->list))
         : gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
clinic_today_mine_map (GtkWidget *widget)
{
  ClinicTodayMine *self = CLINIC_TODAY_MINE (widget);

  if (!self->seen)
    {
      self->seen = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_MODEL]);
    }

  GTK_WIDGET_CLASS (clinic_today_mine_parent_class)->map (widget);
}

/* Tab comes by all of it: what waits, then the visits. Grabbing the focus is for the visits. */
static gboolean
clinic_today_mine_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  return gtk_widget_child_focus (adw_bin_get_child (ADW_BIN (widget)), direction);
}

static void
clinic_today_mine_dispose (GObject *object)
{
  ClinicTodayMine *self = CLINIC_TODAY_MINE (object);

  /* Nothing of the list is heard of any more, and its filter asks nobody. */
  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->model, self);
      gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (self->filter), NULL, NULL, NULL);
    }

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_TODAY_MINE);

  g_clear_object (&self->model);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (clinic_today_mine_parent_class)->dispose (object);
}

static void
clinic_today_mine_class_init (ClinicTodayMineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_today_mine_dispose;
  object_class->get_property = clinic_today_mine_get_property;
  widget_class->map = clinic_today_mine_map;
  widget_class->focus = clinic_today_mine_focus;
  widget_class->grab_focus = clinic_today_mine_grab_focus;

  properties[PROPERTY_MODEL] =
    g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (CLINIC_TYPE_VISIT_FACE);
  g_type_ensure (CLINIC_TYPE_TODAY_CARD);
  g_type_ensure (CLINIC_TYPE_GRADUAL_MODEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-today-mine.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayMine, list);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayMine, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayMine, waiting);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayMine, unsigned_card);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayMine, reactions_card);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayMine, decisions_card);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayMine, calls_card);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  clinic_closures_bind (widget_class);
}

static void
clinic_today_mine_init (ClinicTodayMine *self)
{
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_mine, self, NULL));
  self->model = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
clinic_today_mine_set_visits (ClinicTodayMine *self,
                              GListModel      *visits)
{
  gtk_filter_list_model_set_model (self->model, visits);
}

void
clinic_today_mine_refresh (ClinicTodayMine  *self,
                           gint64            practitioner,
                           ClinicTodayFacts *facts)
{
  gint64 n_unsigned = facts != NULL ? facts->unsigned_sessions : 0;
  gint64 n_reactions = facts != NULL ? facts->reactions : 0;
  gint64 n_calls = facts != NULL ? facts->calls : 0;
  gint64 n_decisions = facts != NULL ? facts->decisions : 0;

  self->practitioner = practitioner;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  items_changed_cb (self);

  clinic_today_card_set_figure (self->unsigned_card, n_unsigned);
  clinic_today_card_set_figure (self->reactions_card, n_reactions);
  clinic_today_card_set_figure (self->calls_card, n_calls);
  clinic_today_card_set_figure (self->decisions_card, n_decisions);
  gtk_widget_set_visible (GTK_WIDGET (self->decisions_card), n_decisions > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->unsigned_card), n_unsigned > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->reactions_card), n_reactions > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->calls_card), n_calls > 0);
  gtk_widget_set_visible (self->waiting, n_unsigned > 0 || n_reactions > 0 || n_calls > 0 ||
                          n_decisions > 0);
}
