/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-welcome.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CREATE_WINDOW (clinic_create_window_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCreateWindow, clinic_create_window, CLINIC, CREATE_WINDOW, AdwWindow)

/* Asks for what a new clinic needs and hands it to @welcome. */
void clinic_create_window_present (ClinicWelcome *welcome);

G_END_DECLS
