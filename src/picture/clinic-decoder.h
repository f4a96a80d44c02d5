/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "clinic-pixels.h"

G_BEGIN_DECLS

/* Decodes pictures that come from elsewhere in a process of its own (anagen-decode), which can
 * neither open files nor reach a network and is ended when it takes too long or too much memory.
 * When it dies of a picture that picture is refused, and the next one gets another process. Used
 * by one thread at a time; blocks. */
typedef struct _ClinicDecoder ClinicDecoder;

typedef struct
{
  ClinicPixels pixels;
  char         taken_on[16];    /* "2024-05-31" as the camera says; "" when it does not */
} ClinicDecoded;

ClinicDecoder *clinic_decoder_new       (void);
void           clinic_decoder_free      (ClinicDecoder  *self);
/* The picture upright, in sRGB, neither side longer than @max_side, without anything else that
 * the file says. CLINIC_ERROR_INVALID says in words why it is not taken: its head is looked at
 * first, so that what is made to burst is refused at once. */
gboolean       clinic_decoder_run       (ClinicDecoder  *self,
                                         GBytes         *file,
                                         guint           max_side,
                                         GCancellable   *cancellable,
                                         ClinicDecoded  *decoded,
                                         GError        **error);
/* How often a process died of what it read; for tests. */
guint          clinic_decoder_n_deaths  (ClinicDecoder  *self);

void           clinic_decoded_clear     (ClinicDecoded  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicDecoder, clinic_decoder_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClinicDecoded, clinic_decoded_clear)

G_END_DECLS
