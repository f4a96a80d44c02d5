/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>
#include <time.h>

#include "clinic-stalls.h"

#define LIMIT_MICROSECONDS 50000

static FILE *file;
static GPollFunc wait_for_events;
static gint64 awake_since;
static gint64 worked_since;

/* What this thread has worked, in microseconds: on a busy machine a turn takes longer than that. */
static gint64
get_worked (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* Between two waits lies one turn of the loop. */
static int
poll_and_measure (GPollFD *fds,
                  guint    n_fds,
                  int      timeout)
{
  gint64 turn = g_get_monotonic_time () - awake_since;
  gint64 worked = get_worked () - worked_since;
  int result;

  if (awake_since != 0 && turn > LIMIT_MICROSECONDS)
    {
      fprintf (file, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", turn / 1000, worked / 1000,
               awake_since);
      fflush (file);
    }

  result = wait_for_events (fds, n_fds, timeout);
  awake_since = g_get_monotonic_time ();
  worked_since = get_worked ();

  return result;
}

void
clinic_stalls_watch (void)
{
  const char *path = g_getenv ("ANAGEN_STALLS");

  if (path == NULL || file != NULL)
    return;

  file = fopen (path, "ae");

  if (file == NULL)
    return;

  wait_for_events = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, poll_and_measure);
}
