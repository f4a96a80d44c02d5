/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-closures.h"
#include "clinic-consents-section.h"
#include "clinic-later.h"
#include "clinic-locale.h"
#include "clinic-notice.h"
#include "clinic-patient-actions.h"
#include "clinic-patient-header.h"
#include "clinic-patient-history.h"
#include "clinic-patient-page.h"
#include "clinic-patient-parts.h"
#include "clinic-patient-sessions.h"
#include "clinic-patient-words.h"
#include "clinic-settings.h"

struct _ClinicPatientPage
{
  ClinicPatientSection parent_instance;

  AdwViewStack *stack;
  GtkWidget    *book;
  GtkWidget    *chart;
};

G_DEFINE_FINAL_TYPE (ClinicPatientPage, clinic_patient_page, CLINIC_TYPE_PATIENT_SECTION)

/* The keyboard goes into the lists of what is shown already. */
static void
enter_section (ClinicPatientPage *self)
{
  GtkWidget *section = clinic_later_get_made (CLINIC_LATER (adw_view_stack_get_visible_child (self->stack)));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if ((CLINIC_IS_PATIENT_HISTORY (section) || CLINIC_IS_PATIENT_SESSIONS (section) ||
       CLINIC_IS_CONSENTS_SECTION (section)) &&
      (focus == NULL || !gtk_widget_is_ancestor (focus, section)))
    gtk_widget_child_focus (section, GTK_DIR_TAB_FORWARD);
}

static void
section_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinicPatientPage *self = CLINIC_PATIENT_PAGE (widget);

  if (clinic_patient_parts_show (self->stack, g_variant_get_string (parameter, NULL)))
    enter_section (self);
}

static void
nth_section_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ClinicPatientPage *self = CLINIC_PATIENT_PAGE (widget);

  if (clinic_patient_parts_show_nth (self->stack, g_variant_get_uint32 (parameter)))
    enter_section (self);
}

static void
next_section_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  clinic_patient_parts_turn (CLINIC_PATIENT_PAGE (widget)->stack, 1);
}

static void
previous_section_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  clinic_patient_parts_turn (CLINIC_PATIENT_PAGE (widget)->stack, -1);
}

static void
retry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  clinic_page_queue_reload (CLINIC_PAGE (widget));
}

/* The name stands in the page; window lists and screen shots of them need not show it. */
static char *
make_title (ClinicPatient *patient)
{
  g_autofree char *name = NULL;

  if (clinic_settings_hide_names ())
    return g_strdup_printf (_("Patient %s"), patient->file_number);

  name = clinic_locale_list_name (patient->family_name, patient->given_name);

  /* Translators: title of a window: the name of a patient, the number of the file */
  return g_strdup_printf (C_("patient", "%s – %s"), name, patient->file_number);
}

/* What can be done now, and which of it comes first. */
static void
show_state (ClinicPatientPage *self)
{
  ClinicPatientFile *file = clinic_patient_section_get_file (CLINIC_PATIENT_SECTION (self));
  ClinicPatient *patient = file != NULL ? clinic_patient_file_get_patient (file) : NULL;
  g_autofree char *title = NULL;
  gboolean chart;

  clinic_patient_actions_allow (CLINIC_PATIENT_SECTION (self));
  chart = clinic_patient_actions_may_chart (CLINIC_PATIENT_SECTION (self));
  gtk_widget_set_visible (self->book, !chart);
  gtk_widget_set_visible (self->chart, chart);
  clinic_patient_parts_allow (self->stack, clinic_page_get_desk (CLINIC_PAGE (self)));

  title = patient != NULL ? make_title (patient) : NULL;

  clinic_page_set_title (CLINIC_PAGE (self), title != NULL ? title : _("Patient"));
}

static void
file_changed_cb (ClinicPatientPage *self)
{
  ClinicPatientFile *file = clinic_patient_section_get_file (CLINIC_PATIENT_SECTION (self));
  gboolean loading;

  g_object_get (file, "loading", &loading, NULL);
  clinic_page_set_loading (CLINIC_PAGE (self), loading);
  show_state (self);
}

