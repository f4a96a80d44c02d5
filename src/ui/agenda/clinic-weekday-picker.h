/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_WEEKDAY_PICKER (clinic_weekday_picker_get_type ())
G_DECLARE_FINAL_TYPE (ClinicWeekdayPicker, clinic_weekday_picker, CLINIC, WEEKDAY_PICKER, GtkBox)

/* A button for each weekday, as the locale counts them, any of which can be in. Property
 * "weekdays" (read only, notifies): 1 Monday, 2 Tuesday, 4 Wednesday, … 64 Sunday, added up. */

guint clinic_weekday_picker_get_weekdays (ClinicWeekdayPicker *self);

G_END_DECLS
