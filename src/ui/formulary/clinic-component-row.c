/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-component-dose.h"
#include "clinic-component-row.h"
#include "clinic-locale.h"
#include "clinic-quick-choice.h"

struct _ClinicComponentRow
{
  GtkListBoxRow parent_instance;

  GtkDropDown *ingredient;
  GtkEditable *strength;
  GtkDropDown *unit;
  GtkEditable *volume;
  GtkButton   *remove;
  GtkImage    *sign;
  GtkLabel    *dose;
};

enum
{
  CHANGED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicComponentRow, clinic_component_row, GTK_TYPE_LIST_BOX_ROW)

static void
changed_cb (ClinicComponentRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_cb (ClinicComponentRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
mark (GtkEditable *entry,
      gboolean     wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
}

static void
clinic_component_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_COMPONENT_ROW);

  G_OBJECT_CLASS (clinic_component_row_parent_class)->dispose (object);
}

static void
clinic_component_row_class_init (ClinicComponentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_component_row_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CLINIC_TYPE_INGREDIENT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-component-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicComponentRow, ingredient);
  gtk_widget_class_bind_template_child (widget_class, ClinicComponentRow, strength);
  gtk_widget_class_bind_template_child (widget_class, ClinicComponentRow, unit);
  gtk_widget_class_bind_template_child (widget_class, ClinicComponentRow, volume);
  gtk_widget_class_bind_template_child (widget_class, ClinicComponentRow, remove);
  gtk_widget_class_bind_template_child (widget_class, ClinicComponentRow, sign);
  gtk_widget_class_bind_template_child (widget_class, ClinicComponentRow, dose);
}

static void
clinic_component_row_init (ClinicComponentRow *self)
{
  g_autoptr(GtkStringList) units = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  for (const ClinicChoice *choice = clinic_strength_units; choice->value != NULL; choice++)
    gtk_string_list_append (units, _(choice->label));

  gtk_drop_down_set_model (self->unit, G_LIST_MODEL (units));
}

/* Told of only after it was filled. */
static void
watch (ClinicComponentRow *self)
{
  g_signal_connect_object (self->ingredient, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->unit, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->strength, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->volume, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (remove_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
select_ingredient (ClinicComponentRow *self,
                   GListModel         *ingredients,
                   gint64              id)
{
  for (guint i = 0; i < g_list_model_get_n_items (ingredients); i++)
    {
      g_autoptr(ClinicRecord) ingredient = g_list_model_get_item (ingredients, i);

      if (clinic_record_get_id (ingredient) == id)
        gtk_drop_down_set_selected (self->ingredient, i);
    }
}

GtkWidget *
clinic_component_row_new (GListModel      *ingredients,
                          ClinicComponent *component)
{
  ClinicComponentRow *self = g_object_new (CLINIC_TYPE_COMPONENT_ROW, NULL);

  gtk_drop_down_set_model (self->ingredient, ingredients);
  clinic_quick_choice_watch (self->ingredient, gtk_property_expression_new (CLINIC_TYPE_INGREDIENT, NULL, "code"));

  if (component != NULL)
    {
      g_autofree char *strength = clinic_locale_decimal (component->strength);
      g_autofree char *volume = clinic_locale_decimal (component->volume);

      select_ingredient (self, ingredients, component->ingredient_id);
      gtk_editable_set_text (self->strength, strength);
      gtk_editable_set_text (self->volume, volume);
      gtk_drop_down_set_selected (self->unit,
                                  g_strcmp0 (component->strength_unit, "unit_ml") == 0 ? 1 : 0);
    }

  watch (self);

  return GTK_WIDGET (self);
}

ClinicIngredient *
clinic_component_row_get_ingredient (ClinicComponentRow *self)
{
  return gtk_drop_down_get_selected_item (self->ingredient);
}

ClinicComponent *
clinic_component_row_read (ClinicComponentRow *self,
                           gboolean            marking)
{
  ClinicIngredient *ingredient = clinic_component_row_get_ingredient (self);
  const char *text = gtk_editable_get_text (self->strength);
  gint64 strength = CLINIC_UNKNOWN;
  gint64 volume = CLINIC_UNKNOWN;
  gboolean strength_wrong = *text != '\0' && !clinic_locale_parse_decimal (text, &strength);
  gboolean volume_wrong = !clinic_locale_parse_decimal (gtk_editable_get_text (self->volume),
                                                        &volume) || volume <= 0;
  ClinicComponent *component;

  if (marking)
    {
      mark (self->strength, strength_wrong);
      mark (self->volume, volume_wrong);
    }

  if (ingredient == NULL || strength_wrong || volume_wrong)
    return NULL;

  component = clinic_component_new ();
  g_object_set (component,
                "ingredient-id", clinic_record_get_id (CLINIC_RECORD (ingredient)),
                "strength", strength,
                "strength-unit", strength == CLINIC_UNKNOWN ? NULL
                : clinic_strength_units[gtk_drop_down_get_selected (self->unit)].value,
                "volume", volume,
                NULL);

  return component;
}

gboolean
clinic_component_row_tell (ClinicComponentRow *self,
                           gint64              mg,
                           gint64              units,
                           gint64              weight)
{
  ClinicIngredient *ingredient = clinic_component_row_get_ingredient (self);
  g_autoptr(ClinicComponent) component = clinic_component_row_read (self, FALSE);
  ClinicComponentDose dose = { NULL };

  if (ingredient != NULL)
    clinic_component_dose_tell (&dose, ingredient, component, mg, units, weight);

  gtk_label_set_label (self->dose, dose.text != NULL ? dose.text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sign), dose.wrong);
  g_free (dose.text);

  return dose.wrong;
}
