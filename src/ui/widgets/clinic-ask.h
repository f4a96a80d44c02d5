/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks before something that cannot be taken back (for all else there is undo). @parent: any
 * widget. @action: the label of the button that does it, mnemonic with "_"; @destructive colours
 * it. The callback's clinic_ask_finish () is TRUE when it was chosen. */
void     clinic_ask_async        (GtkWidget           *parent,
                                  const char          *heading,
                                  const char          *body,
                                  const char          *action,
                                  gboolean             destructive,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);
gboolean clinic_ask_finish       (GtkWidget           *parent,
                                  GAsyncResult        *result);

/* Asks for a reason, one line of text that must not be empty. clinic_ask_reason_finish () gives
 * it, or NULL when it was called off; caller frees. @suggestions: reasons often given,
 * NULL-terminated; may be NULL. */
void     clinic_ask_reason_async  (GtkWidget           *parent,
                                   const char          *heading,
                                   const char          *body,
                                   const char          *action,
                                   const char *const   *suggestions,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
char    *clinic_ask_reason_finish (GtkWidget           *parent,
                                   GAsyncResult        *result);

/* Asks which of several ways to go. @labels: NULL-terminated, with mnemonics; the first does
 * nothing that could be regretted and is what Escape chooses, the last is coloured as one that
 * does. clinic_ask_way_finish () gives the number of the one that was chosen, from 0. */
void     clinic_ask_way_async     (GtkWidget           *parent,
                                   const char          *heading,
                                   const char          *body,
                                   const char *const   *labels,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
guint    clinic_ask_way_finish    (GtkWidget           *parent,
                                   GAsyncResult        *result);

G_END_DECLS
