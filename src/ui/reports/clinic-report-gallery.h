/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_REPORT_GALLERY (clinic_report_gallery_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReportGallery, clinic_report_gallery, CLINIC, REPORT_GALLERY, AdwBin)

/* A card for each report there is. */

G_END_DECLS
