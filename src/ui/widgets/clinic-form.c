/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-form.h"
#include "clinic-form-field.h"
#include "clinic-hours-row.h"

struct _ClinicForm
{
  GObject parent_instance;

  GType         type;
  GPtrArray    *fields;         /* ClinicFormField */
  ClinicRecord *record;
  ClinicRecord *before;         /* as it was when set */
  char         *today;
  gboolean      busy;           /* what is shown comes from the record */
  gboolean      changed;
};

typedef enum
{
  PROPERTY_RECORD = 1,
  PROPERTY_CHANGED,
  PROPERTY_VALID,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicForm, clinic_form, G_TYPE_OBJECT)

static gboolean
is_valid (ClinicForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      ClinicFormField *field = self->fields->pdata[i];

      if (field->problem != NULL)
        return FALSE;
    }

  return TRUE;
}

static void
update (ClinicForm *self)
{
  gboolean changed = self->record != NULL &&
                     (!is_valid (self) || !clinic_record_equal (self->record, self->before));

  if (changed != self->changed)
    {
      self->changed = changed;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_CHANGED]);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_VALID]);
}

static ClinicFormField *
find_field (ClinicForm *self,
            GObject    *child)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      ClinicFormField *field = self->fields->pdata[i];

      if (G_OBJECT (field->child) == child)
        return field;
    }

  return NULL;
}

static void
child_changed (ClinicForm *self,
               GObject    *child)
{
  ClinicFormField *field = find_field (self, child);

  if (self->busy || self->record == NULL || field == NULL)
    return;

  self->busy = TRUE;
  clinic_form_field_read (field, self->record, self->today);
  self->busy = FALSE;
  clinic_form_field_mark (field, NULL);
  update (self);
}

static void
editable_changed_cb (ClinicForm *self,
                     GObject    *child)
{
  child_changed (self, child);
}

static void
property_changed_cb (ClinicForm *self,
                     GParamSpec *property,
                     GObject    *child)
{
  child_changed (self, child);
}

static void
buffer_changed_cb (ClinicForm    *self,
                   GtkTextBuffer *buffer)
{
  child_changed (self, g_object_get_data (G_OBJECT (buffer), "clinic-view"));
}

/* The first thing that is wrong, if it is this field. */
static gboolean
concerns (ClinicFormField *field,
          const char      *message)
{
  g_autofree char *start = g_strconcat (g_dgettext (GETTEXT_PACKAGE, field->field->label), ":",
                                        NULL);

  return g_str_has_prefix (message, start);
}

static void
look_at_field (ClinicForm      *self,
               ClinicFormField *field)
{
  g_autoptr(GError) error = NULL;

  if (field->problem != NULL)
    clinic_form_field_mark (field, field->problem);
  else if (self->today != NULL && !clinic_record_validate (self->record, self->today, &error) &&
           concerns (field, error->message))
    clinic_form_field_mark (field, error->message);
}

/* The row was left: what was typed is written out, or marked. */
static void
left_cb (GtkEventControllerFocus *controller,
         ClinicForm              *self)
{
  GtkWidget *child = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  ClinicFormField *field = find_field (self, G_OBJECT (child));

  if (field == NULL || self->record == NULL)
    return;

  if (field->problem == NULL && self->changed)
    {
      self->busy = TRUE;
      clinic_form_field_show (field, self->record);
      self->busy = FALSE;
    }

  if (self->changed)
    look_at_field (self, field);
}

static void
watch (ClinicForm *self,
       GtkWidget  *child)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, 0);
  gtk_widget_add_controller (child, focus);

  if (GTK_IS_TEXT_VIEW (child))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (child));

      g_object_set_data (G_OBJECT (buffer), "clinic-view", child);
      g_signal_connect_object (buffer, "changed", G_CALLBACK (buffer_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  else if (GTK_IS_EDITABLE (child))
    g_signal_connect_object (child, "changed", G_CALLBACK (editable_changed_cb), self,
                             G_CONNECT_SWAPPED);
  else
    g_signal_connect_object (child, GTK_IS_SWITCH (child) || GTK_IS_CHECK_BUTTON (child)
                                    ? "notify::active"
                                    : CLINIC_IS_HOURS_ROW (child) ? "notify::text" : "notify::selected",
                             G_CALLBACK (property_changed_cb), self, G_CONNECT_SWAPPED);
}

/* Widgets of the library have ids of their own inside, and some are called like a field. */
static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_SWITCH (widget) ||
         GTK_IS_CHECK_BUTTON (widget) || ADW_IS_COMBO_ROW (widget) || GTK_IS_DROP_DOWN (widget) ||
         CLINIC_IS_HOURS_ROW (widget);
}

static void
find_children (ClinicForm        *self,
               GtkWidget         *widget,
               ClinicRecordClass *klass)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (child));
      const ClinicField *field = id != NULL && is_control (child)
                                 ? clinic_record_class_find_field (klass, id) : NULL;

      if (field != NULL)
        {
          g_ptr_array_add (self->fields, clinic_form_field_new (field, child));
          watch (self, child);
        }
      else
        find_children (self, child, klass);
    }
}

