/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-lot-row.h"
#include "clinic-closures.h"
#include "clinic-figure-entry.h"
#include "clinic-ledger-window.h"
#include "clinic-lot-words.h"
#include "clinic-page.h"

struct _ClinicChartLotRow
{
  GtkListBoxRow parent_instance;

  ClinicChartModel *model;
  ClinicDraw       *draw;

  GtkLabel         *product;
  GtkLabel         *number;
  GtkWidget        *volume;
  GtkWidget        *ledger;
};

enum
{
  PROP_MODEL = 1,
  PROP_DRAW,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicChartLotRow, clinic_chart_lot_row, GTK_TYPE_LIST_BOX_ROW)

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicChartLotRow *self = CLINIC_CHART_LOT_ROW (widget);

  clinic_chart_model_remove_lot (self->model, self->draw);
}

/* Where all of it went. */
static void
ledger_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicChartLotRow *self = CLINIC_CHART_LOT_ROW (widget);
  GtkWidget *page = gtk_widget_get_ancestor (widget, CLINIC_TYPE_PAGE);
  ClinicLot *lot = g_hash_table_lookup (clinic_chart_model_get_sheet (self->model)->lots, &self->draw->lot_id);

  if (page != NULL && lot != NULL)
    clinic_ledger_window_present (page, clinic_page_get_desk (CLINIC_PAGE (page)), self->draw->lot_id, lot->number,
                                  lot->product);
}

static void
show_lot (ClinicChartLotRow *self)
{
  ClinicChartSheet *sheet = clinic_chart_model_get_sheet (self->model);
  ClinicLot *lot = g_hash_table_lookup (sheet->lots, &self->draw->lot_id);
  g_autofree char *detail = lot != NULL ? clinic_lot_words_dup_detail (lot) : g_strdup ("");
  g_autofree char *name = NULL;

  gtk_label_set_text (self->product, lot != NULL ? lot->product : _("A lot that is not there any more"));
  gtk_widget_set_visible (self->ledger, lot != NULL && lot->prepared_at != NULL);
  gtk_label_set_text (self->number, detail);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->product), lot != NULL ? lot->product : NULL);
  name = g_strdup_printf (_("ml from lot %s"), lot != NULL ? lot->number : "?");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->volume), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
clinic_chart_lot_row_constructed (GObject *object)
{
  ClinicChartLotRow *self = CLINIC_CHART_LOT_ROW (object);

  G_OBJECT_CLASS (clinic_chart_lot_row_parent_class)->constructed (object);
  show_lot (self);
  g_object_bind_property (self->draw, "volume", self->volume, "value",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (self->model, "editable", self->volume, "editable",
                          G_BINDING_SYNC_CREATE);
}

static void
clinic_chart_lot_row_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *spec)
{
  ClinicChartLotRow *self = CLINIC_CHART_LOT_ROW (object);

  if (id == PROP_MODEL)
    g_value_set_object (value, self->model);
  else if (id == PROP_DRAW)
    g_value_set_object (value, self->draw);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
clinic_chart_lot_row_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *spec)
{
  ClinicChartLotRow *self = CLINIC_CHART_LOT_ROW (object);

  if (id == PROP_MODEL)
    self->model = g_value_dup_object (value);
  else if (id == PROP_DRAW)
    self->draw = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
clinic_chart_lot_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_CHART_LOT_ROW);
  G_OBJECT_CLASS (clinic_chart_lot_row_parent_class)->dispose (object);
}

static void
clinic_chart_lot_row_finalize (GObject *object)
{
  ClinicChartLotRow *self = CLINIC_CHART_LOT_ROW (object);

  g_clear_object (&self->draw);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (clinic_chart_lot_row_parent_class)->finalize (object);
}

static void
clinic_chart_lot_row_class_init (ClinicChartLotRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = clinic_chart_lot_row_constructed;
  object_class->get_property = clinic_chart_lot_row_get_property;
  object_class->set_property = clinic_chart_lot_row_set_property;
  object_class->dispose = clinic_chart_lot_row_dispose;
  object_class->finalize = clinic_chart_lot_row_finalize;

  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, CLINIC_TYPE_CHART_MODEL,
                                                flags);
  properties[PROP_DRAW] = g_param_spec_object ("draw", NULL, NULL, CLINIC_TYPE_DRAW,
                                               flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (CLINIC_TYPE_FIGURE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-chart-lot-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicChartLotRow, product);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartLotRow, volume);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartLotRow, number);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartLotRow, ledger);
  clinic_closures_bind (widget_class);
  gtk_widget_class_install_action (widget_class, "lot.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "lot.ledger", NULL, ledger_action);
}

static void
clinic_chart_lot_row_init (ClinicChartLotRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
clinic_chart_lot_row_new (ClinicChartModel *model,
                          ClinicDraw       *draw)
{
  return g_object_new (CLINIC_TYPE_CHART_LOT_ROW, "model", model, "draw", draw, NULL);
}
