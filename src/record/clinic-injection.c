/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-injection.h"

G_DEFINE_FINAL_TYPE (ClinicInjection, clinic_injection, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicInjection, session_id,          N_("Session"), .format = CLINIC_LINK, .links = "session", .required = TRUE),
  CLINIC_FIELD (ClinicInjection, zone,                N_("Zone"), .format = CLINIC_CHOICE, .choices = clinic_zones, .required = TRUE),
  CLINIC_FIELD (ClinicInjection, cocktail_version_id, N_("Cocktail version"), .format = CLINIC_LINK, .links = "cocktail_version"),
  CLINIC_FIELD (ClinicInjection, technique,           N_("Technique"), .format = CLINIC_CHOICE, .choices = clinic_techniques),
  CLINIC_FIELD (ClinicInjection, points,              N_("Points"), .required = TRUE, .min = 1, .max = CLINIC_INJECTION_MOST_POINTS),
  CLINIC_FIELD (ClinicInjection, volume_per_point,    N_("Volume a point (ml)"), .format = CLINIC_DECIMAL, .required = TRUE, .min = 1, .max = 10000),
  CLINIC_FIELD (ClinicInjection, depth,               N_("Depth (mm)"), .format = CLINIC_DECIMAL, .min = 100, .max = 20000),
  CLINIC_FIELD (ClinicInjection, places,              N_("Places"), .max = 100000),
};
/* *INDENT-ON* */

static void
clinic_injection_class_init (ClinicInjectionClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  clinic_record_class_set_fields (record_class, "injection", N_("Injection"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_injection_init (ClinicInjection *self)
{
}

ClinicInjection *
clinic_injection_new (void)
{
  return g_object_new (CLINIC_TYPE_INJECTION, NULL);
}
