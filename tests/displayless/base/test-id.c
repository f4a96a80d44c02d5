/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib.h>

#include "clinic-clock.h"
#include "clinic-id.h"

#define N_IDS     20000
#define N_THREADS 8

static void
assert_rising (guint n_ids)
{
  gint64 last = 0;

  for (guint i = 0; i < n_ids; i++)
    {
      gint64 id = clinic_id_new ();

      g_assert_cmpint (id, >, last);
      last = id;
    }
}

static void
test_ids_rise (void)
{
  assert_rising (N_IDS);
}

/* More ids than one millisecond has. */
static void
test_ids_rise_while_the_clock_stands_still (void)
{
  clinic_clock_set (G_GINT64_CONSTANT (1795253400000));
  assert_rising (3000000);
  clinic_clock_set (-1);
}

static void
test_ids_rise_when_the_clock_goes_back (void)
{
  gint64 before = clinic_id_new ();

  clinic_clock_set (G_GINT64_CONSTANT (1600000000000));
  g_assert_cmpint (clinic_id_new (), >, before);
  clinic_clock_set (0);
  g_assert_cmpint (clinic_id_new (), >, before);
  clinic_clock_set (-1);
}

/* Not of this process's own last id, which may run ahead: those of a fresh millisecond. */
static void
test_ids_tell_the_time (void)
{
  gint64 instant = G_GINT64_CONSTANT (4000000000000);
  gint64 id;

  clinic_clock_set (instant);
  id = clinic_id_new ();
  g_assert_cmpint ((id >> 21) + G_GINT64_CONSTANT (1577836800000), ==, instant);
  clinic_clock_set (-1);
}

static void
test_a_seed_gives_the_same_ids (void)
{
  gint64 first[N_IDS];
  gint64 real = clinic_id_new ();

  clinic_id_set_seed (7);

  for (guint i = 0; i < N_IDS; i++)
    {
      first[i] = clinic_id_new ();
      g_assert_cmpint (first[i], >, i == 0 ? 0 : first[i - 1]);
      g_assert_cmpint (first[i], <, real);
    }

  clinic_id_set_seed (7);
  clinic_clock_set (G_GINT64_CONSTANT (1700000000000));

  for (guint i = 0; i < N_IDS; i++)
    g_assert_cmpint (clinic_id_new (), ==, first[i]);

  clinic_id_set_seed (8);
  g_assert_cmpint (clinic_id_new (), !=, first[0]);

  clinic_clock_set (-1);
  clinic_id_set_seed (0);
  g_assert_cmpint (clinic_id_new (), >, first[N_IDS - 1]);
}

static void
test_seeded_ids_rise_beyond_a_millisecond (void)
{
  clinic_id_set_seed (9);
  assert_rising (5000000);
  clinic_id_set_seed (0);
}

static gpointer
make_ids (gpointer data)
{
  gint64 *ids = data;

  for (guint i = 0; i < N_IDS; i++)
    ids[i] = clinic_id_new ();

  return NULL;
}

static int
compare_ids (const void *a,
             const void *b)
{
  const gint64 *first = a;
  const gint64 *second = b;

  return *first < *second ? -1 : *first > *second;
}

static void
test_threads_never_share_an_id (void)
{
  g_autofree gint64 *ids = g_new0 (gint64, N_THREADS * N_IDS);
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("ids", make_ids, ids + i * N_IDS);

  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);

  for (guint i = 1; i < N_THREADS * N_IDS; i++)
    g_assert_true (i % N_IDS == 0 || ids[i] > ids[i - 1]);

  qsort (ids, N_THREADS * N_IDS, sizeof *ids, compare_ids);

  for (guint i = 1; i < N_THREADS * N_IDS; i++)
    g_assert_cmpint (ids[i], >, ids[i - 1]);
}

static gint64
make_id_in_child (void)
{
  int ends[2];
  gint64 id = 0;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);

  if (child == 0)
    {
      id = clinic_id_new ();
      _exit (write (ends[1], &id, sizeof id) == sizeof id ? 0 : 1);
    }

  g_assert_cmpint (read (ends[0], &id, sizeof id), ==, sizeof id);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  close (ends[0]);
  close (ends[1]);

  return id;
}

static void
test_a_forked_process_has_ids_of_its_own (void)
{
  gint64 mine;
  gint64 first;
  gint64 second;

  clinic_clock_set (G_GINT64_CONSTANT (1900000000000));
  clinic_id_new ();
  first = make_id_in_child ();
  second = make_id_in_child ();
  mine = clinic_id_new ();
  clinic_clock_set (-1);

  g_assert_cmpint (first, !=, second);
  g_assert_cmpint (first, !=, mine);
  g_assert_cmpint (second, !=, mine);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/id/rise", test_ids_rise);
  g_test_add_func ("/id/seed", test_a_seed_gives_the_same_ids);
  g_test_add_func ("/id/seed-rises", test_seeded_ids_rise_beyond_a_millisecond);
  g_test_add_func ("/id/clock-back", test_ids_rise_when_the_clock_goes_back);
  g_test_add_func ("/id/threads", test_threads_never_share_an_id);
  g_test_add_func ("/id/clock-still", test_ids_rise_while_the_clock_stands_still);
  g_test_add_func ("/id/fork", test_a_forked_process_has_ids_of_its_own);
  g_test_add_func ("/id/time", test_ids_tell_the_time);

  return g_test_run ();
}
