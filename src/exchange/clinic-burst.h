/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Keys that follow one another: told by their speed whether a scanner types them or a person.
 *
 * A person's fingers may roll over a few keys 20 ms apart, but do not keep it up: who types fast needs 60 ms
 * a key and more, and whoever fills zones of the scalp by digits aims at each. Scanners need 2 to 20 ms. So
 * it is a machine when four keys took 45 ms, six 125 ms, or nine 280 ms, from the first to the last; six
 * within 175 ms do when they read as the code of a package begins. It is the time of all of them that counts
 * because a scanner's radio, or the computer, may stop for a moment: what follows within 100 ms belongs
 * together, and within 150 ms once it is surely a machine. A key that is held down repeats itself and is no
 * scanner; the caller leaves it out. */
typedef struct _ClinicBurst ClinicBurst;

/* After so many ms without a key it is over. */
#define CLINIC_BURST_PAUSE 150

ClinicBurst *clinic_burst_new        (void);
void         clinic_burst_free       (ClinicBurst       *self);
void         clinic_burst_clear      (ClinicBurst       *self);

/* Whether a key at @time, in ms, belongs to what came before it. */
gboolean     clinic_burst_goes_on    (const ClinicBurst *self,
                                      guint32            time);
/* Whether a key that writes nothing (a chord, F8) at @time can only be part of it: a separator, in whatever
 * way this keyboard has it. A person gives commands after a key or two as well. */
gboolean     clinic_burst_separates  (const ClinicBurst *self,
                                      guint32            time);
void         clinic_burst_add        (ClinicBurst       *self,
                                      char               character,
                                      guint32            time);
/* A key that is only part of a character, as Shift is. */
void         clinic_burst_touch      (ClinicBurst       *self,
                                      guint32            time);
gboolean     clinic_burst_is_machine (const ClinicBurst *self);
/* The same, when Return (or what else ends a code) comes at @time. */
gboolean     clinic_burst_is_ended   (const ClinicBurst *self,
                                      guint32            time);
/* As the code of a package does. */
gboolean     clinic_burst_begins_a_code (const ClinicBurst *self);
/* Whether it reads as the code of a package in @year. */
gboolean     clinic_burst_is_code    (const ClinicBurst *self,
                                      guint              year);
const char  *clinic_burst_get_text   (const ClinicBurst *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicBurst, clinic_burst_free)

G_END_DECLS
