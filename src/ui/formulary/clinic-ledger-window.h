/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_LEDGER_WINDOW (clinic_ledger_window_get_type ())
G_DECLARE_FINAL_TYPE (ClinicLedgerWindow, clinic_ledger_window, CLINIC, LEDGER_WINDOW, AdwWindow)

/* Where all of a lot or batch went: in = injected + into batches + discarded + left, and each step of
 * it. Loads again when something of it changes. @title: its number; @subtitle: what it is. */
void clinic_ledger_window_present (GtkWidget   *parent,
                                   ClinicDesk  *desk,
                                   gint64       lot,
                                   const char  *title,
                                   const char  *subtitle);

G_END_DECLS
