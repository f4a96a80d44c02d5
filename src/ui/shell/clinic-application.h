/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_APPLICATION (clinic_application_get_type ())
G_DECLARE_FINAL_TYPE (ClinicApplication, clinic_application, CLINIC, APPLICATION, AdwApplication)

/* The program: one instance a session, a window for each clinic that is open. */
ClinicApplication *clinic_application_new (void);

G_END_DECLS
