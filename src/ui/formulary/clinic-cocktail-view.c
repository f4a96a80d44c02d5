/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-closures.h"
#include "clinic-cocktail-view.h"
#include "clinic-component.h"
#include "clinic-composition-line.h"
#include "clinic-direction.h"
#include "clinic-locale.h"
#include "clinic-lot-line.h"
#include "clinic-lot-row.h"
#include "clinic-principals.h"
#include "clinic-query-model.h"
#include "clinic-version-window.h"
#include "clinic-wrap.h"

struct _ClinicCocktailView
{
  AdwBin parent_instance;

  ClinicDesk         *desk;
  ClinicCocktail     *cocktail;
  ClinicQueryModel   *lines;        /* of all versions, the newest first */
  ClinicQueryModel   *lots;
  GArray             *versions;     /* gint64 ids, as they stand in the chooser */
  GtkFilter          *filter;
  GtkFilterListModel *shown;
  gboolean            filling;
  guint               least;        /* principal agents that are advised */

  GtkStack           *lot_stack;
  GtkLabel           *title;
  GtkLabel           *note;
  GtkDropDown        *version;
  GtkImage           *sign;
  GtkLabel           *principals;
  GtkLabel           *total;
};

typedef enum
{
  PROPERTY_LINES = 1,
  PROPERTY_LOTS,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicCocktailView, clinic_cocktail_view, ADW_TYPE_BIN)

static char *
format_strength (GObject * object,
                 gint64 strength,
                 const char *unit)
{
  g_autofree char *number = clinic_locale_decimal (strength);
  g_autofree char *share = NULL;

  if (strength == CLINIC_UNKNOWN)
    return g_strdup (_("not known"));

  if (g_strcmp0 (unit, "unit_ml") == 0)
    return g_strdup_printf (_("%s units/ml"), number);

  share = g_strdup_printf (_("%s %%"), number);

  return clinic_direction_number (share);
}

static char *
format_volume (GObject *object,
               gint64   volume)
{
  g_autofree char *number = clinic_locale_decimal (volume);

  return volume != CLINIC_UNKNOWN ? g_strdup_printf (_("%s ml"), number) : g_strdup ("");
}

static char *
format_per_ml (GObject               *object,
               ClinicCompositionLine *line)
{
  gint64 amount = line != NULL ? clinic_composition_line_per_ml (line) : CLINIC_UNKNOWN;
  g_autofree char *number = clinic_locale_decimal (amount);

  if (amount == CLINIC_UNKNOWN)
    return g_strdup ("");

  if (g_strcmp0 (line->strength_unit, "unit_ml") == 0)
    return g_strdup_printf (_("%s units/ml"), number);

  return g_strdup_printf (_("%s mg/ml"), number);
}

static gint64
get_version (ClinicCocktailView *self)
{
  guint selected = gtk_drop_down_get_selected (self->version);

  return selected < self->versions->len ? g_array_index (self->versions, gint64, selected) : 0;
}

static gboolean
is_shown (gpointer item,
          gpointer user_data)
{
  ClinicCocktailView *self = user_data;

  return CLINIC_COMPOSITION_LINE (item)->version_id == get_version (self);
}

static void
show_version (ClinicCocktailView *self)
{
  GListModel *shown = G_LIST_MODEL (self->shown);
  g_autoptr(GHashTable) principals = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gint64 total = 0;
  g_autofree char *volume = NULL;
  g_autofree char *text = NULL;

  if (self->filling)
    return;

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr(ClinicCompositionLine) line = g_list_model_get_item (shown, i);

      if (g_strcmp0 (line->role, "principal") == 0)
        g_hash_table_add (principals, g_memdup2 (&line->ingredient_id, sizeof line->ingredient_id));

      total = line->total;
    }

  volume = clinic_locale_decimal (total);
  text = g_strdup_printf (_("%s ml in all"), volume);
  gtk_label_set_label (self->total, text);
  clinic_principals_show (self->sign, self->principals, g_hash_table_size (principals), self->least);
}

static char *
dup_version_name (ClinicCompositionLine *line,
                  gboolean               newest)
{
  g_autofree char *day = clinic_locale_date (line->made_on);
  g_autofree char *date = clinic_direction_isolate (day);

  if (newest)
    return g_strdup_printf (_("Version %d, since %s"), (int) line->number, date);

  return g_strdup_printf (_("Version %d, made %s"), (int) line->number, date);
}

static void
lines_loaded_cb (ClinicCocktailView *self)
{
  GListModel *lines = G_LIST_MODEL (self->lines);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  gint64 last = 0;

  if (clinic_query_model_get_loading (self->lines))
    return;

  self->filling = TRUE;
  g_array_set_size (self->versions, 0);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(ClinicCompositionLine) line = g_list_model_get_item (lines, i);
      g_autofree char *name = NULL;

      if (line->version_id == last)
        continue;

      name = dup_version_name (line, i == 0);
      last = line->version_id;
      g_array_append_val (self->versions, last);
      gtk_string_list_append (names, name);
    }

  gtk_drop_down_set_model (self->version, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->version, self->versions->len > 0 ? 0 : GTK_INVALID_LIST_POSITION);
  self->filling = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cocktail.compare", self->versions->len > 1);
  show_version (self);
}

static void
lots_loaded_cb (ClinicCocktailView *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->lots)) > 0;

  gtk_stack_set_visible_child_name (self->lot_stack, any ? "list" : "empty");
}

