/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A small generator for demonstration data and tests (splitmix64 / xoshiro256**): the same
 * everywhere for the same seed. Not for secrets. */
typedef struct
{
  guint64 state[4];
} ClinicRandom;

void    clinic_random_init    (ClinicRandom *self, guint64 seed);
guint64 clinic_random_next    (ClinicRandom *self);
/* From 0 up to but not including @bound; unbiased. */
guint   clinic_random_below   (ClinicRandom *self, guint bound);
/* [0, 1) */
double  clinic_random_unit    (ClinicRandom *self);
/* Standard normal. */
double  clinic_random_normal  (ClinicRandom *self);

G_END_DECLS
