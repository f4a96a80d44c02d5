/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-window.h"

G_BEGIN_DECLS

/* Goes to a page of this name; @id as the page has it. NULL: it is asked first whether the page in
 * view may be left. */
ClinicPage *clinic_window_go             (ClinicWindow   *self,
                                          const char     *name,
                                          gint64          id);
void        clinic_window_go_back        (ClinicWindow   *self);
/* To the first chart that could not be kept. */
void        clinic_window_go_unkept      (ClinicWindow   *self);
void        clinic_window_go_nth         (ClinicWindow   *self,
                                          int             nth);

G_END_DECLS
