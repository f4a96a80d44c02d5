/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib.h>
#include <string.h>

#include "fuzz.h"

/* Runs a target over the files of a folder and over so many mutations of them, always the same
 * ones, so that the fuzz targets are built and tried with every test run: fuzz-csv FOLDER RUNS.
 * ANAGEN_FUZZ_RUNS says another number; libFuzzer does the rest at night. */

#define LONGEST 4096

static GPtrArray *
read_corpus (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  const char *name;

  g_assert_nonnull (dir);

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));

  g_ptr_array_sort (names, (GCompareFunc) (void (*)(void))g_strcmp0);
  g_ptr_array_set_size (corpus, 0);

  for (guint i = 0; i < names->len; i++)
    {
      char *contents = NULL;
      gsize length = 0;

      g_assert_true (g_file_get_contents (names->pdata[i], &contents, &length, NULL));
      g_ptr_array_add (corpus, g_bytes_new_take (contents, length));
    }

  g_assert_cmpuint (corpus->len, >, 0);

  return corpus;
}

static void
mutate (GByteArray *bytes,
        GPtrArray  *corpus,
        GRand      *rand)
{
  static const char telling[] = "\",;\t|\r\n\0\xef\xbb\xbf\xff\xfe./-:0159 aé=";
  guint place = bytes->len > 0 ? g_rand_int_range (rand, 0, bytes->len) : 0;
  guint n_cut = g_rand_int_range (rand, 1, 9);
  guint8 byte = g_rand_boolean (rand) ? (guint8) telling[g_rand_int_range (rand, 0,
                                                                           sizeof telling - 1)]
                                      : g_rand_int_range (rand, 0, 256);

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
    case 1:
      if (bytes->len > 0)
        bytes->data[place] = byte;
      break;

    case 2:
      g_byte_array_append (bytes, &byte, 1);
      memmove (bytes->data + place + 1, bytes->data + place, bytes->len - 1 - place);
      bytes->data[place] = byte;
      break;

    case 3:
      if (bytes->len > 0)
        g_byte_array_remove_range (bytes, place, MIN (bytes->len - place, n_cut));
      break;

    case 4:
      g_byte_array_set_size (bytes, place);
      break;

    default:
      {
        GBytes *other = corpus->pdata[g_rand_int_range (rand, 0, corpus->len)];
        gsize length;
        const guint8 *data = g_bytes_get_data (other, &length);

        if (bytes->len + length < LONGEST)
          g_byte_array_append (bytes, data, length);
      }
    }
}

static void
run_mutated (GPtrArray *corpus,
             guint64    n_runs)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20261121);

  for (guint64 i = 0; i < n_runs; i++)
    {
      gsize length;
      const guint8 *data = g_bytes_get_data (corpus->pdata[i % corpus->len], &length);
      g_autoptr(GByteArray) bytes = g_byte_array_new ();
      guint n_mutations = g_rand_int_range (rand, 1, 8);

      g_byte_array_append (bytes, data, length);

      for (guint k = 0; k < n_mutations; k++)
        mutate (bytes, corpus, rand);

      LLVMFuzzerTestOneInput (bytes->data, bytes->len);
    }
}

static void
test_target (gconstpointer user_data)
{
  const char *const *arguments = user_data;
  g_autoptr(GPtrArray) corpus = read_corpus (arguments[1]);
  const char *runs =
    g_getenv ("ANAGEN_FUZZ_RUNS") != NULL ? g_getenv ("ANAGEN_FUZZ_RUNS") : arguments[2];

  for (guint i = 0; i < corpus->len; i++)
    {
      gsize length;
      const guint8 *data = g_bytes_get_data (corpus->pdata[i], &length);

      LLVMFuzzerTestOneInput (data, length);
    }

  run_mutated (corpus, g_ascii_strtoull (runs, NULL, 10));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  g_test_add_data_func ("/fuzz", argv, test_target);

  return g_test_run ();
}
