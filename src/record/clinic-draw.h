/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_DRAW (clinic_draw_get_type ())
G_DECLARE_FINAL_TYPE (ClinicDraw, clinic_draw, CLINIC, DRAW, ClinicRecord)

/* What was taken out of a lot for a session. With the injections of the same cocktail it joins
 * zone, lot and outcome. Read the members; write them through properties, so that views hear of
 * it. */
struct _ClinicDraw
{
  ClinicRecord  parent_instance;

  gint64        session_id;
  gint64        cocktail_version_id;
  gint64        lot_id;
  gint64        volume;
};

ClinicDraw *clinic_draw_new (void);

G_END_DECLS
