/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-page.h"

G_BEGIN_DECLS

/* The part of a patient's page with the photos: by view and day. New ones are dropped on it,
 * pasted (Ctrl+V) or chosen. */
#define CLINIC_TYPE_PHOTOS_SECTION (clinic_photos_section_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPhotosSection, clinic_photos_section, CLINIC, PHOTOS_SECTION, ClinicPage)

G_END_DECLS
