/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-store.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_EARLIER_INJECTION (clinic_earlier_injection_get_type ())
G_DECLARE_FINAL_TYPE (ClinicEarlierInjection, clinic_earlier_injection, CLINIC, EARLIER_INJECTION,
                      ClinicRecord)

/* What was injected into a zone before, with its cocktail and lots: one a session and zone. Read
 * from a query, never stored; its id is the injection's. */
struct _ClinicEarlierInjection
{
  ClinicRecord  parent_instance;

  gint64        session_id;
  gint64        number;         /* of the session in its course */
  char         *starts;
  char         *zone;
  char         *cocktail;       /* NULL: not said */
  gint64        cocktail_number;
  gint64        volume;         /* µl in the zone */
  gint64        lot_id;         /* the first; CLINIC_UNKNOWN: none was drawn */
  char         *lots;           /* "Biotin B2601, Procaine P77" */
  char         *lot_ids;        /* "1 2" */
  gboolean      linked;         /* to the reaction that is looked at */
};

/* Of @patient, in @zone (NULL: any; the whole scalp is in every zone), in the twelve months that
 * end with the day of @until (a wall time or date), the latest first. GPtrArray; caller unrefs. */
GPtrArray *clinic_earlier_injection_list (ClinicDb    *db,
                                          gint64       patient,
                                          const char  *zone,
                                          const char  *until,
                                          GError     **error);

G_END_DECLS
