/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-clock.h"

#define RUNNING -1

static _Atomic gint64 fixed = RUNNING;

static void
read_environment (void)
{
  const char *text = g_getenv ("ANAGEN_CLOCK");
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) instant = NULL;

  if (text == NULL || *text == '\0')
    return;

  instant = g_date_time_new_from_iso8601 (text, utc);

  if (instant == NULL)
    g_warning ("ANAGEN_CLOCK is no instant such as 2026-11-21T09:30:00Z; the clock runs");
  else
    fixed = g_date_time_to_unix (instant) * 1000 + g_date_time_get_microsecond (instant) / 1000;
}

static void
ensure_environment (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      read_environment ();
      g_once_init_leave (&once, 1);
    }
}

/* GLib takes any file for a zone, and is critical of one that is none: tables lie beside the zones. */
static gboolean
may_be_zone (const char *name)
{
  const char *folder = g_getenv ("TZDIR");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : "/usr/share/zoneinfo", name, NULL);
  g_autofree char *content = NULL;

  /* An offset, and what is known without a file. */
  if (strchr ("+-0123456789", *name) != NULL || strcmp (name, "UTC") == 0)
    return *name != '\0';

  return *name != '/' && strstr (name, "..") == NULL && g_file_get_contents (path, &content, NULL, NULL) &&
         g_str_has_prefix (content, "TZif");
}

/* Zones once asked for are kept: reading one from the system's files takes most of a millisecond,
 * and each row of a list asks. A clinic has one, so there are a few of them. */
GTimeZone *
clinic_clock_dup_zone (const char *name)
{
  static GMutex lock;
  static GHashTable *zones = NULL;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);
  GTimeZone *zone;

  if (name == NULL)
    return NULL;

  if (zones == NULL)
    zones = g_hash_table_new_full (g_str_hash,
                                   g_str_equal,
                                   g_free,
                                   (GDestroyNotify) g_time_zone_unref);

  zone = g_hash_table_lookup (zones, name);

  if (zone == NULL && may_be_zone (name) && (zone = g_time_zone_new_identifier (name)) != NULL)
    g_hash_table_insert (zones, g_strdup (name), zone);

  return zone != NULL ? g_time_zone_ref (zone) : NULL;
}

/* A name nobody knows gives the machine's zone: a doubtful hour is worth more than none. */
static GTimeZone *
find_zone (const char *name)
{
  GTimeZone *zone = clinic_clock_dup_zone (name);

  return zone != NULL ? zone : g_time_zone_new_local ();
}

static GDateTime *
get_date_time (const char *name)
{
  g_autoptr(GTimeZone) zone = find_zone (name);
  g_autoptr(GDateTime) utc = NULL;
  gint64 now = clinic_clock_now ();
  gint64 seconds = now / 1000 - (now % 1000 < 0 ? 1 : 0);

  utc = g_date_time_new_from_unix_utc (seconds);

  return g_date_time_to_timezone (utc, zone);
}

gint64
clinic_clock_now (void)
{
  gint64 now;

  ensure_environment ();
  now = fixed;

  return now != RUNNING ? now : g_get_real_time () / 1000;
}

char *
clinic_clock_instant (void)
{
  gint64 now = clinic_clock_now ();
  gint64 milliseconds = ((now % 1000) + 1000) % 1000;
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc ((now - milliseconds) / 1000);

  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d.%03dZ",
                          g_date_time_get_year (utc),
                          g_date_time_get_month (utc),
                          g_date_time_get_day_of_month (utc),
                          g_date_time_get_hour (utc),
                          g_date_time_get_minute (utc),
                          g_date_time_get_second (utc),
                          (int) milliseconds);
}

static char *
format_wall (GDateTime *wall)
{
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d",
                          g_date_time_get_year (wall),
                          g_date_time_get_month (wall),
                          g_date_time_get_day_of_month (wall),
                          g_date_time_get_hour (wall),
                          g_date_time_get_minute (wall));
}

char *
clinic_clock_wall (const char *zone)
{
  g_autoptr(GDateTime) wall = get_date_time (zone);

  return format_wall (wall);
}

char *
clinic_clock_wall_at (const char *instant,
                      const char *zone)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GTimeZone) where = find_zone (zone);
  g_autoptr(GDateTime) time = NULL;
  g_autoptr(GDateTime) wall = NULL;

  time = instant != NULL ? g_date_time_new_from_iso8601 (instant, utc) : NULL;
  wall = time != NULL ? g_date_time_to_timezone (time, where) : NULL;

  return wall != NULL ? format_wall (wall) : NULL;
}

char *
clinic_clock_today (const char *zone)
{
  char *wall = clinic_clock_wall (zone);

  wall[strlen ("2026-11-21")] = '\0';

  return wall;
}

void
clinic_clock_set (gint64 now)
{
  ensure_environment ();
  fixed = now;
}
