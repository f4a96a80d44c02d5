/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-pull-version.h"

G_DEFINE_FINAL_TYPE (ClinicPullVersion, clinic_pull_version, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicPullVersion, code,          N_("Rule"), .required = TRUE, .max = 40),
  CLINIC_FIELD (ClinicPullVersion, number,        N_("Version of the rule"), .required = TRUE, .min = 1, .max = 100000),
  CLINIC_FIELD (ClinicPullVersion, label,         N_("Name"), .required = TRUE, .max = 120),
  CLINIC_FIELD (ClinicPullVersion, source,        N_("Who says so"), .required = TRUE, .max = 200),
  CLINIC_FIELD (ClinicPullVersion, grasped_from,  N_("Hairs grasped, from"), .min = 1, .max = 1000),
  CLINIC_FIELD (ClinicPullVersion, grasped_to,    N_("Hairs grasped, to"), .min = 1, .max = 1000),
  CLINIC_FIELD (ClinicPullVersion, places,        N_("Places, at least"), .required = TRUE, .min = 1, .max = 12),
  CLINIC_FIELD (ClinicPullVersion, total_above,   N_("Positive with more hairs than"), .max = 1000),
  CLINIC_FIELD (ClinicPullVersion, each_from,     N_("Or from so many at each place"), .min = 1, .max = 1000),
  CLINIC_FIELD (ClinicPullVersion, percent_above, N_("Or with more of those grasped than (%)"), .max = 100),
  CLINIC_FIELD (ClinicPullVersion, retired,       N_("No longer offered")),
  CLINIC_FIELD (ClinicPullVersion, made_on,       N_("Made on"), .format = CLINIC_DATE, .required = TRUE),
};
/* *INDENT-ON* */

static const char *
clinic_pull_version_check (ClinicRecord *record,
                           const char   *today)
{
  ClinicPullVersion *self = CLINIC_PULL_VERSION (record);

  if ((self->grasped_from == CLINIC_UNKNOWN) != (self->grasped_to == CLINIC_UNKNOWN))
    return _("Hairs grasped, to: Say both, or neither.");

  if (self->grasped_from != CLINIC_UNKNOWN && self->grasped_from > self->grasped_to)
    return _("Hairs grasped, to: This is less than the least.");

  if (self->total_above == CLINIC_UNKNOWN && self->each_from == CLINIC_UNKNOWN && self->percent_above == CLINIC_UNKNOWN)
    return _("Positive with more hairs than: Say when the test is positive.");

  return NULL;
}

static void
clinic_pull_version_class_init (ClinicPullVersionClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->check = clinic_pull_version_check;

  clinic_record_class_set_fields (record_class, "pull_version", N_("Rule of the pull test"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_pull_version_init (ClinicPullVersion *self)
{
}

ClinicPullVersion *
clinic_pull_version_new (void)
{
  return g_object_new (CLINIC_TYPE_PULL_VERSION, NULL);
}
