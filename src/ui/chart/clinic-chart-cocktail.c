/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-cocktail.h"
#include "clinic-hit.h"
#include "clinic-quick-choice.h"

struct _ClinicChartCocktail
{
  ClinicChartPart parent_instance;

  GtkMenuButton    *more;
  char             *hindrance;      /* why no new version can be made; NULL: one can */
  GtkDropDown      *choice;
  GtkLabel         *principal;
  GtkImage         *sign;
  GListStore       *versions;       /* ClinicHit; the first says none */
  GSignalGroup     *signals;
  gboolean          showing;        /* the list is being set, not chosen from */
};

G_DEFINE_FINAL_TYPE (ClinicChartCocktail, clinic_chart_cocktail, CLINIC_TYPE_CHART_PART)

static void
show_principal (ClinicChartCocktail *self,
                ClinicChartSheet    *sheet,
                gint64               version)
{
  g_autoptr(GPtrArray) names = clinic_chart_sheet_list_principal (sheet, version);
  gboolean enough = names->len >= sheet->least_principals;
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);

  if (version == CLINIC_UNKNOWN)
    text = g_strdup (sheet->standing->session->signed_at == NULL ? _("Choose what is injected.") : "");
  else if (names->len == 1)
    text = g_strdup (_("No principal agent"));
  else
    text = g_strdup_printf (ngettext ("%u principal agent: %s", "%u principal agents: %s",
                                      names->len - 1), names->len - 1, list);

  gtk_label_set_text (self->principal, text);
  gtk_image_set_from_icon_name (self->sign, enough ? "emblem-ok-symbolic"
                                                   : "dialog-warning-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->sign), version != CLINIC_UNKNOWN && sheet->least_principals > 0);

  if (enough)
    gtk_widget_remove_css_class (GTK_WIDGET (self->sign), "warning");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->sign), "warning");
}

static guint
find_row (ClinicChartCocktail *self,
          gint64               version)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->versions)); i++)
    {
      g_autoptr(ClinicHit) hit = g_list_model_get_item (G_LIST_MODEL (self->versions), i);

      if (hit->target == version)
        return i;
    }

  return 0;
}

static void
cocktail_changed_cb (ClinicChartCocktail *self)
{
  ClinicChartModel *model = clinic_chart_part_get_model (CLINIC_CHART_PART (self));
  ClinicChartSheet *sheet = model != NULL ? clinic_chart_model_get_sheet (model) : NULL;
  gint64 version;

  if (sheet == NULL)
    return;

  version = clinic_chart_model_get_cocktail (model);
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->choice, find_row (self, version));
  self->showing = FALSE;
  show_principal (self, sheet, version);
}

static void
selected_changed_cb (ClinicChartCocktail *self)
{
  ClinicChartModel *model = clinic_chart_part_get_model (CLINIC_CHART_PART (self));
  ClinicHit *hit = gtk_drop_down_get_selected_item (self->choice);

  if (!self->showing && model != NULL && hit != NULL)
    clinic_chart_model_set_cocktail (model, hit->target);
}

/* A version is also found by what is in it. */
static void
add_version (GPtrArray        *hits,
             ClinicChartSheet *sheet,
             gint64            version)
{
  g_autofree char *title = clinic_chart_sheet_dup_cocktail (sheet, version);
  g_autofree char *ingredients = clinic_chart_sheet_dup_ingredients (sheet, version);
  ClinicHit *hit = clinic_hit_new ();

  g_object_set (hit, "title", title, "detail", ingredients, "target", version, NULL);
  g_ptr_array_add (hits, hit);
}

static void
fill_list (ClinicChartCocktail *self,
           ClinicChartSheet    *sheet)
{
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);

  add_version (hits, sheet, CLINIC_UNKNOWN);

  for (guint i = 0; i < sheet->versions->len; i++)
    add_version (hits, sheet, clinic_record_get_id (sheet->versions->pdata[i]));

  self->showing = TRUE;
  g_list_store_splice (self->versions, 0, g_list_model_get_n_items (G_LIST_MODEL (self->versions)), hits->pdata, hits->len);
  self->showing = FALSE;
}

static void
clinic_chart_cocktail_show (ClinicChartPart  *part,
                            ClinicChartModel *model,
                            ClinicChartSheet *sheet)
{
  ClinicChartCocktail *self = CLINIC_CHART_COCKTAIL (part);

  fill_list (self, sheet);
  g_signal_group_set_target (self->signals, model);
  cocktail_changed_cb (self);
}

/* Made when it is opened: what cannot be done says why above. */
static void
fill_menu (GtkMenuButton *button,
           gpointer       user_data)
{
  ClinicChartCocktail *self = user_data;
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) section = g_menu_new ();
  g_autoptr(GMenuItem) item = g_menu_item_new (_("New _version of this cocktail…"), "chart.compose");

  g_menu_item_set_attribute (item, "accel", "s", "<Control><Shift>c");
  g_menu_append_item (section, item);
  g_menu_append_section (menu, self->hindrance, G_MENU_MODEL (section));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
clinic_chart_cocktail_finalize (GObject *object)
{
  ClinicChartCocktail *self = CLINIC_CHART_COCKTAIL (object);

  g_free (self->hindrance);

  g_clear_object (&self->versions);
  g_clear_object (&self->signals);
  G_OBJECT_CLASS (clinic_chart_cocktail_parent_class)->finalize (object);
}

static void
clinic_chart_cocktail_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_CHART_COCKTAIL);
  G_OBJECT_CLASS (clinic_chart_cocktail_parent_class)->dispose (object);
}

static void
clinic_chart_cocktail_class_init (ClinicChartCocktailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CLINIC_TYPE_HIT);
  G_OBJECT_CLASS (klass)->dispose = clinic_chart_cocktail_dispose;
  CLINIC_CHART_PART_CLASS (klass)->show = clinic_chart_cocktail_show;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-chart-cocktail.ui");
  G_OBJECT_CLASS (klass)->finalize = clinic_chart_cocktail_finalize;
  gtk_widget_class_bind_template_child (widget_class, ClinicChartCocktail, more);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartCocktail, choice);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartCocktail, principal);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartCocktail, sign);
  gtk_widget_class_bind_template_callback (widget_class, selected_changed_cb);
}

static void
clinic_chart_cocktail_init (ClinicChartCocktail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->more, fill_menu, self, NULL);
  self->versions = g_list_store_new (CLINIC_TYPE_HIT);
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (self->versions));
  clinic_quick_choice_watch (self->choice, gtk_property_expression_new (CLINIC_TYPE_HIT, NULL, "detail"));
  self->signals = g_signal_group_new (CLINIC_TYPE_CHART_MODEL);
  g_signal_group_connect_swapped (self->signals, "notify::cocktail",
                                  G_CALLBACK (cocktail_changed_cb), self);
}

void
clinic_chart_cocktail_open (ClinicChartCocktail *self)
{
  g_return_if_fail (CLINIC_IS_CHART_COCKTAIL (self));

  clinic_quick_choice_open (self->choice);
}

void
clinic_chart_cocktail_set_hindrance (ClinicChartCocktail *self,
                                     const char          *words)
{
  g_return_if_fail (CLINIC_IS_CHART_COCKTAIL (self));

  g_free (self->hindrance);
  self->hindrance = g_strdup (words);
}
