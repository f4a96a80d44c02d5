/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-demo-world.h"

G_BEGIN_DECLS

/* Readings as a form takes them down: with what they are made of. How they lie around what is asked
 * for is drawn apart, so that the rest of the demonstration does not hang on it. */
typedef struct
{
  ClinicDemoPatient *patient;
  gint64             course;
  gint64             session;
  gint64             day;
  double             share;       /* of the course that is over: 0 at the baseline, 1 at its end */
} ClinicDemoOccasion;

/* Read off as it is. */
void clinic_demo_read_value   (ClinicDemoWorld           *self,
                               const ClinicDemoOccasion  *occasion,
                               const char                *metric,
                               const char                *zone,
                               const char                *method,
                               double                     value);
/* Counted in an area of 0.9 cm². */
void clinic_demo_read_density (ClinicDemoWorld           *self,
                               const ClinicDemoOccasion  *occasion,
                               const char                *zone,
                               double                     density);
/* Seen by quadrants, of which about @lost percent are without hair. */
void clinic_demo_read_salt    (ClinicDemoWorld           *self,
                               const ClinicDemoOccasion  *occasion,
                               double                     lost);
/* A pull test at which about @out hairs come out. */
void clinic_demo_read_pull    (ClinicDemoWorld           *self,
                               const ClinicDemoOccasion  *occasion,
                               const char                *zone,
                               double                     out);
/* Ten answers; the more was gained, the less it troubles. */
void clinic_demo_read_dlqi    (ClinicDemoWorld           *self,
                               const ClinicDemoOccasion  *occasion,
                               double                     gained);

G_END_DECLS
