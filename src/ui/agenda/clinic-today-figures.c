/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-closures.h"
#include "clinic-today-card.h"
#include "clinic-today-figures.h"
#include "clinic-today-stack.h"
#include "clinic-visit-face.h"

struct _ClinicTodayFigures
{
  AdwBin parent_instance;

  GListModel         *visits;
  char              **wanted;       /* statuses; NULL: all but cancelled */
  GtkFilter          *filter;
  GtkFilterListModel *model;
  gboolean            seen;         /* rows are made from when somebody looks */

  GtkLabel           *heading;
  GtkListView        *list;
  GtkStack           *stack;
  ClinicTodayCard    *visits_card;
  ClinicTodayCard    *arrived_card;
  ClinicTodayCard    *done_card;
  ClinicTodayCard    *missed_card;
  ClinicTodayCard    *registered_card;
  ClinicTodayCard    *courses_card;
};

typedef enum
{
  PROPERTY_MODEL = 1,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicTodayFigures, clinic_today_figures, ADW_TYPE_BIN)

static gboolean
is_one_of (ClinicVisit        *visit,
           const char *const  *statuses)
{
  return visit->status != NULL && g_strv_contains (statuses, visit->status);
}

static gboolean
is_wanted (gpointer item,
           gpointer user_data)
{
  ClinicTodayFigures *self = user_data;
  ClinicVisit *visit = item;

  if (self->wanted == NULL)
    return g_strcmp0 (visit->status, "cancelled") != 0;

  return is_one_of (visit, (const char * const *) self->wanted);
}

static gint64
count (ClinicTodayFigures *self,
       const char *const  *statuses)
{
  gint64 n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (self->visits); i++)
    {
      g_autoptr(ClinicVisit) visit = g_list_model_get_item (self->visits, i);

      n += is_one_of (visit, statuses);
    }

  return n;
}

static void
update (ClinicTodayFigures *self)
{
  static const char *const all[] = { "booked", "confirmed", "arrived", "in_treatment", "done",
                                     "no_show", NULL };
  static const char *const arrived[] = { "arrived", "in_treatment", NULL };
  static const char *const done[] = { "done", NULL };
  static const char *const missed[] = { "no_show", NULL };

  clinic_today_card_set_figure (self->visits_card, count (self, all));
  clinic_today_card_set_figure (self->arrived_card, count (self, arrived));
  clinic_today_card_set_figure (self->done_card, count (self, done));
  clinic_today_card_set_figure (self->missed_card, count (self, missed));
  clinic_today_stack_choose (self->stack, G_LIST_MODEL (self->model), self->visits, "list");
}

static void
activate_cb (ClinicTodayFigures *self,
             guint               position)
{
  g_autoptr(ClinicVisit) visit = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (visit != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-patient", "x", visit->patient_id);
}

static const char *
get_heading (const char *statuses)
{
  if (strcmp (statuses, "done") == 0)
    return _("Visits that are done");

  if (strcmp (statuses, "no_show") == 0)
    return _("Patients who did not come");

  if (strcmp (statuses, "all") != 0)
    return _("Patients who are here");

  return _("All visits today");
}

static void
filter (ClinicTodayFigures *self,
        const char         *statuses)
{
  g_clear_pointer (&self->wanted, g_strfreev);

  if (strcmp (statuses, "all") != 0)
    self->wanted = g_strsplit (statuses, " ", -1);

  gtk_label_set_label (self->heading, get_heading (statuses));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update (self);
}

static void
filter_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  filter (CLINIC_TODAY_FIGURES (widget), g_variant_get_string (parameter, NULL));
}

static gboolean
clinic_today_figures_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CLINIC_TODAY_FIGURES (widget)->visits_card));
}

static void
clinic_today_figures_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (property_id == PROPERTY_MODEL)
    g_value_set_object (value, CLINIC_TODAY_FIGURES (object)->seen ? CLINIC_TODAY_FIGURES (object)->model : NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_today_figures_map (GtkWidget *widget)
{
  ClinicTodayFigures *self = CLINIC_TODAY_FIGURES (widget);

  if (!self->seen)
    {
      self->seen = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_MODEL]);
    }

  GTK_WIDGET_CLASS (clinic_today_figures_parent_class)->map (widget);
}

static void
clinic_today_figures_dispose (GObject *object)
{
  ClinicTodayFigures *self = CLINIC_TODAY_FIGURES (object);

  /* Nothing of the list is heard of any more, and its filter asks nobody. */
  if (self->model != NULL)
    {
      if (self->visits != NULL)
        g_signal_handlers_disconnect_by_data (self->visits, self);

      gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (self->filter), NULL, NULL, NULL);
    }

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_TODAY_FIGURES);

  g_clear_object (&self->model);
  g_clear_object (&self->filter);
  g_clear_object (&self->visits);
  g_clear_pointer (&self->wanted, g_strfreev);

  G_OBJECT_CLASS (clinic_today_figures_parent_class)->dispose (object);
}

static void
clinic_today_figures_class_init (ClinicTodayFiguresClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_today_figures_dispose;
  object_class->get_property = clinic_today_figures_get_property;
  widget_class->map = clinic_today_figures_map;
  widget_class->grab_focus = clinic_today_figures_grab_focus;

  properties[PROPERTY_MODEL] =
    g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (CLINIC_TYPE_VISIT_FACE);
  g_type_ensure (CLINIC_TYPE_TODAY_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-today-figures.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayFigures, heading);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayFigures, list);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayFigures, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayFigures, visits_card);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayFigures, arrived_card);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayFigures, done_card);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayFigures, missed_card);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayFigures, registered_card);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayFigures, courses_card);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  clinic_closures_bind (widget_class);
  gtk_widget_class_install_action (widget_class, "figures.filter", "s", filter_action);
}

static void
clinic_today_figures_init (ClinicTodayFigures *self)
{
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  self->model = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_label (self->heading, get_heading ("all"));
}

void
clinic_today_figures_set_visits (ClinicTodayFigures *self,
                                 GListModel         *visits)
{
  g_set_object (&self->visits, visits);
  gtk_filter_list_model_set_model (self->model, visits);
  g_signal_connect_object (visits, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
clinic_today_figures_refresh (ClinicTodayFigures *self,
                              ClinicTodayFacts   *facts)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update (self);

  if (facts != NULL)
    {
      clinic_today_card_set_figure (self->registered_card, facts->registered);
      clinic_today_card_set_figure (self->courses_card, facts->courses);
    }
}
