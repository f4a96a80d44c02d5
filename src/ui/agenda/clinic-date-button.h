/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_DATE_BUTTON (clinic_date_button_get_type ())
G_DECLARE_FINAL_TYPE (ClinicDateButton, clinic_date_button, CLINIC, DATE_BUTTON, AdwBin)

/* A button that opens a calendar. Properties: "date" (that the calendar shows; NULL leaves it
 * where it is), "label" (tooltip and name), "show-week-numbers". Signal "chosen" (date): a person
 * chose a day. */

G_END_DECLS
