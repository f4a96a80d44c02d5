/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-closures.h"
#include "clinic-course-draft.h"
#include "clinic-course-plan-view.h"
#include "clinic-gradual-model.h"
#include "clinic-month-strip.h"
#include "clinic-planned-row.h"

struct _ClinicCoursePlanView
{
  AdwBin parent_instance;

  ClinicCourseDraft *draft;

  GtkListBox        *list;
  ClinicMonthStrip  *months;
};

static GParamSpec *draft_property;

G_DEFINE_FINAL_TYPE (ClinicCoursePlanView, clinic_course_plan_view, ADW_TYPE_BIN)

static void
row_activated_cb (ClinicCoursePlanView *self,
                  ClinicPlannedRow     *row)
{
  clinic_planned_row_edit (row);
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  ClinicCoursePlanView *self = user_data;
  ClinicDesk *desk = clinic_course_draft_get_desk (self->draft);

  return clinic_planned_row_new (item, clinic_desk_get_clinic (desk)->slot_minutes,
                                 clinic_desk_get_today (desk));
}

static void
planned_cb (ClinicCoursePlanView *self)
{
  g_autoptr(GListModel) sessions = NULL;

  g_object_get (self->draft, "sessions", &sessions, NULL);
  clinic_month_strip_show (self->months, sessions);
}

static void
clinic_course_plan_view_get_property (GObject    *object,
                                      guint       property_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  g_value_set_object (value, CLINIC_COURSE_PLAN_VIEW (object)->draft);
}

static void
clinic_course_plan_view_set_property (GObject      *object,
                                      guint         property_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  ClinicCoursePlanView *self = CLINIC_COURSE_PLAN_VIEW (object);
  g_autoptr(GListModel) sessions = NULL;
  g_autoptr(ClinicGradualModel) rows = NULL;

  if (self->draft != NULL || (self->draft = g_value_dup_object (value)) == NULL)
    return;

  g_object_get (self->draft, "sessions", &sessions, NULL);
  rows = clinic_gradual_model_new_dear (sessions);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (rows), make_row, self, NULL);
  g_signal_connect_object (self->draft, "notify::sessions", G_CALLBACK (planned_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
clinic_course_plan_view_dispose (GObject *object)
{
  ClinicCoursePlanView *self = CLINIC_COURSE_PLAN_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_COURSE_PLAN_VIEW);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (clinic_course_plan_view_parent_class)->dispose (object);
}

static void
clinic_course_plan_view_class_init (ClinicCoursePlanViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = clinic_course_plan_view_get_property;
  object_class->set_property = clinic_course_plan_view_set_property;
  object_class->dispose = clinic_course_plan_view_dispose;

  draft_property = g_param_spec_object ("draft", NULL, NULL, CLINIC_TYPE_COURSE_DRAFT,
                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, 1, draft_property);

  g_type_ensure (CLINIC_TYPE_MONTH_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-course-plan-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicCoursePlanView, list);
  gtk_widget_class_bind_template_child (widget_class, ClinicCoursePlanView, months);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  clinic_closures_bind (widget_class);
}

static void
clinic_course_plan_view_init (ClinicCoursePlanView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
