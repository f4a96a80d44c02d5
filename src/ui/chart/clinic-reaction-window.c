/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-case-list.h"
#include "clinic-causality.h"
#include "clinic-choices.h"
#include "clinic-notice.h"
#include "clinic-nth-part.h"
#include "clinic-radio-rows.h"
#include "clinic-reaction-calls.h"
#include "clinic-reaction-log.h"
#include "clinic-reaction-naranjo.h"
#include "clinic-reaction-watch.h"
#include "clinic-reaction-window.h"
#include "clinic-reaction-words.h"
#include "clinic-toast.h"

struct _ClinicReactionWindow
{
  ClinicEntryDialog parent_instance;

  gint64   id;
  gboolean prepared;                    /* the fields show the reaction */

  ClinicNotice          *notice;
  ClinicNotice          *flag;
  GtkLabel              *course;
  GtkLabel              *source;
  GtkLabel              *assessed;
  AdwPreferencesGroup   *how_bad;
  ClinicRadioRows       *grades;
  ClinicRadioRows       *causalities;
  ClinicReactionNaranjo *scale;
  ClinicReactionWatch   *watch;
  ClinicReactionCalls   *calls;
  GtkListBox            *elements;
  GtkWidget             *specified;
};

G_DEFINE_FINAL_TYPE (ClinicReactionWindow, clinic_reaction_window, CLINIC_TYPE_ENTRY_DIALOG)

static gint64
save (ClinicAct     *act,
      ClinicRecord  *record,
      GError       **error)
{
  return clinic_reaction_log (act, CLINIC_REACTION (record), error);
}

static void
show_kind (ClinicReactionWindow *self,
           ClinicReactionCase   *known)
{
  ClinicDesk *desk = clinic_entry_dialog_get_desk (CLINIC_ENTRY_DIALOG (self));
  ClinicReaction *reaction = known->reaction;
  g_autofree char *course = clinic_reaction_words_course (reaction, known->kind, clinic_desk_get_today (desk));
  g_autofree char *source = g_strdup_printf (_("Source: %s"), known->kind->source != NULL ? known->kind->source : "–");
  g_autofree char *assessed =
    clinic_reaction_words_assessed (reaction, clinic_desk_find_staff (desk, reaction->assessed_by));

  gtk_window_set_title (GTK_WINDOW (self),
                        reaction->specified != NULL ? reaction->specified : known->kind->name);
  gtk_label_set_label (self->course, course);
  gtk_label_set_label (self->source, source);
  gtk_label_set_label (self->assessed, assessed);
  gtk_widget_set_visible (self->specified, known->kind->specify || reaction->specified != NULL);

  if (known->kind->red_flag && reaction->cleared == NULL)
    clinic_notice_set_text (self->flag, "error", known->kind->advice != NULL ? known->kind->advice : course);
}

/* Only the grades that the kind's term has. */
static void
show_grades (ClinicReactionWindow *self,
             ClinicReactionCase   *known)
{
  g_autofree char *term = clinic_reaction_words_term (known->reaction, known->kind);

  adw_preferences_group_set_description (self->how_bad, term);

  for (gint64 grade = 1; grade <= 5; grade++)
    {
      const char *definition = clinic_reaction_kind_get_grade (known->kind, grade);
      g_autofree char *value = g_strdup_printf ("%d", (int) grade);
      g_autofree char *title = g_strdup_printf (_("Grade %d"), (int) grade);

      if (definition != NULL)
        clinic_radio_rows_add (self->grades, value, title, definition);
    }
}

static gboolean
grade_to_value (GBinding     *binding,
                const GValue *from,
                GValue       *to,
                gpointer      user_data)
{
  gint64 grade = g_value_get_int64 (from);

  g_value_take_string (to, grade != CLINIC_UNKNOWN ? g_strdup_printf ("%d", (int) grade) : NULL);

  return TRUE;
}

static gboolean
value_to_grade (GBinding     *binding,
                const GValue *from,
                GValue       *to,
                gpointer      user_data)
{
  const char *value = g_value_get_string (from);

  g_value_set_int64 (to, value != NULL ? g_ascii_strtoll (value, NULL, 10) : CLINIC_UNKNOWN);

  return TRUE;
}

