/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ten thousand damaged pictures: each is taken or refused, and the program goes on. */

#include "config.h"

#include <string.h>

#include "clinic-decoder.h"
#include "clinic-error.h"
#include "clinic-random.h"
#include "picture-maker.h"

#ifdef __SANITIZE_ADDRESS__
#define N_PICTURES 1000
#else
#define N_PICTURES 10000
#endif

#define SEED 20261121

/* Bits and bytes changed, pieces taken out, doubled, moved, cut off; often more than one. */
static GBytes *
damage (GBytes       *good,
        ClinicRandom *random)
{
  gsize length = g_bytes_get_size (good);
  guint8 *data = g_memdup2 (g_bytes_get_data (good, NULL), length);
  guint n_times = 1 + clinic_random_below (random, 4);

  for (guint i = 0; i < n_times && length > 64; i++)
    {
      /* Mostly behind the head, so that it is the decoders that meet it. */
      gsize head = clinic_random_below (random, 4) == 0 ? 0 : MIN (length / 2, 600);
      gsize at = head + clinic_random_below (random, length - head);
      gsize piece = 1 + clinic_random_below (random, MIN (length - at, 64));

      switch (clinic_random_below (random, 6))
        {
        case 0:
          data[at] ^= 1 << clinic_random_below (random, 8);
          break;

        case 1:
          data[at] = clinic_random_below (random, 256);
          break;

        case 2:
          memset (data + at, clinic_random_below (random, 2) == 0 ? 0 : 255, piece);
          break;

        case 3:
          memmove (data + at, data + at + piece, length - at - piece);
          length -= piece;
          break;

        case 4:
          memmove (data + clinic_random_below (random, length - piece + 1), data + at, piece);
          break;

        default:
          if (clinic_random_below (random, 4) == 0)
            length = MAX (64, at);
        }
    }

  return g_bytes_new_take (data, length);
}

static void
test_program_outlives_damaged_pictures (void)
{
  g_autoptr(GBytes) plain = picture_make_jpeg (96, 64);
  GBytes *good[] = {
    picture_add_metadata (plain, 6), picture_make_png (48, 32), picture_make_webp (64, 48, FALSE),
    picture_make_webp (48, 32, TRUE), picture_make_tiff (48, 32),
  };
  g_autoptr(ClinicDecoder) decoder = clinic_decoder_new ();
  ClinicRandom random;
  guint n_taken = 0;

  clinic_random_init (&random, SEED);

  for (guint i = 0; i < N_PICTURES; i++)
    {
      g_autoptr(GBytes) file = damage (good[i % G_N_ELEMENTS (good)], &random);
      g_auto(ClinicDecoded) decoded = { 0 };
      g_autoptr(GError) error = NULL;

      if (clinic_decoder_run (decoder, file, 64, NULL, &decoded, &error))
        n_taken++;
      else
        g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
    }

  g_test_message ("%u damaged pictures: %u taken, %u refused, the decoder died of %u of them",
                  N_PICTURES, n_taken, N_PICTURES - n_taken, clinic_decoder_n_deaths (decoder));
  g_assert_cmpuint (n_taken, >, 0);
  g_assert_cmpuint (n_taken, <, N_PICTURES);

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_auto(ClinicDecoded) decoded = { 0 };

      g_assert_true (clinic_decoder_run (decoder, good[i], 64, NULL, &decoded, NULL));
      g_bytes_unref (good[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decoder/program-outlives-damaged-pictures", test_program_outlives_damaged_pictures);

  return g_test_run ();
}
