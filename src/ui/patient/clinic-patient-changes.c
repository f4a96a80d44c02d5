/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>

#include "clinic-change-entry.h"
#include "clinic-change-row.h"
#include "clinic-change-words.h"
#include "clinic-closures.h"
#include "clinic-notice.h"
#include "clinic-patient-changes.h"
#include "clinic-patient-words.h"
#include "clinic-query-model.h"

/* So many more each time. */
#define PAGE 25

struct _ClinicPatientChanges
{
  ClinicPatientSection parent_instance;

  ClinicQueryModel *model;          /* another one for another patient */
  guint             most;
  GtkListBox       *list;
  GtkWidget        *show_more;
};

typedef enum
{
  PROPERTY_MODEL = 1,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicPatientChanges, clinic_patient_changes, CLINIC_TYPE_PATIENT_SECTION)

/* @argument: "patient most actor" */
static GPtrArray *
list_changes (ClinicDb * db,
              const char  *argument,
              GError * *error)
{
  char *end;
  gint64 patient = g_ascii_strtoll (argument, &end, 10);
  guint most = strtoul (end, &end, 10);
  g_autoptr(ClinicAct) act = clinic_act_new (db, g_ascii_strtoll (end, NULL, 10));

  return clinic_change_list (act, patient, most, error);
}

static void
load (ClinicPatientChanges *self)
{
  ClinicStaff *actor = clinic_desk_get_actor (clinic_page_get_desk (CLINIC_PAGE (self)));
  g_autofree char *argument = NULL;

  argument = g_strdup_printf ("%" G_GINT64_FORMAT " %u %" G_GINT64_FORMAT,
                              clinic_page_get_id (CLINIC_PAGE (self)), self->most,
                              actor != NULL ? clinic_record_get_id (CLINIC_RECORD (actor)) : 0);

  clinic_query_model_set_argument (self->model, argument);
}

static void
changed_cb (ClinicPatientChanges *self)
{
  /* A full page says that there may be another. */
  gtk_widget_set_visible (self->show_more,
                          g_list_model_get_n_items (G_LIST_MODEL (self->model)) >= self->most);
}

static void
start_anew (ClinicPatientChanges *self)
{
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));

  g_clear_object (&self->model);
  self->model = clinic_query_model_new (clinic_desk_get_reader (desk), CLINIC_TYPE_CHANGE_ENTRY,
                                        list_changes);
  self->most = PAGE;
  g_signal_connect_object (self->model, "notify", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->model), clinic_entry_row_create,
                           GSIZE_TO_POINTER (CLINIC_TYPE_CHANGE_ROW), NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_MODEL]);
}

static void
clinic_patient_changes_file_set (ClinicPatientSection *section)
{
  start_anew (CLINIC_PATIENT_CHANGES (section));
  clinic_page_queue_reload (CLINIC_PAGE (section));
}

static void
clinic_patient_changes_reload (ClinicPage *page)
{
  ClinicPatientChanges *self = CLINIC_PATIENT_CHANGES (page);

  if (self->model != NULL)
    load (self);
}

static void
more_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ClinicPatientChanges *self = CLINIC_PATIENT_CHANGES (widget);

  self->most += PAGE;
  load (self);
}

static void
retry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  load (CLINIC_PATIENT_CHANGES (widget));
}

static void
clinic_patient_changes_get_property (GObject    *object,
                                     guint       property_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  if (property_id == PROPERTY_MODEL)
    g_value_set_object (value, CLINIC_PATIENT_CHANGES (object)->model);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_patient_changes_dispose (GObject *object)
{
  ClinicPatientChanges *self = CLINIC_PATIENT_CHANGES (object);

  g_clear_object (&self->model);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_PATIENT_CHANGES);

  G_OBJECT_CLASS (clinic_patient_changes_parent_class)->dispose (object);
}

static void
clinic_patient_changes_class_init (ClinicPatientChangesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const tables[] = { "audit", "operation", "patient", "allergy", "condition", "medicine",
                                        "diagnosis", "reaction", "course", "session",
                                        "measurement", "injection", "draw", "finding", NULL };

  object_class->get_property = clinic_patient_changes_get_property;
  object_class->dispose = clinic_patient_changes_dispose;
  CLINIC_PAGE_CLASS (klass)->tables = tables;
  CLINIC_PAGE_CLASS (klass)->reload = clinic_patient_changes_reload;
  CLINIC_PATIENT_SECTION_CLASS (klass)->file_set = clinic_patient_changes_file_set;

  properties[PROPERTY_MODEL] =
    g_param_spec_object ("model", NULL, NULL, CLINIC_TYPE_QUERY_MODEL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-patient-changes.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientChanges, list);
  gtk_widget_class_bind_template_child (widget_class, ClinicPatientChanges, show_more);
  clinic_closures_bind (widget_class);
  clinic_words_bind (widget_class);
  gtk_widget_class_install_action (widget_class, "changes.more", NULL, more_action);
  gtk_widget_class_install_action (widget_class, "changes.retry", NULL, retry_action);
}

static void
clinic_patient_changes_init (ClinicPatientChanges *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
