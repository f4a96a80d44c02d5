/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PULL_VERSION (clinic_pull_version_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPullVersion, clinic_pull_version, CLINIC, PULL_VERSION, ClinicRecord)

/* A clinic's own bounds of a rule of the hair pull test that is shipped: never changed, each change is another one.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicPullVersion
{
  ClinicRecord  parent_instance;

  char         *code;           /* of the rule that is shipped */
  gint64        number;         /* counts from 1; 0 while it is not saved */
  char         *label;
  char         *source;
  gint64        grasped_from;
  gint64        grasped_to;
  gint64        places;
  gint64        total_above;
  gint64        each_from;
  gint64        percent_above;
  gboolean      retired;        /* no longer offered */
  char         *made_on;
};

ClinicPullVersion *clinic_pull_version_new (void);

G_END_DECLS