static void
compare_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinicCocktailView *self = CLINIC_COCKTAIL_VIEW (widget);

  if (self->versions->len > 1)
    clinic_version_window_present (widget, self->cocktail->name, G_LIST_MODEL (self->lines),
                                   gtk_drop_down_get_model (self->version), self->versions);
}

static void
clinic_cocktail_view_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ClinicCocktailView *self = CLINIC_COCKTAIL_VIEW (object);

  switch ((Property) property_id)
    {
    case PROPERTY_LINES:
      g_value_set_object (value, self->shown);
      break;

    case PROPERTY_LOTS:
      g_value_set_object (value, self->lots);
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_cocktail_view_dispose (GObject *object)
{
  ClinicCocktailView *self = CLINIC_COCKTAIL_VIEW (object);

  self->filling = TRUE;

  if (self->shown != NULL)
    gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (self->filter), NULL, NULL, NULL);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_COCKTAIL_VIEW);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->lines);
  g_clear_object (&self->lots);
  g_clear_object (&self->cocktail);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->versions, g_array_unref);

  G_OBJECT_CLASS (clinic_cocktail_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CLINIC_TYPE_WRAP);
  g_type_ensure (CLINIC_TYPE_COMPOSITION_LINE);
  g_type_ensure (CLINIC_TYPE_LOT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-cocktail-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicCocktailView, lot_stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicCocktailView, title);
  gtk_widget_class_bind_template_child (widget_class, ClinicCocktailView, note);
  gtk_widget_class_bind_template_child (widget_class, ClinicCocktailView, version);
  gtk_widget_class_bind_template_child (widget_class, ClinicCocktailView, sign);
  gtk_widget_class_bind_template_child (widget_class, ClinicCocktailView, principals);
  gtk_widget_class_bind_template_child (widget_class, ClinicCocktailView, total);
  gtk_widget_class_install_action (widget_class, "cocktail.compare", NULL, compare_action);
  gtk_widget_class_bind_template_callback (widget_class, show_version);
  gtk_widget_class_bind_template_callback (widget_class, format_per_ml);
  gtk_widget_class_bind_template_callback (widget_class, format_strength);
  gtk_widget_class_bind_template_callback (widget_class, format_volume);
  clinic_closures_bind (widget_class);
}

static void
clinic_cocktail_view_class_init (ClinicCocktailViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = clinic_cocktail_view_dispose;
  object_class->get_property = clinic_cocktail_view_get_property;

  properties[PROPERTY_LINES] = g_param_spec_object ("lines", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROPERTY_LOTS] = g_param_spec_object ("lots", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
clinic_cocktail_view_init (ClinicCocktailView *self)
{
  self->versions = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  self->shown = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
}

static void
make_models (ClinicCocktailView *self)
{
  ClinicWorker *reader = clinic_desk_get_reader (self->desk);

  self->lines = clinic_query_model_new (reader, CLINIC_TYPE_COMPOSITION_LINE,
                                        clinic_composition_line_list);
  self->lots = clinic_query_model_new (reader, CLINIC_TYPE_LOT_LINE, clinic_lot_line_list);
  gtk_filter_list_model_set_model (self->shown, G_LIST_MODEL (self->lines));
  g_signal_connect_object (self->lines, "notify::loading", G_CALLBACK (lines_loaded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lots, "items-changed", G_CALLBACK (lots_loaded_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_LOTS]);
}

static void
least_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(ClinicCocktailView) self = user_data;

  self->least = clinic_principals_read_finish (source, result);

  if (self->desk != NULL)
    show_version (self);
}

void
clinic_cocktail_view_show (ClinicCocktailView *self,
                           ClinicDesk         *desk,
                           ClinicCocktail     *cocktail)
{
  gint64 id = clinic_record_get_id (CLINIC_RECORD (cocktail));
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *lots = g_strdup_printf ("%s %s", clinic_desk_get_today (desk), key);

  g_set_object (&self->desk, desk);
  g_set_object (&self->cocktail, cocktail);

  if (self->lines == NULL)
    make_models (self);

  gtk_label_set_label (self->title, cocktail->name);
  gtk_label_set_label (self->note, cocktail->note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), cocktail->note != NULL);
  clinic_query_model_set_argument (self->lines, key);
  clinic_query_model_set_argument (self->lots, lots);
  clinic_principals_read_async (desk, least_read_cb, g_object_ref (self));
}

void
clinic_cocktail_view_reload (ClinicCocktailView *self)
{
  if (self->lines == NULL)
    return;

  clinic_query_model_reload (self->lines);
  clinic_query_model_reload (self->lots);
}

GPtrArray *
clinic_cocktail_view_dup_components (ClinicCocktailView *self)
{
  GPtrArray *components = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 newest = self->versions->len > 0 ? g_array_index (self->versions, gint64, 0) : 0;

  for (guint i = 0; self->lines != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->lines));
       i++)
    {
      g_autoptr(ClinicCompositionLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);
      ClinicComponent *component;

      if (line->version_id != newest)
        continue;

      component = clinic_component_new ();
      g_object_set (component,
                    "ingredient-id", line->ingredient_id,
                    "strength", line->strength,
                    "strength-unit", line->strength_unit,
                    "volume", line->volume,
                    NULL);
      g_ptr_array_add (components, component);
    }

  return components;
}
