/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-typed-time.h"

G_BEGIN_DECLS

/* Shows that what is typed in @entry cannot be read, to the eye and to a screen reader. */
void clinic_typed_entry_mark (GtkEditable      *entry,
                              gboolean          wrong);
/* Shows @property ("date" or "time") of @typed in @entry, for a person to type; marks it while it
 * cannot be read. */
void clinic_typed_entry_bind (GtkEditable      *entry,
                              ClinicTypedTime  *typed,
                              const char       *property);

G_END_DECLS
