/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where things are in a grid of time: nothing here draws. Minutes are those of the day on the
 * clinic's own clock, which has 24 hours each day; the hour that is not there when the clocks go
 * forward is shown as closed. */

#define CLINIC_DAY_MINUTES (24 * 60)

/* A visit in a column. @lane and @lanes: which part of the column's width it gets. */
typedef struct
{
  guint from;
  guint to;
  guint lane;
  guint lanes;
} ClinicAgendaBlock;

/* What part of the day is shown, and how high. */
typedef struct
{
  guint  from;          /* the first minute shown, a full hour */
  guint  to;
  guint  slot;          /* minutes of a step of the grid */
  double minute;        /* pixels */
} ClinicAgendaScale;

/* Gives those that overlap, in chains too, lanes side by side; as few as can be. A block counts as
 * at least @shortest minutes long. */
void   clinic_agenda_layout_lanes (ClinicAgendaBlock       *blocks,
                                   guint                    n_blocks,
                                   guint                    shortest);

/* Nothing shown yet; @slot 0: 15 minutes. */
void   clinic_agenda_scale_start  (ClinicAgendaScale       *self,
                                   guint                    slot);
/* Widens what is shown to full hours around @from to @to. */
void   clinic_agenda_scale_widen  (ClinicAgendaScale       *self,
                                   guint                    from,
                                   guint                    to);
double clinic_agenda_scale_height (const ClinicAgendaScale *self);
/* May lie outside what is shown. */
double clinic_agenda_scale_y      (const ClinicAgendaScale *self,
                                   guint                    minute);
/* The step of the grid that @y is in. */
guint  clinic_agenda_scale_step   (const ClinicAgendaScale *self,
                                   double                   y);
/* The step of the grid nearest to @y, so that @length minutes from there stay within what is
 * shown. */
guint  clinic_agenda_scale_snap   (const ClinicAgendaScale *self,
                                   double                   y,
                                   guint                    length);

/* Where a column of @n_columns begins on @width, in whole pixels; that of @n_columns is where the
 * last one ends. Counted from the side where lines begin. */
int    clinic_agenda_layout_edge   (double                  width,
                                    guint                   n_columns,
                                    guint                   column);
/* The column of @n_columns that @x is in, of @width in all; those from right to left with
 * @mirrored. */
guint  clinic_agenda_layout_column (double                  x,
                                    double                  width,
                                    guint                   n_columns,
                                    gboolean                mirrored);

G_END_DECLS