static void
record_notify_cb (ClinicForm *self,
                  GParamSpec *property)
{
  if (self->busy)
    return;

  for (guint i = 0; i < self->fields->len; i++)
    {
      ClinicFormField *field = self->fields->pdata[i];
      g_autofree char *name = g_strdelimit (g_strdup (field->field->name), "_", '-');

      if (strcmp (name, property->name) == 0)
        {
          self->busy = TRUE;
          clinic_form_field_show (field, self->record);
          self->busy = FALSE;
        }
    }

  update (self);
}

static void
clinic_form_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  ClinicForm *self = CLINIC_FORM (object);

  switch ((Property) property_id)
    {
    case PROPERTY_RECORD:
      g_value_set_object (value, self->record);
      break;

    case PROPERTY_CHANGED:
      g_value_set_boolean (value, self->changed);
      break;

    case PROPERTY_VALID:
      g_value_set_boolean (value, is_valid (self));
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_form_finalize (GObject *object)
{
  ClinicForm *self = CLINIC_FORM (object);

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);

  g_clear_object (&self->record);
  g_clear_object (&self->before);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_free (self->today);

  G_OBJECT_CLASS (clinic_form_parent_class)->finalize (object);
}

static void
clinic_form_class_init (ClinicFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = clinic_form_get_property;
  object_class->finalize = clinic_form_finalize;

  properties[PROPERTY_RECORD] =
    g_param_spec_object ("record", NULL, NULL, CLINIC_TYPE_RECORD, flags);
  properties[PROPERTY_CHANGED] = g_param_spec_boolean ("changed", NULL, NULL, FALSE, flags);
  properties[PROPERTY_VALID] = g_param_spec_boolean ("valid", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
clinic_form_init (ClinicForm *self)
{
  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) clinic_form_field_free);
}

ClinicForm *
clinic_form_new (GtkWidget *widget,
                 GType      record_type)
{
  g_autoptr(ClinicRecordClass) klass = NULL;
  ClinicForm *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (g_type_is_a (record_type, CLINIC_TYPE_RECORD), NULL);

  klass = g_type_class_ref (record_type);
  self = g_object_new (CLINIC_TYPE_FORM, NULL);
  self->type = record_type;
  find_children (self, widget, klass);

  return self;
}

static void
show_all (ClinicForm *self)
{
  self->busy = TRUE;

  for (guint i = 0; i < self->fields->len; i++)
    clinic_form_field_show (self->fields->pdata[i], self->record);

  self->busy = FALSE;
}

void
clinic_form_set_record (ClinicForm   *self,
                        ClinicRecord *record,
                        const char   *today)
{
  g_return_if_fail (CLINIC_IS_FORM (self));
  g_return_if_fail (g_type_is_a (G_OBJECT_TYPE (record), self->type));

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);

  g_set_object (&self->record, record);
  g_clear_object (&self->before);
  self->before = clinic_record_copy (record);
  g_free (self->today);
  self->today = g_strdup (today);
  g_signal_connect_swapped (record, "notify", G_CALLBACK (record_notify_cb), self);
  show_all (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_RECORD]);
  update (self);
}

ClinicRecord *
clinic_form_get_record (ClinicForm *self)
{
  g_return_val_if_fail (CLINIC_IS_FORM (self), NULL);

  return self->record;
}

void
clinic_form_set_options (ClinicForm *self,
                         const char *name,
                         GListModel *options,
                         const char *property,
                         const char *none)
{
  g_return_if_fail (CLINIC_IS_FORM (self));
  g_return_if_fail (G_IS_LIST_MODEL (options));

  for (guint i = 0; i < self->fields->len; i++)
    {
      ClinicFormField *field = self->fields->pdata[i];

      if (strcmp (field->field->name, name) != 0)
        continue;

      self->busy = TRUE;
      clinic_form_field_set_options (field, options, property, none);

      if (self->record != NULL)
        clinic_form_field_show (field, self->record);

      self->busy = FALSE;
    }
}

gboolean
clinic_form_get_changed (ClinicForm *self)
{
  g_return_val_if_fail (CLINIC_IS_FORM (self), FALSE);

  return self->changed;
}

gboolean
clinic_form_validate (ClinicForm  *self,
                      const char  *today,
                      GError     **error)
{
  GError *failure = NULL;

  g_return_val_if_fail (CLINIC_IS_FORM (self), FALSE);
  g_return_val_if_fail (self->record != NULL, FALSE);

  for (guint i = 0; i < self->fields->len && failure == NULL; i++)
    {
      ClinicFormField *field = self->fields->pdata[i];

      if (field->problem != NULL)
        g_set_error_literal (&failure, CLINIC_ERROR, CLINIC_ERROR_INVALID, field->problem);
    }

  if (failure == NULL && clinic_record_validate (self->record, today, &failure))
    return TRUE;

  clinic_form_show_error (self, failure);
  g_propagate_error (error, failure);

  return FALSE;
}

gboolean
clinic_form_show_error (ClinicForm   *self,
                        const GError *error)
{
  g_return_val_if_fail (CLINIC_IS_FORM (self), FALSE);
  g_return_val_if_fail (error != NULL, FALSE);

  for (guint i = 0; i < self->fields->len; i++)
    {
      ClinicFormField *field = self->fields->pdata[i];

      if (concerns (field, error->message))
        {
          clinic_form_field_mark (field, error->message);
          gtk_widget_grab_focus (field->child);
          return TRUE;
        }
    }

  return FALSE;
}
