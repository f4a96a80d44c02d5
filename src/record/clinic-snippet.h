/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_SNIPPET (clinic_snippet_get_type ())
G_DECLARE_FINAL_TYPE (ClinicSnippet, clinic_snippet, CLINIC, SNIPPET, ClinicRecord)

/* A phrase of the clinic that notes are written with: its short key and a space put it in.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicSnippet
{
  ClinicRecord  parent_instance;

  char         *short_key;
  char         *text;
  gint64        place;          /* unknown: after those that have one */
  char         *archived_on;
};

ClinicSnippet *clinic_snippet_new (void);

G_END_DECLS
