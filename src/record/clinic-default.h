/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_DEFAULT (clinic_default_get_type ())
G_DECLARE_FINAL_TYPE (ClinicDefault, clinic_default, CLINIC, DEFAULT, ClinicRecord)

/* Something that is shipped and that the clinic may set anew. Put together of what is kept elsewhere, never stored. */
struct _ClinicDefault
{
  ClinicRecord  parent_instance;

  char         *key;                /* "rule/depth-deep/bound.most", "metric/density_total/unit"… */
  char         *title;              /* what it belongs to: “Hair density” */
  char         *label;              /* what of it: “Error of the method (%)” */
  char         *kind;               /* "bearing", "severity", "direction", "decimal", "number", "text", "sessions" */
  char         *value;              /* canonical; NULL: nothing */
  char         *shipped;            /* the same */
  gboolean      known;              /* it was shipped: FALSE for what the clinic added */
  char         *least;              /* of a severity: not below this; NULL: any */
  char         *loosens;            /* of a bound: "up" or "down" warns less; NULL: neither */
  char         *source;
};

/* Whether @value (canonical) warns of less than what is shipped, so that it takes a reason. */
gboolean clinic_default_is_looser (ClinicDefault *self,
                                   const char    *value);

G_END_DECLS
