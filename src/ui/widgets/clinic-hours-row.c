/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-hours.h"
#include "clinic-hours-row.h"
#include "clinic-hours-window.h"

struct _ClinicHoursRow
{
  AdwActionRow parent_instance;

  char *text;
};

static GParamSpec *text_property;

G_DEFINE_FINAL_TYPE (ClinicHoursRow, clinic_hours_row, ADW_TYPE_ACTION_ROW)

static void
show_text (ClinicHoursRow *self)
{
  g_autofree char *words = NULL;
  ClinicHours hours;

  words = clinic_hours_parse (self->text, &hours, NULL) ? clinic_hours_describe (&hours)
                                                        : g_strdup (self->text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

static void
clinic_hours_row_activate (AdwActionRow *row)
{
  ClinicHoursRow *self = CLINIC_HOURS_ROW (row);
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  ClinicHoursWindow *window = clinic_hours_window_present (GTK_WIDGET (self), title, self->text);

  g_signal_connect_object (window, "taken", G_CALLBACK (clinic_hours_row_set_text), self,
                           G_CONNECT_SWAPPED);
}

static void
clinic_hours_row_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  g_value_set_string (value, CLINIC_HOURS_ROW (object)->text);
}

static void
clinic_hours_row_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  clinic_hours_row_set_text (CLINIC_HOURS_ROW (object), g_value_get_string (value));
}

static void
clinic_hours_row_finalize (GObject *object)
{
  g_free (CLINIC_HOURS_ROW (object)->text);

  G_OBJECT_CLASS (clinic_hours_row_parent_class)->finalize (object);
}

static void
clinic_hours_row_class_init (ClinicHoursRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clinic_hours_row_get_property;
  object_class->set_property = clinic_hours_row_set_property;
  object_class->finalize = clinic_hours_row_finalize;
  ADW_ACTION_ROW_CLASS (klass)->activate = clinic_hours_row_activate;

  text_property = g_param_spec_string ("text", NULL, NULL, NULL,
                                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                       G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, 1, text_property);
}

static void
clinic_hours_row_init (ClinicHoursRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 3);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  show_text (self);
}

const char *
clinic_hours_row_get_text (ClinicHoursRow *self)
{
  g_return_val_if_fail (CLINIC_IS_HOURS_ROW (self), NULL);

  return self->text;
}

void
clinic_hours_row_set_text (ClinicHoursRow *self,
                           const char     *text)
{
  g_return_if_fail (CLINIC_IS_HOURS_ROW (self));

  if (g_strcmp0 (self->text, text) == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  show_text (self);
  g_object_notify_by_pspec (G_OBJECT (self), text_property);
}
