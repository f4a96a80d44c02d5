/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Ids are positive 64-bit numbers that sort by time: 42 bits of milliseconds since 2020-01-01 UTC,
 * then 21 bits that start at random in each millisecond and count up, so that ids of one process
 * strictly rise and those of two seats do not meet. 0 is no id. Thread-safe. */
gint64 clinic_id_new      (void);
/* Makes ids come from a seed from now on (demonstration, tests): the same ones each time, whatever
 * the clock says; they rise too and lie before all real ones. 0 goes back to random. */
void   clinic_id_set_seed (guint64 seed);

G_END_DECLS
