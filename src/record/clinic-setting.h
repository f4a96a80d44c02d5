/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_SETTING (clinic_setting_get_type ())
G_DECLARE_FINAL_TYPE (ClinicSetting, clinic_setting, CLINIC, SETTING, ClinicRecord)

/* A choice of the clinic, by name.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicSetting
{
  ClinicRecord  parent_instance;

  char         *key;
  char         *value;
};

ClinicSetting *clinic_setting_new (void);

G_END_DECLS
