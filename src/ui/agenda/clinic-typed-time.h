/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_TYPED_TIME (clinic_typed_time_get_type ())
G_DECLARE_FINAL_TYPE (ClinicTypedTime, clinic_typed_time, CLINIC, TYPED_TIME, GObject)

/* A date and a time as a person types them, and what is read from that. Properties: "date" and
 * "time" (texts; writing them is a person's typing), "day" (the date read; NULL: cannot be),
 * "date-title" (a label with the weekday), "date-wrong", "time-wrong". Signal "typed". */

ClinicTypedTime *clinic_typed_time_new       (void);
/* For dates without a year; nothing is read, and nobody told, before it is known. */
void             clinic_typed_time_set_today (ClinicTypedTime  *self,
                                              const char       *today);
/* Shows a wall time, or another date beside the same time, without telling. */
void             clinic_typed_time_set_wall  (ClinicTypedTime  *self,
                                              const char       *wall);
/* The wall time; NULL while it cannot be read. Caller frees. */
char            *clinic_typed_time_dup_wall  (ClinicTypedTime  *self);

G_END_DECLS
