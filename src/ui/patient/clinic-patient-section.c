/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-patient-section.h"
#include "clinic-toast.h"

typedef struct
{
  ClinicPatientFile *file;
} ClinicPatientSectionPrivate;

typedef enum
{
  PROPERTY_FILE = 1,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ClinicPatientSection, clinic_patient_section,
                                     CLINIC_TYPE_PAGE)

static void
actor_changed_cb (ClinicPatientSection *self)
{
  if (CLINIC_PATIENT_SECTION_GET_CLASS (self)->allow != NULL)
    CLINIC_PATIENT_SECTION_GET_CLASS (self)->allow (self);
}

static void
set_file (ClinicPatientSection *self,
          ClinicPatientFile    *file)
{
  ClinicPatientSectionPrivate *private = clinic_patient_section_get_instance_private (self);

  if (!g_set_object (&private->file, file))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_FILE]);

  if (CLINIC_PATIENT_SECTION_GET_CLASS (self)->file_set != NULL)
    CLINIC_PATIENT_SECTION_GET_CLASS (self)->file_set (self);
}

static void
clinic_patient_section_get_property (GObject    *object,
                                     guint       property_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  ClinicPatientSection *self = CLINIC_PATIENT_SECTION (object);
  ClinicPatientSectionPrivate *private = clinic_patient_section_get_instance_private (self);

  if (property_id == PROPERTY_FILE)
    g_value_set_object (value, private->file);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_patient_section_set_property (GObject      *object,
                                     guint         property_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  if (property_id == PROPERTY_FILE)
    set_file (CLINIC_PATIENT_SECTION (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_patient_section_constructed (GObject *object)
{
  ClinicPatientSection *self = CLINIC_PATIENT_SECTION (object);
  ClinicDesk *desk = clinic_page_get_desk (CLINIC_PAGE (self));

  G_OBJECT_CLASS (clinic_patient_section_parent_class)->constructed (object);

  if (desk != NULL)
    g_signal_connect_object (desk, "notify::actor", G_CALLBACK (actor_changed_cb), self,
                             G_CONNECT_SWAPPED);

  actor_changed_cb (self);
}

static void
clinic_patient_section_finalize (GObject *object)
{
  ClinicPatientSection *self = CLINIC_PATIENT_SECTION (object);
  ClinicPatientSectionPrivate *private = clinic_patient_section_get_instance_private (self);

  g_clear_object (&private->file);

  G_OBJECT_CLASS (clinic_patient_section_parent_class)->finalize (object);
}

static void
clinic_patient_section_class_init (ClinicPatientSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clinic_patient_section_get_property;
  object_class->set_property = clinic_patient_section_set_property;
  object_class->constructed = clinic_patient_section_constructed;
  object_class->finalize = clinic_patient_section_finalize;

  properties[PROPERTY_FILE] =
    g_param_spec_object ("file", NULL, NULL, CLINIC_TYPE_PATIENT_FILE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
clinic_patient_section_init (ClinicPatientSection *self)
{
}

ClinicPatientFile *
clinic_patient_section_get_file (ClinicPatientSection *self)
{
  ClinicPatientSectionPrivate *private = clinic_patient_section_get_instance_private (self);

  g_return_val_if_fail (CLINIC_IS_PATIENT_SECTION (self), NULL);

  return private->file;
}

typedef struct
{
  ClinicPatientSection *section;
  char                 *done;
} Running;

static void
command_run_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Running *running = user_data;
  g_autoptr(ClinicPatientSection) self = running->section;
  g_autofree char *done = running->done;
  g_autoptr(GError) error = NULL;
  gint64 operation = 0;

  g_free (running);
  clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, &operation, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  if (error != NULL)
    clinic_toast_error (GTK_WIDGET (self), error);
  else
    clinic_toast_show (GTK_WIDGET (self), done, operation);
}

void
clinic_patient_section_run (ClinicPatientSection *self,
                            ClinicDeskFunc        func,
                            gpointer              data,
                            GDestroyNotify        free_data,
                            const char           *done)
{
  Running *running = g_new0 (Running, 1);

  g_return_if_fail (CLINIC_IS_PATIENT_SECTION (self));

  running->section = g_object_ref (self);
  running->done = g_strdup (done);
  clinic_desk_run_async (clinic_page_get_desk (CLINIC_PAGE (self)), func, data, free_data, NULL,
                         command_run_cb, running);
}
