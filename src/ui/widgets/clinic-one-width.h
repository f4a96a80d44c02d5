/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on labels and boxes of labels have the same width at any height. GTK's boxes ask what is in them
 * for its width at its least height, and for that at each width it may have; where words may wrap, both are
 * found by trying out, and each trial shapes the words anew. Two labels in three boxes in one another
 * took a tenth of a second. What is lost: words of several lines that do not fill their place are no longer
 * as narrow as their height would let them be. */
void clinic_one_width_init (void);

G_END_DECLS
