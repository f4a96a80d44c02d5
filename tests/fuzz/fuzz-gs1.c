/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdint.h>

#include "clinic-date.h"
#include "clinic-gs1.h"
#include "clinic-lot.h"
#include "fuzz.h"

static guint
count_brackets (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '(';

  return n;
}

/* What was read is within what a lot can hold, and reads the same when it is written out. */
static void
check_reading (const ClinicGs1Reading *reading)
{
  g_autofree char *text = clinic_gs1_reading_dup_text (reading);

  g_assert_cmpuint (reading->elements->len, >, 0);
  g_assert_true (reading->gtin == NULL || clinic_lot_is_gtin (reading->gtin));
  g_assert_true (reading->expires_on == NULL || clinic_date_is_valid (reading->expires_on));
  g_assert_true (reading->produced_on == NULL || clinic_date_is_valid (reading->produced_on));
  g_assert_true (reading->lot == NULL || (g_utf8_strlen (reading->lot, -1) >= 1 && g_utf8_strlen (reading->lot, -1) <= 20));

  /* In brackets it is what it was; a value may itself hold a bracket, which then begins something else. */
  if (count_brackets (text) == reading->elements->len)
    {
      g_autoptr(GPtrArray) again = clinic_gs1_read (text, 2026, NULL);
      g_autofree char *same = again != NULL ? clinic_gs1_reading_dup_text (again->pdata[0]) : NULL;

      g_assert_cmpstr (same, ==, text);
      g_assert_cmpuint (again->len, ==, 1);
    }
}

/* None twice, and the first comes first. */
static void
check_all (GPtrArray *readings)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (readings->len, >, 0);

  for (guint i = 0; i < readings->len; i++)
    {
      check_reading (readings->pdata[i]);
      g_assert_true (g_hash_table_add (seen, clinic_gs1_reading_dup_text (readings->pdata[i])));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) readings = clinic_gs1_read (text, 2026, &error);

  g_assert_cmpint (readings == NULL, ==, error != NULL);
  g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));

  if (readings != NULL)
    check_all (readings);

  return 0;
}
