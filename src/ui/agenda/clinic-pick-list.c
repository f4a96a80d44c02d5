/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gtk/gtk.h>

#include "clinic-agenda-column.h"
#include "clinic-pick-list.h"

struct _ClinicPickList
{
  GObject parent_instance;

  GtkStringList *names;
  GtkStringList *next;          /* being filled; NULL: none is */
  GArray        *ids;           /* gint64, beside the names */
  guint          selected;
};

typedef enum
{
  PROPERTY_NAMES = 1,
  PROPERTY_SELECTED,
  PROPERTY_ID,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

static guint picked_signal;

G_DEFINE_FINAL_TYPE (ClinicPickList, clinic_pick_list, G_TYPE_OBJECT)

static guint
find (ClinicPickList *self,
      gint64          id)
{
  for (guint i = 0; i < self->ids->len; i++)
    {
      if (g_array_index (self->ids, gint64, i) == id)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
show_pick (ClinicPickList *self,
           guint           selected)
{
  self->selected = selected;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_SELECTED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_ID]);
}

static void
clinic_pick_list_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ClinicPickList *self = CLINIC_PICK_LIST (object);

  switch ((Property) property_id)
    {
    case PROPERTY_NAMES:
      g_value_set_object (value, self->names);
      break;

    case PROPERTY_SELECTED:
      g_value_set_uint (value, self->selected);
      break;

    case PROPERTY_ID:
      g_value_set_int64 (value, clinic_pick_list_get_id (self));
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

/* A control that is given other names picks the first of them by itself: that counts for
 * nothing. */
static void
clinic_pick_list_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ClinicPickList *self = CLINIC_PICK_LIST (object);
  guint selected = g_value_get_uint (value);

  if (property_id != PROPERTY_SELECTED || self->next != NULL || selected == self->selected ||
      selected >= self->ids->len)
    return;

  show_pick (self, selected);
  g_signal_emit (self, picked_signal, 0);
}

static void
clinic_pick_list_finalize (GObject *object)
{
  ClinicPickList *self = CLINIC_PICK_LIST (object);

  g_clear_object (&self->names);
  g_clear_object (&self->next);
  g_array_unref (self->ids);

  G_OBJECT_CLASS (clinic_pick_list_parent_class)->finalize (object);
}

static void
clinic_pick_list_class_init (ClinicPickListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clinic_pick_list_get_property;
  object_class->set_property = clinic_pick_list_set_property;
  object_class->finalize = clinic_pick_list_finalize;

  properties[PROPERTY_NAMES] =
    g_param_spec_object ("names", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROPERTY_SELECTED] =
    g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROPERTY_ID] =
    g_param_spec_int64 ("id", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  picked_signal = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static void
clinic_pick_list_init (ClinicPickList *self)
{
  self->names = gtk_string_list_new (NULL);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

ClinicPickList *
clinic_pick_list_new (void)
{
  return g_object_new (CLINIC_TYPE_PICK_LIST, NULL);
}

void
clinic_pick_list_bind (ClinicPickList *self,
                       GObject        *control)
{
  g_return_if_fail (CLINIC_IS_PICK_LIST (self) && G_IS_OBJECT (control));

  g_object_bind_property (self, "names", control, "model", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "selected", control, "selected",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

void
clinic_pick_list_begin (ClinicPickList *self)
{
  g_return_if_fail (CLINIC_IS_PICK_LIST (self) && self->next == NULL);

  self->next = gtk_string_list_new (NULL);
  g_array_set_size (self->ids, 0);
}

void
clinic_pick_list_add (ClinicPickList *self,
                      gint64          id,
                      const char     *name)
{
  g_return_if_fail (CLINIC_IS_PICK_LIST (self) && self->next != NULL);

  gtk_string_list_append (self->next, name != NULL ? name : "");
  g_array_append_val (self->ids, id);
}

void
clinic_pick_list_add_treating (ClinicPickList *self,
                               ClinicDesk     *desk)
{
  GListModel *staff = clinic_desk_get_staff (desk);

  for (guint i = 0; i < g_list_model_get_n_items (staff); i++)
    {
      g_autoptr(ClinicStaff) one = g_list_model_get_item (staff, i);

      if (clinic_agenda_treats (one))
        clinic_pick_list_add (self, clinic_record_get_id (CLINIC_RECORD (one)), one->name);
    }
}

void
clinic_pick_list_end (ClinicPickList *self,
                      gint64          id)
{
  guint selected;

  g_return_if_fail (CLINIC_IS_PICK_LIST (self) && self->next != NULL);

  g_set_object (&self->names, self->next);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_NAMES]);
  g_clear_object (&self->next);
  selected = find (self, id);
  show_pick (self, selected != GTK_INVALID_LIST_POSITION ? selected : 0);
}

gint64
clinic_pick_list_get_id (ClinicPickList *self)
{
  g_return_val_if_fail (CLINIC_IS_PICK_LIST (self), 0);

  return self->selected < self->ids->len ? g_array_index (self->ids, gint64, self->selected) : 0;
}

gboolean
clinic_pick_list_set_id (ClinicPickList *self,
                         gint64          id)
{
  guint selected;

  g_return_val_if_fail (CLINIC_IS_PICK_LIST (self), FALSE);

  selected = find (self, id);

  if (selected == GTK_INVALID_LIST_POSITION)
    return FALSE;

  if (selected != self->selected)
    show_pick (self, selected);

  return TRUE;
}

guint
clinic_pick_list_get_length (ClinicPickList *self)
{
  g_return_val_if_fail (CLINIC_IS_PICK_LIST (self), 0);

  return self->ids->len;
}
