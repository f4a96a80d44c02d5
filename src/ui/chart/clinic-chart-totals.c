/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-totals.h"
#include "clinic-direction.h"
#include "clinic-dose.h"
#include "clinic-ingredient.h"
#include "clinic-locale.h"

struct _ClinicChartTotals
{
  ClinicChartPart parent_instance;

  GtkLabel  *doses;
};

G_DEFINE_FINAL_TYPE (ClinicChartTotals, clinic_chart_totals, CLINIC_TYPE_CHART_PART)

/* Closure: points and ml in one line. */
static char *
format_totals (GObject * object,
               gint64 points,
               gint64 volume)
{
  g_autofree char *ml = clinic_locale_decimal (volume);
  g_autofree char *number = clinic_locale_number (points);

  /* Translators: points injected and the volume of all of them. */
  return g_strdup_printf (ngettext ("%s point · %s ml", "%s points · %s ml", (gulong) points),
                          number, ml);
}

static char *
format_dose (ClinicChartSheet *sheet,
             ClinicDose       *dose)
{
  ClinicIngredient *ingredient = g_hash_table_lookup (sheet->ingredients, &dose->ingredient_id);
  const char *name = ingredient != NULL ? ingredient->name : "?";
  g_autofree char *amount = clinic_locale_decimal (dose->amount);

  if (dose->amount == CLINIC_UNKNOWN)
    return g_strdup_printf (_("%s: strength not known"), name);

  return dose->in_units ? g_strdup_printf (_("%s %s units"), name, amount)
                        : g_strdup_printf (_("%s %s mg"), name, amount);
}

static void
clinic_chart_totals_empty (ClinicChartPart *part)
{
  gtk_label_set_text (CLINIC_CHART_TOTALS (part)->doses, "");
}

static void
clinic_chart_totals_show (ClinicChartPart  *part,
                          ClinicChartModel *model,
                          ClinicChartSheet *sheet)
{
}

static void
clinic_chart_totals_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_CHART_TOTALS);
  G_OBJECT_CLASS (clinic_chart_totals_parent_class)->dispose (object);
}

static void
clinic_chart_totals_class_init (ClinicChartTotalsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_chart_totals_dispose;
  CLINIC_CHART_PART_CLASS (klass)->show = clinic_chart_totals_show;
  CLINIC_CHART_PART_CLASS (klass)->empty = clinic_chart_totals_empty;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-chart-totals.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicChartTotals, doses);
  gtk_widget_class_bind_template_callback (widget_class, format_totals);
}

static void
clinic_chart_totals_init (ClinicChartTotals *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_chart_totals_take_doses (ClinicChartTotals *self,
                                GArray            *doses)
{
  ClinicChartModel *model = clinic_chart_part_get_model (CLINIC_CHART_PART (self));
  ClinicChartSheet *sheet = model != NULL ? clinic_chart_model_get_sheet (model) : NULL;
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  g_autofree char *lines = NULL;

  for (guint i = 0; sheet != NULL && i < doses->len; i++)
    g_ptr_array_add (words, format_dose (sheet, &g_array_index (doses, ClinicDose, i)));

  g_ptr_array_add (words, NULL);
  text = g_strjoinv ("\n", (char **) words->pdata);
  lines = clinic_direction_begin_lines (text);
  gtk_label_set_text (self->doses, lines);
  gtk_widget_set_visible (GTK_WIDGET (self->doses), *text != '\0');
}
