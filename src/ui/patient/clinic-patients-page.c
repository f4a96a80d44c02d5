/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-notice.h"
#include "clinic-patient-browse.h"
#include "clinic-patient-filters.h"
#include "clinic-patient-table.h"
#include "clinic-patients-page.h"

struct _ClinicPatientsPage
{
  ClinicPage parent_instance;

  ClinicPatientBrowse  *browse;
  gboolean              hasty;        /* Enter came before what was found */

  GtkEditable          *entry;
  GtkMenuButton        *columns_button;
  ClinicPatientFilters *filters;
  GtkWidget            *register_button;
  ClinicPatientTable   *table;
};

G_DEFINE_FINAL_TYPE (ClinicPatientsPage, clinic_patients_page, CLINIC_TYPE_PAGE)

static void
sift_changed_cb (ClinicPatientsPage *self)
{
  ClinicPatientSift sift = { 0 };

  clinic_patient_table_get_sort (self->table, &sift);
  clinic_patient_filters_apply (self->filters, &sift);
  clinic_patient_browse_set_sift (self->browse, &sift);
}

static void
model_cb (ClinicPatientsPage *self)
{
  clinic_patient_table_set_model (self->table, clinic_patient_browse_get_model (self->browse),
                                  clinic_patient_browse_finding (self->browse));
}

/* Where nobody is listed, registering stands in the middle, and the button above steps back. */
static void
view_cb (ClinicPatientsPage *self)
{
  const char *view = clinic_patient_browse_get_view (self->browse);

  if (g_str_equal (view, "list") || g_str_equal (view, "sifted"))
    gtk_widget_add_css_class (self->register_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->register_button, "suggested-action");

  if (self->hasty && clinic_patient_browse_searching (self->browse) &&
      !clinic_patient_browse_get_loading (self->browse))
    {
      self->hasty = FALSE;
      clinic_patient_table_open (self->table);
    }
}

static void
clinic_patients_page_reload (ClinicPage *page)
{
  ClinicPatientsPage *self = CLINIC_PATIENTS_PAGE (page);

  sift_changed_cb (self);
  clinic_patient_browse_search (self->browse);
}

static void
typed_cb (ClinicPatientsPage *self)
{
  self->hasty = FALSE;
}

/* Somebody types while the keyboard is elsewhere. */
static void
search_started_cb (ClinicPatientsPage *self)
{
  gtk_text_grab_focus_without_selecting (GTK_TEXT (gtk_editable_get_delegate (self->entry)));
  gtk_editable_set_position (self->entry, -1);
}

static void
search_stopped_cb (ClinicPatientsPage *self)
{
  gtk_editable_set_text (self->entry, "");
}

static void
register_typed (ClinicPatientsPage *self)
{
  if (clinic_patient_browse_may_register (self->browse))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.register", "s",
                                gtk_editable_get_text (self->entry));
}

static void
entry_activated_cb (ClinicPatientsPage *self)
{
  if (!clinic_patient_browse_searching (self->browse))
    return;

  if (clinic_patient_browse_get_loading (self->browse))
    self->hasty = TRUE;
  else if (clinic_patient_browse_count (self->browse) > 0)
    clinic_patient_table_open (self->table);
  else
    register_typed (self);
}

static gboolean
key_pressed_cb (ClinicPatientsPage *self,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state)
{
  if (keyval != GDK_KEY_Down || clinic_patient_browse_count (self->browse) == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (self->table));

  return GDK_EVENT_STOP;
}

static void
register_typed_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  register_typed (CLINIC_PATIENTS_PAGE (widget));
}

static void
clear_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  clinic_patient_filters_clear (CLINIC_PATIENTS_PAGE (widget)->filters);
}

static void
retry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  clinic_patients_page_reload (CLINIC_PAGE (widget));
}

static void
clinic_patients_page_start (ClinicPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (CLINIC_PATIENTS_PAGE (page)->entry));
}

static void
clinic_patients_page_constructed (GObject *object)
{
  ClinicPatientsPage *self = CLINIC_PATIENTS_PAGE (object);
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));

  G_OBJECT_CLASS (clinic_patients_page_parent_class)->constructed (object);

  if (desk == NULL)
    return;

  clinic_patient_browse_set_desk (self->browse, desk);
  g_signal_connect_object (desk, "notify::today", G_CALLBACK (clinic_page_queue_reload), self,
                           G_CONNECT_SWAPPED);
  clinic_patient_table_set_desk (self->table, desk);
}

static void
clinic_patients_page_dispose (GObject *object)
{
  ClinicPatientsPage *self = CLINIC_PATIENTS_PAGE (object);

  /* What is under way is given up. */
  if (self->browse != NULL)
    g_object_run_dispose (G_OBJECT (self->browse));

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_PATIENTS_PAGE);

  G_OBJECT_CLASS (clinic_patients_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_PATIENT_BROWSE);
  g_type_ensure (CLINIC_TYPE_PATIENT_FILTERS);
  g_type_ensure (CLINIC_TYPE_PATIENT_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-patients-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientsPage, browse);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientsPage, entry);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientsPage, columns_button);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientsPage, filters);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientsPage, register_button);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientsPage, table);
  gtk_widget_class_bind_template_callback (widget_class, model_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sift_changed_cb);
}

static void
clinic_patients_page_class_init (ClinicPatientsPageClass *klass)
{
  static const char *const tables[] = { "patient", "session", "course", "allergy", NULL };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ClinicPageClass *page_class = CLINIC_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = clinic_patients_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = clinic_patients_page_dispose;
  page_class->tables = tables;
  page_class->reload = clinic_patients_page_reload;
  page_class->start = clinic_patients_page_start;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "patients.register-typed", NULL,
                                   register_typed_action);
  gtk_widget_class_install_action (widget_class, "patients.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "patients.retry", NULL, retry_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK,
                                       "win.register", "s", "");
}

static void
clinic_patients_page_init (ClinicPatientsPage *self)
{
  g_autoptr(GMenuModel) menu = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), GTK_WIDGET (self));

  menu = clinic_patient_table_dup_menu (self->table);
  gtk_menu_button_set_menu_model (self->columns_button, menu);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  clinic_patient_table_get_actions (self->table));
}
