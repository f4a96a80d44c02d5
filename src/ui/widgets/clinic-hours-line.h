/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-hours.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_HOURS_LINE (clinic_hours_line_get_type ())
G_DECLARE_FINAL_TYPE (ClinicHoursLine, clinic_hours_line, CLINIC, HOURS_LINE, GtkBox)

/* What is wrong with a span as it was typed. */
typedef enum
{
  CLINIC_HOURS_FAULT_NONE,
  CLINIC_HOURS_FAULT_FROM,      /* cannot be read */
  CLINIC_HOURS_FAULT_TO,
  CLINIC_HOURS_FAULT_ORDER,     /* ends before it begins */
  CLINIC_HOURS_FAULT_OVERLAP,   /* with another of the same day; only told, never found here */
} ClinicHoursFault;

/* One span of a day, from and to, for a person to type, and a button behind it: the first of a day
 * has one that adds another ("hours-day.more"), the others one that takes them away ("hours-day.less",
 * with their place). Signals: "changed" (typing), "left" (the keyboard went elsewhere; by then it is
 * written out). */

/* @day: its name; @nth of the day, from 0. */
GtkWidget        *clinic_hours_line_new      (const char        *day,
                                              guint              nth);
void              clinic_hours_line_set_span (ClinicHoursLine   *self,
                                              const ClinicSpan  *span);
ClinicHoursFault  clinic_hours_line_read     (ClinicHoursLine   *self,
                                              ClinicSpan        *span);
/* Takes over what was typed in @other, readable or not. */
void              clinic_hours_line_copy     (ClinicHoursLine   *self,
                                              ClinicHoursLine   *other);
void              clinic_hours_line_mark     (ClinicHoursLine   *self,
                                              ClinicHoursFault   fault);
/* The keyboard to what is wrong, or to the beginning. */
void              clinic_hours_line_start    (ClinicHoursLine   *self,
                                              ClinicHoursFault   fault);

G_END_DECLS
