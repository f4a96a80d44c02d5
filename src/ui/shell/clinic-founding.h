/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "clinic-setup.h"

G_BEGIN_DECLS

/* What a new clinic is made of; texts are owned. */
typedef struct
{
  char      *location;
  char      *name;
  char      *zone;
  char      *language;
  char      *hours;
  char      *owner;
  char     **rooms;
  char     **given_up;          /* codes of shipped protocols and names of shipped cocktails that the
                                 * clinic does not work by; archived at once */
  gboolean   demonstration;     /* made-up people instead; only the location counts then, and what
                                 * is there gives way */
} ClinicFounding;

void     clinic_founding_free       (ClinicFounding       *self);
/* A sentence about what is missing or cannot be; NULL: nothing. Lent. */
const char *clinic_founding_find_fault (const ClinicFounding *self);
/* "Room 1, Room 2" as a list; caller frees. */
char   **clinic_founding_split_rooms (const char          *text);

/* Told on the main thread how far it is, 0 to 1. */
typedef void (* ClinicFoundingFunc) (double                fraction,
                                     gpointer              user_data);

/* Makes a clinic where none is (a demonstration in place of the one that is there), on a thread of its own; nothing is left of one that failed or was
 * called off. Takes over @self. */
void     clinic_founding_run_async  (ClinicFounding       *self,
                                     ClinicFoundingFunc    progress,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
/* Where it is; NULL with @error. Caller frees. */
char    *clinic_founding_finish     (GAsyncResult         *result,
                                     GError              **error);

/* Where the demonstration clinic is kept; caller frees. */
char    *clinic_founding_demonstration (void);

G_END_DECLS
