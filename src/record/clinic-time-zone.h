/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_TIME_ZONE (clinic_time_zone_get_type ())
G_DECLARE_FINAL_TYPE (ClinicTimeZone, clinic_time_zone, CLINIC, TIME_ZONE, GObject)

/* A time zone as people choose one, from this system's own tables; made for lists, never stored. The
 * members are properties too, to be read only. */
struct _ClinicTimeZone
{
  GObject  parent_instance;

  char    *id;                  /* as it is kept: "America/Argentina/Buenos_Aires" */
  char    *city;                /* "Buenos Aires" */
  char    *region;              /* "Argentina, America" */
  char    *offset_text;         /* "UTC−3", at present */
  int      offset;              /* the same in minutes */
  char    *others;              /* by what else it is found: its countries and what is remarked of it */
};

/* NULL when this system does not know it. */
ClinicTimeZone *clinic_time_zone_new  (const char *id);

/* All that people live by, by city, and UTC. Asks a file for each: not on the main thread.
 * GPtrArray of ClinicTimeZone; caller unrefs. */
GPtrArray  *clinic_time_zone_list (void);

/* Those of @zones that are meant by what is @typed, best first: a city, a region, a country, or
 * "UTC+3"; without one the zone of exactly this identifier. The same kind of array; caller unrefs. */
GPtrArray  *clinic_time_zone_find (GPtrArray  *zones,
                              const char *typed);

G_END_DECLS
