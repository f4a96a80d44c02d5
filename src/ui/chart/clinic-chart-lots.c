/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-lot-row.h"
#include "clinic-chart-lots.h"
#include "clinic-component.h"
#include "clinic-lot.h"
#include "clinic-locale.h"

struct _ClinicChartLots
{
  ClinicChartPart parent_instance;

  GtkListBox     *list;
  GtkMenuButton  *add;
  GMenu          *menu;
  GSignalGroup   *signals;
};

G_DEFINE_FINAL_TYPE (ClinicChartLots, clinic_chart_lots, CLINIC_TYPE_CHART_PART)

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  return clinic_chart_lot_row_new (clinic_chart_part_get_model (user_data), item);
}

static gboolean
has_ingredient (ClinicChartSheet *sheet,
                gint64            version,
                gint64            ingredient)
{
  for (guint i = 0; i < sheet->components->len; i++)
    {
      ClinicComponent *component = sheet->components->pdata[i];

      if (component->cocktail_version_id == version && component->ingredient_id == ingredient)
        return TRUE;
    }

  return FALSE;
}

/* Whether the chosen cocktail can be drawn from it; any will do while none is chosen. */
static gboolean
is_fitting (ClinicChartSheet *sheet,
            gint64            version,
            ClinicLot        *lot)
{
  ClinicCocktailVersion *found = clinic_chart_sheet_find_version (sheet, version);

  return !lot->quarantined &&
         (found == NULL || lot->cocktail_id == found->cocktail_id ||
          (lot->ingredient_id != CLINIC_UNKNOWN &&
           has_ingredient (sheet, version, lot->ingredient_id)));
}

static int
compare_lots (gconstpointer a,
              gconstpointer b)
{
  const ClinicLot *first = *(ClinicLot *const *) a;
  const ClinicLot *second = *(ClinicLot *const *) b;
  int order = g_strcmp0 (first->product, second->product);

  return order != 0 ? order : g_strcmp0 (first->expires_on, second->expires_on);
}

static void
append_lot (ClinicChartLots *self,
            ClinicLot       *lot)
{
  g_autofree char *label = clinic_chart_lot_row_dup_label (lot);
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "lots.add", "x",
                                     clinic_record_get_id (CLINIC_RECORD (lot)));
  g_menu_append_item (self->menu, item);
}

static void
cocktail_changed_cb (ClinicChartLots *self)
{
  ClinicChartModel *model = clinic_chart_part_get_model (CLINIC_CHART_PART (self));
  ClinicChartSheet *sheet = model != NULL ? clinic_chart_model_get_sheet (model) : NULL;
  g_autoptr(GPtrArray) lots = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer lot;

  g_menu_remove_all (self->menu);

  if (sheet == NULL)
    return;

  g_hash_table_iter_init (&iter, sheet->lots);

  while (g_hash_table_iter_next (&iter, NULL, &lot))
    {
      if (is_fitting (sheet, clinic_chart_model_get_cocktail (model), lot))
        g_ptr_array_add (lots, lot);
    }

  g_ptr_array_sort (lots, compare_lots);

  for (guint i = 0; i < lots->len; i++)
    append_lot (self, lots->pdata[i]);

  gtk_widget_set_sensitive (GTK_WIDGET (self->add), lots->len > 0);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  ClinicChartModel *model = clinic_chart_part_get_model (CLINIC_CHART_PART (widget));

  if (model != NULL)
    clinic_chart_model_add_lot (model, g_variant_get_int64 (parameter));
}

static void
propose_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinicChartModel *model = clinic_chart_part_get_model (CLINIC_CHART_PART (widget));

  if (model != NULL)
    clinic_chart_model_follow_lots (model);
}

static void
clinic_chart_lots_empty (ClinicChartPart *part)
{
  gtk_list_box_bind_model (CLINIC_CHART_LOTS (part)->list, NULL, NULL, NULL, NULL);
}

static void
clinic_chart_lots_show (ClinicChartPart  *part,
                        ClinicChartModel *model,
                        ClinicChartSheet *sheet)
{
  ClinicChartLots *self = CLINIC_CHART_LOTS (part);

  gtk_list_box_bind_model (self->list, clinic_chart_model_get_lots (model), create_row, self,
                           NULL);
  g_signal_group_set_target (self->signals, model);
  cocktail_changed_cb (self);
}

static void
clinic_chart_lots_finalize (GObject *object)
{
  g_clear_object (&CLINIC_CHART_LOTS (object)->signals);
  G_OBJECT_CLASS (clinic_chart_lots_parent_class)->finalize (object);
}

static void
clinic_chart_lots_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_CHART_LOTS);
  G_OBJECT_CLASS (clinic_chart_lots_parent_class)->dispose (object);
}

static void
clinic_chart_lots_class_init (ClinicChartLotsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_chart_lots_dispose;
  CLINIC_CHART_PART_CLASS (klass)->show = clinic_chart_lots_show;
  CLINIC_CHART_PART_CLASS (klass)->empty = clinic_chart_lots_empty;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-chart-lots.ui");
  G_OBJECT_CLASS (klass)->finalize = clinic_chart_lots_finalize;
  gtk_widget_class_bind_template_child (widget_class, ClinicChartLots, list);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartLots, add);
  gtk_widget_class_install_action (widget_class, "lots.add", "x", add_action);
  gtk_widget_class_install_action (widget_class, "lots.propose", NULL, propose_action);
}

static void
clinic_chart_lots_init (ClinicChartLots *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->menu = g_menu_new ();
  gtk_menu_button_set_menu_model (self->add, G_MENU_MODEL (self->menu));
  g_object_unref (self->menu);
  self->signals = g_signal_group_new (CLINIC_TYPE_CHART_MODEL);
  g_signal_group_connect_swapped (self->signals, "notify::cocktail",
                                  G_CALLBACK (cocktail_changed_cb), self);
}
