/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "clinic-random.h"

/* Steele, Lea, Flood: Fast splittable pseudorandom number generators (2014). */
static guint64
split_mix (guint64 *state)
{
  guint64 z = (*state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return z ^ (z >> 31);
}

static guint64
rotate_left (guint64 value,
             guint   bits)
{
  return value << bits | value >> (64 - bits);
}

void
clinic_random_init (ClinicRandom *self,
                    guint64       seed)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->state); i++)
    self->state[i] = split_mix (&seed);
}

/* xoshiro256**: Blackman, Vigna: Scrambled linear pseudorandom number generators (2018). */
guint64
clinic_random_next (ClinicRandom *self)
{
  guint64 *state = self->state;
  guint64 result = rotate_left (state[1] * 5, 7) * 9;
  guint64 shifted = state[1] << 17;

  state[2] ^= state[0];
  state[3] ^= state[1];
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= shifted;
  state[3] = rotate_left (state[3], 45);

  return result;
}

/* Draws again below the remainder, so that no number comes more often than another. */
guint
clinic_random_below (ClinicRandom *self,
                     guint         bound)
{
  guint32 remainder;
  guint32 drawn;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (bound > 0, 0);

  remainder = (guint32) - bound % bound;

  do
    drawn = clinic_random_next (self) >> 32;
  while (drawn < remainder);

  return drawn % bound;
}

double
clinic_random_unit (ClinicRandom *self)
{
  return (clinic_random_next (self) >> 11) * 0x1.0p-53;
}

/* Marsaglia's polar method; the second number is thrown away to keep no state. */
double
clinic_random_normal (ClinicRandom *self)
{
  double x;
  double y;
  double square;

  do
    {
      x = 2 * clinic_random_unit (self) - 1;
      y = 2 * clinic_random_unit (self) - 1;
      square = x * x + y * y;
    }
  while (square >= 1 || square == 0);

  return x * sqrt (-2 * log (square) / square);
}
