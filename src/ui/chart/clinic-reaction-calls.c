/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-date.h"
#include "clinic-follow-up-run.h"
#include "clinic-follow-up-save.h"
#include "clinic-locale.h"
#include "clinic-reaction-calls.h"
#include "clinic-toast.h"

struct _ClinicReactionCalls
{
  AdwBin parent_instance;

  ClinicDesk     *desk;
  ClinicReaction *reaction;

  AdwActionRow   *phone;
  GtkListBox     *list;
  AdwEntryRow    *another;
};

static guint failed_signal;

G_DEFINE_FINAL_TYPE (ClinicReactionCalls, clinic_reaction_calls, ADW_TYPE_BIN)

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!clinic_follow_up_run_finish (result, &error))
    g_signal_emit (source, failed_signal, 0, error);
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicReactionCalls *self = CLINIC_REACTION_CALLS (widget);
  const char *step;
  gint64 call;

  g_variant_get (parameter, "(&sx)", &step, &call);
  clinic_follow_up_run_async (widget, self->desk, step, call,
                              clinic_record_get_id (CLINIC_RECORD (self->reaction)), taken_cb,
                              NULL);
}

static gpointer
save_call (ClinicAct  *act,
           gpointer    data,
           GError    **error)
{
  return GINT_TO_POINTER (clinic_follow_up_save (act, data, error) != 0);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ClinicReactionCalls) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 operation = 0;

  if (clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, &operation, &error) == NULL)
    {
      g_signal_emit (self, failed_signal, 0, error);
      return;
    }

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  clinic_toast_show (GTK_WIDGET (self), _("Call planned"), operation);
  gtk_editable_set_text (GTK_EDITABLE (self->another), "");
}

/* Another call, on the day typed. */
static void
another_cb (ClinicReactionCalls *self)
{
  ClinicFollowUp *call;
  g_autofree char *day = clinic_locale_parse_date (gtk_editable_get_text (GTK_EDITABLE (self->another)),
                                                   clinic_desk_get_today (self->desk), TRUE);

  if (day == NULL)
    {
      g_autoptr(GError) error = g_error_new_literal (CLINIC_ERROR, CLINIC_ERROR_INVALID, _("This is no date."));

      g_signal_emit (self, failed_signal, 0, error);
      return;
    }

  call = g_object_new (CLINIC_TYPE_FOLLOW_UP, "patient-id", self->reaction->patient_id,
                       "reaction-id", clinic_record_get_id (CLINIC_RECORD (self->reaction)),
                       "due-on", day, NULL);
  clinic_desk_run_async (self->desk, save_call, call, g_object_unref, NULL, saved_cb,
                         g_object_ref (self));
}

static void
add_button (ClinicFollowUp *call,
            GtkWidget      *row,
            const char     *label,
            const char     *step)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", step,
                                    clinic_record_get_id (CLINIC_RECORD (call)));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "calls.step");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static char *
dup_done (ClinicReactionCalls *self,
          ClinicFollowUp      *call)
{
  g_autofree char *when = clinic_locale_wall (call->done_at);
  ClinicStaff *staff = call->done_by != CLINIC_UNKNOWN ? clinic_desk_find_staff (self->desk, call->done_by) : NULL;
  const char *outcome = clinic_choice_label (clinic_call_outcomes, call->outcome);

  if (staff == NULL)
    return g_strdup_printf ("%s · %s", outcome, when);

  /* Translators: what came of a call, when, and who made it. */
  return g_strdup_printf (_("%s · %s · %s"), outcome, when, staff->name);
}

static GtkWidget *
create_row (ClinicReactionCalls *self,
            ClinicFollowUp      *call)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = clinic_locale_near_day (call->due_on, clinic_desk_get_today (self->desk));
  g_autofree char *detail = call->done_at != NULL ? dup_done (self, call) : NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), day);

  if (detail == NULL)
    detail = g_strdup (strcmp (call->due_on, clinic_desk_get_today (self->desk)) > 0
                       ? _("To be called") : _("To be called today"));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);

  if (call->done_at == NULL && clinic_desk_may (self->desk, "follow-up.save"))
    {
      add_button (call, row, _("Called"), "reached");
      add_button (call, row, _("Again tomorrow"), "again");
      add_button (call, row, _("Not needed"), "dropped");
    }

  return row;
}

static void
clinic_reaction_calls_dispose (GObject *object)
{
  g_clear_object (&CLINIC_REACTION_CALLS (object)->desk);
  g_clear_object (&CLINIC_REACTION_CALLS (object)->reaction);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_REACTION_CALLS);

  G_OBJECT_CLASS (clinic_reaction_calls_parent_class)->dispose (object);
}

static void
clinic_reaction_calls_class_init (ClinicReactionCallsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_reaction_calls_dispose;
  failed_signal = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-reaction-calls.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionCalls, phone);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionCalls, list);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionCalls, another);
  gtk_widget_class_bind_template_callback (widget_class, another_cb);
  gtk_widget_class_install_action (widget_class, "calls.step", "(sx)", step_action);
}

static void
clinic_reaction_calls_init (ClinicReactionCalls *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_reaction_calls_show (ClinicReactionCalls *self,
                            ClinicDesk          *desk,
                            ClinicReactionCase  *known)
{
  const char *phone;
  GtkWidget *row;

  g_return_if_fail (CLINIC_IS_REACTION_CALLS (self) && known != NULL);

  phone = known->patient->mobile != NULL ? known->patient->mobile : known->patient->phone;

  g_set_object (&self->desk, desk);
  g_set_object (&self->reaction, known->reaction);
  adw_action_row_set_subtitle (self->phone, phone != NULL ? phone : _("Not known"));
  gtk_widget_set_visible (GTK_WIDGET (self->another), clinic_desk_may (desk, "follow-up.save"));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);

  for (guint i = 0; i < known->calls->len; i++)
    gtk_list_box_append (self->list, create_row (self, known->calls->pdata[i]));

  gtk_widget_set_visible (GTK_WIDGET (self->list), known->calls->len > 0);
}
