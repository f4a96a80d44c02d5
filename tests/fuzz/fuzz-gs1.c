/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdint.h>

#include "clinic-date.h"
#include "clinic-gs1.h"
#include "clinic-lot.h"
#include "fuzz.h"

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

  /* A value may itself hold a bracket. */
  if (reading->lot == NULL && reading->serial == NULL && reading->elements->len == 1)
    {
      g_autoptr(GPtrArray) again = clinic_gs1_read (text, 2026, NULL);

      g_assert_true (again != NULL || g_str_has_prefix (text, "(240)") || g_str_has_prefix (text, "(71"));
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

  for (guint i = 0; readings != NULL && i < readings->len; i++)
    check_reading (readings->pdata[i]);

  return 0;
}
