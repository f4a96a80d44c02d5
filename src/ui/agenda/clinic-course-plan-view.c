/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-course-plan-view.h"
#include "clinic-month-strip.h"
#include "clinic-planned-row.h"

struct _ClinicCoursePlanView
{
  AdwBin parent_instance;

  ClinicDesk       *desk;
  GListStore       *sessions;       /* ClinicPlannedSession */

  GtkWidget        *clash_bar;
  GtkLabel         *clash_label;
  GtkListBox       *list;
  ClinicMonthStrip *months;
};

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

  return clinic_planned_row_new (item, clinic_desk_get_clinic (self->desk)->slot_minutes,
                                 clinic_desk_get_today (self->desk));
}

static void
clinic_course_plan_view_dispose (GObject *object)
{
  ClinicCoursePlanView *self = CLINIC_COURSE_PLAN_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_COURSE_PLAN_VIEW);
  g_clear_object (&self->sessions);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_course_plan_view_parent_class)->dispose (object);
}

static void
clinic_course_plan_view_class_init (ClinicCoursePlanViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_course_plan_view_dispose;

  g_type_ensure (CLINIC_TYPE_MONTH_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-course-plan-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicCoursePlanView, clash_bar);
  gtk_widget_class_bind_template_child (widget_class, ClinicCoursePlanView, clash_label);
  gtk_widget_class_bind_template_child (widget_class, ClinicCoursePlanView, list);
  gtk_widget_class_bind_template_child (widget_class, ClinicCoursePlanView, months);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
clinic_course_plan_view_init (ClinicCoursePlanView *self)
{
  self->sessions = g_list_store_new (CLINIC_TYPE_PLANNED_SESSION);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_course_plan_view_set_desk (ClinicCoursePlanView *self,
                                  ClinicDesk           *desk)
{
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->sessions), make_row, self, NULL);
}

static void
show_clashes (ClinicCoursePlanView *self,
              guint                 n_clashes)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u session cannot be as planned",
                                                      "%u sessions cannot be as planned",
                                                      n_clashes), n_clashes);

  gtk_label_set_label (self->clash_label, words);
  gtk_widget_set_visible (self->clash_bar, n_clashes > 0);
}

/* Sessions that stay are the same objects, so that their rows stay too, and with them the
 * keyboard. */
void
clinic_course_plan_view_show (ClinicCoursePlanView *self,
                              ClinicCourseProposal *proposal)
{
  g_autoptr(GPtrArray) list = clinic_course_proposal_list (proposal);
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->sessions));
  guint n_same = MIN (n_shown, list->len);

  for (guint i = 0; i < n_same; i++)
    {
      g_autoptr(ClinicRecord) shown = g_list_model_get_item (G_LIST_MODEL (self->sessions), i);

      clinic_record_assign (shown, list->pdata[i]);
    }

  if (n_shown != list->len)
    g_list_store_splice (self->sessions, n_same, n_shown - n_same, list->pdata + n_same,
                         list->len - n_same);

  clinic_month_strip_show (self->months, G_LIST_MODEL (self->sessions));
  show_clashes (self, proposal->plan->n_clashes);
}

void
clinic_course_plan_view_move (ClinicCoursePlanView *self,
                              guint                 number,
                              const char           *starts)
{
  g_autoptr(GObject) session = g_list_model_get_item (G_LIST_MODEL (self->sessions), number - 1);

  if (session != NULL)
    g_object_set (session, "starts", starts, NULL);
}
