/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-chart-page-private.h"
#include "clinic-chart-state.h"

enum
{
  PROP_MODEL = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicChartPage, clinic_chart_page, CLINIC_TYPE_PAGE)

typedef struct
{
  gint64  session;
  char   *today;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_free (self->today);
  g_free (self);
}

static gpointer
read_sheet (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  Reading *reading = data;

  return clinic_chart_sheet_read (db, reading->session, reading->today, error);
}

static void
show_sheet (ClinicChartPage  *self,
            ClinicChartSheet *sheet)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));
  gboolean editable = clinic_chart_state_is_editable (desk, sheet);
  gboolean first = !g_str_equal (gtk_stack_get_visible_child_name (self->stack), "chart");
  g_autofree char *patient = clinic_chart_state_dup_patient (desk, sheet);
  g_autofree char *session = clinic_chart_state_dup_session (desk, sheet);
  g_autofree char *added = clinic_chart_state_dup_added (desk, sheet);
  g_autofree char *title = g_strdup_printf (_("Chart %s"), sheet->visit->file_number);

  clinic_page_set_title (CLINIC_PAGE (self), title);
  adw_window_title_set_title (self->heading, patient);
  adw_window_title_set_subtitle (self->heading, session);

  if (self->reset)
    clinic_chart_model_reset (self->model, sheet, editable);
  else
    clinic_chart_model_take_sheet (self->model, sheet, editable);

  if (first || self->reset || !editable)
    clinic_chart_state_show (desk, sheet, self->state);

  self->reset = FALSE;
  clinic_chart_board_set_added (self->board, added);
  clinic_consent_strip_show (self->consent, desk, sheet->session);
  clinic_notice_set_text (self->trouble, NULL, NULL);
  clinic_chart_model_set_busy (self->model, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "chart");
  clinic_chart_checker_start (self->checker);

  if (first)
    clinic_page_start (CLINIC_PAGE (self));
}

static void
sheet_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(ClinicChartPage) self = user_data;
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicChartSheet) sheet = clinic_worker_run_finish (clinic_desk_get_reader (desk), result,
                                                                &error);

  /* Another load, another chart, or no page any more. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || self->model == NULL)
    return;

  g_clear_object (&self->cancellable);
  clinic_page_set_loading (CLINIC_PAGE (self), FALSE);

  if (sheet != NULL)
    {
      g_assert (sheet->session == clinic_chart_model_get_session (self->model));
      show_sheet (self, sheet);
      return;
    }

  clinic_chart_model_set_doubtful (self->model, TRUE);
  clinic_chart_checker_cancel (self->checker);
  clinic_chart_page_say (self, error,
                         clinic_chart_model_get_sheet (self->model) != NULL ? _("_Try again") : NULL,
                         "chart.retry");
  gtk_stack_set_visible_child_name (self->stack,
                                    clinic_chart_model_get_sheet (self->model) != NULL ? "chart" : "failed");
}

static void
clinic_chart_page_reload (ClinicPage *page)
{
  ClinicChartPage *self = CLINIC_CHART_PAGE (page);
  ClinicDesk *desk = clinic_page_get_desk (page);
  gint64 session = clinic_page_get_id (page);
  Reading *reading;

  if (desk == NULL || session == 0)
    return;

  if (self->model == NULL || clinic_chart_model_get_session (self->model) != session)
    clinic_chart_page_take_model (self, session);

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  clinic_page_set_loading (page, TRUE);
  reading = g_new0 (Reading, 1);
  reading->session = session;
  reading->today = g_strdup (clinic_desk_get_today (desk));
  clinic_worker_run_async (clinic_desk_get_reader (desk), read_sheet, reading, reading_free,
                           g_object_unref, self->cancellable, sheet_read_cb, g_object_ref (self));
}

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
    "session", "injection", "draw", "patient", "allergy", "condition", "condition_kind", "reaction", "lot",
    "cocktail", "cocktail_version", "course", "amendment", "consent", "consent_withdrawal", "consent_confirmation",
    "pregnancy_status", "check_in", "decision", "measurement", "ingredient", "component", "contraindication",
    "allergen_group", "ingredient_allergen", "reaction_kind", "reaction_suspect", "setting", "protocol", "phase",
    "consent_template", "aftercare_rule", "staff", "pour", "discard", NULL
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ClinicPageClass *page_class = CLINIC_PAGE_CLASS (klass);

  object_class->get_property = clinic_chart_page_get_property;
  object_class->dispose = clinic_chart_page_dispose;
  page_class->tables = tables;
  page_class->reload = clinic_chart_page_reload;
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
}
