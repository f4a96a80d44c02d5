/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-amend-lines.h"
#include "clinic-amend-window.h"
#include "clinic-amendment.h"
#include "clinic-chart-sign.h"
#include "clinic-clock.h"
#include "clinic-form-save.h"
#include "clinic-locale.h"
#include "clinic-present.h"
#include "clinic-toast.h"

struct _ClinicAmendWindow
{
  AdwWindow parent_instance;

  ClinicDesk     *desk;
  ClinicForm     *form;
  ClinicFormSave *save;
  ClinicNotice   *notice;
  GtkWidget      *fields;
  GtkTextView    *text;
  GtkEditable    *reason;
  GtkFlowBox     *reasons;
  GtkWidget      *signed_group;
  GtkListBox     *lines;
  GtkWidget      *before_group;
  GtkListBox     *before;
};

G_DEFINE_FINAL_TYPE (ClinicAmendWindow, clinic_amend_window, ADW_TYPE_WINDOW)

static gboolean
amend (ClinicAct     *act,
       ClinicRecord  *record,
       gpointer       with,
       GError       **error)
{
  ClinicAmendment *amendment = CLINIC_AMENDMENT (record);

  return clinic_chart_amend (act, amendment->session_id, amendment->reason, amendment->text, error) != 0;
}

static void
saved_cb (ClinicAmendWindow *self)
{
  clinic_toast_show (GTK_WIDGET (self), _("Added to the signed session"), 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicFormSave *save = CLINIC_AMEND_WINDOW (widget)->save;

  if (clinic_form_save_check (save))
    clinic_form_save_run (save, amend, NULL, NULL);
}

/* "Vertex: 18 × 0.05 ml → " as a line of its own, to be gone on with. */
static void
correct_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinicAmendWindow *self = CLINIC_AMEND_WINDOW (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);

  if (gtk_text_iter_get_line_offset (&end) > 0)
    gtk_text_buffer_insert (buffer, &end, "\n", 1);

  gtk_text_buffer_insert (buffer, &end, g_variant_get_string (parameter, NULL), -1);
  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
reason_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_editable_set_text (CLINIC_AMEND_WINDOW (widget)->reason, g_variant_get_string (parameter, NULL));
}

static void
clinic_amend_window_dispose (GObject *object)
{
  ClinicAmendWindow *self = CLINIC_AMEND_WINDOW (object);

  g_clear_object (&self->form);
  g_clear_object (&self->save);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_AMEND_WINDOW);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (clinic_amend_window_parent_class)->dispose (object);
}

static void
clinic_amend_window_class_init (ClinicAmendWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_amend_window_dispose;

  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-amend-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicAmendWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicAmendWindow, fields);
  gtk_widget_class_bind_template_child (widget_class, ClinicAmendWindow, text);
  gtk_widget_class_bind_template_child (widget_class, ClinicAmendWindow, reason);
  gtk_widget_class_bind_template_child (widget_class, ClinicAmendWindow, reasons);
  gtk_widget_class_bind_template_child (widget_class, ClinicAmendWindow, signed_group);
  gtk_widget_class_bind_template_child (widget_class, ClinicAmendWindow, lines);
  gtk_widget_class_bind_template_child (widget_class, ClinicAmendWindow, before_group);
  gtk_widget_class_bind_template_child (widget_class, ClinicAmendWindow, before);
  gtk_widget_class_install_action (widget_class, "amend.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "amend.correct", "s", correct_action);
  gtk_widget_class_install_action (widget_class, "amend.reason", "s", reason_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_amend_window_init (ClinicAmendWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
add_row (GtkListBox *list,
         const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (list, row);

  return row;
}

/* Its words, which a row would take for markup. */
static char *
dup_who (ClinicDesk *desk,
         gint64      staff,
         const char *instant)
{
  ClinicStaff *who = clinic_desk_find_staff (desk, staff);
  g_autofree char *when = clinic_locale_instant (instant, clinic_desk_get_clinic (desk)->zone);

  /* Translators: who did something; when. */
  return g_strdup_printf (_("%s, %s"), who != NULL ? who->name : _("somebody"), when);
}

static void
show_signed (ClinicAmendWindow *self,
             ClinicChartSheet  *sheet)
{
  g_autoptr(GPtrArray) lines = clinic_amend_lines_list (sheet);
  ClinicSession *session = sheet->standing->session;
  g_autofree char *who = dup_who (self->desk, session->signed_by, session->signed_at);
  g_autofree char *signed_by = g_strdup_printf (_("Signed by %s. It stays as it is."), who);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->signed_group), signed_by);

  for (guint i = 0; i < lines->len; i++)
    {
      ClinicAmendLine *line = lines->pdata[i];
      GtkWidget *row = add_row (self->lines, line->label, line->value);
      g_autofree char *start = g_strdup_printf ("%s: %s → ", line->label, line->value);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", start);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "amend.correct");
      gtk_widget_set_tooltip_text (row, _("Correct this"));
    }
}

static void
show_before (ClinicAmendWindow *self,
             ClinicChartSheet  *sheet)
{
  for (guint i = 0; i < sheet->amendments->len; i++)
    {
      ClinicAmendment *amendment = sheet->amendments->pdata[i];
      g_autofree char *who = dup_who (self->desk, amendment->staff_id, amendment->written_at);
      /* Translators: why something was added to a signed session; by whom and when. */
      g_autofree char *why = g_strdup_printf (_("%s · %s"), amendment->reason, who);

      add_row (self->before, amendment->text, why);
    }

  gtk_widget_set_visible (self->before_group, sheet->amendments->len > 0);
}

static void
show_reasons (ClinicAmendWindow *self)
{
  const char *reasons[] = { _("Left out"), _("Written down wrongly"), _("Found out later") };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (reasons[i]);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "amend.reason");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", reasons[i]);
      gtk_flow_box_append (self->reasons, button);
    }
}

void
clinic_amend_window_present (GtkWidget        *parent,
                             ClinicDesk       *desk,
                             ClinicChartSheet *sheet)
{
  g_autoptr(ClinicAmendment) draft = clinic_amendment_new ();
  g_autofree char *now = clinic_clock_instant ();
  ClinicAmendWindow *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (CLINIC_IS_DESK (desk) && CLINIC_IS_CHART_SHEET (sheet));

  self = g_object_new (CLINIC_TYPE_AMEND_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);
  self->desk = g_object_ref (desk);
  self->form = clinic_form_new (self->fields, CLINIC_TYPE_AMENDMENT);
  self->save = clinic_form_save_new (desk, self->form, self->notice, "amend.save");
  g_signal_connect_object (self->save, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_object_set (draft, "session-id", sheet->session, "written-at", now,
                "staff-id", clinic_record_get_id (CLINIC_RECORD (clinic_desk_get_actor (desk))), NULL);
  clinic_form_set_record (self->form, CLINIC_RECORD (draft), clinic_desk_get_today (desk));
  show_signed (self, sheet);
  show_before (self, sheet);
  show_reasons (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  clinic_present (GTK_WINDOW (self));
}
