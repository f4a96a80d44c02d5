/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A rule of the pull test and what a clinic made of it. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-pull.h"

/* A rule says -1 where a record does not know. */
static gint64
to_rule (gint64 number)
{
  return number != CLINIC_UNKNOWN ? number : -1;
}

static gint64
to_record (gint64 number)
{
  return number >= 0 ? number : CLINIC_UNKNOWN;
}

ClinicPullRule *
clinic_pull_rule_of_version (ClinicPullVersion *version)
{
  ClinicPullRule *self;

  g_return_val_if_fail (CLINIC_IS_PULL_VERSION (version), NULL);

  self = g_new0 (ClinicPullRule, 1);
  self->id = g_strconcat ("own-", version->code, NULL);
  self->version = version->number;
  self->label = g_strdup (version->label);
  self->source = g_strdup (version->source);
  self->grasped_from = to_rule (version->grasped_from);
  self->grasped_to = to_rule (version->grasped_to);
  self->places = (guint) MAX (version->places, 1);
  self->total_above = to_rule (version->total_above);
  self->each_from = to_rule (version->each_from);
  self->percent_above = to_rule (version->percent_above);

  return self;
}

ClinicPullVersion *
clinic_pull_rule_to_version (const ClinicPullRule *self)
{
  ClinicPullVersion *version;

  g_return_val_if_fail (self != NULL, NULL);

  version = clinic_pull_version_new ();
  g_object_set (version,
                "code", self->id, "number", (gint64) 1, "label", _(self->label), "source", self->source,
                "grasped-from", to_record (self->grasped_from), "grasped-to", to_record (self->grasped_to),
                "places", (gint64) self->places, "total-above", to_record (self->total_above),
                "each-from", self->each_from > 0 ? self->each_from : CLINIC_UNKNOWN,
                "percent-above", to_record (self->percent_above), NULL);

  return version;
}
