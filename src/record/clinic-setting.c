/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-setting.h"

G_DEFINE_FINAL_TYPE (ClinicSetting, clinic_setting, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicSetting, key,   N_("Key"), .required = TRUE, .max = 80),
  CLINIC_FIELD (ClinicSetting, value, N_("Value"), .max = 20000),
};
/* *INDENT-ON* */

static void
clinic_setting_class_init (ClinicSettingClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  clinic_record_class_set_fields (record_class, "setting", N_("Setting"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_setting_init (ClinicSetting *self)
{
}

ClinicSetting *
clinic_setting_new (void)
{
  return g_object_new (CLINIC_TYPE_SETTING, NULL);
}
