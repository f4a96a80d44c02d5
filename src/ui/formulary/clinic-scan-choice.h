/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_SCAN_CHOICE (clinic_scan_choice_get_type ())
G_DECLARE_FINAL_TYPE (ClinicScanChoice, clinic_scan_choice, CLINIC, SCAN_CHOICE, AdwWindow)

/* What a code says, where it does not say it clearly: nothing is guessed. */

/* Called once: the place of what is right; as many as there are: none of them, and it is to be typed; -1:
 * never mind. */
typedef void (* ClinicScanChoiceFunc) (int      chosen,
                                       gpointer data);

/* @question: NULL: which reading of the code is right. @titles and @subtitles end with NULL. */
void clinic_scan_choice_present (GtkWidget            *parent,
                                 const char           *question,
                                 const char *const    *titles,
                                 const char *const    *subtitles,
                                 ClinicScanChoiceFunc  func,
                                 gpointer              data);

G_END_DECLS
