/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_BATCH_DIALOG (clinic_batch_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicBatchDialog, clinic_batch_dialog, CLINIC, BATCH_DIALOG, AdwWindow)

/* Prepares a batch: a cocktail, how much of it, and what is poured from which lots, proposed so that what
 * must be used up earliest goes first. @cocktail: id to begin with; 0: the first. @volume: µl to begin
 * with; 0: as usual. */
void clinic_batch_dialog_present (GtkWidget   *parent,
                                  ClinicDesk  *desk,
                                  gint64       cocktail,
                                  gint64       volume);

G_END_DECLS
