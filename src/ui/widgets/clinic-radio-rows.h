/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_RADIO_ROWS (clinic_radio_rows_get_type ())
G_DECLARE_FINAL_TYPE (ClinicRadioRows, clinic_radio_rows, CLINIC, RADIO_ROWS, AdwBin)

/* A boxed list of which one row is chosen, each with words of its own. Property "value": of the
 * row chosen; NULL: none. */
void clinic_radio_rows_clear (ClinicRadioRows  *self);
/* @subtitle may be NULL. */
void clinic_radio_rows_add   (ClinicRadioRows  *self,
                              const char       *value,
                              const char       *title,
                              const char       *subtitle);

G_END_DECLS
