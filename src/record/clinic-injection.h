/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

/* Of one zone. */
#define CLINIC_INJECTION_MOST_POINTS 2000

#define CLINIC_TYPE_INJECTION (clinic_injection_get_type ())
G_DECLARE_FINAL_TYPE (ClinicInjection, clinic_injection, CLINIC, INJECTION, ClinicRecord)

/* What went into one zone in one session: points × ml × depth.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicInjection
{
  ClinicRecord  parent_instance;

  gint64        session_id;
  char         *zone;
  gint64        cocktail_version_id;
  char         *technique;
  gint64        points;
  gint64        volume_per_point;
  gint64        depth;
  char         *places;
};

ClinicInjection *clinic_injection_new (void);

G_END_DECLS
