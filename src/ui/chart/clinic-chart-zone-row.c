/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-zone-row.h"
#include "clinic-choices.h"
#include "clinic-closures.h"
#include "clinic-figure-entry.h"
#include "clinic-locale.h"

struct _ClinicChartZoneRow
{
  GtkListBoxRow parent_instance;

  ClinicChartModel *model;
  ClinicInjection  *injection;

  GtkMenuButton    *technique;
  GtkWidget        *technique_name;
  GtkWidget        *points;
  GtkWidget        *volume;
  GtkWidget        *depth;
  GtkWidget        *total;
};

enum
{
  PROP_MODEL = 1,
  PROP_INJECTION,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicChartZoneRow, clinic_chart_zone_row, GTK_TYPE_LIST_BOX_ROW)

/* Closure: ml of all points of the zone. */
static char *
format_total (GObject * object,
              gint64 points,
              gint64 volume)
{
  if (points == CLINIC_UNKNOWN || volume == CLINIC_UNKNOWN)
    return g_strdup ("");

  return clinic_locale_decimal (points * volume);
}

/* Closure: the technique of a zone, or else of the session. */
static char *
format_technique (GObject    *object,
                  const char *own,
                  const char *session)
{
  const char *technique = own != NULL ? own : session;

  return g_strdup (technique != NULL ? clinic_choice_label (clinic_techniques, technique)
                                     : _("Technique not said"));
}

static void
technique_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ClinicChartZoneRow *self = CLINIC_CHART_ZONE_ROW (widget);
  const char *technique = g_variant_get_string (parameter, NULL);

  if (clinic_chart_model_get_editable (self->model))
    g_object_set (self->injection, "technique", *technique != '\0' ? technique : NULL, NULL);
}

/* All rows offer the same. */
static GMenuModel *
make_techniques (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenuItem) first = g_menu_item_new (_("As the session"), NULL);

  g_menu_item_set_action_and_target (first, "zone.technique", "s", "");
  g_menu_append_item (menu, first);

  for (const ClinicChoice *choice = clinic_techniques; choice->value != NULL; choice++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (_(choice->label), NULL);

      g_menu_item_set_action_and_target (item, "zone.technique", "s", choice->value);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

static void
name_technique (ClinicChartZoneRow *self)
{
  /* Translators: a zone and how it is injected, for the screen reader: “Technique, Vertex: Nappage”. */
  g_autofree char *name = g_strdup_printf (_("Technique, %s: %s"),
                                           clinic_choice_label (clinic_zones, self->injection->zone),
                                           gtk_label_get_text (GTK_LABEL (self->technique_name)));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->technique), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicChartZoneRow *self = CLINIC_CHART_ZONE_ROW (widget);

  clinic_chart_model_clear_zone (self->model, self->injection->zone);
}

/* Each figure says of which zone it is. */
static void
name_entry (ClinicChartZoneRow *self,
            GtkWidget          *entry,
            const char         *words)
{
  /* Translators: a column of the table and a zone: “Points, Vertex”. */
  g_autofree char *name = g_strdup_printf (_("%s, %s"), words,
                                           clinic_choice_label (clinic_zones, self->injection->zone));

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bind_entry (ClinicChartZoneRow *self,
            GtkWidget          *entry,
            const char         *property)
{
  g_object_bind_property (self->injection, property, entry, "value",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (self->model, "editable", entry, "editable", G_BINDING_SYNC_CREATE);
}

static void
clinic_chart_zone_row_constructed (GObject *object)
{
  ClinicChartZoneRow *self = CLINIC_CHART_ZONE_ROW (object);

  G_OBJECT_CLASS (clinic_chart_zone_row_parent_class)->constructed (object);
  g_signal_connect_object (self->technique_name, "notify::label", G_CALLBACK (name_technique), self,
                           G_CONNECT_SWAPPED);
  name_technique (self);
  name_entry (self, self->points, _("Points"));
  name_entry (self, self->volume, _("ml a point"));
  name_entry (self, self->depth, _("Depth in mm"));
  bind_entry (self, self->points, "points");
  bind_entry (self, self->volume, "volume-per-point");
  bind_entry (self, self->depth, "depth");
}

static void
clinic_chart_zone_row_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *spec)
{
  ClinicChartZoneRow *self = CLINIC_CHART_ZONE_ROW (object);

  if (id == PROP_MODEL)
    g_value_set_object (value, self->model);
  else if (id == PROP_INJECTION)
    g_value_set_object (value, self->injection);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
clinic_chart_zone_row_set_property (GObject      *object,
                                    guint         id,
                                    const GValue *value,
                                    GParamSpec   *spec)
{
  ClinicChartZoneRow *self = CLINIC_CHART_ZONE_ROW (object);

  if (id == PROP_MODEL)
    self->model = g_value_dup_object (value);
  else if (id == PROP_INJECTION)
    self->injection = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
clinic_chart_zone_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_CHART_ZONE_ROW);
  G_OBJECT_CLASS (clinic_chart_zone_row_parent_class)->dispose (object);
}

static void
clinic_chart_zone_row_finalize (GObject *object)
{
  ClinicChartZoneRow *self = CLINIC_CHART_ZONE_ROW (object);

  g_clear_object (&self->injection);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (clinic_chart_zone_row_parent_class)->finalize (object);
}

static void
clinic_chart_zone_row_class_init (ClinicChartZoneRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = clinic_chart_zone_row_constructed;
  object_class->get_property = clinic_chart_zone_row_get_property;
  object_class->set_property = clinic_chart_zone_row_set_property;
  object_class->dispose = clinic_chart_zone_row_dispose;
  object_class->finalize = clinic_chart_zone_row_finalize;

  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, CLINIC_TYPE_CHART_MODEL,
                                                flags);
  properties[PROP_INJECTION] = g_param_spec_object ("injection", NULL, NULL, CLINIC_TYPE_INJECTION,
                                                    flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (CLINIC_TYPE_FIGURE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-chart-zone-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicChartZoneRow, technique);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartZoneRow, technique_name);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartZoneRow, points);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartZoneRow, volume);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartZoneRow, depth);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartZoneRow, total);
  gtk_widget_class_bind_template_callback (widget_class, format_total);
  gtk_widget_class_bind_template_callback (widget_class, format_technique);
  clinic_closures_bind (widget_class);
  gtk_widget_class_install_action (widget_class, "zone.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "zone.technique", "s", technique_action);
}

static void
clinic_chart_zone_row_init (ClinicChartZoneRow *self)
{
  g_autoptr(GMenuModel) techniques = make_techniques ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->technique, techniques);

  /* A menu button puts what it holds into its middle. */
  for (GtkWidget *widget = gtk_menu_button_get_child (self->technique);
       widget != GTK_WIDGET (self->technique); widget = gtk_widget_get_parent (widget))
    gtk_widget_set_halign (widget, GTK_ALIGN_FILL);
}

GtkWidget *
clinic_chart_zone_row_new (ClinicChartModel *model,
                           ClinicInjection  *injection)
{
  return g_object_new (CLINIC_TYPE_CHART_ZONE_ROW, "model", model, "injection", injection, NULL);
}

void
clinic_chart_zone_row_align (ClinicChartZoneRow *self,
                             GtkSizeGroup       *columns[4])
{
  g_return_if_fail (CLINIC_IS_CHART_ZONE_ROW (self));

  gtk_size_group_add_widget (columns[0], self->points);
  gtk_size_group_add_widget (columns[1], self->volume);
  gtk_size_group_add_widget (columns[2], self->depth);
  gtk_size_group_add_widget (columns[3], self->total);
}
