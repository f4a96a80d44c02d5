/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_PHRASE_PICKER (clinic_phrase_picker_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPhrasePicker, clinic_phrase_picker, CLINIC, PHRASE_PICKER, AdwBin)

/* A button that puts one of the clinic's phrases into a text of the same page, after a search;
 * Ctrl+Space in the text opens it, and a short key and a space there put its phrase in at once. */
void clinic_phrase_picker_set_view (ClinicPhrasePicker *self,
                                    GtkTextView        *view);

G_END_DECLS
