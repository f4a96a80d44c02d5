/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-zone-card.h"
#include "clinic-choices.h"
#include "clinic-figure-entry.h"
#include "clinic-locale.h"

struct _ClinicChartZoneCard
{
  GtkPopover parent_instance;

  ClinicChartModel *model;
  ClinicInjection  *injection;
  GPtrArray        *bindings;
  GSignalGroup     *signals;        /* of the zones of the model */
  GtkLabel         *title;
  GtkLabel         *total;
  GtkWidget        *points;
  GtkWidget        *volume;
  GtkWidget        *depth;
  GtkDropDown      *technique;
  GtkWidget        *spread;
};

G_DEFINE_FINAL_TYPE (ClinicChartZoneCard, clinic_chart_zone_card, GTK_TYPE_POPOVER)

static guint
find_technique (const char *technique)
{
  const ClinicChoice *choice = clinic_choice_find (clinic_techniques, technique);

  return choice != NULL ? (guint) (choice - clinic_techniques) + 1 : 0;
}

static void
show_injection (ClinicChartZoneCard * self)
{
  gint64 points = self->injection->points;
  gint64 volume = self->injection->volume_per_point;
  g_autofree char *ml = NULL;
  g_autofree char *text = NULL;

  if (points != CLINIC_UNKNOWN && volume != CLINIC_UNKNOWN)
    {
      ml = clinic_locale_decimal (points * volume);
      text = g_strdup_printf (_("%s ml"), ml);
    }

  gtk_label_set_text (self->total, text != NULL ? text : "");
  gtk_widget_set_visible (self->spread, self->injection->places != NULL);
  gtk_drop_down_set_selected (self->technique, find_technique (self->injection->technique));
}

static void
technique_chosen_cb (ClinicChartZoneCard *self)
{
  guint chosen = gtk_drop_down_get_selected (self->technique);

  if (self->injection != NULL && chosen != GTK_INVALID_LIST_POSITION &&
      chosen != find_technique (self->injection->technique))
    g_object_set (self->injection, "technique",
                  chosen > 0 ? clinic_techniques[chosen - 1].value : NULL, NULL);
}

static void
spread_cb (ClinicChartZoneCard *self)
{
  if (self->injection != NULL)
    clinic_chart_model_spread_zone (self->model, self->injection->zone);
}

static void
clear_cb (ClinicChartZoneCard *self)
{
  if (self->injection != NULL)
    clinic_chart_model_clear_zone (self->model, self->injection->zone);
}

static void
let_go (ClinicChartZoneCard *self)
{
  for (guint i = 0; i < self->bindings->len; i++)
    g_binding_unbind (self->bindings->pdata[i]);

  g_ptr_array_set_size (self->bindings, 0);
  g_signal_group_set_target (self->signals, NULL);

  if (self->injection != NULL)
    g_signal_handlers_disconnect_by_func (self->injection, show_injection, self);

  g_clear_object (&self->injection);
  g_clear_object (&self->model);
}

static void
zones_changed_cb (ClinicChartZoneCard *self)
{
  if (self->injection != NULL &&
      clinic_chart_model_find_zone (self->model, self->injection->zone) != self->injection)
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
closed_cb (ClinicChartZoneCard *self)
{
  let_go (self);
}

static void
clinic_chart_zone_card_dispose (GObject *object)
{
  let_go (CLINIC_CHART_ZONE_CARD (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_CHART_ZONE_CARD);
  G_OBJECT_CLASS (clinic_chart_zone_card_parent_class)->dispose (object);
}

static void
clinic_chart_zone_card_finalize (GObject *object)
{
  ClinicChartZoneCard *self = CLINIC_CHART_ZONE_CARD (object);

  g_ptr_array_unref (self->bindings);
  g_object_unref (self->signals);
  G_OBJECT_CLASS (clinic_chart_zone_card_parent_class)->finalize (object);
}

static void
clinic_chart_zone_card_class_init (ClinicChartZoneCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_chart_zone_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = clinic_chart_zone_card_finalize;

  g_type_ensure (CLINIC_TYPE_FIGURE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-chart-zone-card.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicChartZoneCard, title);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartZoneCard, total);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartZoneCard, points);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartZoneCard, volume);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartZoneCard, depth);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartZoneCard, technique);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartZoneCard, spread);
  gtk_widget_class_bind_template_callback (widget_class, spread_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
clinic_chart_zone_card_init (ClinicChartZoneCard *self)
{
  g_autoptr(GtkStringList) techniques = gtk_string_list_new (NULL);

  self->bindings = g_ptr_array_new ();
  self->signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->signals, "items-changed", G_CALLBACK (zones_changed_cb),
                                  self);
  gtk_widget_init_template (GTK_WIDGET (self));

  /* Translators: the technique of one zone, when it is that of the whole session. */
  gtk_string_list_append (techniques, _("As the session"));

  for (const ClinicChoice *choice = clinic_techniques; choice->value != NULL; choice++)
    gtk_string_list_append (techniques, _(choice->label));

  gtk_drop_down_set_model (self->technique, G_LIST_MODEL (techniques));
  g_signal_connect_swapped (self->technique, "notify::selected", G_CALLBACK (technique_chosen_cb),
                            self);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

GtkWidget *
clinic_chart_zone_card_new (void)
{
  return g_object_new (CLINIC_TYPE_CHART_ZONE_CARD, NULL);
}

static void
bind (ClinicChartZoneCard *self,
      const char          *property,
      GtkWidget           *entry)
{
  g_ptr_array_add (self->bindings,
                   g_object_bind_property (self->injection, property, entry, "value",
                                           G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL));
}

void
clinic_chart_zone_card_open (ClinicChartZoneCard *self,
                             ClinicChartModel    *model,
                             ClinicInjection     *injection)
{
  g_return_if_fail (CLINIC_IS_CHART_ZONE_CARD (self));
  g_return_if_fail (CLINIC_IS_CHART_MODEL (model) && CLINIC_IS_INJECTION (injection));

  let_go (self);
  self->model = g_object_ref (model);
  self->injection = g_object_ref (injection);
  gtk_label_set_text (self->title, clinic_choice_label (clinic_zones, injection->zone));
  bind (self, "points", self->points);
  bind (self, "volume-per-point", self->volume);
  bind (self, "depth", self->depth);
  g_signal_connect_swapped (injection, "notify", G_CALLBACK (show_injection), self);
  g_signal_group_set_target (self->signals, clinic_chart_model_get_zones (model));
  show_injection (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->points);
}