static void
bind_draft (ClinicReactionWindow *self)
{
  ClinicRecord *draft = clinic_entry_dialog_get_draft (CLINIC_ENTRY_DIALOG (self));
  GBindingFlags flags = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  for (const ClinicChoice *choice = clinic_causalities; choice->value != NULL; choice++)
    clinic_radio_rows_add (self->causalities, choice->value, _(choice->label),
                           clinic_causality_get_criteria (choice->value));

  g_object_bind_property (draft, "causality", self->causalities, "value", flags);
  g_object_bind_property (draft, "naranjo", self->scale, "answers", flags);
  g_object_bind_property_full (draft, "grade", self->grades, "value", flags, grade_to_value,
                               value_to_grade, NULL, NULL);
}

static void
failed_cb (ClinicReactionWindow *self,
           const GError         *error)
{
  clinic_notice_set_error (self->notice, error);
}

static void
case_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(ClinicReactionWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicReactionCase) known = clinic_reaction_case_read_finish (result, &error);
  ClinicDesk *desk = clinic_entry_dialog_get_desk (CLINIC_ENTRY_DIALOG (self));

  if (self->watch == NULL || desk == NULL)
    return;

  clinic_notice_set_error (self->notice, error);

  if (known == NULL)
    return;

  if (!self->prepared)
    {
      show_grades (self, known);
      bind_draft (self);
      self->prepared = TRUE;
    }

  show_kind (self, known);
  clinic_case_list_show (self->elements, clinic_reaction_case_get_elements (known));
  clinic_reaction_watch_show (self->watch, desk, known);
  clinic_reaction_calls_show (self->calls, desk, known);
}

static void
read_case (ClinicReactionWindow *self)
{
  ClinicDesk *desk = clinic_entry_dialog_get_desk (CLINIC_ENTRY_DIALOG (self));

  if (desk != NULL)
    clinic_reaction_case_read_async (desk, self->id, case_read_cb, g_object_ref (self));
}

static void
prepare (ClinicEntryDialog *dialog,
         ClinicRecord      *record)
{
  ClinicReactionWindow *self = CLINIC_REACTION_WINDOW (dialog);
  ClinicDesk *desk = clinic_entry_dialog_get_desk (dialog);

  self->id = clinic_record_get_id (record);
  g_signal_connect_object (desk, "changed::reaction_suspect", G_CALLBACK (read_case), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed::follow_up", G_CALLBACK (read_case), self, G_CONNECT_SWAPPED);
  read_case (self);
}

static void
clinic_reaction_window_class_init (ClinicReactionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ClinicEntryDialogClass *dialog_class = CLINIC_ENTRY_DIALOG_CLASS (klass);
  static const ClinicEntryOptions options[] = { { NULL } };

  dialog_class->record_type = CLINIC_TYPE_REACTION;
  dialog_class->options = options;
  dialog_class->done = N_("Reaction saved");
  dialog_class->save = save;
  dialog_class->prepare = prepare;

  g_type_ensure (CLINIC_TYPE_RADIO_ROWS);
  g_type_ensure (CLINIC_TYPE_REACTION_CALLS);
  g_type_ensure (CLINIC_TYPE_REACTION_NARANJO);
  g_type_ensure (CLINIC_TYPE_REACTION_WATCH);
  clinic_entry_dialog_class_bind (dialog_class,
                                  "/org/anagen/Anagen/ui/clinic-reaction-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionWindow, flag);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionWindow, course);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionWindow, source);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionWindow, assessed);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionWindow, how_bad);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionWindow, grades);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionWindow, causalities);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionWindow, scale);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionWindow, watch);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionWindow, calls);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionWindow, elements);
  gtk_widget_class_bind_template_child (widget_class, ClinicReactionWindow, specified);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  clinic_nth_part_bind (widget_class, 4);
  clinic_toast_pass_undo (widget_class);
}

static void
clinic_reaction_window_init (ClinicReactionWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->notice = CLINIC_NOTICE (gtk_widget_get_template_child (GTK_WIDGET (self), CLINIC_TYPE_REACTION_WINDOW, "notice"));
}
