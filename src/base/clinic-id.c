/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <sys/random.h>
#include <unistd.h>

#include "clinic-clock.h"
#include "clinic-id.h"
#include "clinic-random.h"

#define COUNT_BITS   21
#define COUNT_BOUND  (G_GINT64_CONSTANT (1) << COUNT_BITS)
#define TIME_BOUND   (G_GINT64_CONSTANT (1) << 42)

/* 2020-01-01T00:00Z in milliseconds since 1970. */
#define EPOCH        G_GINT64_CONSTANT (1577836800000)

/* Seeded ids lie in the first 198 days of 2020, before any real one, and elsewhere for each
 * seed. */
#define SEEDED_BOUND (G_GINT64_CONSTANT (1) << 34)

typedef struct
{
  gint64       time;            /* milliseconds since EPOCH */
  gint64       count;
  pid_t        process;
  gboolean     seeded;
  ClinicRandom random;
} State;

static GMutex mutex;
static State state = { .time = -1 };

/* Asks the kernel, not a generator in memory: a forked child would have its parent's. */
static gint64
draw_count (void)
{
  guint64 bits = 0;
  ssize_t length;

  if (state.seeded)
    return clinic_random_next (&state.random) % COUNT_BOUND;

  do
    length = getrandom (&bits, sizeof bits, 0);
  while (length < 0 && errno == EINTR);

  if (length != sizeof bits)
    bits = ((guint64) g_random_int () << 32 | g_random_int ()) ^ (guint64) getpid ();

  return bits % COUNT_BOUND;
}

static void
start_millisecond (gint64 time)
{
  state.time = CLAMP (time, 0, TIME_BOUND - 1);
  state.count = draw_count ();

  /* 0 is no id */
  if (state.time == 0 && state.count == 0)
    state.count = 1;
}

/* A child begins a new millisecond, so that it does not count on beside its parent. */
static gboolean
has_forked (void)
{
  pid_t process = getpid ();
  gboolean forked = state.process != 0 && state.process != process;

  state.process = process;

  return forked;
}

static void
advance (void)
{
  gint64 now = state.seeded ? state.time : clinic_clock_now () - EPOCH;

  if (now > state.time)
    start_millisecond (now);
  else if (has_forked () || state.count + 1 == COUNT_BOUND)
    start_millisecond (state.time + 1);
  else
    state.count++;
}

gint64
clinic_id_new (void)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);

  advance ();

  return state.time << COUNT_BITS | state.count;
}

void
clinic_id_set_seed (guint64 seed)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);

  state.seeded = seed != 0;

  if (!state.seeded)
    return;

  clinic_random_init (&state.random, seed);
  start_millisecond (clinic_random_next (&state.random) % SEEDED_BOUND);
}
