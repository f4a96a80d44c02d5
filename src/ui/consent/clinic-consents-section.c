/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-ask.h"
#include "clinic-consent-sign.h"
#include "clinic-consent-window.h"
#include "clinic-consents-read.h"
#include "clinic-consents-section.h"
#include "clinic-home-care-dialog.h"
#include "clinic-locale.h"
#include "clinic-notice.h"
#include "clinic-paper-out.h"
#include "clinic-papers.h"
#include "clinic-toast.h"

struct _ClinicConsentsSection
{
  ClinicPatientSection parent_instance;

  GCancellable *cancellable;

  ClinicNotice *notice;
  GtkListBox   *needs;
  GtkListBox   *signed_ones;
  GtkListBox   *home;
  GtkWidget    *no_signed;
  GtkWidget    *no_home;
};

G_DEFINE_FINAL_TYPE (ClinicConsentsSection, clinic_consents_section, CLINIC_TYPE_PATIENT_SECTION)

typedef struct
{
  ClinicConsentsSection *section;
  gint64                 consent;
  char                  *reason;
} Withdrawal;

static void
withdrawal_free (gpointer data)
{
  Withdrawal *self = data;

  g_clear_object (&self->section);
  g_free (self->reason);
  g_free (self);
}

static gpointer
withdraw (ClinicAct  *act,
          gpointer    data,
          GError    **error)
{
  Withdrawal *self = data;

  return GINT_TO_POINTER (clinic_consent_withdraw (act, self->consent, self->reason, error) != 0);
}

/* No undo is offered: a withdrawal stays. */
static void
withdrawn_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(ClinicConsentsSection) self = user_data;
  g_autoptr(GError) error = NULL;

  if (clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL, &error) != NULL)
    clinic_toast_show (GTK_WIDGET (self), _("Consent withdrawn"), 0);
  else
    clinic_toast_error (GTK_WIDGET (self), error);
}

static void
reason_given_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Withdrawal *withdrawal = user_data;
  g_autoptr(ClinicConsentsSection) self = g_steal_pointer (&withdrawal->section);

  withdrawal->reason = clinic_ask_reason_finish (GTK_WIDGET (source), result);

  if (withdrawal->reason != NULL)
    clinic_desk_run_async (clinic_page_get_desk (CLINIC_PAGE (self)), withdraw, withdrawal,
                           withdrawal_free, NULL, withdrawn_cb, g_object_ref (self));
  else
    withdrawal_free (withdrawal);
}

static void
withdraw_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  const char *const suggestions[] = { _("The patient’s wish"), NULL };
  Withdrawal *withdrawal = g_new0 (Withdrawal, 1);

  withdrawal->section = g_object_ref (CLINIC_CONSENTS_SECTION (widget));
  withdrawal->consent = g_variant_get_int64 (parameter);
  clinic_ask_reason_async (widget, _("The patient withdraws this consent"),
                           _("It cannot be taken back: to treat again, a new one is signed."),
                           _("_Withdraw"), suggestions, reason_given_cb, withdrawal);
}

static void
sign_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicPage *page = CLINIC_PAGE (widget);
  const char *purpose;
  gint64 course;

  g_variant_get (parameter, "(&sx)", &purpose, &course);
  clinic_consent_window_present (widget, clinic_page_get_desk (page), clinic_page_get_id (page),
                                 course, purpose);
}

static void
paper_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (widget));
  gint64 id = g_variant_get_int64 (parameter);

  if (g_str_equal (name, "consent.print"))
    clinic_paper_out_print (widget, desk, clinic_paper_of_consent, id);
  else
    clinic_paper_out_save (widget, desk, clinic_paper_of_consent, id, _("Consent"));
}

