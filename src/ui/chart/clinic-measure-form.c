/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-derived.h"
#include "clinic-form-save.h"
#include "clinic-measure-answer.h"
#include "clinic-measure-form.h"
#include "clinic-measure-items.h"
#include "clinic-measure-start.h"
#include "clinic-present.h"
#include "clinic-salt-map.h"
#include "clinic-toast.h"

/* Fields of the record that have a row; those a form does not ask are hidden. */
static const char *const fields[] = {
  "metric_id", "value", "counted", "area", "cutoff", "grasped", "wash_hours", "zone", "method", "taken_on",
};

struct _ClinicMeasureForm
{
  AdwWindow parent_instance;

  ClinicDesk              *desk;
  ClinicForm              *form;
  ClinicFormSave          *save;
  const ClinicMeasureKind *kind;
  GListModel              *metrics;
  gboolean                 saying;      /* what is written now is not to be said again */

  ClinicNotice            *notice;
  GtkLabel                *hint;
  ClinicSaltMap           *map;
  ClinicMeasureItems      *items_box;
  ClinicScoreRow          *score;
  AdwComboRow             *rules;
  GtkLabel                *answer;
};

G_DEFINE_FINAL_TYPE (ClinicMeasureForm, clinic_measure_form, ADW_TYPE_WINDOW)

static void
say (ClinicMeasureForm *self)
{
  ClinicMeasurement *draft = CLINIC_MEASUREMENT (clinic_form_get_record (self->form));
  ClinicMetric *metric = clinic_measure_answer_find (self->metrics, draft);
  g_autofree char *words = NULL;

  if (self->saying || metric == NULL)
    return;

  self->saying = TRUE;
  words = clinic_measure_answer_say (draft, metric, self->kind, self->rules);
  gtk_label_set_label (self->answer, words);
  self->saying = FALSE;
}

static void
items_cb (ClinicMeasureForm *self)
{
  double percents[4];

  g_object_set (clinic_form_get_record (self->form), "items",
                clinic_measure_items_get_values (self->items_box, percents), NULL);
  clinic_salt_map_set (self->map, percents);
  say (self);
}

static void
picked_cb (ClinicMeasureForm *self,
           guint              quadrant)
{
  clinic_measure_items_focus (self->items_box, quadrant);
}

static void
chosen_cb (ClinicMeasureForm *self)
{
  if (self->form != NULL)
    clinic_measure_answer_take (CLINIC_MEASUREMENT (clinic_form_get_record (self->form)), self->kind, self->score,
                                self->rules);

  say (self);
}

static GtkWidget *
get_row (ClinicMeasureForm *self,
         const char        *field)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), CLINIC_TYPE_MEASURE_FORM, field));
}

/* All items were gone through: what belongs to them comes next, else it is saved. */
static void
items_done_cb (ClinicMeasureForm *self)
{
  if (clinic_measure_kind_asks (self->kind, "grasped") &&
      CLINIC_MEASUREMENT (clinic_form_get_record (self->form))->grasped == CLINIC_UNKNOWN)
    gtk_widget_grab_focus (get_row (self, "grasped"));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "form.save", NULL);
}

static void
started_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ClinicMeasureForm) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicMeasureStart) start = clinic_measure_start_finish (result, &error);

  if (self->form != NULL)
    clinic_notice_set_error (self->notice, error);

  if (self->form == NULL || start == NULL)
    return;

  self->metrics = clinic_measure_answer_pick (start->metrics, self->kind);
  clinic_measure_answer_follow (CLINIC_MEASUREMENT (clinic_form_get_record (self->form)), start, self->kind,
                                self->rules);
  clinic_form_set_options (self->form, "metric_id", self->metrics, "name", NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", TRUE);

  if (!clinic_measure_items_focus (self->items_box, 0) && self->kind->focus != NULL)
    gtk_widget_grab_focus (get_row (self, self->kind->focus));

  say (self);
}

static void
saved_cb (ClinicMeasureForm *self,
          ClinicRecord      *reading,
          gint64             operation)
{
  clinic_toast_show (GTK_WIDGET (self), _("Measurement saved"), operation);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicMeasureForm *self = CLINIC_MEASURE_FORM (widget);

  if (clinic_form_save_check (self->save))
    clinic_form_save_run (self->save, clinic_measure_start_save, NULL, NULL);
}

static void
clinic_measure_form_dispose (GObject *object)
{
  ClinicMeasureForm *self = CLINIC_MEASURE_FORM (object);

  if (self->form != NULL)
    g_signal_handlers_disconnect_by_data (clinic_form_get_record (self->form), self);

  g_clear_object (&self->form);
  g_clear_object (&self->save);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_MEASURE_FORM);
  g_clear_object (&self->metrics);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (clinic_measure_form_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, ClinicMeasureForm, child)

static void
clinic_measure_form_class_init (ClinicMeasureFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_measure_form_dispose;
  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_SALT_MAP);
  g_type_ensure (CLINIC_TYPE_MEASURE_ITEMS);
  g_type_ensure (CLINIC_TYPE_SCORE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-measure-form.ui");
  BIND (notice);
  BIND (hint);
  BIND (map);
  BIND (items_box);
  BIND (score);
  BIND (rules);
  BIND (answer);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_widget_class_bind_template_child_full (widget_class, fields[i], FALSE, 0);

  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, items_cb);
  gtk_widget_class_bind_template_callback (widget_class, items_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "form.save", NULL);
}

static void
clinic_measure_form_init (ClinicMeasureForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", FALSE);
}

static void
show_kind (ClinicMeasureForm *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _(self->kind->title));
  gtk_label_set_label (self->hint, _(self->kind->hint));
  gtk_widget_set_visible (GTK_WIDGET (self->map), g_str_equal (self->kind->name, "salt"));
  clinic_measure_answer_offer (self->rules, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->score), clinic_measure_kind_asks (self->kind, "score"));
  gtk_widget_set_visible (GTK_WIDGET (self->rules), clinic_measure_kind_asks (self->kind, "rule"));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_widget_set_visible (get_row (self, fields[i]), clinic_measure_kind_asks (self->kind, fields[i]));

  clinic_measure_items_show (self->items_box, self->kind);
}

void
clinic_measure_form_present (GtkWidget               *parent,
                             ClinicDesk              *desk,
                             gint64                   patient,
                             gint64                   session,
                             const ClinicMeasureKind *kind)
{
  g_autoptr(ClinicMeasurement) draft =
    clinic_measure_answer_begin (patient, session, clinic_desk_get_today (desk), kind);
  ClinicMeasureForm *self;

  self = g_object_new (CLINIC_TYPE_MEASURE_FORM, "transient-for", gtk_widget_get_root (parent),
                       NULL);
  self->desk = g_object_ref (desk);
  self->kind = kind;
  self->form = clinic_form_new (GTK_WIDGET (self), CLINIC_TYPE_MEASUREMENT);
  self->save = clinic_form_save_new (desk, self->form, self->notice, "form.save");
  g_signal_connect_object (self->save, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  clinic_form_set_record (self->form, CLINIC_RECORD (draft), clinic_desk_get_today (desk));
  show_kind (self);
  g_signal_connect_object (draft, "notify", G_CALLBACK (say), self, G_CONNECT_SWAPPED);
  clinic_measure_start_async (desk, patient, session, started_cb, g_object_ref (self));
  clinic_present (GTK_WINDOW (self));
}
