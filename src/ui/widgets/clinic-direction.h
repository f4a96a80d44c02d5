/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where writing goes to the left, Latin names, dates and figures would turn the words round them. All give a copy of
 * @text ("" for NULL) that is as it was where writing goes to the right; caller frees. */

/* @text as one piece of a longer one. */
char *clinic_direction_isolate     (const char *text);
/* A paragraph that runs as the language does, whatever it begins with. */
char *clinic_direction_begin       (const char *text);
/* A figure with its sign and unit ("+5 %"), or several; the figures of a sentence, each by itself; and such a sentence that
 * runs as the language does. */
char *clinic_direction_number      (const char *text);
char *clinic_direction_figures     (const char *text);
char *clinic_direction_sentence    (const char *text);
/* Lines that stand at the same edge, each reading as its own letters do. */
char *clinic_direction_begin_lines (const char *text);

G_END_DECLS
