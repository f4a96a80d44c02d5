/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-direction.h"
#include "clinic-locale.h"
#include "clinic-lot-words.h"
#include "clinic-treatment.h"

char *
clinic_lot_words_dup_detail (ClinicLot *lot)
{
  g_autofree char *until = clinic_lot_dup_usable_until (lot);
  g_autofree char *day = clinic_locale_date (until);
  g_autofree char *date = clinic_direction_isolate (day);
  g_autofree char *number = clinic_direction_isolate (lot->number);
  g_autofree char *time = lot->usable_until != NULL ? clinic_locale_time (lot->usable_until) : NULL;

  if (time != NULL)
    /* Translators: the number of a batch and until when it is usable. */
    return g_strdup_printf (_("%s · until %s"), number, time);

  if (until != NULL && lot->opened_on != NULL)
    /* Translators: the number of a lot that was opened, and its last day of use. */
    return g_strdup_printf (_("%s · opened, until %s"), number, date);

  if (until != NULL)
    /* Translators: the number of a lot and its expiry. */
    return g_strdup_printf (_("%s · expires %s"), number, date);

  return g_strdup (lot->number);
}

char *
clinic_lot_words_dup_label (ClinicLot *lot)
{
  g_autofree char *detail = clinic_lot_words_dup_detail (lot);

  /* Translators: what a lot is of; its number and until when it is usable. */
  return g_strdup_printf (_("%s · %s"), lot->product, detail);
}
