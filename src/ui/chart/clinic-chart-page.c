/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-chart-page-private.h"

enum
{
  PROP_MODEL = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicChartPage, clinic_chart_page, CLINIC_TYPE_PAGE)

static void
clinic_chart_page_start (ClinicPage *page)
{
  ClinicChartPage *self = CLINIC_CHART_PAGE (page);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "chart"))
    clinic_chart_board_start (self->board);
}

static void
clinic_chart_page_leave (ClinicPage *page)
{
  ClinicChartPage *self = CLINIC_CHART_PAGE (page);

  if (self->keeper != NULL)
    clinic_chart_keeper_flush (self->keeper);
}

static const GError *
clinic_chart_page_trouble (ClinicPage *page)
{
  ClinicChartPage *self = CLINIC_CHART_PAGE (page);

  return self->keeper != NULL ? clinic_chart_keeper_get_trouble (self->keeper) : NULL;
}

/* Opened once more, it shows what the clinic holds. */
static void
clinic_chart_page_give_up (ClinicPage *page)
{
  ClinicChartPage *self = CLINIC_CHART_PAGE (page);

  if (self->keeper == NULL)
    return;

  clinic_chart_keeper_drop (self->keeper);
  clinic_chart_page_drop_model (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  clinic_page_queue_reload (page);
}

static void
clinic_chart_page_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *spec)
{
  if (id == PROP_MODEL)
    g_value_set_object (value, CLINIC_CHART_PAGE (object)->model);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
clinic_chart_page_dispose (GObject *object)
{
  ClinicChartPage *self = CLINIC_CHART_PAGE (object);

  g_clear_handle_id (&self->building, g_source_remove);
  clinic_chart_page_drop_model (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_CHART_PAGE);
  G_OBJECT_CLASS (clinic_chart_page_parent_class)->dispose (object);
}

static void
clinic_chart_page_class_init (ClinicChartPageClass *klass)
{
  static const char *const tables[] = {
    "session", "injection", "draw", "patient", "allergy", "condition", "condition_kind", "medicine", "medicine_kind", "reaction", "lot",
    "cocktail", "cocktail_version", "course", "amendment", "consent", "consent_withdrawal", "consent_confirmation",
    "pregnancy_status", "allergy_status", "check_in", "decision", "measurement", "ingredient", "component",
    "contraindication", "allergen_group", "ingredient_allergen", "reaction_kind", "reaction_suspect", "setting",
    "protocol", "phase", "consent_template", "aftercare_rule", "staff", "pour", "discard", NULL
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ClinicPageClass *page_class = CLINIC_PAGE_CLASS (klass);

  object_class->get_property = clinic_chart_page_get_property;
  object_class->dispose = clinic_chart_page_dispose;
  page_class->tables = tables;
  page_class->reload = clinic_chart_page_read;
  page_class->start = clinic_chart_page_start;
  page_class->leave = clinic_chart_page_leave;
  page_class->trouble = clinic_chart_page_trouble;
  page_class->give_up = clinic_chart_page_give_up;

  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, CLINIC_TYPE_CHART_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (CLINIC_TYPE_CHART_BOARD);
  g_type_ensure (CLINIC_TYPE_CONSENT_STRIP);
  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/anagen/Anagen/ui/clinic-chart-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicChartPage, heading);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartPage, state);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartPage, consent);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartPage, board);
  clinic_chart_page_install_actions (widget_class);
}

static void
clinic_chart_page_init (ClinicChartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  clinic_chart_page_enable (self);
  clinic_chart_page_build (self);
}

void
clinic_chart_page_say (ClinicChartPage *self,
                       const GError    *error,
                       const char      *label,
                       const char      *action)
{
  self->unkept = FALSE;
  clinic_notice_set_error (self->trouble, error);
  clinic_notice_set_button (self->trouble, label, action);
}
