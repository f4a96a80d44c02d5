/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* When $ANAGEN_STALLS names a file, writes a line for each turn of the main loop that took longer
 * than 50 ms: the milliseconds that the window did not answer, those of them that it worked,
 * which on a busy machine are fewer, and the microsecond of the monotonic clock at which it began,
 * to lay it beside a profile. For tests and benchmarks. */
void clinic_stalls_watch (void);

G_END_DECLS
