/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_SCAN_CHOICE (clinic_scan_choice_get_type ())
G_DECLARE_FINAL_TYPE (ClinicScanChoice, clinic_scan_choice, CLINIC, SCAN_CHOICE, AdwWindow)

/* Which reading of a code is right, where the scanner may have lost a separator: nothing is guessed. */

/* Called once: the place of the reading; -1: none. */
typedef void (* ClinicScanChoiceFunc) (int      chosen,
                                       gpointer data);

/* @readings: GPtrArray of ClinicGs1Reading. */
void clinic_scan_choice_present (GtkWidget            *parent,
                                 GPtrArray            *readings,
                                 ClinicScanChoiceFunc  func,
                                 gpointer              data);

G_END_DECLS
