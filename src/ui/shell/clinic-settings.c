/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-settings.h"

#define SCHEMA "org.anagen.Anagen"

GSettings *
clinic_settings_get (void)
{
  static GSettings *settings = NULL;
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr(GSettingsSchema) schema =
        source != NULL ? g_settings_schema_source_lookup (source, SCHEMA, TRUE) : NULL;

      if (schema != NULL)
        settings = g_settings_new (SCHEMA);

      g_once_init_leave (&once, 1);
    }

  return settings;
}

/* The window with the places, and that of a patient. */
static const struct
{
  const char *width;
  const char *height;
  const char *maximized;
  int         usual_width;
  int         usual_height;
} sizes[] = {
  { "window-width", "window-height", "window-maximized", 1280, 800 },
  { "patient-window-width", "patient-window-height", "patient-window-maximized", 1060, 760 },
};

void
clinic_settings_restore_size (GtkWindow *window,
                              gboolean   alone)
{
  GSettings *settings = clinic_settings_get ();

  g_return_if_fail (GTK_IS_WINDOW (window));

  if (settings == NULL)
    {
      gtk_window_set_default_size (window, sizes[alone].usual_width, sizes[alone].usual_height);
      return;
    }

  gtk_window_set_default_size (window, g_settings_get_int (settings, sizes[alone].width),
                               g_settings_get_int (settings, sizes[alone].height));

  if (g_settings_get_boolean (settings, sizes[alone].maximized))
    gtk_window_maximize (window);
}

void
clinic_settings_save_size (GtkWindow *window,
                           gboolean   alone)
{
  GSettings *settings = clinic_settings_get ();
  int width;
  int height;

  g_return_if_fail (GTK_IS_WINDOW (window));

  if (settings == NULL)
    return;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (settings, sizes[alone].width, width);
  g_settings_set_int (settings, sizes[alone].height, height);
  g_settings_set_boolean (settings, sizes[alone].maximized, gtk_window_is_maximized (window));
}

gboolean
clinic_settings_hide_names (void)
{
  GSettings *settings = clinic_settings_get ();

  return settings == NULL || g_settings_get_boolean (settings, "hide-names");
}

char *
clinic_settings_dup_clinic (void)
{
  GSettings *settings = clinic_settings_get ();
  g_autofree char *location = settings != NULL ? g_settings_get_string (settings, "last-clinic")
                                               : NULL;

  return location != NULL && *location != '\0' ? g_steal_pointer (&location) : NULL;
}

void
clinic_settings_set_clinic (const char *location)
{
  GSettings *settings = clinic_settings_get ();

  if (settings != NULL)
    g_settings_set_string (settings, "last-clinic", location != NULL ? location : "");
}

char *
clinic_settings_dup_place (void)
{
  GSettings *settings = clinic_settings_get ();

  return settings != NULL ? g_settings_get_string (settings, "last-place") : NULL;
}

void
clinic_settings_set_place (const char *name)
{
  GSettings *settings = clinic_settings_get ();

  if (settings != NULL)
    g_settings_set_string (settings, "last-place", name);
}

/* Kept as "LOCATION\nID": another clinic's ids mean nothing here. */
static gint64
get_id (const char *key,
        const char *location)
{
  GSettings *settings = clinic_settings_get ();
  g_autofree char *text = settings != NULL ? g_settings_get_string (settings, key) : NULL;
  g_auto(GStrv) parts = text != NULL ? g_strsplit (text, "\n", 2) : NULL;

  if (parts == NULL || g_strv_length (parts) != 2 || g_strcmp0 (parts[0], location) != 0)
    return 0;

  return g_ascii_strtoll (parts[1], NULL, 10);
}

static void
set_id (const char *key,
        const char *location,
        gint64      id)
{
  GSettings *settings = clinic_settings_get ();
  g_autofree char *text = NULL;

  if (settings == NULL)
    return;

  text = g_strdup_printf ("%s\n%" G_GINT64_FORMAT, location, id);
  g_settings_set_string (settings, key, text);
}

gint64
clinic_settings_get_actor (const char *location)
{
  return get_id ("last-actor", location);
}

void
clinic_settings_set_actor (const char  *location,
                           ClinicStaff *actor)
{
  g_return_if_fail (CLINIC_IS_STAFF (actor));

  set_id ("last-actor", location, clinic_record_get_id (CLINIC_RECORD (actor)));
}

gint64
clinic_settings_get_practitioner (const char *location)
{
  return get_id ("agenda-practitioner", location);
}

void
clinic_settings_set_practitioner (const char *location,
                                  gint64      practitioner)
{
  set_id ("agenda-practitioner", location, practitioner);
}
