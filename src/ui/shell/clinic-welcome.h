/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"
#include "clinic-founding.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_WELCOME (clinic_welcome_get_type ())
G_DECLARE_FINAL_TYPE (ClinicWelcome, clinic_welcome, CLINIC, WELCOME, AdwApplicationWindow)

/* The way to a clinic: make one, open one, or look at the demonstration. Signal "opened"
 * (ClinicDesk): somebody may go to work. */
ClinicWelcome *clinic_welcome_new         (GtkApplication *application);
/* Opens the clinic at @location. */
void           clinic_welcome_open        (ClinicWelcome  *self,
                                           const char     *location);
/* Shows that the clinic at @location is being opened by the caller; @cancellable is cancelled when
 * somebody has enough of it. NULL @cancellable: that is over, and may be tried again here. */
void           clinic_welcome_wait        (ClinicWelcome  *self,
                                           const char     *location,
                                           GCancellable   *cancellable);
/* Opens the demonstration, made first where there is none, or when it is wanted @anew. One that was
 * made on another day is asked about. */
void           clinic_welcome_demonstrate (ClinicWelcome  *self,
                                           gboolean        anew);
/* Makes a clinic and opens it. Takes over @founding. */
void           clinic_welcome_found       (ClinicWelcome  *self,
                                           ClinicFounding *founding);
/* Says why there is no clinic. */
void           clinic_welcome_complain    (ClinicWelcome  *self,
                                           const GError   *error);

G_END_DECLS
