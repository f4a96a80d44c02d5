/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PROTOCOL (clinic_protocol_get_type ())
G_DECLARE_FINAL_TYPE (ClinicProtocol, clinic_protocol, CLINIC, PROTOCOL, ClinicRecord)

/* A plan of treatment, phase by phase.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicProtocol
{
  ClinicRecord  parent_instance;

  char         *code;
  char         *name;
  char         *indication;
  gint64        evaluate_after_days;
  char         *source;
  char         *note;
  char         *archived_on;
};

ClinicProtocol *clinic_protocol_new (void);

G_END_DECLS
