/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A new version of the cocktail that is charted, without leaving the chart. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-page-private.h"
#include "clinic-cocktail-dialog.h"
#include "clinic-component.h"
#include "clinic-ingredient.h"
#include "clinic-rights.h"

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      unused)
{
  return g_utf8_collate (((const ClinicIngredient *) a)->name, ((const ClinicIngredient *) b)->name);
}

static GListModel *
list_ingredients (ClinicChartSheet *sheet)
{
  GListStore *store = g_list_store_new (CLINIC_TYPE_INGREDIENT);
  GHashTableIter iter;
  gpointer ingredient;

  g_hash_table_iter_init (&iter, sheet->ingredients);

  while (g_hash_table_iter_next (&iter, NULL, &ingredient))
    g_list_store_append (store, ingredient);

  g_list_store_sort (store, compare_names, NULL);

  return G_LIST_MODEL (store);
}

/* What weighs most stands first. */
static int
compare_volumes (gconstpointer a,
                 gconstpointer b)
{
  const ClinicComponent *one = *(ClinicComponent *const *) a;
  const ClinicComponent *other = *(ClinicComponent *const *) b;

  return (one->volume < other->volume) - (one->volume > other->volume);
}

static GPtrArray *
list_components (ClinicChartSheet *sheet,
                 gint64            version)
{
  GPtrArray *components = g_ptr_array_new ();

  for (guint i = 0; i < sheet->components->len; i++)
    {
      if (CLINIC_COMPONENT (sheet->components->pdata[i])->cocktail_version_id == version)
        g_ptr_array_add (components, sheet->components->pdata[i]);
    }

  g_ptr_array_sort (components, compare_volumes);

  return components;
}

static ClinicCocktail *
find_cocktail (ClinicChartPage *self)
{
  ClinicChartSheet *sheet = self->model != NULL ? clinic_chart_model_get_sheet (self->model) : NULL;
  ClinicCocktailVersion *version = NULL;

  if (sheet != NULL)
    version = clinic_chart_sheet_find_version (sheet, clinic_chart_model_get_cocktail (self->model));

  return version != NULL ? g_hash_table_lookup (sheet->cocktails, &version->cocktail_id) : NULL;
}

/* It is charted as soon as the chart was read with it. */
static void
saved_cb (ClinicChartPage *self,
          gint64           version)
{
  self->composed.version = version;
  self->composed.taken = FALSE;
  clinic_page_queue_reload (CLINIC_PAGE (self));
}

static void
compose_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinicChartPage *self = CLINIC_CHART_PAGE (widget);
  ClinicCocktail *cocktail = find_cocktail (self);
  g_autoptr(GPtrArray) components = NULL;
  g_autoptr(GListModel) ingredients = NULL;
  ClinicChartSheet *sheet;

  if (cocktail == NULL)
    return;

  sheet = clinic_chart_model_get_sheet (self->model);
  components = list_components (sheet, clinic_chart_model_get_cocktail (self->model));
  ingredients = list_ingredients (sheet);
  self->composed.session = sheet->session;
  self->composed.version = 0;
  g_signal_connect_object (clinic_cocktail_dialog_present (widget, clinic_page_get_desk (CLINIC_PAGE (self)), cocktail,
                                                           ingredients, components),
                           "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
}

void
clinic_chart_page_take_composed (ClinicChartPage  *self,
                                 ClinicChartSheet *sheet)
{
  gboolean there = clinic_chart_sheet_find_version (sheet, self->composed.version) != NULL;

  /* None, or another chart has come to be shown meanwhile. */
  if (self->composed.version == 0 || self->composed.session != sheet->session ||
      !clinic_chart_model_get_editable (self->model))
    return;

  if (there && !self->composed.taken)
    {
      self->composed.taken = TRUE;
      self->composed.instead = clinic_chart_model_get_cocktail (self->model);
      clinic_chart_model_set_cocktail (self->model, self->composed.version);
      clinic_chart_model_follow_lots (self->model);
    }
  else if (!there && self->composed.taken)
    {
      clinic_chart_model_replace_version (self->model, self->composed.version, self->composed.instead);
      self->composed.version = 0;
    }
}

/* Why it cannot be done now; NULL: it can. Caller frees. */
static char *
dup_hindrance (ClinicChartPage *self)
{
  ClinicChartSheet *sheet = self->model != NULL ? clinic_chart_model_get_sheet (self->model) : NULL;

  if (sheet != NULL && sheet->standing->session->signed_at != NULL)
    return g_strdup (_("The session is signed"));

  if (sheet == NULL || !clinic_chart_model_get_editable (self->model))
    return g_strdup (_("Nothing can be changed in this chart"));

  if (!clinic_desk_may (clinic_page_get_desk (CLINIC_PAGE (self)), "formulary.save"))
    return clinic_rights_dup_refusal ("formulary.save");

  return find_cocktail (self) == NULL ? g_strdup (_("No cocktail is chosen")) : NULL;
}

void
clinic_chart_page_enable_compose (ClinicChartPage *self)
{
  g_autofree char *hindrance = dup_hindrance (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.compose", hindrance == NULL);
  clinic_chart_board_set_hindrance (self->board, hindrance);
}

void
clinic_chart_page_install_compose (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.compose", NULL, compose_action);
}
