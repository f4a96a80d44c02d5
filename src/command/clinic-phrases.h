/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-snippet.h"

G_BEGIN_DECLS

/* The phrases that notes are written with, in their order: GPtrArray of ClinicSnippet, those that
 * were put away left out. Caller unrefs. */
GPtrArray *clinic_phrases_list    (ClinicDb       *db,
                                   GError        **error);
/* A phrase (snippet.save): a new one comes last, or takes up one of its short key that was put
 * away. The id; 0 with @error. */
gint64     clinic_phrases_save    (ClinicAct      *act,
                                   ClinicSnippet  *snippet,
                                   GError        **error);
/* Puts a phrase away (snippet.save). */
gboolean   clinic_phrases_remove  (ClinicAct      *act,
                                   gint64          snippet,
                                   GError        **error);
/* Moves a phrase by so many places, as far as there are (snippet.save); all get their places anew,
 * in one operation. */
gboolean   clinic_phrases_move    (ClinicAct      *act,
                                   gint64          snippet,
                                   int             by,
                                   GError        **error);

G_END_DECLS
