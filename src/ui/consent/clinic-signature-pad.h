/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_SIGNATURE_PAD (clinic_signature_pad_get_type ())
G_DECLARE_FINAL_TYPE (ClinicSignaturePad, clinic_signature_pad, CLINIC, SIGNATURE_PAD, GtkWidget)

/* Where somebody signs with a mouse, a finger or a pen (whose pressure makes the line broader), two
 * and a half times as wide as high. Always dark on white, as it will be on paper. Property "empty"
 * (nothing is drawn; notifies). Actions "signature.undo" (the last stroke; Backspace) and
 * "signature.clear" (Delete). */
GtkWidget *clinic_signature_pad_new         (void);
gboolean   clinic_signature_pad_get_empty   (ClinicSignaturePad *self);
/* What is drawn is more than a dot. */
gboolean   clinic_signature_pad_get_signed  (ClinicSignaturePad *self);
/* As clinic-strokes.h has it; NULL when nothing is drawn. Caller frees. */
char      *clinic_signature_pad_dup_strokes (ClinicSignaturePad *self);
guint      clinic_signature_pad_get_n_strokes (ClinicSignaturePad *self);
/* The last stroke is gone. */
void       clinic_signature_pad_undo        (ClinicSignaturePad *self);
void       clinic_signature_pad_clear       (ClinicSignaturePad *self);

G_END_DECLS
