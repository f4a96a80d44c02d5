/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-entry-row.h"

typedef struct
{
  ClinicRecord *entry;
} ClinicEntryRowPrivate;

typedef enum
{
  PROPERTY_ENTRY = 1,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ClinicEntryRow, clinic_entry_row, ADW_TYPE_PREFERENCES_ROW)

static void
clinic_entry_row_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ClinicEntryRow *self = CLINIC_ENTRY_ROW (object);
  ClinicEntryRowPrivate *private = clinic_entry_row_get_instance_private (self);

  if (property_id == PROPERTY_ENTRY)
    g_value_set_object (value, private->entry);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_entry_row_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ClinicEntryRow *self = CLINIC_ENTRY_ROW (object);
  ClinicEntryRowPrivate *private = clinic_entry_row_get_instance_private (self);

  if (property_id != PROPERTY_ENTRY)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      return;
    }

  if (!g_set_object (&private->entry, g_value_get_object (value)))
    return;

  g_object_notify_by_pspec (object, pspec);

  if (private->entry != NULL && CLINIC_ENTRY_ROW_GET_CLASS (self)->entry_set != NULL)
    CLINIC_ENTRY_ROW_GET_CLASS (self)->entry_set (self);
}

static void
clinic_entry_row_finalize (GObject *object)
{
  ClinicEntryRowPrivate *private =
    clinic_entry_row_get_instance_private (CLINIC_ENTRY_ROW (object));

  g_clear_object (&private->entry);

  G_OBJECT_CLASS (clinic_entry_row_parent_class)->finalize (object);
}

static void
clinic_entry_row_class_init (ClinicEntryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clinic_entry_row_get_property;
  object_class->set_property = clinic_entry_row_set_property;
  object_class->finalize = clinic_entry_row_finalize;

  properties[PROPERTY_ENTRY] =
    g_param_spec_object ("entry", NULL, NULL, CLINIC_TYPE_RECORD,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
clinic_entry_row_init (ClinicEntryRow *self)
{
}

gpointer
clinic_entry_row_get_entry (ClinicEntryRow *self)
{
  ClinicEntryRowPrivate *private = clinic_entry_row_get_instance_private (self);

  g_return_val_if_fail (CLINIC_IS_ENTRY_ROW (self), NULL);

  return private->entry;
}

GtkWidget *
clinic_entry_row_create (gpointer entry,
                         gpointer type)
{
  return g_object_new (GPOINTER_TO_SIZE (type), "entry", entry, NULL);
}
