/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_PHRASES_WINDOW (clinic_phrases_window_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPhrasesWindow, clinic_phrases_window, CLINIC, PHRASES_WINDOW, AdwWindow)

/* The phrases that notes are written with: their order, what is new, what is put away. In the list
 * Alt with Up and Down moves a phrase, Delete puts it away. */
void clinic_phrases_window_present (GtkWidget  *parent,
                                    ClinicDesk *desk);

G_END_DECLS
