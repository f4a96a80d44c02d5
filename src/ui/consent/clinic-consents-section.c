/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-consent-window.h"
#include "clinic-consents-read.h"
#include "clinic-consents-rows.h"
#include "clinic-consents-section.h"
#include "clinic-consents-withdraw.h"
#include "clinic-home-care-dialog.h"
#include "clinic-notice.h"
#include "clinic-paper-out.h"
#include "clinic-papers.h"

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

static void
withdraw_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  clinic_consents_withdraw (widget, clinic_page_get_desk (CLINIC_PAGE (widget)), g_variant_get_int64 (parameter));
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

/* A button of a row that is about to be made anew may have the keyboard, or get it back from a dialog. */
static gboolean
has_keyboard (ClinicConsentsSection *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
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
  gboolean had_keyboard;

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || self->needs == NULL)
    return;

  read = clinic_consents_read_finish (desk, result, &error);
  clinic_page_set_loading (CLINIC_PAGE (self), FALSE);
  clinic_notice_set_error (self->notice, error);

  if (read == NULL)
    return;

  had_keyboard = has_keyboard (self);
  fill (self->needs, read->needs, (MakeRow) clinic_consents_make_need, NULL);
  fill (self->signed_ones, read->signed_ones, (MakeRow) clinic_consents_make_signed, self->no_signed);
  fill (self->home, read->home, (MakeRow) clinic_consents_make_home, self->no_home);

  if (had_keyboard)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
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
