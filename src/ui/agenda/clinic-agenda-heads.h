/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_AGENDA_HEADS (clinic_agenda_heads_get_type ())
G_DECLARE_FINAL_TYPE (ClinicAgendaHeads, clinic_agenda_heads, CLINIC, AGENDA_HEADS, GtkBox)

/* The titles above the columns of the agenda; they stay where they are while it is scrolled. */

/* @columns: ClinicAgendaColumn. With @days each is a button that gives agenda.show-day "s". */
void clinic_agenda_heads_show (ClinicAgendaHeads *self,
                               GPtrArray         *columns,
                               gboolean           days);

G_END_DECLS
