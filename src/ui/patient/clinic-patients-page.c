/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-locale.h"
#include "clinic-notice.h"
#include "clinic-page-model.h"
#include "clinic-patient-filters.h"
#include "clinic-patient-table.h"
#include "clinic-patients-page.h"
#include "clinic-query-model.h"
#include "clinic-text.h"

struct _ClinicPatientsPage
{
  ClinicPage parent_instance;

  char                 *argument;     /* what lines and coming show */
  ClinicPageModel      *lines;
  ClinicPageModel      *coming;       /* another order or sift, not shown before its first lines are
                                       * there */
  ClinicQueryModel     *found;
  gboolean              hasty;        /* Enter came before what was found */

  ClinicNotice         *notice;
  GtkEditable          *entry;
  GtkMenuButton        *columns_button;
  ClinicPatientFilters *filters;
  GtkLabel             *count;
  GtkStack             *stack;
  GtkWidget            *register_button;
  GtkWidget            *register_found;
  GtkWidget            *register_first;
  ClinicPatientTable   *table;
};

G_DEFINE_FINAL_TYPE (ClinicPatientsPage, clinic_patients_page, CLINIC_TYPE_PAGE)

static ClinicDesk *
get_desk (ClinicPatientsPage * self)
{
  return clinic_page_get_desk (CLINIC_PAGE (self));
}

static gboolean
is_searching (ClinicPatientsPage *self)
{
  return !clinic_text_is_empty (gtk_editable_get_text (self->entry));
}

static void
read_sift (ClinicPatientsPage *self,
           ClinicPatientSift  *sift)
{
  g_strlcpy (sift->today, clinic_desk_get_today (get_desk (self)), sizeof sift->today);
  clinic_patient_table_get_sort (self->table, sift);
  clinic_patient_filters_apply (self->filters, sift);
}

static guint
count_shown (ClinicPatientsPage *self)
{
  GListModel *model = clinic_patient_table_get_model (self->table);

  return model != NULL ? g_list_model_get_n_items (model) : 0;
}

static gboolean
is_loading (ClinicPatientsPage *self)
{
  if (is_searching (self))
    return clinic_query_model_get_loading (self->found);

  return self->lines == NULL || self->coming != NULL || clinic_page_model_get_loading (self->lines);
}

static const char *
get_message (ClinicPatientsPage *self)
{
  if (is_searching (self))
    return clinic_query_model_get_message (self->found);

  return self->lines != NULL ? clinic_page_model_get_message (self->lines) : NULL;
}

static const char *
choose_view (ClinicPatientsPage *self)
{
  ClinicPatientSift sift = { 0 };

  if (count_shown (self) > 0 || is_loading (self) || get_message (self) != NULL)
    return "list";

  if (is_searching (self))
    return "nobody";

  read_sift (self, &sift);

  return clinic_patient_sift_open (&sift) ? "empty" : "sifted";
}

static void
show_nobody (ClinicPatientsPage *self)
{
  const char *typed = gtk_editable_get_text (self->entry);
  /* Translators: nobody was found by what was typed */
  g_autofree char *label = g_strdup_printf (_("Register “%s”…"), typed);

  gtk_button_set_label (GTK_BUTTON (self->register_found), label);
}

static void
show_count (ClinicPatientsPage *self)
{
  guint n = count_shown (self);
  g_autofree char *number = clinic_locale_number (n);
  /* Translators: %s is a number */
  g_autofree char *text = g_strdup_printf (ngettext ("%s patient", "%s patients", n), number);

  gtk_label_set_text (self->count, n > 0 ? text : "");
}

/* Where nobody is listed, registering stands in the middle, and the button above steps back. */
static void
show_view (ClinicPatientsPage *self,
           const char         *view)
{
  gtk_stack_set_visible_child_name (self->stack, view);

  if (g_str_equal (view, "list") || g_str_equal (view, "sifted"))
    gtk_widget_add_css_class (self->register_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->register_button, "suggested-action");
}

static void
update (ClinicPatientsPage *self)
{
  gboolean searching;

  if (get_desk (self) == NULL || self->found == NULL)
    return;

  searching = is_searching (self);
  clinic_page_set_loading (CLINIC_PAGE (self), is_loading (self));
  clinic_notice_set_text (self->notice, "error", get_message (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->filters), !searching);

  if (searching)
    show_nobody (self);

  show_count (self);
  show_view (self, choose_view (self));

  if (self->hasty && searching && !is_loading (self))
    {
      self->hasty = FALSE;
      clinic_patient_table_open (self->table);
    }
}

static void
show_model (ClinicPatientsPage *self)
{
  GListModel *model = is_searching (self) ? G_LIST_MODEL (self->found)
                                          : G_LIST_MODEL (self->lines);

  clinic_patient_table_set_sorting (self->table, !is_searching (self));
  clinic_patient_table_set_model (self->table, model);
  update (self);
}