static void
home_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicPage *page = CLINIC_PAGE (widget);

  clinic_entry_dialog_present (CLINIC_TYPE_HOME_CARE_DIALOG, widget, clinic_page_get_desk (page),
                               clinic_page_get_id (page),
                               parameter != NULL ? g_variant_get_int64 (parameter) : 0);
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  /* What people wrote is no markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

static GtkWidget *
make_button (const char *label,
             const char *icon,
             const char *tooltip,
             const char *action,
             GVariant   *target)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon)
                                   : gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");

  if (tooltip != NULL)
    {
      gtk_widget_set_tooltip_text (button, tooltip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
    }

  return button;
}

static GtkWidget *
make_need_row (ClinicConsentNeed *need)
{
  GtkWidget *row = make_row (need->title, need->state);
  GtkWidget *sign = gtk_image_new_from_icon_name (need->stands ? "object-select-symbolic"
                                                               : "dialog-warning-symbolic");
  GtkWidget *button = make_button (need->stands ? _("Sign _anew…") : _("_Sign…"), NULL, NULL,
                                   "consent.sign",
                                   g_variant_new ("(sx)", need->purpose, need->course));

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), sign);

  if (!need->stands)
    gtk_widget_remove_css_class (button, "flat");

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static GtkWidget *
make_signed_row (ClinicConsentSigned *one)
{
  g_autofree char *detail = g_strjoin ("\n", one->detail,
                                       one->altered ? _("Changed since it was signed: this is not what was signed")
                                                    : one->withdrawn,
                                       one->altered ? one->withdrawn : NULL, NULL);
  GtkWidget *row = make_row (one->title, detail);
  GVariant *id = g_variant_ref_sink (g_variant_new_int64 (one->id));

  if (one->altered)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("dialog-error-symbolic"));

  if (one->withdrawn == NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               make_button (_("_Withdraw…"), NULL, NULL, "consent.withdraw", id));
  else
    adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("action-unavailable-symbolic"));

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_button (NULL, "document-save-symbolic", _("Save as PDF"),
                                          "consent.save", id));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_button (NULL, "printer-symbolic", _("Print"), "consent.print",
                                          id));
  g_variant_unref (id);

  return row;
}

static GtkWidget *
make_home_row (ClinicHomeCare *care)
{
  g_autofree char *since = care->since != NULL ? clinic_locale_date (care->since) : NULL;
  g_autofree char *until = care->until != NULL ? clinic_locale_date (care->until) : NULL;
  g_autoptr(GString) detail = g_string_new (care->directions);
  GtkWidget *row;

  if (since != NULL)
    {
      g_string_append (detail, detail->len > 0 ? " · " : "");
      g_string_append_printf (detail, _("since %s"), since);
    }

  if (until != NULL)
    {
      g_string_append (detail, detail->len > 0 ? " · " : "");
      g_string_append_printf (detail, _("until %s"), until);
    }

  row = make_row (care->what, detail->str);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_button (NULL, "document-edit-symbolic", _("Change"), "home.edit",
                                          g_variant_new_int64 (clinic_record_get_id (CLINIC_RECORD (care)))));

  return row;
}

static void
empty (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

typedef GtkWidget *(* MakeRow) (gpointer item);

static void
fill (GtkListBox *list,
      GPtrArray  *items,
      MakeRow     make,
      GtkWidget  *nothing)
{
  empty (list);

  for (guint i = 0; i < items->len; i++)
    gtk_list_box_append (list, make (items->pdata[i]));

  gtk_widget_set_visible (GTK_WIDGET (list), items->len > 0);

  if (nothing != NULL)
    gtk_widget_set_visible (nothing, items->len == 0);
}

static void
consents_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(ClinicConsentsSection) self = user_data;
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicConsentsRead) read = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || self->needs == NULL)
    return;

  read = clinic_consents_read_finish (desk, result, &error);
  clinic_page_set_loading (CLINIC_PAGE (self), FALSE);
  clinic_notice_set_error (self->notice, error);

  if (read == NULL)
    return;

  fill (self->needs, read->needs, (MakeRow) make_need_row, NULL);
  fill (self->signed_ones, read->signed_ones, (MakeRow) make_signed_row, self->no_signed);
  fill (self->home, read->home, (MakeRow) make_home_row, self->no_home);
}

static void
clinic_consents_section_reload (ClinicPage *page)
{
  ClinicConsentsSection *self = CLINIC_CONSENTS_SECTION (page);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (clinic_page_get_id (page) == 0)
    return;

  self->cancellable = g_cancellable_new ();
  clinic_page_set_loading (page, TRUE);
  clinic_consents_read_async (clinic_page_get_desk (page), clinic_page_get_id (page),
                              self->cancellable, consents_read_cb, g_object_ref (self));
}

static void
clinic_consents_section_allow (ClinicPatientSection *section)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (section));
  GtkWidget *widget = GTK_WIDGET (section);

  gtk_widget_action_set_enabled (widget, "consent.sign",
                                 desk != NULL && clinic_desk_may (desk, "consent.sign"));
  gtk_widget_action_set_enabled (widget, "consent.withdraw",
                                 desk != NULL && clinic_desk_may (desk, "consent.withdraw"));
  gtk_widget_action_set_enabled (widget, "consent.save",
                                 desk != NULL && clinic_desk_may (desk, "paper.write"));
  gtk_widget_action_set_enabled (widget, "consent.print",
                                 desk != NULL && clinic_desk_may (desk, "paper.write"));
  gtk_widget_action_set_enabled (widget, "home.add",
                                 desk != NULL && clinic_desk_may (desk, "homecare.save"));
  gtk_widget_action_set_enabled (widget, "home.edit",
                                 desk != NULL && clinic_desk_may (desk, "homecare.save"));
}

static void
clinic_consents_section_file_set (ClinicPatientSection *section)
{
  clinic_consents_section_allow (section);
}

static void
clinic_consents_section_dispose (GObject *object)
{
  ClinicConsentsSection *self = CLINIC_CONSENTS_SECTION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_CONSENTS_SECTION);

  G_OBJECT_CLASS (clinic_consents_section_parent_class)->dispose (object);
}

static void
clinic_consents_section_class_init (ClinicConsentsSectionClass *klass)
{
  static const char *const tables[] = {
    "consent", "consent_withdrawal", "consent_template", "course", "home_care", "session", NULL
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_consents_section_dispose;
  CLINIC_PAGE_CLASS (klass)->tables = tables;
  CLINIC_PAGE_CLASS (klass)->reload = clinic_consents_section_reload;
  CLINIC_PATIENT_SECTION_CLASS (klass)->allow = clinic_consents_section_allow;
  CLINIC_PATIENT_SECTION_CLASS (klass)->file_set = clinic_consents_section_file_set;

  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-consents-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentsSection, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentsSection, needs);
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentsSection, signed_ones);
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentsSection, home);
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentsSection, no_signed);
  gtk_widget_class_bind_template_child (widget_class, ClinicConsentsSection, no_home);
  gtk_widget_class_install_action (widget_class, "consent.sign", "(sx)", sign_action);
  gtk_widget_class_install_action (widget_class, "consent.withdraw", "x", withdraw_action);
  gtk_widget_class_install_action (widget_class, "consent.save", "x", paper_action);
  gtk_widget_class_install_action (widget_class, "consent.print", "x", paper_action);
  gtk_widget_class_install_action (widget_class, "home.add", NULL, home_action);
  gtk_widget_class_install_action (widget_class, "home.edit", "x", home_action);
}

static void
clinic_consents_section_init (ClinicConsentsSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
