/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CONTRAINDICATION (clinic_contraindication_get_type ())
G_DECLARE_FINAL_TYPE (ClinicContraindication, clinic_contraindication, CLINIC, CONTRAINDICATION,
                      ClinicRecord)

/* An ingredient that is not for people with a condition.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicContraindication
{
  ClinicRecord  parent_instance;

  gint64        ingredient_id;
  gint64        condition_kind_id;
  char         *severity;
  char         *source;
};

ClinicContraindication *clinic_contraindication_new (void);

G_END_DECLS
