/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-store.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_HIT (clinic_hit_get_type ())
G_DECLARE_FINAL_TYPE (ClinicHit, clinic_hit, CLINIC, HIT, ClinicRecord)

/* Something that the search over everything found. Made for lists, never stored; its id tells rows
 * apart. */
struct _ClinicHit
{
  ClinicRecord  parent_instance;

  char         *kind;           /* "patient", "visit", "day", "place" */
  char         *icon;
  char         *title;
  char         *subtitle;
  char         *detail;
  gint64        target;         /* patient or session id */
  char         *word;           /* a place's name, a date, or when the visit is */
};

ClinicHit *clinic_hit_new       (void);

/* What @text may mean, best first: patients, the next or latest visit of the first few, the day of
 * a date. GPtrArray of ClinicHit; caller unrefs. @today: the clinic's date. */
GPtrArray *clinic_hit_search    (ClinicDb    *db,
                                 const char  *text,
                                 const char  *today,
                                 GError     **error);

G_END_DECLS