/* The new order takes the place of the old with its first lines. */
static void
coming_changed_cb (ClinicPatientsPage *self)
{
  if (self->coming == NULL || (g_list_model_get_n_items (G_LIST_MODEL (self->coming)) == 0 &&
                               clinic_page_model_get_loading (self->coming)))
    return;

  if (self->lines != NULL)
    g_signal_handlers_disconnect_by_data (self->lines, self);

  g_signal_handlers_disconnect_by_data (self->coming, self);
  g_clear_object (&self->lines);
  self->lines = g_steal_pointer (&self->coming);
  g_signal_connect_object (self->lines, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lines, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  show_model (self);
}

static void
drop_coming (ClinicPatientsPage *self)
{
  if (self->coming != NULL)
    g_signal_handlers_disconnect_by_data (self->coming, self);

  g_clear_object (&self->coming);
}

/* Shows @argument; what is shown already is looked at again. */
static void
show_lines (ClinicPatientsPage *self)
{
  ClinicPatientSift sift = { 0 };
  g_autofree char *argument = NULL;

  read_sift (self, &sift);
  argument = clinic_patient_sift_write (&sift);

  if (g_strcmp0 (argument, self->argument) == 0)
    {
      clinic_page_model_reload (self->coming != NULL ? self->coming : self->lines);
      return;
    }

  g_free (self->argument);
  self->argument = g_steal_pointer (&argument);
  drop_coming (self);
  self->coming = clinic_page_model_new (clinic_desk_get_reader (get_desk (self)),
                                        CLINIC_TYPE_PATIENT_LINE, clinic_patient_sift_keys);
  clinic_page_model_set_rows_func (self->coming, clinic_patient_sift_lines);
  g_signal_connect_object (self->coming, "items-changed", G_CALLBACK (coming_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->coming, "notify::loading", G_CALLBACK (coming_changed_cb), self,
                           G_CONNECT_SWAPPED);
  clinic_page_model_set_argument (self->coming, self->argument);
  update (self);
}

static void
sift_changed_cb (ClinicPatientsPage *self)
{
  if (self->found != NULL)
    show_lines (self);
}

static void
search (ClinicPatientsPage *self)
{
  g_autofree char *argument = g_strconcat (clinic_desk_get_today (get_desk (self)),
                                           gtk_editable_get_text (self->entry), NULL);

  clinic_query_model_set_argument (self->found, argument);
}

static void
clinic_patients_page_reload (ClinicPage *page)
{
  ClinicPatientsPage *self = CLINIC_PATIENTS_PAGE (page);

  if (self->found == NULL)
    return;

  show_lines (self);

  if (is_searching (self))
    search (self);
}

static void
typed_cb (ClinicPatientsPage *self)
{
  if (self->found == NULL)
    return;

  self->hasty = FALSE;

  if (is_searching (self))
    search (self);

  if (self->lines != NULL)
    show_model (self);
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
  if (gtk_widget_get_visible (self->register_found))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.register", "s",
                                gtk_editable_get_text (self->entry));
}

static void
entry_activated_cb (ClinicPatientsPage *self)
{
  if (!is_searching (self))
    return;

  if (is_loading (self))
    self->hasty = TRUE;
  else if (count_shown (self) > 0)
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
  if (keyval != GDK_KEY_Down || count_shown (self) == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (self->table));

  return GDK_EVENT_STOP;
}

static void
register_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.register", "s", "");
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
update_rights (ClinicPatientsPage *self)
{
  gboolean may = clinic_desk_may (get_desk (self), "patient.register");

  gtk_widget_set_visible (self->register_button, may);
  gtk_widget_set_visible (self->register_found, may);
  gtk_widget_set_visible (self->register_first, may);
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
  ClinicDesk *desk = get_desk (self);

  G_OBJECT_CLASS (clinic_patients_page_parent_class)->constructed (object);

  if (desk == NULL)
    return;

  self->found = clinic_query_model_new (clinic_desk_get_reader (desk), CLINIC_TYPE_PATIENT_LINE,
                                        clinic_patient_sift_search);
  g_signal_connect_object (self->found, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->found, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::actor", G_CALLBACK (update_rights), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::today", G_CALLBACK (clinic_page_queue_reload), self,
                           G_CONNECT_SWAPPED);
  clinic_patient_table_set_desk (self->table, desk);
  update_rights (self);
}

static void
clinic_patients_page_dispose (GObject *object)
{
  ClinicPatientsPage *self = CLINIC_PATIENTS_PAGE (object);

  drop_coming (self);

  if (self->found != NULL)
    g_signal_handlers_disconnect_by_data (self->found, self);

  if (self->lines != NULL)
    g_signal_handlers_disconnect_by_data (self->lines, self);

  g_clear_object (&self->found);
  g_clear_object (&self->lines);
  g_clear_pointer (&self->argument, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_PATIENTS_PAGE);

  G_OBJECT_CLASS (clinic_patients_page_parent_class)->dispose (object);
}

static void
clinic_patients_page_class_init (ClinicPatientsPageClass *klass)
{
  static const char *const tables[] = { "patient", "session", "course", "allergy", NULL };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ClinicPageClass *page_class = CLINIC_PAGE_CLASS (klass);

  object_class->constructed = clinic_patients_page_constructed;
  object_class->dispose = clinic_patients_page_dispose;
  page_class->tables = tables;
  page_class->reload = clinic_patients_page_reload;
  page_class->start = clinic_patients_page_start;

  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_PATIENT_FILTERS);
  g_type_ensure (CLINIC_TYPE_PATIENT_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-patients-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientsPage, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientsPage, entry);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientsPage, columns_button);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientsPage, filters);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientsPage, count);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientsPage, register_button);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientsPage, register_found);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientsPage, register_first);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientsPage, table);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sift_changed_cb);
  gtk_widget_class_install_action (widget_class, "patients.register", NULL, register_action);
  gtk_widget_class_install_action (widget_class, "patients.register-typed", NULL,
                                   register_typed_action);
  gtk_widget_class_install_action (widget_class, "patients.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "patients.retry", NULL, retry_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK,
                                       "patients.register", NULL);
}

static void
clinic_patients_page_init (ClinicPatientsPage *self)
{
  g_autoptr(GMenuModel) menu = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  clinic_page_set_title (CLINIC_PAGE (self), _("Patients"));
  clinic_notice_set_button (self->notice, _("_Retry"), "patients.retry");
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), GTK_WIDGET (self));

  menu = clinic_patient_table_dup_menu (self->table);
  gtk_menu_button_set_menu_model (self->columns_button, menu);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  clinic_patient_table_get_actions (self->table));
}
