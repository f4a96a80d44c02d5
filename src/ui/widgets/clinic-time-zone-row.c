/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-text.h"
#include "clinic-time-zone.h"
#include "clinic-time-zone-row.h"
#include "clinic-time-zone-window.h"

struct _ClinicTimeZoneRow
{
  AdwActionRow parent_instance;

  char *zone;
};

static GParamSpec *zone_property;

G_DEFINE_FINAL_TYPE (ClinicTimeZoneRow, clinic_time_zone_row, ADW_TYPE_ACTION_ROW)

static char *
describe (const char *id)
{
  g_autoptr(ClinicTimeZone) zone = clinic_time_zone_new (id);
  g_autofree char *offset = NULL;

  /* What the system does not know is shown as it is; whoever takes it says what is wrong. */
  if (zone == NULL)
    return g_strdup (id);

  if (*zone->region == '\0')
    return g_strdup (zone->city);

  offset = clinic_text_isolate_number (zone->offset_text);

  /* Translators: a time zone: its city, the region that is in, and the offset: "Istanbul, Europe (UTC+3)" */
  return g_strdup_printf (C_("time zone", "%s, %s (%s)"), zone->city, zone->region, offset);
}

static void
clinic_time_zone_row_activate (AdwActionRow *row)
{
  ClinicTimeZoneRow *self = CLINIC_TIME_ZONE_ROW (row);
  ClinicTimeZoneWindow *window = clinic_time_zone_window_present (GTK_WIDGET (self), self->zone);

  g_signal_connect_object (window, "chosen", G_CALLBACK (clinic_time_zone_row_set_zone), self,
                           G_CONNECT_SWAPPED);
}

static void
clinic_time_zone_row_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  g_value_set_string (value, CLINIC_TIME_ZONE_ROW (object)->zone);
}

static void
clinic_time_zone_row_set_property (GObject      *object,
                                   guint         property_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  clinic_time_zone_row_set_zone (CLINIC_TIME_ZONE_ROW (object), g_value_get_string (value));
}

static void
clinic_time_zone_row_finalize (GObject *object)
{
  g_free (CLINIC_TIME_ZONE_ROW (object)->zone);

  G_OBJECT_CLASS (clinic_time_zone_row_parent_class)->finalize (object);
}

static void
clinic_time_zone_row_class_init (ClinicTimeZoneRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clinic_time_zone_row_get_property;
  object_class->set_property = clinic_time_zone_row_set_property;
  object_class->finalize = clinic_time_zone_row_finalize;
  ADW_ACTION_ROW_CLASS (klass)->activate = clinic_time_zone_row_activate;

  zone_property = g_param_spec_string ("zone", NULL, NULL, NULL,
                                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                       G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, 1, zone_property);
}

static void
clinic_time_zone_row_init (ClinicTimeZoneRow *self)
{
  g_autoptr(GTimeZone) local = g_time_zone_new_local ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  clinic_time_zone_row_set_zone (self, g_time_zone_get_identifier (local));
}

const char *
clinic_time_zone_row_get_zone (ClinicTimeZoneRow *self)
{
  g_return_val_if_fail (CLINIC_IS_TIME_ZONE_ROW (self), NULL);

  return self->zone;
}

void
clinic_time_zone_row_set_zone (ClinicTimeZoneRow *self,
                               const char        *zone)
{
  g_autofree char *words = NULL;

  g_return_if_fail (CLINIC_IS_TIME_ZONE_ROW (self));

  if (g_strcmp0 (self->zone, zone) == 0)
    return;

  g_free (self->zone);
  self->zone = g_strdup (zone);
  words = describe (zone != NULL ? zone : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  g_object_notify_by_pspec (G_OBJECT (self), zone_property);
}
