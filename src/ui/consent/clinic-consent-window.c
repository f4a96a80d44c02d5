/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-consent-draft.h"
#include "clinic-consent-window.h"
#include "clinic-notice.h"
#include "clinic-present.h"
#include "clinic-read-end.h"
#include "clinic-signature-pad.h"
#include "clinic-toast.h"

struct _ClinicConsentWindow
{
  AdwWindow parent_instance;

  ClinicDesk         *desk;
  ClinicConsentDraft  draft;

  ClinicNotice       *notice;
  GtkDropDown        *form;
  GtkDropDown        *scope;
  GtkWidget          *scope_box;
  GtkTextView        *text;
  GtkScrolledWindow  *scroll;
  GtkLabel           *hint;
  GtkWidget          *signing;
  GtkEditable        *signed_name;
  GtkEditable        *witness;
  GtkCheckButton     *typed;
  GtkStack           *ways;
  ClinicSignaturePad *pad;
};

G_DEFINE_FINAL_TYPE (ClinicConsentWindow, clinic_consent_window, ADW_TYPE_WINDOW)

static void
state_changed_cb (ClinicConsentWindow *self)
{
  ClinicConsentDraft *draft = &self->draft;

  g_free (draft->name);
  draft->name = g_strdup (gtk_editable_get_text (self->signed_name));
  draft->typed = gtk_check_button_get_active (self->typed);
  draft->drawn = clinic_signature_pad_get_signed (self->pad);
  gtk_label_set_text (self->hint, clinic_consent_draft_get_hint (draft));
  gtk_widget_set_sensitive (self->signing, draft->reached);
  gtk_stack_set_visible_child_name (self->ways, draft->typed ? "typed" : "drawn");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "consent.sign",
                                 clinic_consent_draft_is_ready (draft));
}

static void
end_seen_cb (gpointer user_data)
{
  ClinicConsentWindow *self = user_data;

  if (self->draft.reached || clinic_consent_draft_get_form (&self->draft) == NULL)
    return;

  self->draft.reached = TRUE;
  state_changed_cb (self);
}

static void
form_chosen_cb (ClinicConsentWindow *self)
{
  ClinicConsentTemplate *form;

  self->draft.chosen = gtk_drop_down_get_selected (self->form);
  form = clinic_consent_draft_get_form (&self->draft);

  if (form == NULL)
    return;

  self->draft.reached = FALSE;
  clinic_consent_start_show (gtk_text_view_get_buffer (self->text), form);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0);
  state_changed_cb (self);
}

static void
show_forms (ClinicConsentWindow *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->draft.start->forms->len; i++)
    gtk_string_list_take (names, clinic_consent_form_dup_name (self->draft.start->forms->pdata[i]));

  gtk_drop_down_set_model (self->form, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->form, self->draft.start->chosen);
  gtk_editable_set_text (self->signed_name, self->draft.start->name);
  form_chosen_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));

  if (self->draft.start->forms->len == 0)
    clinic_notice_set_text (self->notice, "warning",
                            _("There is no form for this in force. Forms are made in the preferences."));
}

static void
start_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(ClinicConsentWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (self->desk == NULL)
    return;

  self->draft.start = clinic_consent_start_finish (self->desk, result, &error);

  if (self->draft.start != NULL)
    show_forms (self);
  else
    clinic_notice_set_error (self->notice, error);
}

static void
signed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinicConsentWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicRecord) consent = clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL,
                                                            &error);

  if (self->desk == NULL)
    return;

  if (consent != NULL)
    {
      clinic_toast_show (GTK_WIDGET (self), _("Consent signed"), 0);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  clinic_notice_set_error (self->notice, error);
  state_changed_cb (self);
}

static void
sign_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicConsentWindow *self = CLINIC_CONSENT_WINDOW (widget);

  g_autofree char *strokes = clinic_signature_pad_dup_strokes (self->pad);
  ClinicConsent *consent = clinic_consent_draft_make (&self->draft,
                                                      gtk_drop_down_get_selected (self->scope),
                                                      gtk_editable_get_text (self->witness),
                                                      strokes);

  gtk_widget_action_set_enabled (widget, "consent.sign", FALSE);
  clinic_desk_run_async (self->desk, clinic_consent_draft_sign, consent, g_object_unref,
                         g_object_unref, signed_cb, g_object_ref (self));
}

static void
clinic_consent_window_dispose (GObject *object)
{
  ClinicConsentWindow *self = CLINIC_CONSENT_WINDOW (object);

  if (self->scroll != NULL)
    g_object_set_data (G_OBJECT (self->scroll), "clinic-read-end", NULL);

  g_clear_object (&self->desk);
  clinic_consent_draft_clear (&self->draft);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_CONSENT_WINDOW);

  G_OBJECT_CLASS (clinic_consent_window_parent_class)->dispose (object);
}

static void
clinic_consent_window_class_init (ClinicConsentWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_consent_window_dispose;
  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_SIGNATURE_PAD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-consent-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentWindow, form);
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentWindow, scope);
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentWindow, scope_box);
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentWindow, text);
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentWindow, scroll);
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentWindow, hint);
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentWindow, signing);
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentWindow, signed_name);
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentWindow, witness);
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentWindow, typed);
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentWindow, ways);
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentWindow, pad);
  gtk_widget_class_bind_template_callback (widget_class, state_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, clinic_signature_pad_undo);
  gtk_widget_class_bind_template_callback (widget_class, clinic_signature_pad_clear);
  gtk_widget_class_install_action (widget_class, "consent.sign", NULL, sign_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "consent.sign", NULL);
}

static void
clinic_consent_window_init (ClinicConsentWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  clinic_read_end_watch (self->scroll, end_seen_cb, self);
  state_changed_cb (self);
}

void
clinic_consent_window_present (GtkWidget  *parent,
                               ClinicDesk *desk,
                               gint64      patient,
                               gint64      course,
                               const char *purpose)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  ClinicConsentWindow *self = g_object_new (CLINIC_TYPE_CONSENT_WINDOW, "modal", TRUE,
                                            "transient-for", GTK_IS_WINDOW (root) ? root : NULL,
                                            NULL);

  self->desk = g_object_ref (desk);
  self->draft.patient = patient;
  self->draft.course = course;
  self->draft.purpose = g_strdup (purpose);
  gtk_widget_set_visible (self->scope_box, g_strcmp0 (purpose, "photo") == 0);
  clinic_consent_start_async (desk, patient, purpose, start_read_cb, g_object_ref (self));
  clinic_present (GTK_WINDOW (self));
}
