/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_AGENDA_HEADS (clinic_agenda_heads_get_type ())
G_DECLARE_FINAL_TYPE (ClinicAgendaHeads, clinic_agenda_heads, CLINIC, AGENDA_HEADS, GtkWidget)

/* The titles above the columns of the agenda, that move with them sideways. Titles of days are
 * buttons that give the action agenda.show-day "s"; of a day with several columns one title stands
 * over all of them and stays in sight as long as any of them does. */

/* @columns: ClinicAgendaColumn; @days: they are days. @across: how they are scrolled, or NULL. */
void clinic_agenda_heads_show (ClinicAgendaHeads *self,
                               GPtrArray         *columns,
                               gboolean           days,
                               GtkAdjustment     *across);

G_END_DECLS
