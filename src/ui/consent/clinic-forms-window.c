/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-consent-start.h"
#include "clinic-forms-window.h"
#include "clinic-forms-work.h"
#include "clinic-notice.h"
#include "clinic-present.h"
#include "clinic-toast.h"

struct _ClinicFormsWindow
{
  AdwWindow parent_instance;

  ClinicDesk     *desk;
  GPtrArray      *forms;        /* ClinicConsentTemplate, the latest of each first */
  gboolean        filling;

  ClinicNotice   *notice;
  GtkDropDown    *chooser;
  GtkWidget      *fields;
  GtkEditable    *heading;
  GtkTextView    *body;
  GtkTextView    *preview;
  GtkStack       *stack;
};

G_DEFINE_FINAL_TYPE (ClinicFormsWindow, clinic_forms_window, ADW_TYPE_WINDOW)

static ClinicConsentTemplate *
get_chosen (ClinicFormsWindow * self)
{
  guint chosen = gtk_drop_down_get_selected (self->chooser);

  return self->forms != NULL && chosen < self->forms->len ? self->forms->pdata[chosen] : NULL;
}

static char *
dup_body (ClinicFormsWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->body);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* A copy with what is typed. */
static ClinicConsentTemplate *
make_draft (ClinicFormsWindow *self)
{
  ClinicRecord *draft = clinic_record_copy (CLINIC_RECORD (get_chosen (self)));
  g_autofree char *body = dup_body (self);

  g_object_set (draft, "title", gtk_editable_get_text (self->heading), "body", body, NULL);

  return CLINIC_CONSENT_TEMPLATE (draft);
}

static void
typed_cb (ClinicFormsWindow *self)
{
  ClinicConsentTemplate *form = get_chosen (self);
  g_autoptr(ClinicConsentTemplate) draft = NULL;

  if (self->filling || form == NULL)
    return;

  draft = make_draft (self);
  clinic_consent_start_show (gtk_text_view_get_buffer (self->preview), draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "forms.save",
                                 !clinic_record_equal (CLINIC_RECORD (form), CLINIC_RECORD (draft)) &&
                                 clinic_desk_may (self->desk, "consent.form"));
}

static void
chosen_cb (ClinicFormsWindow *self)
{
  ClinicConsentTemplate *form = get_chosen (self);

  if (form == NULL)
    return;

  self->filling = TRUE;
  gtk_editable_set_text (self->heading, form->title);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->body), form->body, -1);
  self->filling = FALSE;
  typed_cb (self);
}

static void
show_forms (ClinicFormsWindow *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->forms->len; i++)
    gtk_string_list_take (names, clinic_consent_form_dup_name (self->forms->pdata[i]));

  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (names));
  gtk_stack_set_visible_child_name (self->stack, self->forms->len > 0 ? "forms" : "none");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "forms.take",
                                 clinic_desk_may (self->desk, "consent.form"));
  chosen_cb (self);
}

static void
forms_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(ClinicFormsWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  GPtrArray *forms;

  if (self->desk == NULL)
    return;

  forms = clinic_worker_run_finish (clinic_desk_get_reader (self->desk), result, &error);
  clinic_notice_set_error (self->notice, error);

  if (forms == NULL)
    return;

  g_clear_pointer (&self->forms, g_ptr_array_unref);
  self->forms = forms;
  show_forms (self);
}

static void
load (ClinicFormsWindow *self)
{
  clinic_worker_run_async (clinic_desk_get_reader (self->desk), clinic_forms_read, NULL, NULL,
                           (GDestroyNotify) g_ptr_array_unref, NULL, forms_read_cb,
                           g_object_ref (self));
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(ClinicFormsWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 operation = 0;
  gboolean done = clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, &operation,
                                          &error) != NULL;

  if (self->desk == NULL)
    return;

  clinic_notice_set_error (self->notice, error);

  if (!done)
    return;

  clinic_toast_show (GTK_WIDGET (self), _("Form saved"), 0);
  load (self);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicFormsWindow *self = CLINIC_FORMS_WINDOW (widget);

  gtk_widget_action_set_enabled (widget, "forms.save", FALSE);
  clinic_desk_run_async (self->desk, clinic_forms_save, make_draft (self), g_object_unref, NULL, done_cb,
                         g_object_ref (self));
}

static void
take_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicFormsWindow *self = CLINIC_FORMS_WINDOW (widget);

  clinic_desk_run_async (self->desk, clinic_forms_take, NULL, NULL, NULL, done_cb, g_object_ref (self));
}

static void
clinic_forms_window_dispose (GObject *object)
{
  ClinicFormsWindow *self = CLINIC_FORMS_WINDOW (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_FORMS_WINDOW);

  G_OBJECT_CLASS (clinic_forms_window_parent_class)->dispose (object);
}

static void
clinic_forms_window_class_init (ClinicFormsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_forms_window_dispose;
  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-forms-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicFormsWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicFormsWindow, chooser);
  gtk_widget_class_bind_template_child (widget_class, ClinicFormsWindow, fields);
  gtk_widget_class_bind_template_child (widget_class, ClinicFormsWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, ClinicFormsWindow, body);
  gtk_widget_class_bind_template_child (widget_class, ClinicFormsWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, ClinicFormsWindow, stack);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_install_action (widget_class, "forms.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "forms.take", NULL, take_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_forms_window_init (ClinicFormsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->heading, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_object (gtk_text_view_get_buffer (self->body), "changed",
                           G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "forms.save", FALSE);
}

void
clinic_forms_window_present (GtkWidget  *parent,
                             ClinicDesk *desk)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  ClinicFormsWindow *self = g_object_new (CLINIC_TYPE_FORMS_WINDOW, "modal", TRUE,
                                          "transient-for", GTK_IS_WINDOW (root) ? root : NULL,
                                          NULL);

  self->desk = g_object_ref (desk);
  load (self);
  clinic_present (GTK_WINDOW (self));
}
