/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_FORMS_WINDOW (clinic_forms_window_get_type ())
G_DECLARE_FINAL_TYPE (ClinicFormsWindow, clinic_forms_window, CLINIC, FORMS_WINDOW, AdwWindow)

/* The forms that patients sign: all versions of each in a list, the chosen one to be changed at its
 * left and as patients read it at its right. One that somebody signed stays: what is changed becomes
 * the next version. */
void clinic_forms_window_present (GtkWidget  *parent,
                                  ClinicDesk *desk);

G_END_DECLS
