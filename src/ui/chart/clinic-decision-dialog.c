/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-decide.h"
#include "clinic-decision-dialog.h"
#include "clinic-decision-start.h"
#include "clinic-direction.h"
#include "clinic-form-save.h"
#include "clinic-photo-course.h"
#include "clinic-photo-window.h"
#include "clinic-present.h"
#include "clinic-score-row.h"
#include "clinic-toast.h"

struct _ClinicDecisionDialog
{
  AdwWindow parent_instance;

  ClinicDesk     *desk;
  ClinicForm     *form;
  ClinicFormSave *save;
  char           *proposal;     /* the visits as the next phase would have them, in words */
  GPtrArray      *photos;       /* ClinicPhoto, of which .first and .last are compared */
  guint           first;
  guint           last;

  ClinicNotice   *notice;
  ClinicScoreRow *score_row;
  AdwActionRow   *photos_row;
  GtkLabel       *plan;
};

G_DEFINE_FINAL_TYPE (ClinicDecisionDialog, clinic_decision_dialog, ADW_TYPE_WINDOW)

static void
choice_cb (ClinicDecisionDialog *self)
{
  const char *choice = self->form != NULL
                       ? CLINIC_DECISION (clinic_form_get_record (self->form))->choice : NULL;
  gboolean taper = g_strcmp0 (choice, "taper") == 0;
  g_autofree char *plan = clinic_direction_begin_lines (taper ? self->proposal : NULL);

  gtk_label_set_label (self->plan, plan);
  gtk_widget_set_visible (GTK_WIDGET (self->plan), taper);
}

/* Somebody who responds is proposed the next phase. */
static void
score_cb (ClinicDecisionDialog *self)
{
  gint64 score = clinic_score_row_get_score (self->score_row);

  if (self->form == NULL)
    return;

  g_object_set (clinic_form_get_record (self->form), "score", score, "choice", score > 0 ? "taper" : "continue", NULL);
  choice_cb (self);
}

static void
take_photos (ClinicDecisionDialog *self,
             ClinicDecisionStart  *start)
{
  gboolean pair = clinic_photo_course_find_pair (start->photos, CLINIC_SESSION (start->session)->course_id, &self->first,
                                                 &self->last);
  g_autofree char *words = pair ? clinic_photo_course_say_pair (start->photos->pdata[self->first],
                                                                start->photos->pdata[self->last])
                                : g_strdup (_("No view was photographed on two days"));

  self->photos = g_steal_pointer (&start->photos);
  adw_action_row_set_subtitle (self->photos_row, words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "decision.compare", pair);
}

/* Who looked at them has compared them. */
static void
compared_cb (ClinicDecisionDialog *self)
{
  if (self->form != NULL)
    g_object_set (clinic_form_get_record (self->form), "photos", TRUE, NULL);
}

static void
compare_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinicDecisionDialog *self = CLINIC_DECISION_DIALOG (widget);
  ClinicPhotoWindow *window = clinic_photo_window_present (widget, self->desk, self->photos, self->first, self->last,
                                                           CLINIC_PHOTO_SIDE);

  g_signal_connect_object (window, "compared", G_CALLBACK (compared_cb), self, G_CONNECT_SWAPPED);
}

static void
started_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ClinicDecisionDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDecisionStart) start = clinic_decision_start_finish (result, &error);

  if (self->form != NULL)
    clinic_notice_set_error (self->notice, error);

  if (self->form != NULL && start != NULL)
    {
      ClinicSession *session = CLINIC_SESSION (start->session);

      g_object_set (clinic_form_get_record (self->form), "patient-id", session->patient_id,
                    "course-id", session->course_id, "number", session->number, "session-id",
                    clinic_record_get_id (start->session), NULL);
      self->proposal = g_steal_pointer (&start->proposal);
      take_photos (self, start);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "decision.save", TRUE);
      choice_cb (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->score_row));
    }
}

static gboolean
save (ClinicAct     *act,
      ClinicRecord  *decision,
      gpointer       with,
      GError       **error)
{
  return clinic_decide_take (act, CLINIC_DECISION (decision), error) != 0;
}

static void
saved_cb (ClinicDecisionDialog *self,
          ClinicRecord         *decision,
          gint64                operation)
{
  clinic_toast_show (GTK_WIDGET (self), _("Decided"), operation);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicDecisionDialog *self = CLINIC_DECISION_DIALOG (widget);

  if (clinic_form_save_check (self->save))
    clinic_form_save_run (self->save, save, NULL, NULL);
}

static void
clinic_decision_dialog_dispose (GObject *object)
{
  ClinicDecisionDialog *self = CLINIC_DECISION_DIALOG (object);

  g_clear_object (&self->form);
  g_clear_object (&self->save);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_DECISION_DIALOG);
  g_clear_pointer (&self->proposal, g_free);
  g_clear_pointer (&self->photos, g_ptr_array_unref);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (clinic_decision_dialog_parent_class)->dispose (object);
}

static void
clinic_decision_dialog_class_init (ClinicDecisionDialogClass *klass)
{
  static const char *const fields[] = { "photos", "choice", "reason" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_decision_dialog_dispose;
  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_SCORE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-decision-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicDecisionDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicDecisionDialog, score_row);
  gtk_widget_class_bind_template_child (widget_class, ClinicDecisionDialog, photos_row);
  gtk_widget_class_bind_template_child (widget_class, ClinicDecisionDialog, plan);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_widget_class_bind_template_child_full (widget_class, fields[i], FALSE, 0);

  gtk_widget_class_bind_template_callback (widget_class, score_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_install_action (widget_class, "decision.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "decision.compare", NULL, compare_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_decision_dialog_init (ClinicDecisionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "decision.save", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "decision.compare", FALSE);
  clinic_score_row_set_score (self->score_row, 0);
}

void
clinic_decision_present (GtkWidget  *parent,
                         ClinicDesk *desk,
                         gint64      patient)
{
  g_autoptr(ClinicDecision) draft = clinic_decision_new ();
  ClinicDecisionDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && CLINIC_IS_DESK (desk) && patient != 0);

  self = g_object_new (CLINIC_TYPE_DECISION_DIALOG, "transient-for", gtk_widget_get_root (parent),
                       NULL);
  self->desk = g_object_ref (desk);
  self->form = clinic_form_new (GTK_WIDGET (self), CLINIC_TYPE_DECISION);
  self->save = clinic_form_save_new (desk, self->form, self->notice, "decision.save");
  g_signal_connect_object (self->save, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_object_set (draft, "score", (gint64) 0, "choice", "continue", "decided-on",
                clinic_desk_get_today (desk), NULL);
  clinic_form_set_record (self->form, CLINIC_RECORD (draft), clinic_desk_get_today (desk));
  clinic_decision_start_async (desk, patient, started_cb, g_object_ref (self));
  clinic_present (GTK_WINDOW (self));
}
