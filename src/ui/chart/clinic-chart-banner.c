/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-asked-words.h"
#include "clinic-chart-asked.h"
#include "clinic-chart-banner.h"
#include "clinic-chart-warning.h"
#include "clinic-wrap.h"

struct _ClinicChartBanner
{
  ClinicChartPart parent_instance;

  GtkFlowBox    *chips;
  GtkWidget     *none;
  GtkWidget     *doubt;
  GtkMenuButton *allergies;
  GtkMenuButton *pregnancy;
  GtkButton     *check_in;
  GtkWidget     *note;
  GtkLabel      *noted;
  GtkWidget     *asked;
  GSignalGroup  *signals;
};

G_DEFINE_FINAL_TYPE (ClinicChartBanner, clinic_chart_banner, CLINIC_TYPE_CHART_PART)

static GtkWidget *
create_chip (gpointer item,
             gpointer user_data)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new ();
  g_autoptr(GError) error = NULL;
  GtkWidget *chip;

  gtk_builder_expose_object (builder, "warning", item);

  if (!gtk_builder_add_from_resource (builder, "/org/anagen/Anagen/ui/clinic-chart-chip.ui",
                                      &error))
    g_error ("%s", error->message);

  chip = GTK_WIDGET (gtk_builder_get_object (builder, "chip"));
  gtk_widget_add_css_class (gtk_widget_get_first_child (chip),
                            clinic_chart_warning_get_kind (item));

  return g_object_ref (chip);
}

/* Nothing on a list that nobody asked about is not nothing. */
static gboolean
is_clear (ClinicChartSheet *sheet)
{
  const char *kind;
  g_autofree char *allergies = clinic_chart_asked_dup_allergies (sheet, &kind);

  return sheet->warnings->len == 0 && g_str_equal (kind, "note");
}

/* What was true when it was read may not be any more: least of all that there is nothing. */
static void
doubt_changed_cb (ClinicChartBanner *self)
{
  ClinicChartModel *model = clinic_chart_part_get_model (CLINIC_CHART_PART (self));
  ClinicChartSheet *sheet = model != NULL ? clinic_chart_model_get_sheet (model) : NULL;
  gboolean doubtful = model != NULL && clinic_chart_model_get_doubtful (model);

  gtk_widget_set_visible (self->doubt, doubtful);
  gtk_widget_set_visible (self->asked, !doubtful);
  gtk_widget_set_visible (self->none,
                          !doubtful && sheet != NULL && is_clear (sheet));
}

static void
set_kind (GtkWidget  *widget,
          const char *kind)
{
  gtk_widget_remove_css_class (widget, "stop");
  gtk_widget_remove_css_class (widget, "warn");
  gtk_widget_add_css_class (widget, kind);
}

/* What is said in full is long at times: it goes on in a second line. */
static void
wrap (GtkButton *button)
{
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (button));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_max_width_chars (label, 50);
  gtk_label_set_xalign (label, 0);
}

static void
show_asked (ClinicChartBanner *self,
            ClinicChartSheet  *sheet)
{
  const char *note = sheet->check_in != NULL ? sheet->check_in->note : NULL;
  const char *kind;
  g_autofree char *allergies = clinic_chart_asked_dup_allergies (sheet, &kind);
  g_autoptr(GMenuModel) answers = clinic_asked_words_create_menu ("chart.allergies", sheet->n_allergies);
  g_autofree char *pregnancy = NULL;
  g_autofree char *check_in = NULL;

  gtk_menu_button_set_label (self->allergies, allergies);
  gtk_menu_button_set_menu_model (self->allergies, answers);
  gtk_widget_set_visible (GTK_WIDGET (self->allergies), TRUE);
  set_kind (GTK_WIDGET (self->allergies), kind);
  pregnancy = clinic_chart_asked_dup_pregnancy (sheet, &kind);

  gtk_menu_button_set_label (self->pregnancy, pregnancy != NULL ? pregnancy : "");
  gtk_widget_set_visible (GTK_WIDGET (self->pregnancy), pregnancy != NULL);
  set_kind (GTK_WIDGET (self->pregnancy), kind);

  check_in = clinic_chart_asked_dup_check_in (sheet, &kind);
  gtk_button_set_label (self->check_in, check_in != NULL ? check_in : "");
  gtk_widget_set_visible (GTK_WIDGET (self->check_in), check_in != NULL);
  set_kind (GTK_WIDGET (self->check_in), kind);
  gtk_label_set_text (self->noted, note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
  wrap (self->check_in);
}

static void
clinic_chart_banner_empty (ClinicChartPart *part)
{
  ClinicChartBanner *self = CLINIC_CHART_BANNER (part);

  gtk_flow_box_bind_model (self->chips, NULL, NULL, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), FALSE);
  gtk_widget_set_visible (self->none, FALSE);
  gtk_widget_set_visible (self->doubt, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->allergies), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->pregnancy), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->check_in), FALSE);
  gtk_widget_set_visible (self->note, FALSE);
}

static void
clinic_chart_banner_show (ClinicChartPart  *part,
                          ClinicChartModel *model,
                          ClinicChartSheet *sheet)
{
  ClinicChartBanner *self = CLINIC_CHART_BANNER (part);
  g_autoptr(GListStore) store = g_list_store_new (CLINIC_TYPE_CHART_WARNING);

  for (guint i = 0; i < sheet->warnings->len; i++)
    g_list_store_append (store, sheet->warnings->pdata[i]);

  gtk_flow_box_bind_model (self->chips, G_LIST_MODEL (store), create_chip, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), sheet->warnings->len > 0);
  show_asked (self, sheet);
  g_signal_group_set_target (self->signals, model);
  doubt_changed_cb (self);
}

static void
clinic_chart_banner_finalize (GObject *object)
{
  g_clear_object (&CLINIC_CHART_BANNER (object)->signals);
  G_OBJECT_CLASS (clinic_chart_banner_parent_class)->finalize (object);
}

static void
clinic_chart_banner_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_CHART_BANNER);
  G_OBJECT_CLASS (clinic_chart_banner_parent_class)->dispose (object);
}

static void
clinic_chart_banner_class_init (ClinicChartBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_chart_banner_dispose;
  G_OBJECT_CLASS (klass)->finalize = clinic_chart_banner_finalize;
  CLINIC_CHART_PART_CLASS (klass)->show = clinic_chart_banner_show;
  CLINIC_CHART_PART_CLASS (klass)->empty = clinic_chart_banner_empty;

  g_type_ensure (CLINIC_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-chart-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBanner, chips);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBanner, none);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBanner, doubt);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBanner, asked);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBanner, allergies);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBanner, pregnancy);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBanner, check_in);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBanner, note);
  gtk_widget_class_bind_template_child (widget_class, ClinicChartBanner, noted);
}

static void
clinic_chart_banner_init (ClinicChartBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (CLINIC_TYPE_CHART_MODEL);
  g_signal_group_connect_swapped (self->signals, "notify::doubtful", G_CALLBACK (doubt_changed_cb),
                                  self);
}
