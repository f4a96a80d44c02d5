/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-call-entry.h"
#include "clinic-follow-up-run.h"
#include "clinic-locale.h"
#include "clinic-notice.h"
#include "clinic-present.h"
#include "clinic-query-model.h"
#include "clinic-reaction-window.h"
#include "clinic-text.h"
#include "clinic-toast.h"
#include "clinic-today-calls.h"

struct _ClinicTodayCalls
{
  AdwWindow parent_instance;

  ClinicDesk       *desk;
  ClinicQueryModel *model;
  int               place;          /* of the row whose call was made; -1: none */

  GtkListBox       *list;
  GtkStack         *stack;
  ClinicNotice     *notice;
};

G_DEFINE_FINAL_TYPE (ClinicTodayCalls, clinic_today_calls, ADW_TYPE_WINDOW)

/* The argument is "today practitioner". */
static GPtrArray *
list_calls (ClinicDb * db,
            const char  *argument,
            GError * *error)
{
  g_auto(GStrv) words = g_strsplit (argument, " ", 2);

  return clinic_call_entry_list (db, words[0], g_ascii_strtoll (words[1], NULL, 10), error);
}

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ClinicTodayCalls) self = user_data;
  g_autoptr(GError) error = NULL;

  clinic_follow_up_run_finish (result, &error);

  if (self->notice != NULL)
    clinic_notice_set_error (self->notice, error);
}

static int
find_place (ClinicTodayCalls *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicTodayCalls *self = CLINIC_TODAY_CALLS (widget);
  const char *step;
  gint64 call;
  gint64 reaction;

  g_variant_get (parameter, "(&sxx)", &step, &call, &reaction);
  self->place = find_place (self);
  clinic_follow_up_run_async (GTK_WIDGET (self->stack), self->desk, step, call, reaction, taken_cb, g_object_ref (self));
}

static void
activated_cb (ClinicTodayCalls *self,
              GtkListBoxRow    *row)
{
  ClinicCallEntry *entry = g_object_get_data (G_OBJECT (row), "entry");

  if (entry->reaction_id != CLINIC_UNKNOWN)
    clinic_entry_dialog_present (CLINIC_TYPE_REACTION_WINDOW, GTK_WIDGET (self), self->desk,
                                 entry->patient_id, entry->reaction_id);
}

static void
add_button (ClinicCallEntry *entry,
            GtkWidget       *row,
            const char      *label,
            const char      *step)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sxx)", step,
                                    clinic_record_get_id (CLINIC_RECORD (entry)),
                                    entry->reaction_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "calls.step");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  ClinicTodayCalls *self = user_data;
  ClinicCallEntry *entry = item;
  g_autofree char *name = clinic_locale_list_name (entry->family_name, entry->given_name);
  g_autofree char *about = clinic_call_entry_dup_words (entry, clinic_desk_get_today (self->desk));
  /* The number stays in one piece where writing goes to the left. */
  g_autofree char *phone = entry->phone != NULL ? clinic_text_isolate_number (entry->phone)
                                                : g_strdup (_("no number"));
  /* Translators: a patient and the telephone number. */
  g_autofree char *title = g_strdup_printf (_("%s  ·  %s"), name, phone);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  g_object_set_data_full (G_OBJECT (row), "entry", g_object_ref (entry), g_object_unref);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), entry->reaction_id != CLINIC_UNKNOWN);

  if (entry->red_flag)
    {
      GtkWidget *flag = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_set_tooltip_text (flag, _("Red flag"));
      gtk_widget_add_css_class (flag, "error");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), flag);
    }

  if (clinic_desk_may (self->desk, "follow-up.save"))
    {
      add_button (entry, row, _("Called"), "reached");
      add_button (entry, row, _("Again tomorrow"), "again");
    }

  if (entry->reaction_id != CLINIC_UNKNOWN && clinic_desk_may (self->desk, "reaction.clear"))
    add_button (entry, row, _("Cleared"), "cleared");

  return row;
}

/* The row that somebody was at is gone: the keyboard goes to the one in its place, or to the words that nobody is left.
 * By itself it would go to whatever button there is, as that of a word in passing, which has Escape for itself. */
static void
keep_keyboard (ClinicTodayCalls *self)
{
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->model));

  if (self->place >= 0 && n > 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, MIN (self->place, n - 1))));
  else if (self->place >= 0)
    gtk_widget_grab_focus (gtk_stack_get_visible_child (self->stack));

  self->place = -1;
}

static void
loaded_cb (ClinicTodayCalls *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0;

  if (clinic_query_model_get_loading (self->model))
    return;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "empty");
  clinic_notice_set_text (self->notice, "error", clinic_query_model_get_message (self->model));
  keep_keyboard (self);
}

static void
clinic_today_calls_dispose (GObject *object)
{
  ClinicTodayCalls *self = CLINIC_TODAY_CALLS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_TODAY_CALLS);
  g_clear_object (&self->model);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_today_calls_parent_class)->dispose (object);
}

static void
clinic_today_calls_class_init (ClinicTodayCallsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_today_calls_dispose;
  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-today-calls.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayCalls, list);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayCalls, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicTodayCalls, notice);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  clinic_toast_pass_undo (widget_class);
  gtk_widget_class_install_action (widget_class, "calls.step", "(sxx)", step_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_today_calls_init (ClinicTodayCalls *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->place = -1;
}

void
clinic_today_calls_present (GtkWidget  *parent,
                            ClinicDesk *desk,
                            gint64      practitioner)
{
  ClinicTodayCalls *self = g_object_new (CLINIC_TYPE_TODAY_CALLS, "transient-for",
                                         gtk_widget_get_root (parent), NULL);
  g_autofree char *argument = g_strdup_printf ("%s %" G_GINT64_FORMAT, clinic_desk_get_today (desk),
                                               practitioner);

  self->desk = g_object_ref (desk);
  self->model = clinic_query_model_new (clinic_desk_get_reader (desk), CLINIC_TYPE_CALL_ENTRY, list_calls);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->model), create_row, self, NULL);
  g_signal_connect_object (self->model, "notify::loading", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed::follow_up", G_CALLBACK (clinic_query_model_reload),
                           self->model, G_CONNECT_SWAPPED);
  clinic_query_model_set_argument (self->model, argument);
  clinic_present (GTK_WINDOW (self));
}