static void
clinic_patient_page_reload (ClinicPage *page)
{
  ClinicPatientPage *self = CLINIC_PATIENT_PAGE (page);
  ClinicPatientFile *file = clinic_patient_section_get_file (CLINIC_PATIENT_SECTION (self));
  g_autoptr(ClinicPatientFile) other = NULL;

  if (file == NULL || clinic_patient_file_get_id (file) != clinic_page_get_id (page))
    {
      if (file != NULL)
        g_signal_handlers_disconnect_by_func (file, file_changed_cb, self);

      file = other = clinic_patient_file_new (clinic_page_get_desk (page),
                                              clinic_page_get_id (page));
      g_object_set (self, "file", file, NULL);
      g_signal_connect_object (file, "notify", G_CALLBACK (file_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }

  clinic_patient_file_load (file);
}

static void
clinic_patient_page_start (ClinicPage *page)
{
  ClinicPatientPage *self = CLINIC_PATIENT_PAGE (page);
  GtkWidget *first = gtk_widget_get_visible (self->chart) ? self->chart : self->book;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  /* While the patient is read nothing can be done with them, and GTK has put the keyboard on what comes
   * after: from there it is fetched when they are there. */
  if (!gtk_widget_grab_focus (first) && clinic_page_get_loading (page) && root != NULL)
    gtk_root_set_focus (root, NULL);
}

static void
clinic_patient_page_allow (ClinicPatientSection *section)
{
  show_state (CLINIC_PATIENT_PAGE (section));
}

static void
clinic_patient_page_constructed (GObject *object)
{
  ClinicPatientPage *self = CLINIC_PATIENT_PAGE (object);

  G_OBJECT_CLASS (clinic_patient_page_parent_class)->constructed (object);

  clinic_patient_parts_add (self->stack, CLINIC_PATIENT_SECTION (self));

  if (clinic_settings_get () != NULL)
    g_signal_connect_object (clinic_settings_get (), "changed::hide-names",
                             G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);

  show_state (self);
}

static void
clinic_patient_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_PATIENT_PAGE);

  G_OBJECT_CLASS (clinic_patient_page_parent_class)->dispose (object);
}

static void
clinic_patient_page_class_init (ClinicPatientPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ClinicPageClass *page_class = CLINIC_PAGE_CLASS (klass);
  static const char *const tables[] = {
    "patient", "allergy", "allergy_status", "condition", "medicine", "medicine_kind", "diagnosis", "reaction", "course", "session",
    "measurement", "staff", "room", "cocktail", "protocol", "phase", "ingredient",
    "allergen_group", "condition_kind", "diagnosis_kind", "reaction_kind", "metric", NULL
  };

  object_class->constructed = clinic_patient_page_constructed;
  object_class->dispose = clinic_patient_page_dispose;
  page_class->tables = tables;
  page_class->reload = clinic_patient_page_reload;
  page_class->start = clinic_patient_page_start;
  CLINIC_PATIENT_SECTION_CLASS (klass)->allow = clinic_patient_page_allow;

  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_PATIENT_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-patient-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientPage, book);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientPage, chart);
  clinic_closures_bind (widget_class);
  clinic_words_bind (widget_class);
  clinic_patient_actions_install (widget_class);
  gtk_widget_class_install_action (widget_class, "patient.retry", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "patient.section", "s", section_action);
  gtk_widget_class_install_action (widget_class, "patient.nth-section", "u", nth_section_action);
  gtk_widget_class_install_action (widget_class, "patient.next-section", NULL,
                                   next_section_action);
  gtk_widget_class_install_action (widget_class, "patient.previous-section", NULL,
                                   previous_section_action);
}

static void
clinic_patient_page_init (ClinicPatientPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  clinic_patient_parts_bind (GTK_WIDGET (self));
}
